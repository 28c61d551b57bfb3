"""The player for long and on a slow phone, and every parser of what comes from outside.

`python -m tests.soak PART…` runs only those parts, `--minutes 2` makes each of the player that
short; memory takes two sessions at least. `--count 1000 --seed 4f2a` asks parsers that often, and
the same as then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.soak import memory, phases
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
INPUTS = "inputs"
COUNT = 100_000


def main(arguments: list[str]) -> int:
    wanted = _read(arguments)
    faults = []
    for name in wanted.parts or [*PARTS, INPUTS]:
        rows = _ask(wanted) if name == INPUTS else _watch(name, wanted)
        print(*rows, sep="\n", flush=True)
        faults += [f"over the bar: {name}: {fault}" for row in rows for fault in row.faults]
    print("\n".join(faults) or "within bars")
    return 1 if faults else 0


def _watch(name: str, wanted: argparse.Namespace) -> list[Row]:
    part = PARTS[name]
    minutes = wanted.minutes or part.minutes
    print(f"{name}: {minutes:g} minutes of {part.title}", flush=True)
    return part.judge(minutes, name=name)


def _ask(wanted: argparse.Namespace) -> list[Row]:
    print(f"{INPUTS}: {wanted.count} odd inputs to every parser of what comes from outside")
    return inputs.judge(wanted.count, wanted.seed)


def _read(arguments: list[str]) -> argparse.Namespace:
    known = [*PARTS, INPUTS]
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(known))
    parser.add_argument("--minutes", type=float, help="of a session, for each part of the player")
    parser.add_argument("--count", type=int, default=COUNT, help="inputs, to all parsers together")
    parser.add_argument("--seed", default="", help="as an earlier run has said it")
    wanted = parser.parse_args(arguments)
    unknown = set(wanted.parts) - set(known)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    return wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
