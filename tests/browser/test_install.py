"""Installing: Chromium finds nothing amiss, and the page shows this device's way."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.chromium import FLAGS, find_chromium, launch
from tests.browser.conftest import LOOKS, PHONE, OpenPage
from tests.browser.test_pages import CHOOSE, SIDEWAYS, SMALL_TARGETS, TARGET_PX, violations
from tests.sampling import every_prefix
from tests.serving import Server

INSTALL = "/about/install"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1"
)

# Chromium's own event comes only where it could really install.
FIRE = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = async () => { window.asked = (window.asked ?? 0) + 1; };
  return !dispatchEvent(event);
}"""

STANDALONE = """
  const { matchMedia } = window;
  window.matchMedia = (query) => matchMedia(query.replace("(display-mode: standalone)", "all"));
"""


def opened(page: Page) -> list[str]:
    ways = page.locator("details[data-platform][open]").all()
    return [way.get_attribute("data-platform") or "" for way in ways]


@pytest.fixture(scope="module")
def page_of_a_person(
    playwright: Playwright, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Of a browser with a profile: without one, as in a private window, nothing is installed."""
    context = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=find_chromium(),
        args=FLAGS,
        base_url=server.address,
    )
    yield context.new_page()
    context.close()


@every_prefix()
def test_chromium_can_install_it(page_of_a_person: Page, prefix: str) -> None:
    page = page_of_a_person
    page.goto(f"/{prefix}/")
    session = page.context.new_cdp_session(page)
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"].endswith(f"/{prefix}/manifest.webmanifest")
    assert json.loads(found["data"])["id"] == "/?app"
    assert session.send("Page.getAppId")["appId"] == found["url"].replace(
        f"/{prefix}/manifest.webmanifest", "/?app"
    )


def test_every_picture_of_the_manifest_is_there(open_page: OpenPage) -> None:
    page = open_page("/ar/")
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    manifest = json.loads(found["data"])
    sizes = {each["src"]: each["sizes"] for each in manifest["icons"] + manifest["screenshots"]}
    for source, size in sizes.items():
        drawn = page.evaluate(
            """async source => {
              const picture = Object.assign(new Image(), { src: source });
              await picture.decode();
              return `${picture.naturalWidth}x${picture.naturalHeight}`;
            }""",
            source,
        )
        assert drawn == size


def test_the_way_of_this_device_comes_first_and_is_the_only_one_open(open_page: OpenPage) -> None:
    page = open_page(f"/en{INSTALL}")
    expect(page.locator("details[data-platform][open]")).to_have_count(1)
    assert opened(page) == ["computer-chrome"]
    first = page.locator("details").first
    assert first.get_attribute("data-platform") == "computer-chrome"
    expect(first.get_by_text("This device")).to_be_visible()
    assert page.get_by_text("This device").count() == page.locator("details").count()
    page.locator("summary", has_text="iPhone").click()
    expect(page.get_by_text("Scroll down and press")).to_be_visible()


def test_a_browser_nobody_knows_gets_every_way_open(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        'Object.defineProperty(navigator, "userAgentData", { value: undefined });'
        'Object.defineProperty(navigator, "userAgent", { value: "another" });'
    )
    page.goto(f"/en{INSTALL}")
    ways = page.locator("details").count()
    expect(page.locator("details[data-platform][open]")).to_have_count(ways)


def test_the_button_comes_with_the_browsers_offer_and_asks_once(open_page: OpenPage) -> None:
    page = open_page(f"/en{INSTALL}")
    button = page.locator("[data-install]")
    expect(button).to_be_hidden()
    assert page.evaluate(FIRE), "the browser's own bar is held back"
    button.click()
    expect(button).to_be_hidden()
    assert page.evaluate("window.asked") == 1
    page.evaluate('() => void dispatchEvent(new Event("appinstalled"))')
    expect(page.get_by_text("Limber is installed.")).to_be_visible()


def test_an_installed_app_says_so_and_offers_nothing(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.add_init_script(STANDALONE)
    page.goto(f"/en{INSTALL}")
    expect(page.get_by_text("Limber is installed.")).to_be_visible()
    page.evaluate(FIRE)
    expect(page.locator("[data-install]")).to_be_hidden()
    assert opened(page) == []


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_the_page_is_for_everyone(open_page: OpenPage, prefix: str, theme: str) -> None:
    page = open_page("about:blank", viewport={"width": 320, "height": 568})
    page.add_init_script(CHOOSE % theme)
    page.goto(f"/{prefix}{INSTALL}")
    page.evaluate('document.querySelectorAll("details").forEach(each => each.open = true)')
    assert violations(page) == []
    assert not page.evaluate(SIDEWAYS)
    assert page.evaluate(SMALL_TARGETS.replace("a[href], ", "a[href], summary, "), TARGET_PX) == []


def test_words_keep_their_width_at_twice_the_size(playwright: Playwright, server: Server) -> None:
    large = launch(playwright, "--blink-settings=defaultFontSize=32")
    page = large.new_page(viewport=PHONE, base_url=server.address)
    page.goto(f"/en{INSTALL}")
    assert not page.evaluate(SIDEWAYS)
    narrowest = "steps => Math.min(...steps.map(step => step.offsetWidth))"
    words = page.locator("details[open] li > span:first-child")
    assert words.evaluate_all(narrowest) > PHONE["width"] / 2
    large.close()


def test_paper_shows_every_way(open_page: OpenPage) -> None:
    page = open_page(f"/en{INSTALL}")
    page.emulate_media(media="print")
    heights = page.locator("details > ol").evaluate_all(
        "lists => lists.map(list => list.checkVisibility() && list.offsetHeight)"
    )
    assert all(height > 40 for height in heights)
