"""What counts of a report of Lighthouse, and what is over a bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.bench.judging_lighthouse import Seen, judge_page, read, tell_plain

GOOD = Seen(
    {"accessibility": 100, "best-practices": 100, "seo": 100},
    performance=98,
    largest=1.1,
    shift=0,
    failed={"accessibility": (), "best-practices": (), "seo": ()},
)


def report(**scores: float | None) -> dict[str, Any]:
    """Scores of audits by name, with _ for -; those that are not named are whole."""
    found = {name.replace("_", "-"): score for name, score in scores.items()}
    kinds = {
        "performance": {
            "first-contentful-paint": 10,
            "largest-contentful-paint": 25,
            "total-blocking-time": 30,
            "cumulative-layout-shift": 25,
            "network-requests": 0,
        },
        "accessibility": {"image-alt": 10, "color-contrast": 7},
        "best-practices": {"errors-in-console": 1},
        "seo": {"is-crawlable": 4, "meta-description": 1},
    }
    audits: dict[str, Any] = {
        name: {"score": found.get(name, 1), "numericValue": 0}
        for weights in kinds.values()
        for name in weights
    }
    audits["largest-contentful-paint"]["numericValue"] = 1100
    refs = {
        kind: {"auditRefs": [{"id": name, "weight": weight} for name, weight in weights.items()]}
        for kind, weights in kinds.items()
    }
    return {"audits": audits, "categories": refs}


def test_performance_is_the_weighted_mean_without_blocking_time() -> None:
    seen = read(report(total_blocking_time=0, largest_contentful_paint=0.4))
    assert seen.performance == pytest.approx(100 * (10 + 25 * 0.4 + 25) / 60)
    assert seen.largest == pytest.approx(1.1)


def test_what_weighs_nothing_or_does_not_apply_is_no_fault() -> None:
    seen = read(report(network_requests=0, image_alt=None))
    assert seen.scores["accessibility"] == 100
    assert seen.performance == 100
    assert not any(seen.failed.values())


def test_what_fails_is_named() -> None:
    seen = read(report(color_contrast=0, is_crawlable=0))
    assert seen.scores["accessibility"] == pytest.approx(100 * 10 / 17)
    assert seen.failed["accessibility"] == ("color-contrast",)
    assert seen.scores["seo"] == pytest.approx(20)


def test_by_design_only_what_is_named_is_left_out() -> None:
    assert read(report(is_crawlable=0), ["is-crawlable"]).scores["seo"] == 100
    other = read(report(is_crawlable=0, meta_description=0), ["is-crawlable"])
    assert other.scores["seo"] == 0
    assert other.failed["seo"] == ("meta-description",)


def test_good_medians_are_within() -> None:
    slow = replace(GOOD, performance=60, largest=3, shift=0.2)
    row = judge_page("Today", [slow, GOOD, GOOD, slow, GOOD])
    assert not row.faults
    assert row.measured == "100 100 100 98, 1.10 s, 0.000"


@pytest.mark.parametrize(
    ("run", "fault"),
    [
        (replace(GOOD, performance=94.4), "Today: performance 94 < 95"),
        (replace(GOOD, largest=1.21), "Today: LCP 1.21 s > 1.2"),
        (replace(GOOD, shift=0.004), "Today: CLS 0.004 > 0"),
    ],
)
def test_what_is_over_is_told(run: Seen, fault: str) -> None:
    assert judge_page("Today", [run] * 5).faults == (fault,)


def test_a_score_that_is_not_whole_says_why() -> None:
    scores, failed = {**GOOD.scores, "seo": 99.6}, {**GOOD.failed, "seo": ("hreflang",)}
    bad = replace(GOOD, scores=scores, failed=failed)
    assert judge_page("Today", [bad] * 3).faults == ("Today: seo 99.6 < 100 (hreflang)",)


def test_what_nobody_is_served_by_is_told_and_not_judged() -> None:
    runs = [replace(GOOD, largest=seconds) for seconds in (1.3, 1.1, 1.5)]
    row = tell_plain("player", runs)
    assert (row.measured, row.faults) == ("1.30 s, 1.10 to 1.50", ())
