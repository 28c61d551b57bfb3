"""What was measured against its bar: pure, so that quick tests can hold it to its word."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from tests.soak.judging import Row

# Of what encryption alone allows on one core.
BAR = 0.35
# A round counts if encryption alone took no more than so many times as long on one side of it as
# on the other, and so many have to.
STEADY, FEWEST = 1.1, 5
# Seconds after its moment, for all but one of a hundred.
LATE = 2.0
# Kilobytes that the worker's process may grow by after it has warmed up: 100 bytes that each
# message of the 20,000 leaves behind are over it.
GROWTH = 2000

Arrival = tuple[str, float]


@dataclass(frozen=True)
class Cost:
    """Seconds that a message took: on the wall, and of this process's processor time."""

    wall: float
    processor: float


@dataclass(frozen=True)
class Round:
    """A contender, and encryption alone just before and after it."""

    before: Cost
    cost: Cost
    after: Cost

    @property
    def is_steady(self) -> bool:
        """Whether the machine was as quick at its end as at its begin; shared ones change."""
        slower, quicker = sorted([self.before.processor, self.after.processor], reverse=True)
        return slower <= STEADY * quicker

    @property
    def of_limit(self) -> float:
        return (self.before.processor + self.after.processor) / 2 / self.cost.processor

    @property
    def of_limit_by_wall(self) -> float:
        return (self.before.wall + self.after.wall) / 2 / self.cost.wall


@dataclass(frozen=True)
class Size:
    """Kilobytes of a process in memory at a moment, in Unix seconds."""

    at: float
    kilobytes: int


def judge_rates(rounds: Mapping[str, Sequence[Round]], told: Collection[str] = ()) -> list[Row]:
    """Those that are told have no bar."""
    limits = [each.before for found in rounds.values() for each in found]
    rows = [Row("encryption alone", _per_second(limits))]
    for name, found in rounds.items():
        judged = _rate(name, [each for each in found if each.is_steady], len(found))
        rows += [replace(row, bar="", faults=()) for row in judged] if name in told else judged
    return rows


def _rate(name: str, steady: Sequence[Round], many: int) -> list[Row]:
    """Judged by processor time: a wall clock also counts what others do on a shared machine."""
    if len(steady) < FEWEST:
        few = f"{name}: the machine was steady in {len(steady)} rounds of {many}, not {FEWEST}"
        return [Row(name, "not measured", faults=(f"{few}; measure again",))]
    ratio = median(each.of_limit for each in steady)
    wall = median(each.of_limit_by_wall for each in steady)
    faults = (f"{name}: {ratio:.3f} of the limit < {BAR}",) if ratio < BAR else ()
    return [
        Row(name, _per_second([each.cost for each in steady])),
        Row("  of the limit", f"{ratio:.3f}; {wall:.3f} by the wall clock", str(BAR), faults),
    ]


def _per_second(costs: Sequence[Cost]) -> str:
    rates = [1 / each.processor for each in costs]
    return f"{median(rates):.0f}/s, {min(rates):.0f} to {max(rates):.0f} in {len(rates)} rounds"


def judge_lateness(figure: str, due: Mapping[str, float], arrivals: Iterable[Arrival]) -> list[Row]:
    """From the moment a reminder is due to the one at which the push service has all of it."""
    found = [(name, at) for name, at in arrivals if name in due]
    late = sorted(at - due[name] for name, at in found)
    missing = len(due) - len({name for name, _ in found})
    lost = (f"{figure}: {missing} did not arrive",) if missing else ()
    return [
        Row(figure, _spread(late), f"p99 {LATE:g} s", _too_late(figure, late)),
        Row("  arrived", f"{len(due) - missing} of {len(due)}", "all", lost),
        Row("  repeated", str(len(found) + missing - len(due))),
    ]


def _spread(late: Sequence[float]) -> str:
    if not late:
        return "none"
    return f"p50 {_percentile(late, 50):.3f}, p99 {_percentile(late, 99):.3f}, max {late[-1]:.3f} s"


def _too_late(figure: str, late: Sequence[float]) -> tuple[str, ...]:
    """Too early is as wrong: whoever sends before the moment is no reminder."""
    early = (f"{figure}: {-late[0]:.3f} s too early",) if late and late[0] < 0 else ()
    if late and _percentile(late, 99) < LATE:
        return early
    return (*early, f"{figure}: not 99 of 100 within {LATE:g} s")


def _percentile(ordered: Sequence[float], percent: int) -> float:
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def judge_sizes(sizes: Sequence[Size], warm: float, messages: int) -> list[Row]:
    """Largest against largest: what is freed in between is no growth, and no excuse either."""
    before = [each.kilobytes for each in sizes if each.at <= warm]
    after = [each.kilobytes for each in sizes if each.at > warm]
    if not before or not after:
        return [Row("memory", "not measured", faults=("memory: the worker ended too early",))]
    grown = max(after) - max(before)
    faults = (f"memory: grew by {grown} kB > {GROWTH} kB",) if grown > GROWTH else ()
    held = f"{before[0] / 1000:.1f} MB at first, {max(before) / 1000:.1f} MB warm"
    return [
        Row("memory of the worker's process", held),
        Row(
            f"  after {messages} messages more",
            f"{grown / 1000:+.1f} MB",
            f"{GROWTH / 1000:+g} MB",
            faults,
        ),
    ]
