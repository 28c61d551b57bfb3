"""The journal in a real browser's own database: kept, changed, dropped, and never in the way."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browser import journal
from tests.browser.conftest import OpenPage
from webapp import places

# The module itself, not the bundle of a page, from an address that only the test answers.
SOURCES = "/sources/"
CALL = """async ([name, given]) =>
  (await import("/sources/js/shared/journal.js"))[name](given)"""

REFUSALS = {
    "opening throws": "IDBFactory.prototype.open = () => { throw new DOMException('no') }",
    "there is none": "Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "writing throws": """IDBObjectStore.prototype.put = IDBObjectStore.prototype.delete =
      IDBObjectStore.prototype.getAll = () => { throw new DOMException('', 'DataError') }""",
    "it is full": """IDBObjectStore.prototype.put = IDBObjectStore.prototype.delete =
      IDBObjectStore.prototype.getAll = function () { this.transaction.abort() }""",
}
SILENCE = "IDBFactory.prototype.open = () => ({})"
PATIENCE_MS = 3000


@pytest.fixture
def device(open_page: OpenPage) -> Page:
    page = open_page("about:blank")
    page.route(f"**{SOURCES}**", _source)
    page.goto("/en/about/")
    return page


def _source(route: Route) -> None:
    name = urlsplit(route.request.url).path.removeprefix(SOURCES)
    route.fulfill(path=places.STATIC / name, content_type="text/javascript")


def call(page: Page, name: str, given: Any) -> Any:
    return page.evaluate(CALL, [name, given])


def ids(page: Page, count: int = 9) -> list[int]:
    return [entry["id"] for entry in call(page, "lastSessions", count)]


def test_sessions_are_kept_newest_first_and_survive_a_reload(device: Page) -> None:
    assert ids(device) == []
    for begun in (9, 1000, 200):
        assert call(device, "keepSession", journal.session(begun)) is True
    assert ids(device) == [1000, 200, 9]
    device.reload()
    assert ids(device, 2) == [1000, 200]
    assert call(device, "lastSessions", 1) == [journal.session(1000)]


def test_the_same_id_is_changed_and_a_dropped_one_is_gone(device: Page) -> None:
    call(device, "keepSession", journal.session(1))
    call(device, "keepSession", journal.session(1, after=7, note="left side"))
    assert call(device, "lastSessions", 9) == [journal.session(1, after=7, note="left side")]
    assert call(device, "dropSession", 1) is True
    assert call(device, "dropSession", 1) is True
    assert ids(device) == []


def test_what_else_is_kept_there_or_broken_is_left_alone(device: Page) -> None:
    broken = {"id": 2, "kind": "swim"}
    journal.put(device, journal.session(1), broken)
    device.evaluate(
        journal.PUT.replace('["session", each.id]', '["drink", each.id]'),
        [journal.session(3)],
    )
    assert ids(device) == [1]


def test_another_tab_sees_it_at_once(device: Page) -> None:
    other = device.context.new_page()
    other.route(f"**{SOURCES}**", _source)
    other.goto("/ar/about/")
    assert ids(other) == []
    call(device, "keepSession", journal.session(5))
    assert ids(other) == [5]


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_browser_that_refuses_keeps_nothing_and_breaks_nothing(
    device: Page, refusal: str
) -> None:
    device.add_init_script(REFUSALS[refusal])
    device.reload()
    assert call(device, "keepSession", journal.session(1)) is False
    assert call(device, "dropSession", 1) is False
    assert call(device, "lastSessions", 3) == []


def test_a_database_that_never_answers_is_given_up(device: Page) -> None:
    device.add_init_script(SILENCE)
    device.clock.install()
    device.reload()
    device.evaluate(
        """async session => {
          const { keepSession, lastSessions } = await import("/sources/js/shared/journal.js");
          window.answers = Promise.all([keepSession(session), lastSessions(3)]);
        }""",
        journal.session(1),
    )
    device.clock.run_for(PATIENCE_MS)
    assert device.evaluate("window.answers") == [False, []]
