"""`make test` runs everything, and hears of every fault."""

from __future__ import annotations

import pytest

from tests import __main__ as running


@pytest.mark.parametrize("codes", [[1, 0, 0, 0], [0, -9, 0, 0], [0, 0, 0, 2]])
def test_a_run_that_failed_or_was_killed_is_heard_of(
    monkeypatch: pytest.MonkeyPatch, codes: list[int]
) -> None:
    left = list(codes)
    monkeypatch.setattr(running, "python", lambda *_: left.pop(0))
    assert running.tests(quick=False, everything=False) == 1
    assert left == [], "the others run all the same"


def test_without_a_fault_it_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "python", lambda *_: 0)
    assert running.tests(quick=True, everything=False) == 0


@pytest.mark.parametrize("code", [1, -9])
def test_a_check_that_failed_is_named_and_the_others_run_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    ran: list[str] = []

    def step(name: str, ended: int) -> running.Step:
        def run() -> int:
            ran.append(name)
            return ended

        return name, run

    monkeypatch.setattr(running, "checks", lambda: [step("types", code), step("lint", 0)])
    assert running.check() == 1
    assert sorted(ran) == ["lint", "types"]
    assert capsys.readouterr().out == "failed: types\n"
