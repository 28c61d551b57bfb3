"""The sweat test in a real browser: two weighings, the sums, what is kept of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.drinks import at_four, submit, sweat_test, weighed


def test_the_sums_of_vector_one_step_by_step(open_page: OpenPage) -> None:
    page = at_four(open_page)
    sweat_test(page)
    for name, words in {
        "lost": "0.6 kg ≈ 0.6 L",
        "drunk": "0.5 L",
        "passed": "0 L",
        "sweat": "1.1 L",
        "hours": "1.5 h",
        "rate": "0.73 L an hour",
        "percent": "0.86% of your weight",
    }.items():
        expect(page.locator(f"[data-sum={name}]")).to_have_text(words)
    expect(page.locator("[data-ceiling]")).to_have_text("0.6 L an hour")
    expect(page.locator("[data-error]")).to_contain_text("0.13 L an hour")
    page.get_by_role("button", name="Done").click()
    expect(page.locator("[data-groups]")).to_contain_text("27 °C: 0.73 L an hour")
    assert [each["kind"] for each in weighed(page)] == ["pool"]


def test_a_reload_in_the_middle_loses_nothing(open_page: OpenPage) -> None:
    page = at_four(open_page, "/en/hydration/sweat-test")
    submit(page, "before", before="70")
    page.locator("#minutes").fill("90")
    page.reload()
    expect(page.get_by_role("heading", name="2. The session")).to_be_visible()
    expect(page.locator("#minutes")).to_have_value("90")
    page.get_by_role("button", name="Back").locator("visible=true").click()
    expect(page.locator("#before")).to_have_value("70")


def test_what_is_mistyped_is_said_beside_its_field(open_page: OpenPage) -> None:
    page = at_four(open_page, "/en/hydration/sweat-test")
    submit(page, "before", before="700")
    expect(page.locator("#before-fault")).to_contain_text("from 20 kg to 300 kg")
    submit(page, "before", before="70")
    submit(page, "session", minutes="x", degrees="80", drunk="500")
    for name, words in {
        "minutes": "from 1 to 1,440",
        "degrees": "from -2 °C to 45 °C",
        "drunk": "from 0 L to 10 L",
        "passed": "from 0 L to 5 L; 0 for none",
    }.items():
        expect(page.locator(f"#{name}-fault")).to_contain_text(words)
    expect(page.locator("#minutes")).to_be_focused()
    submit(page, "session", minutes="90", degrees="27", drunk="0.5", passed="0")
    submit(page, "after", after="96")
    expect(page.locator("#after-fault")).to_contain_text("more than a tenth")


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"minutes": "44"}, "short"),
        ({"after": "70", "drunk": "0"}, "measurement"),
    ],
)
def test_a_test_that_says_nothing_is_not_kept(
    open_page: OpenPage, changes: dict[str, str], finding: str
) -> None:
    page = at_four(open_page)
    sweat_test(page, **changes)
    expect(page.locator(f"[data-finding={finding}]")).to_be_visible()
    expect(page.locator("div[data-counted]")).to_be_hidden()
    assert weighed(page) == []


def test_a_test_is_deleted_and_brought_back(open_page: OpenPage) -> None:
    page = at_four(open_page)
    sweat_test(page)
    page.get_by_role("button", name="Delete the sweat test").click()
    expect(page.locator("[data-no-tests]")).to_be_visible()
    assert weighed(page) == []
    page.locator("[data-tests]").get_by_role("button", name="Undo").click()
    expect(page.locator("[data-groups] li")).to_have_count(1)
    assert len(weighed(page)) == 1
