"""Pages that are slow, a process that is large or late miss their bars, others do not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.bench import wrk
from tests.bench.judging_web import (
    BARE,
    CONTENT,
    FLASK,
    MEMORY,
    SHARED,
    START,
    judge_rates,
    judge_sizes,
    judge_starts,
)
from tests.soak.judging import Row

WELL = {FLASK: 1000.0, BARE: 7500.0, CONTENT: 3000.0, SHARED: 400.0}

SAID = """Running 2s test @ http://127.0.0.1:8000/
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.02ms  120.00us   5.00ms   90.00%
  2000 requests in 2.00s, 3.00MB read
Requests/sec:   1000.25
Transfer/sec:      1.50MB
"""


def faults(rows: Sequence[Row]) -> list[str]:
    return [fault for row in rows for fault in row.faults]


def test_who_is_at_every_bar_misses_none() -> None:
    assert faults(judge_rates([WELL])) == []


@pytest.mark.parametrize(
    ("slower", "named"),
    [
        ({CONTENT: 2990.0}, [f"{CONTENT} / {FLASK}", f"{CONTENT} / {BARE}"]),
        ({SHARED: 390.0}, [f"{SHARED} / {FLASK}"]),
        ({BARE: 7600.0}, [f"{CONTENT} / {BARE}"]),
    ],
)
def test_who_is_below_a_bar_is_named(slower: dict[str, float], named: list[str]) -> None:
    assert [each.partition(":")[0] for each in faults(judge_rates([WELL | slower]))] == named


def test_a_machine_that_is_slower_for_a_while_is_no_fault() -> None:
    half = {name: rate / 2 for name, rate in WELL.items()}
    disturbed = WELL | {SHARED: 1.0}
    assert faults(judge_rates([WELL, half, half, disturbed])) == []


def test_a_start_is_judged_by_the_median() -> None:
    assert faults([judge_starts([START - 0.1, START - 0.1, 9 * START])]) == []
    assert len(faults([judge_starts([0.1, START, START])])) == 1


def test_the_largest_process_counts() -> None:
    assert faults(judge_sizes([MEMORY - 1, 1], [1, MEMORY - 1])) == []
    assert len(faults(judge_sizes([1, MEMORY], [1, 1]))) == 1
    assert len(faults(judge_sizes([1, 1], [MEMORY, 1]))) == 1


def test_the_rate_is_read_off_what_wrk_says() -> None:
    assert wrk.read(SAID) == 1000.25


@pytest.mark.parametrize(
    "line",
    [
        "  Non-2xx or 3xx responses: 3",
        "  Socket errors: connect 0, read 1, write 0, timeout 0",
    ],
)
def test_what_was_not_answered_well_is_no_rate(line: str) -> None:
    with pytest.raises(AssertionError, match=line.strip().split(":")[0]):
        wrk.read(f"{SAID}{line}\n")
