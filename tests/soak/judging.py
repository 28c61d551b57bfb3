"""What was measured against its bar: pure, so that quick tests can hold it to its word."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# How far from its plan a phase change may come into the page, in milliseconds.
LATE_MS = 50
# How many of the late ones are named.
NAMED = 5
# Until then after the start tap the page still answers it; those tasks are told apart.
ANSWER_MS = 1000

# Nodes and listeners are the same at the end of every loop, and what the scripts keep is so to some
# hundred bytes. After the first of ten loops there are 20,000 frames and 675 phases to come: a byte
# kept for each frame, or 30 for each phase, are over the bar.
HEAP_GROWTH = 20_000
NODE_GROWTH = 0
LISTENER_GROWTH = 0

Shown = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A line of the table; faults say what is over the bar."""

    figure: str
    measured: str
    bar: str = ""
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        bar = f"{self.bar}  over" if self.faults else self.bar
        return f"  {self.figure:<36}{self.measured:<34}{bar}".rstrip()


@dataclass(frozen=True)
class Planned:
    """A phase of the plan; `start` and `seconds` in seconds of the session."""

    start: float
    seconds: float
    shown: Shown


@dataclass(frozen=True)
class Seen:
    """A phase that came into the page; milliseconds since the start tap."""

    at: float
    next_frame: float | None
    shown: Shown


@dataclass(frozen=True)
class Task:
    """What kept the page busy; milliseconds, `at` since the start tap."""

    type: str
    at: float
    milliseconds: float


@dataclass(frozen=True)
class Size:
    """What the page holds at the end of a loop; `heap` without compiled `code`, both in bytes."""

    minute: float
    heap: int
    code: int
    nodes: int
    listeners: int


@dataclass(frozen=True)
class Comparison:
    """The plan beside what was seen."""

    pairs: list[tuple[Planned, Seen]]
    missing: list[Planned]
    unplanned: list[Seen]


def planned_within(plan: Sequence[Planned], minutes: float) -> list[Planned]:
    """The phases of so many minutes, the one in which they end included."""
    return [each for each in plan if each.start < minutes * 60]


def seen_within(seen: Sequence[Seen], seconds: float) -> list[Seen]:
    return [each for each in seen if each.at < seconds * 1000]


def compare(planned: Sequence[Planned], seen: Sequence[Seen]) -> Comparison:
    """In order, so what comes again, or before its turn, is unplanned."""
    plan, page = [each.shown for each in planned], [each.shown for each in seen]
    found = Comparison([], [], [])
    for tag, i, i_end, j, j_end in SequenceMatcher(None, plan, page, autojunk=False).get_opcodes():
        if tag == "equal":
            found.pairs.extend(zip(planned[i:i_end], seen[j:j_end], strict=True))
        else:
            found.missing.extend(planned[i:i_end])
            found.unplanned.extend(seen[j:j_end])
    return found


def judge_phases(planned: Sequence[Planned], seen: Sequence[Seen]) -> list[Row]:
    """The first phase answers the tap; the others are changes that have a plan."""
    found = compare(planned, seen)
    changes = [pair for pair in found.pairs if pair[0].start > 0]
    return [
        Row("phases seen", _seen(planned, found), "each once, in order", _disorder(found)),
        Row("change in the page, after its plan", _spread(_late(changes)), *_lateness(changes)),
        Row("the frame after it, after its plan", _spread(_painted(changes))),
        Row("first phase, after the tap", _spread(_late(found.pairs[:1]))),
    ]


def judge_tasks(tasks: Sequence[Task], most: int) -> list[Row]:
    """Long animation frames hold waiting too, so they are told and not judged."""
    long = [each for each in tasks if each.type == "longtask"]
    later = [each for each in long if each.at >= ANSWER_MS]
    first = [each for each in long if -each.milliseconds < each.at < ANSWER_MS]
    frames = [each for each in tasks if each.type != "longtask" and each.at >= ANSWER_MS]
    over = sorted((each for each in later if each.milliseconds > most), key=_length, reverse=True)
    faults = (f"a task of {each.milliseconds:.0f} ms at {each.at / 1000:.1f} s" for each in over)
    return [
        Row("tasks over 50 ms", _longest(later), f"{most} ms", _first(list(faults))),
        Row("tasks in the first second", _longest(first)),
        Row("animation frames over 50 ms", _longest(frames)),
    ]


