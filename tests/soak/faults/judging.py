"""What clients saw of a fault against its bars: pure, so that quick tests can hold it to that."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tests.soak.judging import Row

# What is finished needs no database: a page that the front keeps, and what phones keep offline.
PAGE, PACK, SHARED, PUBLISH, HEALTH = "page", "offline", "shared", "publish", "health"
FINISHED = (PAGE, PACK)
# Refusals that say when to come back.
REFUSALS = (429, 503, 507)
# Seconds, on a machine however busy: for all but one of a hundred finished answers, and for any
# answer or refusal at all. A lock is waited for five seconds, a turn for two.
FINISHED_SECONDS = 2.0
HANG_SECONDS = 15.0
# After the end of a fault all is answered again.
RECOVERY_SECONDS = 10.0
NAMED = 3


@dataclass(frozen=True)
class Asked:
    """A request and what came of it; `at` and `seconds` in seconds, status 0 where nothing came."""

    kind: str
    at: float
    seconds: float
    status: int
    retry_after: str = ""
    is_told: bool = True
    """Whether a refusal is a page or a fault for scripts, without a traceback."""

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 400

    @property
    def end(self) -> float:
        return self.at + self.seconds


@dataclass(frozen=True)
class Window:
    """From when until when something was wrong, on the clock of `Asked.at`."""

    begin: float
    end: float


def judge(title: str, asked: Sequence[Asked], window: Window) -> list[Row]:
    """Statuses and times meanwhile, and how soon all was well."""
    meanwhile = [each for each in asked if window.begin <= each.end and each.at < window.end]
    return [
        Row(title, f"{window.end - window.begin:.0f} s"),
        *(_seen(kind, meanwhile) for kind in _kinds(meanwhile)),
        _finished(meanwhile),
        _refusals(meanwhile),
        _hangs(asked),
        _recovery(asked, window.end),
    ]


def judge_end(title: str, asked: Sequence[Asked], window: Window) -> list[Row]:
    """The same of what ends all connections: only how soon all was well."""
    broken = sum(not each.status for each in asked)
    return [Row(title, f"{broken} broken"), _hangs(asked), _recovery(asked, window.end)]


def _kinds(asked: Iterable[Asked]) -> list[str]:
    return sorted({each.kind for each in asked})


def _seen(kind: str, asked: Iterable[Asked]) -> Row:
    of_kind = [each for each in asked if each.kind == kind]
    statuses = Counter(each.status for each in of_kind)
    told = ", ".join(f"{status or 'broken'} {count}" for status, count in sorted(statuses.items()))
    return Row(f"  {kind}", f"{told}; {spread(each.seconds for each in of_kind)}")


def spread(seconds: Iterable[float]) -> str:
    ordered = sorted(seconds)
    if not ordered:
        return "none"
    p99 = percentile(ordered, 99)
    return f"p50 {median(ordered):.2f}, p99 {p99:.2f}, max {ordered[-1]:.2f} s"


def percentile(ordered: Sequence[float], percent: int) -> float:
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def _finished(asked: Iterable[Asked]) -> Row:
    """What is not asked for would hold any bar, so there must be some."""
    finished = [each for each in asked if each.kind in FINISHED]
    figure, bar = "  finished pages and offline files", f"all 200, p99 {FINISHED_SECONDS:g} s"
    if not finished:
        return Row(figure, "none was asked for", bar, (f"{figure.strip()}: none was asked for",))
    failed = [each for each in finished if not each.is_ok]
    late = percentile(sorted(each.seconds for each in finished), 99)
    faults = [f"{each.kind}: {each.status or 'broken'} meanwhile" for each in failed[:NAMED]]
    faults += [f"finished: p99 {late:.2f} s > {FINISHED_SECONDS:g} s"] * (late > FINISHED_SECONDS)
    told = f"{len(finished) - len(failed)} of {len(finished)}, p99 {late:.2f} s"
    return Row(figure, told, bar, tuple(faults))


def _refusals(asked: Iterable[Asked]) -> Row:
    others = [each for each in asked if each.kind not in FINISHED and not each.is_ok]
    wrong = [each for each in others if not _is_clear(each)]
    bar = "503, 507 or 429 with Retry-After"
    faults = tuple(_named(each) for each in wrong[:NAMED])
    return Row("  refused", f"{len(others)}, {len(wrong)} of them unclear", bar, faults)


def _is_clear(asked: Asked) -> bool:
    # Who asks after the health for a proxy goes by the status alone.
    says_when = asked.retry_after.isdecimal() or asked.kind == HEALTH
    return asked.status in REFUSALS and says_when and asked.is_told


def _named(asked: Asked) -> str:
    told = f"Retry-After {asked.retry_after or 'none'}, {asked.seconds:.1f} s"
    return f"{asked.kind}: {asked.status or 'broken'}, {told}"


def _hangs(asked: Iterable[Asked]) -> Row:
    longest = max(asked, key=lambda each: each.seconds)
    hangs = longest.seconds > HANG_SECONDS
    faults = (f"{longest.kind} took {longest.seconds:.1f} s",) if hangs else ()
    return Row("  longest", f"{longest.seconds:.2f} s", f"{HANG_SECONDS:g} s", faults)


def _recovery(asked: Sequence[Asked], end: float) -> Row:
    figure, bar = "  all well again, after its end", f"{RECOVERY_SECONDS:g} s"
    late = {kind: _recovered(asked, kind, end) for kind in _kinds(asked)}
    never = [kind for kind, seconds in late.items() if seconds is None]
    longest = max((seconds for seconds in late.values() if seconds is not None), default=0.0)
    faults = [f"{kind}: not well again" for kind in never]
    faults += [f"well again after {longest:.1f} s"] * (longest > RECOVERY_SECONDS)
    return Row(figure, f"{longest:.2f} s", bar, tuple(faults))


def _recovered(asked: Iterable[Asked], kind: str, end: float) -> float | None:
    """Seconds until the first answer after which all are well; None without one."""
    after = sorted(
        (each for each in asked if each.kind == kind and each.end >= end), key=lambda each: each.end
    )
    last_bad = max((at for at, each in enumerate(after) if not each.is_ok), default=-1)
    well = after[last_bad + 1 :]
    return max(0.0, well[0].end - end) if well else None


def judge_kept(told: dict[str, str], found: dict[str, str], wanted: Collection[str]) -> Row:
    """Codes by secrets: what was acknowledged is there, what is there somebody wanted, once."""
    lost = [secret for secret, code in told.items() if found.get(secret) != code]
    strange = set(found) - set(wanted)
    faults = [f"{len(lost)} acknowledged writes are lost"] * bool(lost)
    faults += [f"{len(strange)} are there that nobody wrote"] * bool(strange)
    return Row(
        "  acknowledged and there", f"{len(told) - len(lost)} of {len(told)}", "all", (*faults,)
    )


def judge_integrity(found: Sequence[str]) -> Row:
    faults = tuple(found[:NAMED]) if list(found) != ["ok"] else ()
    return Row("  integrity", ", ".join(found)[:30], "ok", faults)


def faults(rows: Iterable[Row]) -> Iterator[str]:
    return (fault for row in rows for fault in row.faults)
