"""The plan of a session in a real browser: from own tests or to thirst, the card, the label."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.drinks import at_four, plan, sweat_test


def test_without_a_test_of_the_kind_there_is_only_thirst(open_page: OpenPage) -> None:
    page = at_four(open_page)
    plan(page)
    expect(page.get_by_role("heading", name="To thirst")).to_be_visible()
    expect(page.get_by_text("no sweat test of this kind")).to_be_visible()
    expect(page.locator("[data-result-plan]")).to_be_hidden()
    sweat_test(page)
    plan(page, kind="open-water")
    expect(page.get_by_text("no sweat test of this kind")).to_be_visible()
    plan(page, degrees="26.9")
    expect(page.get_by_text("made in warmer conditions")).to_be_visible()
    expect(page.locator("[data-result-plan]")).to_be_hidden()


def test_the_plan_of_vector_one_its_feeds_and_its_card(open_page: OpenPage) -> None:
    page = at_four(open_page)
    sweat_test(page)
    plan(page)
    page.locator("#sip").fill("30")
    expect(page.locator("[data-ceiling]")).to_have_text("At most 0.6 L an hour")
    expect(page.locator("[data-feed]")).to_have_text(
        "Every 20 min at most 200 ml, if you are thirsty."
    )
    expect(page.locator("[data-sips]")).to_have_text("That is at most 6 sips.")
    expect(page.locator("[data-early]")).to_contain_text("350 ml to 490 ml")
    expect(page.locator("[data-lost]")).to_contain_text("590 mg")
    page.locator("[name=feeds][value=lengths]").evaluate("each => each.click()")
    for name, value in {"lengths": "48", "metres": "25", "pace": "100"}.items():
        page.locator(f"#{name}").fill(value)
    expect(page.locator("[data-feed]")).to_contain_text("Every 48 lengths, about 20 min")
    page.get_by_role("button", name="Show large").click()
    large = page.get_by_role("dialog")
    expect(large).to_contain_text("At most 0.6 L an hour")
    page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    page.reload()
    expect(page.locator("#lengths")).to_have_value("48")
    page.goto("/en/hydration/")
    expect(page.locator("[data-ceiling-amount]")).to_have_text("0.6 L an hour")
    page.clock.set_fixed_time(datetime(2026, 7, 2, 9, tzinfo=UTC))
    page.reload()
    expect(page.locator("[data-ceiling-amount]")).to_be_hidden()
    page.goto("/en/hydration/plan")
    expect(page.locator("#lengths")).to_have_value("48")
    expect(page.locator("#degrees")).to_have_value("")
    expect(page.locator("[data-ceiling]")).to_be_hidden()


def test_on_paper_there_is_the_card_and_nothing_else(open_page: OpenPage) -> None:
    page = at_four(open_page)
    sweat_test(page)
    plan(page)
    expect(page.locator("[data-ceiling]")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("[data-card]")).to_be_visible()
    for other in ("[data-plan]", "[data-label]", "#before", "h1"):
        expect(page.locator(other)).to_be_hidden()


@pytest.mark.parametrize(
    ("states", "portion", "litre"), [("sodium", "300", "600"), ("salt", "1.27", "1,000")]
)
def test_a_label_is_reckoned_by_what_it_makes(
    open_page: OpenPage, states: str, portion: str, litre: str
) -> None:
    page = at_four(open_page)
    sweat_test(page)
    plan(page)
    page.locator(f"[name=states][value={states}]").evaluate("each => each.click()")
    page.locator("#portion").fill(portion)
    page.locator("#makes").fill("500")
    expect(page.locator("[data-litre]")).to_have_text(f"{litre} mg sodium per litre.")
    expect(page.locator("[data-hour]")).to_be_visible()
    expect(page.locator("[data-salty]")).to_be_hidden()
    page.locator("#makes").fill("100")
    expect(page.locator("[data-salty]")).to_be_visible()
