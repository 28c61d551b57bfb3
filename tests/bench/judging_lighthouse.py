"""What Lighthouse reports against its bars: pure, as `judging`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from statistics import median
from typing import Any

from tests.soak.judging import Row

# Of a hundred.
WHOLE, FAST = 100, 95
# Seconds until the largest part of the page is there, and how far things move meanwhile.
LARGEST_SECONDS, SHIFT = 1.2, 0.0
# The simulated processor says more of this machine than of the page, so it is left out.
BLOCKING = "total-blocking-time"
KINDS = ("accessibility", "best-practices", "seo")

Report = Mapping[str, Any]


@dataclass(frozen=True)
class Seen:
    """One run: scores of a hundred, performance without its blocking time.

    `largest` is LCP in seconds, `shift` is CLS, `failed` are audits below a whole score, by kind.
    """

    scores: Mapping[str, float]
    performance: float
    largest: float
    shift: float
    failed: Mapping[str, tuple[str, ...]]


def read(report: Report, by_design: Sequence[str] = ()) -> Seen:
    """What a report in JSON says; audits that fail by design count for nothing."""
    audits = report["audits"]
    return Seen(
        {kind: _score(report, kind, by_design) for kind in KINDS},
        _score(report, "performance", [BLOCKING]),
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["cumulative-layout-shift"]["numericValue"],
        {kind: tuple(_failed(report, kind, by_design)) for kind in KINDS},
    )


def _score(report: Report, kind: str, without: Sequence[str]) -> float:
    """Lighthouse's own mean, weighted as it weighs, of what is left."""
    counted = [
        (each["weight"], report["audits"][each["id"]]["score"])
        for each in report["categories"][kind]["auditRefs"]
        if each["weight"] and each["id"] not in without
    ]
    known: list[tuple[float, float]] = [
        (weight, score) for weight, score in counted if score is not None
    ]
    return 100.0 * sum(map(prod, known)) / sum(weight for weight, _ in known)


def _failed(report: Report, kind: str, without: Sequence[str]) -> Iterator[str]:
    for each in report["categories"][kind]["auditRefs"]:
        score = report["audits"][each["id"]]["score"]
        if each["weight"] and each["id"] not in without and score is not None and score < 1:
            yield each["id"]


def judge_page(name: str, runs: Sequence[Seen]) -> Row:
    """The medians of several runs of one page."""
    scores = {kind: median(run.scores[kind] for run in runs) for kind in KINDS}
    fast = median(run.performance for run in runs)
    largest = median(run.largest for run in runs)
    shift = median(run.shift for run in runs)
    told = " ".join(f"{score:.0f}" for score in (*scores.values(), fast))
    over = {
        f"performance {fast:.0f} < {FAST}": fast < FAST,
        f"LCP {largest:.2f} s > {LARGEST_SECONDS}": largest > LARGEST_SECONDS,
        f"CLS {shift:.3f} > {SHIFT:g}": shift > SHIFT,
    }
    faults = [*_whole(scores, runs), *(fault for fault, is_over in over.items() if is_over)]
    measured = f"{told}, {largest:.2f} s, {shift:.3f}"
    bar = f"{WHOLE} {WHOLE} {WHOLE} {FAST}, {LARGEST_SECONDS} s, {SHIFT:g}"
    return Row(name, measured, bar, tuple(f"{name}: {fault}" for fault in faults))


def tell_plain(name: str, runs: Sequence[Seen]) -> Row:
    """The same page by HTTP/1.1 without TLS, which no bar is for: nobody is served so."""
    largest = sorted(run.largest for run in runs)
    told = f"{median(largest):.2f} s, {largest[0]:.2f} to {largest[-1]:.2f}"
    return Row(f"  {name} by HTTP/1.1", told)


def _whole(scores: Mapping[str, float], runs: Sequence[Seen]) -> Iterator[str]:
    for kind, score in scores.items():
        if score < WHOLE:
            why = sorted({audit for run in runs for audit in run.failed[kind]})
            yield f"{kind} {score:.4g} < {WHOLE} ({', '.join(why)})"
