"""What `make soak ONLY=faults` does at length, in seconds; and that it would find what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.soak.faults import clock, disk_full, gone, judging, locked, slow
from tests.soak.faults.judging import HEALTH, PAGE, PUBLISH, Asked, Window
from tests.soak.judging import Row

SEED = "test"
WINDOW = Window(10, 20)
WELL = [
    *(Asked(PAGE, at, 0.01, 200) for at in range(30)),
    *(Asked(PUBLISH, at, 0.01, 201) for at in (5, 25)),
    Asked(PUBLISH, 12, 5.0, 503, "5"),
    Asked(HEALTH, 12, 0.1, 503),
    Asked(HEALTH, 21, 0.1, 200),
]


def faults(rows: list[Row]) -> list[str]:
    return list(judging.faults(rows))


def test_clear_refusals_and_a_soon_recovery_are_within_bars() -> None:
    assert faults(judging.judge("well", WELL, WINDOW)) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (Asked(PAGE, 15, 0.1, 503, "5"), "page: 503 meanwhile"),
        (Asked(PUBLISH, 15, 1.0, 500), "publish: 500, Retry-After none, 1.0 s"),
        (Asked(PUBLISH, 15, 1.0, 503), "publish: 503, Retry-After none, 1.0 s"),
        (Asked(PUBLISH, 15, 1.0, 0), "publish: broken, Retry-After none, 1.0 s"),
        (Asked(PUBLISH, 15, 1.0, 503, "5", False), "publish: 503, Retry-After 5, 1.0 s"),
        (Asked(PUBLISH, 15, 15.1, 201), "publish took 15.1 s"),
        (Asked(PUBLISH, 26, 0.1, 503, "5"), "publish: not well again"),
    ],
)
def test_what_is_wrong_is_over_its_bar(wrong: Asked, fault: str) -> None:
    assert fault in faults(judging.judge("wrong", [*WELL, wrong], WINDOW))


def test_slow_finished_pages_and_a_late_recovery_are_over_their_bars() -> None:
    slow_pages = [replace(each, seconds=2.1) if each.kind == PAGE else each for each in WELL]
    assert "finished: p99 2.10 s > 2 s" in faults(judging.judge("slow", slow_pages, WINDOW))
    late = [*WELL, Asked(PUBLISH, 29, 2.0, 503, "5"), Asked(PUBLISH, 31, 0.1, 201)]
    assert "well again after 11.1 s" in faults(judging.judge("late", late, WINDOW))


def test_finished_pages_that_nobody_asked_for_prove_nothing() -> None:
    others = [each for each in WELL if each.kind != PAGE]
    assert "none was asked for" in faults(judging.judge("none", others, WINDOW))[0]


def test_a_lost_write_and_a_broken_database_are_found() -> None:
    told = {"a": "1", "b": "2"}
    assert judging.judge_kept(told, {"a": "1", "b": "2", "c": "3"}, {"a", "b", "c"}).faults == ()
    assert judging.judge_kept(told, {"a": "1"}, {"a", "b"}).faults
    assert judging.judge_kept(told, {**told, "c": "3"}, {"a", "b"}).faults
    assert judging.judge_integrity(["row 1 missing from index"]).faults
    assert judging.judge_integrity(["ok"]).faults == ()


@pytest.mark.sweep
@pytest.mark.parametrize(
    "judge",
    [
        *(locked.judge, gone.judge, clock.judge, slow.judge),
        pytest.param(
            disk_full.judge,
            marks=pytest.mark.skipif(not disk_full.can_mount(), reason="needs root on Linux"),
        ),
    ],
)
def test_a_short_fault_stays_within_bars(judge: Callable[..., list[Row]]) -> None:
    assert faults(judge(SEED, short=True)) == []
