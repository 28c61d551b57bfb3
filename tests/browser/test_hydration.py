"""Drinks in a real browser: who may log, one tap and its undoing, too much, looks, no signal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser import journal
from tests.browser.conftest import LOOKS, OpenPage
from tests.browser.device import Device
from tests.browser.drinks import ANSWERED, NOW, at_four, kept, log, plan, submit, sweat_test
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.browser.test_settings import REFUSES
from tests.browser.yardstick import slowness

TAP_MS = 50


def test_nothing_is_open_before_somebody_has_answered(open_page: OpenPage) -> None:
    for path in ("", "sweat-test", "plan"):
        page = open_page(f"/en/hydration/{path}")
        expect(page.get_by_role("heading", name="Does any of this apply to you?")).to_be_visible()
        for part in ("[data-keys]", "[data-log]", "[data-wizard]", "[data-plan]"):
            expect(page.locator(part).locator("visible=true")).to_have_count(0)
    page = open_page("/en/")
    expect(page.locator("[data-drinks] [data-keys]")).to_be_hidden()


def test_a_grade_alone_in_its_line_can_be_hit(open_page: OpenPage) -> None:
    """WCAG 2.5.8 excepts links within a sentence, and not this one."""
    page = open_page("/en/hydration/", viewport={"width": 412, "height": 823})
    page.locator("details").evaluate_all("all => all.forEach((each) => (each.open = true))")
    boxes = [each.bounding_box() for each in page.locator(".grade").all()]
    assert len(boxes) > 3
    assert [box for box in boxes if not box or box["height"] < 24] == []


def test_no_opens_amounts_for_three_months(open_page: OpenPage) -> None:
    page = open_page("about:blank", timezone_id="UTC")
    page.clock.set_fixed_time(NOW)
    page.goto("/en/hydration/")
    page.get_by_role("button", name="No, none of it").click()
    expect(page.locator("[data-keys]")).to_be_visible()
    page.reload()
    expect(page.locator("[data-keys]")).to_be_visible()
    page.clock.set_fixed_time(datetime(2026, 10, 2, tzinfo=UTC))
    page.reload()
    expect(page.locator("[data-keys]")).to_be_hidden()
    expect(page.get_by_role("button", name="No, none of it")).to_be_visible()


def test_yes_closes_everything_but_a_clinicians_limit(open_page: OpenPage) -> None:
    page = open_page("/en/hydration/")
    page.get_by_role("button", name="Yes, or not sure").click()
    expect(page.get_by_role("heading", name="A doctor first")).to_be_focused()
    for part in ("keys", "log", "own", "how-much"):
        expect(page.locator(f"[data-{part}]")).to_be_hidden()
    page.locator("#limit").fill("no")
    page.get_by_role("button", name="Keep the limit").click()
    expect(page.locator("#limit-fault")).to_contain_text("type a number from 0.1 L to 10 L")
    expect(page.locator("#limit")).to_have_value("no")
    page.locator("#limit").fill("1.5")
    page.get_by_role("button", name="Keep the limit").click()
    page.get_by_role("button", name="Log an earlier drink").click()
    page.locator("#amount").fill("1600")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/hydration/too-much")
    page.go_back()
    expect(page.locator("[data-of-limit]")).to_contain_text("More than the 1.5 L a day")
    expect(page.locator("[data-keys]")).to_be_hidden()
    for path in ("plan", "sweat-test"):
        page.goto(f"/en/hydration/{path}")
        expect(page.locator("[data-wizard], [data-plan]").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("condition", ["under-18", "heart", "pregnant", "medicines"])
def test_what_was_ticked_elsewhere_closes_what_was_open(
    open_page: OpenPage, condition: str
) -> None:
    page = at_four(open_page, "/en/conditions/")
    page.locator(f"input[value={condition}]").check()
    page.goto("/en/hydration/")
    expect(page.locator("[data-keys]")).to_be_hidden()
    expect(page.get_by_role("heading", name="A doctor first")).to_be_visible()
    page.goto("/en/")
    expect(page.locator("[data-drinks] [data-keys]")).to_be_hidden()


def test_one_tap_logs_and_one_takes_it_back(open_page: OpenPage) -> None:
    page = at_four(open_page)
    log(page, "Log 250 ml: Water")
    expect(page.locator("[data-undo-words]")).to_have_text("250 ml at 4:10 PM · 0.25 L today")
    expect(page.locator("[data-total]")).to_have_text("0.25")
    assert [each["ml"] for each in kept(page)] == [250]
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-total]")).to_have_text("0")
    page.reload()
    expect(page.get_by_text("Nothing logged on this day.")).to_be_visible()
    assert kept(page) == []


def test_a_drink_of_any_kind_and_time_can_be_logged_changed_and_deleted(
    open_page: OpenPage,
) -> None:
    page = at_four(open_page)
    log(page, "Other")
    page.locator("#amount").fill("300")
    page.locator("[name=kind][value=electrolyte]").evaluate("each => each.click()")
    page.locator("#sodium").fill("500")
    page.locator("#time").fill("17:00")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#time-fault")).to_contain_text("has passed")
    page.locator("[name=on][value=yesterday]").evaluate("each => each.click()")
    page.get_by_role("button", name="Save").click()
    page.locator("[name=day][value=yesterday]").evaluate("each => each.click()")
    row = page.locator("[data-drinks] li")
    expect(row).to_contain_text("5:00 PM")
    expect(row).to_contain_text("Electrolyte drink, 500 mg sodium per litre")
    page.get_by_role("button", name="Change 300 ml at 5:00 PM").click()
    page.locator("#amount").fill("350")
    page.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("350 ml")
    page.get_by_role("button", name="Change 350 ml at 5:00 PM").click()
    page.get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(row).to_contain_text("350 ml")
    assert [each["sodium"] for each in kept(page)] == [500]


def test_an_edit_that_is_undone_leaves_the_drink_as_it_was(open_page: OpenPage) -> None:
    page = at_four(open_page)
    log(page, "Log 250 ml: Water")
    page.get_by_role("button", name="Change 250 ml").click()
    page.locator("#amount").fill("50")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-undo-words]")).to_contain_text("Changed: 50 ml at 4:10 PM")
    expect(page.get_by_role("button", name="Change 50 ml")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-undo-words]")).to_have_text("Undone.")
    expect(page.locator("[data-undo-words]")).to_be_focused()
    assert [each["ml"] for each in kept(page)] == [250]


def test_a_wet_finger_that_touches_twice_logs_once(open_page: OpenPage) -> None:
    page = at_four(open_page)
    page.get_by_role("button", name="Log 250 ml: Water").dblclick()
    assert [each["ml"] for each in kept(page)] == [250]


def test_another_tab_sees_what_was_logged(open_page: OpenPage) -> None:
    page = at_four(open_page)
    other = page.context.new_page()
    other.clock.set_fixed_time(NOW)
    other.goto(page.url)
    log(page, "Log 250 ml: Water")
    expect(other.locator("[data-total]")).to_have_text("0.25")
    other.close()


def test_while_an_emergency_sign_is_answered_nothing_is_named(open_page: OpenPage) -> None:
    page = at_four(open_page)
    sweat_test(page)
    plan(page)
    page.evaluate("localStorage.setItem('limber.locked', String(Date.now()))")
    for path in ("", "hydration/", "hydration/sweat-test", "hydration/plan"):
        page.goto(f"/en/{path}")
        expect(page.locator(".locked")).to_be_visible()
        for part in ("sizes", "wizard", "tests", "ceiling", "plan", "label"):
            expect(page.locator(f"[data-{part}]").locator("visible=true")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator("[data-card]")).to_be_hidden()


def test_own_sizes_are_what_one_tap_logs_on_today_too(open_page: OpenPage) -> None:
    page = at_four(open_page)
    page.get_by_role("button", name="Change").first.click()
    page.locator("#amount").fill("330")
    page.get_by_role("button", name="Save").click()
    page.goto("/en/")
    log(page, "Log 330 ml: Water")
    expect(page.locator("[data-today]")).to_have_text("0.33 L today")
    assert [each["ml"] for each in kept(page)] == [330]


@pytest.mark.timed
def test_a_tap_on_today_shows_within_fifty_milliseconds(open_page: OpenPage) -> None:
    page = at_four(open_page, "/en/")
    expect(page.locator("[data-keys]")).to_be_visible()
    slow_by = slowness(page)
    took = page.locator("[data-portion]").evaluate_all(
        """keys => [0, 1, 0, 1, 0].map(each => {
             const begun = performance.now();
             keys[each].click();
             document.body.getBoundingClientRect();
             return performance.now() - begun;
           }).sort((one, other) => one - other)"""
    )
    print(f"a tap on Today shows after {took[2]:.1f} ms")
    assert took[2] < TAP_MS * slow_by, took
    page.wait_for_url("**/hydration/too-much")
    assert sum(each["ml"] for each in kept(page)) == 950


def test_ounces_are_ounces_everywhere(open_page: OpenPage) -> None:
    page = at_four(open_page, "/en/about/")
    page.evaluate("localStorage.setItem('limber.screen', JSON.stringify({units: 'us'}))")
    page.goto("/en/hydration/")
    log(page, "Log 8 fl oz: Water")
    expect(page.locator("[data-total]")).to_have_text("8")
    expect(page.locator("[data-total-unit]")).to_have_text("fl oz")
    page.get_by_role("button", name="Change 8 fl oz").click()
    page.get_by_role("button", name="Save").click()
    assert abs(kept(page)[0]["ml"] - 8 * 29.5735295625) < 1e-9


def test_a_browser_that_keeps_nothing_says_so_and_loses_nothing(open_page: OpenPage) -> None:
    page = open_page("about:blank", timezone_id="UTC")
    page.add_init_script(REFUSES)
    page.add_init_script("IDBFactory.prototype.open = () => { throw new Error('none'); }")
    page.goto("/en/hydration/")
    page.get_by_role("button", name="No, none of it").click()
    expect(page.get_by_text("your answer holds until you leave")).to_be_visible()
    log(page, "Log 250 ml: Water")
    expect(page.get_by_text("refused. It is here until you leave")).to_be_visible()
    expect(page.locator("[data-total]")).to_have_text("0.25")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("[data-total]")).to_have_text("0.25")


def test_the_chart_is_drawn_and_read_out_between_sessions(open_page: OpenPage) -> None:
    page = at_four(open_page, "/en/about/")
    journal.put(page, journal.session(int(NOW.timestamp() * 1000) - 7_200_000))
    page.goto("/en/hydration/")
    log(page, "Log 250 ml: Water")
    said = "Cold-water warm-up from 2:10 PM to 2:21 PM, 250 ml at 4:10 PM"
    chart = page.get_by_role("img", name=f"Drinks through the day: {said}")
    expect(chart.locator(".chart-dot")).to_have_count(1)
    expect(chart.locator(".chart-band")).to_have_count(1)
    rows = page.locator("[data-drinks] li")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("2:10 PM to 2:21 PM")
    expect(rows.nth(1)).to_contain_text("Cold-water warm-up")


def test_more_than_eight_tenths_of_a_litre_in_an_hour_leads_to_the_signs(
    open_page: OpenPage,
) -> None:
    page = at_four(open_page, "/en/")
    log(page, "Log 500 ml: Water")
    log(page, "Log 250 ml: Water")
    expect(page.locator("[data-today]")).to_have_text("0.75 L today")
    assert page.url.endswith("/en/")
    log(page, "Log 150 ml: Water")
    page.wait_for_url("**/en/hydration/too-much")
    expect(page.locator("[data-what]")).to_have_text(
        "You logged 0.9 L between 4:10 PM and 4:10 PM."
    )
    page.goto("/en/hydration/")
    expect(page.locator("[data-over]")).to_be_visible()
    page.goto("/en/")
    expect(page.locator("[data-over]")).to_be_visible()
    sweat_test(page)
    plan(page)
    expect(page.get_by_text("For a day after it no amount is named.")).to_be_visible()
    expect(page.locator("[data-result-plan]")).to_be_hidden()
    page.goto("/en/hydration/too-much")
    page.get_by_role("link", name="Yes, one of these: what to say").click()
    page.wait_for_url("**/check/result/after-exercise")
    assert page.evaluate("document.documentElement.dataset.locked") == ""


def test_weight_gained_leads_there_and_the_sums_can_be_read_after(open_page: OpenPage) -> None:
    page = at_four(open_page)
    sweat_test(page, after="70.5", drunk="1.1")
    page.wait_for_url("**/en/hydration/too-much")
    expect(page.locator("[data-what]")).to_contain_text("You weighed 0.5 kg more")
    page.go_back()
    expect(page.locator("[data-finding=overdrink]")).to_be_visible()
    expect(page.locator("[data-sum=sweat]")).to_have_text("0.6 L")


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_where_amounts_are_open(
    open_page: OpenPage, prefix: str, theme: str
) -> None:
    page = at_four(open_page)
    page.add_init_script(CHOOSE % theme)
    log(page, "Log 500 ml: Water")
    sweat_test(page)
    plan(page)
    for path in ("hydration/", "hydration/sweat-test", "hydration/plan", "hydration/too-much", ""):
        page.goto(f"/{prefix}/{path}")
        assert violations(page) == [], path
    page.goto(f"/{prefix}/hydration/#other")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == [], "sheet"


@pytest.mark.parametrize("prefix", ["en", "ar"])
def test_it_fits_a_narrow_screen_and_wet_fingers(open_page: OpenPage, prefix: str) -> None:
    page = at_four(open_page, viewport={"width": 320, "height": 640})
    log(page, "Log 500 ml: Water")
    sweat_test(page)
    plan(page)
    for path in ("hydration/", "hydration/sweat-test", "hydration/plan", "hydration/too-much", ""):
        page.goto(f"/{prefix}/{path}")
        page.wait_for_timeout(200)
        assert not page.evaluate(SIDEWAYS), path
        assert page.evaluate(SMALL_TARGETS, TARGET_PX) == [], path


def test_it_all_goes_on_with_no_signal(device: Device) -> None:
    page = device.ready()
    page.evaluate(ANSWERED % (datetime.now(tz=UTC).timestamp() * 1000))
    device.context.set_offline(True)
    page.goto(f"{device.address}/en/hydration/")
    log(page, "Log 250 ml: Water")
    expect(page.locator("[data-total]")).to_have_text("0.25")
    page.goto(f"{device.address}/en/hydration/sweat-test")
    submit(page, "before", before="70")
    submit(page, "session", minutes="90", degrees="27", drunk="0.5", passed="0")
    submit(page, "after", after="69.4")
    expect(page.locator("[data-ceiling]")).to_have_text("0.6 L an hour")
    page.goto(f"{device.address}/en/hydration/plan")
    page.locator("#degrees").fill("27")
    page.locator("#minutes").fill("90")
    expect(page.locator("[data-ceiling]")).to_have_text("At most 0.6 L an hour")
    page.goto(f"{device.address}/en/hydration/too-much")
    expect(page.get_by_role("heading", name="Drunk too much?")).to_be_visible()
