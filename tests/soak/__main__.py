"""The player over a long time and on a slow phone: phases on time, short tasks, flat memory.

`python -m tests.soak PART…` runs only those parts, `--minutes 2` makes each that short; memory
takes two sessions at least.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.soak import memory, phases
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


def main(arguments: list[str]) -> int:
    wanted = _read(arguments)
    faults = []
    for name in wanted.parts or PARTS:
        part = PARTS[name]
        minutes = wanted.minutes or part.minutes
        print(f"{name}: {minutes:g} minutes of {part.title}", flush=True)
        rows = part.judge(minutes, name=name)
        print(*rows, sep="\n", flush=True)
        faults += [f"over the bar: {name}: {fault}" for row in rows for fault in row.faults]
    print("\n".join(faults) or "within bars")
    return 1 if faults else 0


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--minutes", type=float, help="of a session, for each part")
    wanted = parser.parse_args(arguments)
    unknown = set(wanted.parts) - set(PARTS)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    return wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
