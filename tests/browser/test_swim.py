"""Swim day in a real browser: the gauge, what the answers change, the message, the strip."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

MORNING = datetime(2026, 7, 1, 9, tzinfo=UTC)


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value={value}]").evaluate("each => each.click()")


def at_nine(open_page: OpenPage, path: str) -> Page:
    """In the morning, so that the times of the tests are still to come."""
    page = open_page("about:blank", timezone_id="UTC")
    page.clock.install(time=MORNING)
    page.goto(path)
    return page


def answered(open_page: OpenPage, degrees: str = "14", **said: str) -> Page:
    """At 14 degrees, in a wetsuit, with experience and company, unless said otherwise."""
    page = at_nine(open_page, "/en/swim/")
    page.locator("#degrees").fill(degrees)
    for name in ("wetsuit", "experience", "company"):
        choose(page, name, said.get(name, "yes"))
    page.locator("[data-plan-link]").click()
    page.wait_for_url("**/swim/*-*")
    return page


def test_a_gauge_whose_script_never_comes_says_so(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.route("**/js/swim/*", lambda _: None)
    page.goto("/en/swim/", wait_until="commit")
    note = page.locator(".gauge-unloaded")
    expect(note).to_be_hidden()
    expect(note).to_be_visible(timeout=15_000)
    expect(note).to_contain_text("Try again")
    expect(page.get_by_role("link", name="Stay out")).to_be_in_viewport()


def test_a_gauge_that_works_says_nothing_of_it(open_page: OpenPage) -> None:
    page = open_page("/en/swim/")
    expect(page.locator("#degrees")).to_be_visible()
    expect(page.locator(".gauge-unloaded")).to_have_css("display", "none")


@pytest.mark.parametrize(
    ("unit", "typed", "leads_to"),
    [
        ("metric", "11.9", "under-12"),
        ("metric", "12", "12-15"),
        ("metric", "15", "12-15"),
        ("metric", "15,1", "15-21"),
        ("metric", "٢١", "15-21"),
        ("metric", "26", "26-31"),
        ("us", "59", "12-15"),
        ("us", "59.1", "15-21"),
        ("us", "88", "over-31"),
    ],
)
def test_what_is_typed_leads_to_its_band(
    open_page: OpenPage, unit: str, typed: str, leads_to: str
) -> None:
    page = open_page("/en/swim/")
    choose(page, "units", unit)
    page.locator("#degrees").fill(typed)
    expect(page.locator("[data-plan-link]")).to_have_attribute("href", f"/en/swim/{leads_to}")


def test_steps_go_a_degree_at_a_time_and_not_sure_is_one_band_colder(open_page: OpenPage) -> None:
    page = open_page("/en/swim/")
    page.locator("#degrees").fill("15.5")
    page.get_by_role("button", name="One degree colder").click()
    expect(page.locator("#degrees")).to_have_value("15")
    expect(page.locator("[data-title]")).to_have_text("Not alone")
    page.get_by_role("button", name="One degree warmer").click()
    expect(page.locator("#degrees")).to_have_value("16")
    expect(page.locator("[data-title]")).to_have_text("With care")
    page.get_by_label("Not measured, or not sure").check()
    expect(page.locator("[data-title]")).to_have_text("Not alone")
    page.locator("[data-plan-link]").click()
    expect(page.get_by_text("Planned for one band colder")).to_be_visible()


def test_what_cannot_be_water_is_said_and_not_lost(open_page: OpenPage) -> None:
    page = open_page("/en/swim/")
    field = page.locator("#degrees")
    for typed, fault in [("cold", "type a number of degrees"), ("59", "from -2 to 45 degrees")]:
        field.fill(typed)
        field.blur()
        expect(page.locator("[data-fault]")).to_contain_text(fault)
        expect(field).to_have_value(typed)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[data-plan]")).to_be_hidden()
        expect(page.locator("[data-verdict]")).to_be_hidden()
    choose(page, "units", "us")
    expect(page.locator("[data-fault]")).to_be_hidden()
    expect(field).to_have_value("59")
    choose(page, "units", "metric")
    expect(field).to_have_value("15")
    field.fill("9")
    expect(page.locator("[data-fault]")).to_be_hidden()
    expect(page.locator("[data-plan]")).to_have_text("Stay out: what to know")


def test_it_is_all_there_again_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("/en/swim/")
    choose(page, "units", "us")
    page.locator("#degrees").fill("61.5")
    choose(page, "company", "no")
    page.reload()
    expect(page.locator("#degrees")).to_have_value("61.5")
    expect(page.locator("[data-unit]")).to_have_text("°F")
    expect(page.locator("input[name=company][value=no]")).to_be_checked()


def test_with_everything_in_place_the_plan_is_open(open_page: OpenPage) -> None:
    page = answered(open_page)
    for answer in ("no-wetsuit", "first-time", "alone"):
        expect(page.locator(f"[data-answer={answer}]")).to_be_hidden()
    expect(page.get_by_role("link", name="Warm up on land")).to_be_visible()
    page.get_by_label("Bright cap and tow float").check()
    expect(page.locator("[data-ticked]")).to_have_text("1 of 7")


@pytest.mark.parametrize("name", ["wetsuit", "experience", "company"])
def test_one_answer_is_enough_to_stay_out(open_page: OpenPage, name: str) -> None:
    page = answered(open_page, **{name: "no"})
    expect(page.locator("[data-answer]:visible")).to_have_count(1)
    expect(page.locator("[data-answer]:visible")).to_contain_text("do not go in")
    expect(page.get_by_role("link", name="Warm up on land")).to_be_hidden()
    expect(page.locator("[data-message]")).to_be_hidden()
    expect(page.locator(".float-card")).to_be_visible()


def test_below_18_degrees_without_a_wetsuit_there_is_no_plan_and_from_18_on_there_is(
    open_page: OpenPage,
) -> None:
    page = answered(open_page, "17.9", wetsuit="no")
    expect(page.locator("[data-answer=no-wetsuit]")).to_be_visible()
    expect(page.locator("[data-message]")).to_be_hidden()
    page.goto("/en/swim/")
    page.locator("#degrees").fill("18")
    page.goto("/en/swim/15-21")
    expect(page.locator("[data-answer=no-wetsuit]")).to_be_hidden()
    expect(page.locator("[data-message]")).to_be_visible()


def test_experience_is_asked_again_for_colder_water(open_page: OpenPage) -> None:
    page = answered(open_page, "24")
    page.goto("/en/swim/")
    page.locator("#degrees").fill("13")
    expect(page.locator("input[name=experience]:checked")).to_have_count(0)
    page.goto("/en/swim/12-15")
    expect(page.locator("[data-answer=first-time]")).to_be_visible()


def test_before_anything_was_said_there_is_no_temperature_and_no_plan(open_page: OpenPage) -> None:
    page = open_page("/en/swim/")
    expect(page.locator("#degrees")).to_have_value("")
    expect(page.locator("[data-verdict]")).to_be_hidden()
    expect(page.locator("[data-plan]")).to_be_hidden()
    page.get_by_role("button", name="One degree warmer").click()
    expect(page.locator("#degrees")).to_have_value("15")
    expect(page.locator("[data-plan]")).to_be_visible()


def test_it_gets_late_on_a_page_that_lies_open(open_page: OpenPage) -> None:
    page = answered(open_page)
    write(page)
    page.get_by_role("button", name="I am going in now").click()
    expect(page.locator("[data-swimming-words]")).to_contain_text("out by 10:20")
    page.clock.fast_forward("01:22:00")
    expect(page.locator("[data-swimming-words]")).to_contain_text("You wanted to be out by 10:20")


def test_nobody_goes_in_to_be_out_by_a_time_that_has_passed(open_page: OpenPage) -> None:
    page = answered(open_page)
    write(page, **{"in": "08:00", "turn": "08:10", "out": "08:20"})
    page.get_by_role("button", name="I am going in now").click()
    expect(page.locator("#out-fault")).to_contain_text("later than now")
    expect(page.locator("[data-swimming]")).to_be_hidden()


def test_a_browser_that_keeps_nothing_says_so(open_page: OpenPage) -> None:
    page = open_page("about:blank", timezone_id="UTC")
    page.clock.install(time=MORNING)
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })"
    )
    page.goto("/en/swim/12-15")
    write(page)
    page.get_by_role("button", name="I am going in now").click()
    expect(page.locator("[data-shared]")).to_contain_text("This browser keeps nothing")
    page.goto("/en/rewarm/")
    page.get_by_role("button", name="ask me in ten minutes").click()
    expect(page.locator("[data-waiting]")).to_be_visible()
    expect(page.locator("[data-not-kept]")).to_be_visible()


def test_who_said_nothing_reads_what_each_answer_would_change(open_page: OpenPage) -> None:
    page = open_page("/en/swim/12-15")
    expect(page.locator("[data-answer]:visible")).to_have_count(3)
    expect(page.get_by_role("link", name="Warm up on land")).to_be_visible()


def test_what_applies_stands_first(open_page: OpenPage) -> None:
    page = open_page("/en/conditions/")
    page.get_by_label("Heart or other health condition").check()
    page.goto("/en/swim/15-21")
    expect(page.locator(".mine [data-condition=heart]")).to_be_visible()


def test_while_an_emergency_sign_is_answered_there_is_no_plan(open_page: OpenPage) -> None:
    page = open_page("/en/check/legs")
    page.locator("[data-emergency]").first.click()
    page.goto("/en/swim/21-26")
    expect(page.get_by_text("do not swim.")).to_be_visible()
    expect(page.locator("[data-message]")).to_be_hidden()
    expect(page.get_by_role("link", name="Warm up on land")).to_be_hidden()
    expect(page.locator(".float-card")).to_be_visible()


def write(page: Page, **changed: str) -> None:
    plan = {"where": "North beach", "in": "10:00", "turn": "10:10", "out": "10:20", **changed}
    for name, value in plan.items():
        page.locator(f"[data-message] [name={name}]").fill(value)


def test_the_message_names_place_and_times_and_promises_no_rescue(open_page: OpenPage) -> None:
    page = answered(open_page)
    write(page)
    expect(page.locator("[data-preview]")).to_contain_text(
        "North beach. In at 10:00 AM, turning back at 10:10 AM, out by 10:20 AM."
    )
    expect(page.locator("[data-turn-time]")).to_have_text("10:10 AM")
    expect(page.get_by_text("your phone will not tell you when to turn back")).to_be_visible()
    begins = re.compile(r"^sms:\?&body=I%20am%20going%20swimming")
    expect(page.locator("[data-sms-link]")).to_have_attribute("href", begins)


def test_what_is_missing_is_named_beside_its_field_and_nothing_is_lost(open_page: OpenPage) -> None:
    page = answered(open_page)
    write(page, where="", turn="09:50")
    page.get_by_role("button", name="I am going in now").click()
    expect(page.locator("#where-fault")).to_contain_text("name the place")
    expect(page.locator("#turn-fault")).to_contain_text("choose a time after you go in")
    expect(page.locator("#where")).to_be_focused()
    expect(page.locator("[data-swimming]")).to_be_hidden()
    page.reload()
    expect(page.locator("#out")).to_have_value("10:20")
    expect(page.locator("#turn")).to_have_value("09:50")


def test_it_is_shared_or_where_there_is_no_sheet_copied(open_page: OpenPage) -> None:
    page = answered(open_page)
    page.evaluate("""() => {
      Object.defineProperty(navigator, "share", { value: undefined, configurable: true });
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text) => { window.copied = text; } },
      });
    }""")
    write(page)
    page.get_by_role("button", name="Share the message").click()
    expect(page.locator("[data-shared]")).to_contain_text("Copied")
    assert page.evaluate("window.copied").startswith("I am going swimming: North beach.")


def test_i_am_out_clears_it_and_begins_rewarming(open_page: OpenPage) -> None:
    page = answered(open_page)
    write(page)
    page.get_by_role("button", name="I am going in now").click()
    expect(page.locator("[data-swimming-words]")).to_contain_text("North beach")
    page.goto("/en/")
    expect(page.locator("[data-swimming]")).to_be_visible()
    page.get_by_role("button", name="I am out").click()
    page.wait_for_url("**/en/rewarm/")
    expect(page.locator("[data-waiting]")).to_be_visible()
    expect(page.locator("[data-swimming-words]")).to_contain_text(
        "I have been out of the water since 9:0"
    )
    begins = re.compile(r"^sms:\?&body=I%20have%20been%20out")
    expect(page.locator("[data-swimming-sms]")).to_have_attribute("href", begins)
    page.get_by_role("button", name="Told").click()
    page.goto("/en/")
    expect(page.locator("[data-swimming]")).to_be_hidden()


def test_out_of_warm_water_nobody_has_to_be_warmed(open_page: OpenPage) -> None:
    page = at_nine(open_page, "/en/swim/26-31")
    write(page)
    page.get_by_role("button", name="I am going in now").click()
    expect(page.locator("[data-swimming]")).to_be_focused()
    page.get_by_role("button", name="I am out").click()
    expect(page.get_by_role("button", name="Share that I am out")).to_be_visible()
    page.goto("/en/rewarm/")
    expect(page.locator("[data-begin]")).to_be_visible()


def test_without_a_script_every_band_is_a_link_and_every_word_is_there(open_page: OpenPage) -> None:
    page = open_page("/en/swim/", java_script_enabled=False)
    expect(page.locator("[data-swim]")).to_be_hidden()
    page.get_by_role("link", name="12 to 15").click()
    expect(page.get_by_text("Without a wetsuit: do not go in.")).to_be_visible()
    expect(page.locator("[data-message]")).to_be_hidden()
