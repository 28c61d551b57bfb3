"""Reminders: messages per second of a core, lateness, flat memory. Pages: rates, start, memory,
and what Lighthouse says of them.

`python -m tests.bench PART…` runs only those parts, `--minutes 10` watches lateness for so long,
`--seconds 2` asks for each kind of page for so long in each round.
"""

from __future__ import annotations

import argparse
import sys

from tests.bench import lighthouse, rates, steady, web
from tests.soak.judging import Row

PARTS = {
    "rates": "by processor time, our sender and the whole worker beside encryption alone",
    "steady": "a worker's process among 100,000 reminders; late is from the second in which one is "
    "due until the push service has all of it, by its own clock on this same machine",
    "web": "pages of one web process beside a Flask hello and a bare ASGI callable, in turns; then "
    "how large it is, and how soon it answers",
    "lighthouse": "medians of five: accessibility, best practices, SEO and performance without "
    "blocking time, of a hundred; LCP; CLS",
}


def main(arguments: list[str]) -> int:
    wanted = _read(arguments)
    faults = []
    for name in wanted.parts or PARTS:
        print(f"{name}: {PARTS[name]}", flush=True)
        rows = _judge(name, wanted)
        print(*rows, sep="\n", flush=True)
        faults += [f"missed: {fault}" for row in rows for fault in row.faults]
    print("\n".join(faults) or "within bars")
    return 1 if faults else 0


def _judge(part: str, wanted: argparse.Namespace) -> list[Row]:
    judges = {
        "rates": rates.judge,
        "steady": lambda: steady.judge(wanted.minutes),
        "web": lambda: web.judge(wanted.seconds),
        "lighthouse": lighthouse.judge,
    }
    return judges[part]()


def _read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--minutes", type=float, default=2, help="with 1000 messages each")
    parser.add_argument("--seconds", type=int, default=web.SECONDS, help="of each kind of page")
    wanted = parser.parse_args(arguments)
    unknown = set(wanted.parts) - set(PARTS)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if not 0 < wanted.minutes <= steady.LONGEST_MINUTES:
        parser.error(f"--minutes: more than 0, at most {steady.LONGEST_MINUTES}")
    if wanted.seconds < 1:
        parser.error("--seconds: 1 or more")
    return wanted


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
