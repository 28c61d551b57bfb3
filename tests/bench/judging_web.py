"""Rates of pages, starts and sizes against their bars: pure, as `judging`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.soak.judging import Row

FLASK, BARE = "Flask hello", "bare ASGI callable"
CONTENT, SHARED = "content page", "shared routine"
# Seconds from the command to the first answer, with packs that are made.
START = 2.0
# Of each process of one `limber serve`, with whatever it shares with others, in bytes.
MEMORY = 150_000_000

Rates = Mapping[str, float]


@dataclass(frozen=True)
class Bar:
    """At least so many times the rate of another."""

    of: str
    beside: str
    times: float


BARS = (Bar(CONTENT, FLASK, 3.0), Bar(SHARED, FLASK, 0.4), Bar(CONTENT, BARE, 0.4))


def judge_rates(rounds: Sequence[Rates]) -> list[Row]:
    """Each ratio within its round, so that whatever else runs weighs on both."""
    told = [Row(name, _per_second([each[name] for each in rounds])) for name in rounds[0]]
    return told + [_ratio(bar, rounds) for bar in BARS]


def _per_second(rates: Sequence[float]) -> str:
    return f"{median(rates):.0f}/s, {min(rates):.0f} to {max(rates):.0f}"


def _ratio(bar: Bar, rounds: Sequence[Rates]) -> Row:
    figure = f"{bar.of} / {bar.beside}"
    ratios = [each[bar.of] / each[bar.beside] for each in rounds]
    found = median(ratios)
    missed = (f"{figure}: {found:.2f} < {bar.times:g}",) if found < bar.times else ()
    measured = f"{found:.2f}, {min(ratios):.2f} to {max(ratios):.2f}"
    return Row(figure, measured, f">= {bar.times:g}", missed)


def judge_starts(seconds: Sequence[float]) -> Row:
    found = median(seconds)
    missed = (f"start: {found:.2f} s, not below {START:g} s",) if found >= START else ()
    return Row("start", f"{found:.2f} s, {max(seconds):.2f} at most", f"< {START:g} s", missed)


def judge_sizes(sizes: Sequence[int], everything: Sequence[int]) -> list[Row]:
    """Bytes of each process after the load, and after every page once."""
    return [
        _size("memory of each process", sizes),
        _size("  after all pages, all languages", everything),
    ]


def _size(figure: str, sizes: Sequence[int]) -> Row:
    largest = max(sizes)
    missed = (f"{figure.strip()}: {_mb(largest)}, not below {_mb(MEMORY)}",)
    over = missed if largest >= MEMORY else ()
    return Row(figure, ", ".join(map(_mb, sizes)), f"< {_mb(MEMORY)}", over)


def _mb(size: int) -> str:
    return f"{size / 1e6:.0f} MB"