def judge_sizes(sizes: Sequence[Size]) -> list[Row]:
    if len(sizes) < 2:
        return [Row("loops", str(len(sizes)), "2", ("too short to compare two loops",))]
    before, *later = sizes
    heap = max(each.heap for each in later) - before.heap
    nodes = max(each.nodes for each in later) - before.nodes
    listeners = max(each.listeners for each in later) - before.listeners
    return [
        *(_size(each) for each in sizes),
        _growth("heap, bytes since the first loop", heap, HEAP_GROWTH),
        _growth("nodes since the first loop", nodes, NODE_GROWTH),
        _growth("listeners since the first loop", listeners, LISTENER_GROWTH),
    ]


def judge_complaints(complaints: Sequence[str]) -> Row:
    return Row("errors and warnings", str(len(complaints)), "none", _first(complaints))


def tell_load(loads: Sequence[float], processors: int | None) -> Row:
    """No fault of the player: but a machine that does more than it can makes everything late."""
    return Row("load of the machine", _range(loads), f"{processors}, or measure again")


def _seen(planned: Sequence[Planned], found: Comparison) -> str:
    missing, unplanned = len(found.missing), len(found.unplanned)
    rest = f", {missing} missing, {unplanned} unplanned" if missing or unplanned else ""
    return f"{len(found.pairs)} of {len(planned)}{rest}"


def _disorder(found: Comparison) -> tuple[str, ...]:
    missing = [f"not seen: {_words(each.shown)} at {each.start:g} s" for each in found.missing]
    unplanned = [
        f"not planned: {_words(each.shown)} at {each.at / 1000:.3f} s" for each in found.unplanned
    ]
    return (*_first(missing), *_first(unplanned))


def _lateness(changes: Sequence[tuple[Planned, Seen]]) -> tuple[str, tuple[str, ...]]:
    """The bar, and the worst that are over it; too early is as wrong as too late."""
    bar = f"{LATE_MS} ms"
    if not changes:
        return bar, ("no change was seen",)
    by_lateness = sorted(zip(_late(changes), changes, strict=True), key=lambda each: -abs(each[0]))
    faults = [
        f"{late:.0f} ms after its plan: {_words(plan.shown)} at {plan.start:g} s"
        for late, (plan, _) in by_lateness
        if abs(late) > LATE_MS
    ]
    return bar, _first(faults)


def _late(pairs: Sequence[tuple[Planned, Seen]]) -> list[float]:
    return [seen.at - plan.start * 1000 for plan, seen in pairs]


def _painted(pairs: Sequence[tuple[Planned, Seen]]) -> list[float]:
    return [
        seen.next_frame - plan.start * 1000 for plan, seen in pairs if seen.next_frame is not None
    ]


def _spread(values: Sequence[float]) -> str:
    if len(values) < 2:
        return f"{values[0]:.0f} ms" if values else "none"
    most = sorted(values)[math.ceil(0.95 * len(values)) - 1]
    return f"median {statistics.median(values):.0f}, p95 {most:.0f}, max {max(values):.0f} ms"


def _range(values: Sequence[float]) -> str:
    return f"{min(values):.1f} to {max(values):.1f}"


def _longest(tasks: Sequence[Task]) -> str:
    if not tasks:
        return "0"
    longest = max(tasks, key=_length)
    at = max(0.0, longest.at / 1000)
    return f"{len(tasks)}, longest {longest.milliseconds:.0f} ms at {at:.1f} s"


def _length(task: Task) -> float:
    return task.milliseconds


def _size(size: Size) -> Row:
    kilobytes = f"{size.heap / 1000:.0f} kB and {size.code / 1000:.0f} kB of code"
    held = f"{kilobytes}, {size.nodes} nodes, {size.listeners} listeners"
    return Row(f"after {size.minute:.0f} minutes", held)


def _growth(figure: str, grown: int, most: int) -> Row:
    faults = (f"{figure}: {grown} > {most}",) if grown > most else ()
    return Row(figure, f"{grown:+}", f"{most:+}", faults)


def _words(shown: Shown) -> str:
    return ", ".join(filter(None, shown[1:]))


def _first(faults: Sequence[str]) -> tuple[str, ...]:
    """A broken player is late a hundred times; the first few say so."""
    more = [f"and {len(faults) - NAMED} more"] if len(faults) > NAMED else []
    return (*faults[:NAMED], *more)
