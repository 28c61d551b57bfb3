"""A worker that is slow, late, forgetful or growing misses its bar, any other does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.bench.judging import (
    BAR,
    FEWEST,
    GROWTH,
    LATE,
    Cost,
    Round,
    Size,
    judge_lateness,
    judge_rates,
    judge_sizes,
)
from tests.soak.judging import Row

DUE = {str(number): 100.0 for number in range(200)}


def faults(rows: Sequence[Row]) -> list[str]:
    return [fault for row in rows for fault in row.faults]


def test_one_that_is_only_told_misses_nothing() -> None:
    rounds = {"worker": [round_of(99)] * FEWEST, "other": [round_of(99)]}
    assert faults(judge_rates(rounds, told=["worker", "other"])) == []


def round_of(processor: float, after: float = 1) -> Round:
    return Round(Cost(1, 1), Cost(wall=99, processor=processor), Cost(1, after))


def sent(seconds: float) -> list[tuple[str, float]]:
    return [(name, at + seconds) for name, at in DUE.items()]


@pytest.mark.parametrize(("ratio", "missed"), [(BAR + 0.01, 0), (BAR - 0.01, 1)])
def test_a_rate_is_judged_by_the_median_of_processor_time(ratio: float, missed: int) -> None:
    usual = round_of(1 / ratio)
    disturbed = round_of(99)
    assert len(faults(judge_rates({"worker": [usual, disturbed] * 3 + [usual]}))) == missed


def test_rounds_in_which_the_machine_changes_do_not_count() -> None:
    usual, changing = round_of(2), round_of(99, after=1.5)
    assert faults(judge_rates({"worker": [usual] * FEWEST + [changing] * 50})) == []
    (fault,) = faults(judge_rates({"worker": [usual] * (FEWEST - 1) + [changing] * 50}))
    assert "measure again" in fault


def test_who_is_on_time_misses_nothing() -> None:
    assert faults(judge_lateness("late", DUE, sent(LATE / 2))) == []


def test_one_of_a_hundred_may_be_late_and_two_may_not() -> None:
    late = [("0", 100 + 9 * LATE), ("1", 100 + 9 * LATE)]
    assert faults(judge_lateness("late", DUE, late + sent(0.1)[2:])) == []
    more = [*late, ("2", 100 + 9 * LATE)]
    assert len(faults(judge_lateness("late", DUE, more + sent(0.1)[3:]))) == 1


def test_who_is_too_early_or_loses_one_misses_the_bar() -> None:
    assert "early" in faults(judge_lateness("late", DUE, sent(-0.01)))[0]
    assert "1 did not arrive" in faults(judge_lateness("late", DUE, sent(0.1)[1:]))[0]
    assert len(faults(judge_lateness("late", DUE, []))) == 2


def test_a_repeat_is_told_and_not_judged() -> None:
    rows = judge_lateness("late", DUE, [*sent(0.1), ("0", 101.0)])
    assert faults(rows) == []
    assert rows[-1].measured == "1"


def test_what_grows_once_it_is_warm_misses_the_bar() -> None:
    warm = [Size(1, 50_000), Size(2, 90_000), Size(3, 80_000)]
    assert faults(judge_sizes([*warm, Size(4, 90_000 + GROWTH)], 3, 20_000)) == []
    assert len(faults(judge_sizes([*warm, Size(4, 90_001 + GROWTH)], 3, 20_000))) == 1
    assert len(faults(judge_sizes(warm, 3, 20_000))) == 1
