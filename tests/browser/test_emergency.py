"""The emergency page: the number of here, another by choice, and where one is."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

BAY = {"latitude": 51.17884, "longitude": -1.82622}


def test_a_chosen_region_stands_above_the_time_zone_and_stays(open_page: OpenPage) -> None:
    page = open_page("/en/emergency/", timezone_id="Europe/Paris")
    expect(page.locator("[data-region-said]")).to_have_text(
        "Guessed from this device's time zone: France."
    )
    page.get_by_label("Country or territory").select_option("NZ")
    expect(page.locator("main .call")).to_have_text("Call 111")
    expect(page.locator("[data-region-said]")).to_have_text("Chosen by you: New Zealand.")
    page.goto("/en/cramp/land")
    expect(page.locator(".cramp-bar .call")).to_have_text("Call 111")
    page.goto("/en/settings/")
    expect(page.locator("#region")).to_have_value("NZ")


def test_where_nothing_is_known_it_says_so(open_page: OpenPage) -> None:
    page = open_page("/en/emergency/", timezone_id="Antarctica/Troll")
    expect(page.locator("[data-region-said]")).to_have_text(
        "Your region is not known. Choose it below."
    )
    expect(page.locator("main .call")).to_have_text("Call 112")


def test_coordinates_come_on_a_tap_as_text(open_page: OpenPage) -> None:
    page = open_page("/en/emergency/", geolocation=BAY, permissions=["geolocation"])
    expect(page.locator("[data-place]")).to_have_text("")
    page.get_by_role("button", name="Show my coordinates").click()
    expect(page.locator("[data-place]")).to_contain_text("51.17884° N, 1.82622° W")


def test_who_refuses_is_told_what_to_do_instead(open_page: OpenPage) -> None:
    page = open_page("/en/emergency/", permissions=[])
    page.get_by_role("button", name="Show my coordinates").click()
    expect(page.locator("[data-place]")).to_contain_text("Describe the place instead")


def test_every_number_is_text_and_a_link_without_a_script(open_page: OpenPage) -> None:
    page = open_page("/en/emergency/", java_script_enabled=False)
    row = page.locator("tr[data-region=JP]")
    expect(row).to_contain_text("Japan")
    expect(row.get_by_role("link", name="119")).to_have_attribute("href", "tel:119")
    expect(row.get_by_role("link", name="118")).to_have_attribute("href", "tel:118")
    expect(page.get_by_label("Country or territory")).to_be_hidden()
