"""A first visit to any kind of page stays within the budget."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests import budget
from tests.serving import Server


def test_every_kind_of_page_is_within_budget(browser: Browser, server: Server) -> None:
    visits = budget.measure(browser, server)
    assert [fault for visit in visits for fault in visit.faults] == []
    assert budget.measure_worker(server) <= budget.WORKER_BYTES
    player = next(visit for visit in visits if visit.name == "player")
    assert player.bytes["script"] > 1000, "the measurement sees the scripts"
