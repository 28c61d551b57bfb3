"""The player for long and on a slow phone, all parsers of what comes from outside, and faults.

`python -m tests.soak PART…` runs only those parts, `--minutes 2` makes each of the player that
short; memory takes two sessions at least. `--count 1000 --seed 4f2a` asks parsers that often, and
the same as then. `--short` makes each of the faults take seconds, `--only locked` takes one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from tests.soak import memory, phases
from tests.soak.faults import judge as faults
from tests.soak.inputs import judge as inputs
from tests.soak.judging import Row


@dataclass(frozen=True)
class Part:
    """What is watched for so many minutes of a session, and how it is called in the table."""

    title: str
    minutes: float
    judge: Callable[..., list[Row]]


# A processor six times as slow is about a cheap phone of some years ago.
PARTS = {
    "phases": Part(
        "a session at a sixth of the processor's speed",
        20,
        partial(phases.judge, throttle=6, most=200),
    ),
    "tasks": Part("a session at full speed", 3, partial(phases.judge, throttle=1, most=50)),
    "packs": Part(
        "a session while packs are taken over, again and again",
        3,
        partial(phases.judge, throttle=1, most=50, meanwhile=phases.TAKING),
    ),
    "memory": Part(f"sessions one after the other, {memory.SPEED} times as fast", 60, memory.judge),
}
INPUTS, FAULTS = "inputs", "faults"
KNOWN = [*PARTS, INPUTS, FAULTS]
COUNT = 100_000


def main(arguments: list[str]) -> int:
    wanted = _read(arguments)
    over = []
    for name in wanted.parts or KNOWN:
        for row in _judge(name, wanted):
            print(row, flush=True)
            over += [f"over the bar: {name}: {fault}" for fault in row.faults]
    print("\n".join(over) or "within bars")
    return 1 if over else 0


def _judge(name: str, wanted: argparse.Namespace) -> Iterable[Row]:
    if name == FAULTS:
        return _harm(wanted)
    return _ask(wanted) if name == INPUTS else _watch(name, wanted)


def _watch(name: str, wanted: argparse.Namespace) -> list[Row]:
    part = PARTS[name]
    minutes = wanted.minutes or part.minutes
    print(f"{name}: {minutes:g} minutes of {part.title}", flush=True)
    return part.judge(minutes, name=name)


def _ask(wanted: argparse.Namespace) -> list[Row]:
    print(f"{INPUTS}: {wanted.count} odd inputs, of each parser of what comes from outside as many")
    return inputs.judge(wanted.count, wanted.seed)


def _harm(wanted: argparse.Namespace) -> Iterable[Row]:
    print(f"{FAULTS}: what happens to a Limber that serves", flush=True)
    return faults.judge(wanted.only, wanted.seed, short=wanted.short)


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(KNOWN))
    parser.add_argument("--minutes", type=float, help="of a session, for each part of the player")
    parser.add_argument("--count", type=int, default=COUNT, help="inputs, to all parsers together")
    parser.add_argument("--seed", default="", help="as an earlier run has said it")
    parser.add_argument("--short", action="store_true", help="seconds of each fault")
    parser.add_argument(
        "--only", action="append", default=[], choices=[*faults.FAULTS], help="of the faults"
    )
    wanted = parser.parse_args(arguments)
    unknown = set(wanted.parts) - set(KNOWN)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(KNOWN)}")
    return wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
