"""A player that is late, skips, stutters or grows is over the bar, and one that does not is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.soak.judging import (
    Planned,
    Row,
    Seen,
    Size,
    Task,
    judge_complaints,
    judge_phases,
    judge_sizes,
    judge_tasks,
    planned_within,
    seen_within,
)
from tests.soak.memory import parted

PLAN = [
    Planned(0, 10, ("ready", "Get ready", "", "Bridge")),
    Planned(10, 3, ("move", "Lift", "1 of 2", "Bridge")),
    Planned(13, 2, ("move", "Lower", "1 of 2", "Bridge")),
    Planned(15, 3, ("move", "Lift", "2 of 2", "Bridge")),
    Planned(18, 2, ("move", "Lower", "2 of 2", "Bridge")),
]


def on_time(late: Sequence[float] = (0, 0, 0, 0, 0)) -> list[Seen]:
    return [
        Seen(plan.start * 1000 + ms, plan.start * 1000 + ms + 16, plan.shown)
        for plan, ms in zip(PLAN, late, strict=True)
    ]


def faults(rows: Sequence[Row]) -> list[str]:
    return [fault for row in rows for fault in row.faults]


def test_a_player_on_time_is_within_bars() -> None:
    rows = judge_phases(PLAN, on_time([250, 50, 10, 20, 30]))
    assert faults(rows) == []
    assert [row.measured for row in rows] == [
        "5 of 5",
        "median 25, p95 50, max 50 ms",
        "median 41, p95 66, max 66 ms",
        "250 ms",
    ]


@pytest.mark.parametrize("late", [51, -51])
def test_a_change_too_late_or_too_early_is_over(late: float) -> None:
    rows = judge_phases(PLAN, on_time([0, 0, 0, late, 0]))
    assert faults(rows) == [f"{late} ms after its plan: Lift, 2 of 2, Bridge at 15 s"]


def test_a_skipped_phase_is_over() -> None:
    seen = on_time()
    rows = judge_phases(PLAN, [*seen[:2], *seen[3:]])
    assert rows[0].measured == "4 of 5, 1 missing, 0 unplanned"
    assert faults(rows) == ["not seen: Lower, 1 of 2, Bridge at 13 s"]


def test_a_phase_that_comes_twice_is_over() -> None:
    seen = on_time()
    again = Seen(14_000, None, PLAN[1].shown)
    assert faults(judge_phases(PLAN, [*seen[:3], again, *seen[3:]])) == [
        "not planned: Lift, 1 of 2, Bridge at 14.000 s"
    ]


def test_two_phases_in_the_wrong_order_are_over() -> None:
    seen = on_time()
    rows = judge_phases(PLAN, [*seen[:2], seen[3], seen[2], seen[4]])
    assert len(rows[0].faults) == 2


def test_a_player_that_shows_nothing_is_over() -> None:
    assert "no change was seen" in faults(judge_phases(PLAN, []))


def test_of_many_faults_the_worst_are_named() -> None:
    plan = [Planned(each, 1, ("move", str(each))) for each in range(1, 101)]
    seen = [Seen(each.start * 1001, None, each.shown) for each in plan]
    named = faults(judge_phases(plan, seen))
    assert named[0] == "100 ms after its plan: 100 at 100 s"
    assert len(named) == 6
    assert named[-1] == "and 45 more"


def test_what_was_watched_ends_with_its_last_minute() -> None:
    assert planned_within(PLAN, 0.25) == PLAN[:3]
    assert planned_within(PLAN, 60) == PLAN
    assert seen_within(on_time(), 14) == on_time()[:3]


def test_a_task_is_held_to_its_bar_from_the_second_after_the_tap() -> None:
    tasks = [
        Task("longtask", -900, 300),
        Task("longtask", -60, 260),
        Task("longtask", 1000, 200),
        Task("long-animation-frame", 5000, 400),
    ]
    rows = judge_tasks(tasks, 200)
    assert faults(rows) == []
    assert [row.measured for row in rows] == [
        "1, longest 200 ms at 1.0 s",
        "1, longest 260 ms at 0.0 s",
        "1, longest 400 ms at 5.0 s",
    ]


def test_a_longer_task_is_over() -> None:
    tasks = [Task("longtask", 2000, 120), Task("longtask", 61_000, 210)]
    assert faults(judge_tasks(tasks, 50)) == [
        "a task of 210 ms at 61.0 s",
        "a task of 120 ms at 2.0 s",
    ]


def test_what_the_engine_compiles_is_not_left_behind() -> None:
    sizes = [Size(6, 1_800_000, 900_000, 1355, 26), Size(12, 1_820_000, 1_900_000, 1355, 26)]
    assert faults(judge_sizes(sizes)) == []


@pytest.mark.parametrize(
    ("grown", "fault"),
    [
        (Size(12, 1_820_001, 900_000, 1355, 26), "heap"),
        (Size(12, 1_800_000, 900_000, 1356, 26), "nodes"),
        (Size(12, 1_800_000, 900_000, 1355, 27), "listeners"),
    ],
)
def test_whatever_grows_is_over(grown: Size, fault: str) -> None:
    first = Size(6, 1_800_000, 900_000, 1355, 26)
    (found,) = faults(judge_sizes([first, grown, first]))
    assert found.startswith(fault)


def test_a_snapshot_is_parted_into_what_is_kept_and_what_is_compiled() -> None:
    kinds = [["native", "code", "object"], "string", "number"]
    meta = {"node_fields": ["type", "name", "self_size"], "node_types": kinds}
    nodes = [2, 7, 100, 1, 8, 30, 0, 9, 5, 1, 8, 4]
    assert parted({"snapshot": {"meta": meta}, "nodes": nodes}) == (100, 34)


def test_one_loop_tells_nothing() -> None:
    assert faults(judge_sizes([Size(6, 1, 900_000, 1, 1)]))


def test_an_error_in_the_console_is_over() -> None:
    assert judge_complaints(["Uncaught TypeError"]).faults == ("Uncaught TypeError",)
    assert judge_complaints([]).faults == ()
