"""A session says what comes, with a voice of the device and no other; else there are tones.

Chromium here has no voice and no engine. The first tests ask it as it is; the others put a list of
voices and a record of what would be spoken in its place, so they say nothing of any engine.
"""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, open_at_noon

BIRD_DOG = "/en/exercises/bird-dog/play"
VOICES = [("en-GB", "Daniel", True), ("ar-SA", "Majed", True), ("zh-HK", "Sinji", True)]
REMOTE = [("en-US", "Google US English", False), ("de-DE", "Anna", True)]
# What is spoken aloud is kept with its language, what is cut off as a dash; a sign takes 60 ms.
RECORD = """
window.said = [];
window.voices = %s.map(([lang, name, localService]) =>
  ({ lang, name, localService, voiceURI: name, default: false }));
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
class Record extends EventTarget {
  speaking = false;
  pending = false;
  getVoices() { return window.voices; }
  speak(words) {
    const { lang, text, volume, rate } = words;
    window.first ??= [text, volume];
    if (volume) {
      window.said.push(`${lang} ${text}`);
      window.manner = { volume, rate };
      this.speaking = words;
      setTimeout(() => this.end(words), (60 * text.length) / rate);
    }
  }
  end(words) {
    if (this.speaking === words) {
      this.speaking = false;
      words.onend?.();
    }
  }
  cancel() {
    if (this.speaking) { window.said.push("-"); }
    this.speaking = false;
  }
}
Object.defineProperty(window, "speechSynthesis", { value: new Record() });
"""
NONE = "This device has no voice for English that works with no signal."


def begun(
    page: Page, path: str, voices: list[tuple[str, str, bool]], chosen: dict[str, str] | None = None
) -> None:
    """A session that has just begun, its words here."""
    kept = json.dumps(json.dumps(chosen or {}))
    page.add_init_script(RECORD % json.dumps(voices))
    page.add_init_script(f"localStorage.setItem('limber.voice', {kept})")
    open_at_noon(page, path)
    with page.expect_response("**/player/voice.json?*"):
        page.locator("[data-begin]").click()
        page.clock.run_for(100)
    # The answer is read, and then a frame shows it.
    expect(page.locator("[data-lane] svg")).to_be_attached()
    page.clock.run_for(300)


def said(page: Page) -> list[str]:
    return list(page.evaluate("window.said"))


def touched(page: Page, place: Locator) -> None:
    """Until the script is here that comes with the first touch; the finger is still there."""
    place.hover()
    with page.expect_response("**/guiding.js*") as coming:
        page.mouse.down()
    coming.value.finished()
    page.wait_for_timeout(300)


def test_without_a_voice_it_is_said_once_and_tones_lead(open_page: OpenPage) -> None:
    page = open_page(BIRD_DOG)
    assert page.evaluate("speechSynthesis.getVoices().length") == 0
    touched(page, page.get_by_role("heading", name="Before you start"))
    page.mouse.up()
    page.get_by_text(NONE).scroll_into_view_if_needed()
    page.wait_for_function("() => JSON.parse(localStorage['limber.voice'] ?? '{}').told?.en")
    page.reload()
    page.get_by_role("heading", name="Before you start").click()
    page.locator("[data-begin]").click()
    expect(page.locator("[data-clock]")).to_have_text("13")
    expect(page.get_by_text(NONE)).to_have_count(0)


def test_what_is_said_of_a_missing_voice_moves_nothing_under_the_finger(
    open_page: OpenPage,
) -> None:
    page = open_page(BIRD_DOG)
    key = page.get_by_role("button", name="Adjust pace, time and steps")
    key.scroll_into_view_if_needed()
    before = key.bounding_box()
    touched(page, key)
    assert key.bounding_box() == before
    page.mouse.up()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_text(NONE)).to_be_attached()


def test_the_settings_say_that_there_is_none_and_offer_the_tones(open_page: OpenPage) -> None:
    page = open_page("/en/settings/")
    expect(page.get_by_text(NONE)).to_be_visible()
    expect(page.get_by_role("group", name="Voice", exact=True)).to_be_hidden()
    expect(page.get_by_role("group", name="Volume of the tones")).to_be_visible()


def test_it_says_name_dose_and_sides_and_a_pause_is_silent(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    begun(page, BIRD_DOG, VOICES)
    assert page.evaluate("window.first") == [" ", 0]
    announced = "en-GB Bird dog. 6 times each side, 2 sets."
    assert said(page) == [announced]
    page.clock.run_for(14_700)
    assert said(page) == [announced, "en-GB First side."]
    page.locator("[data-pause]").click()
    assert said(page)[2:] == ["-"]
    page.clock.run_for(60_000)
    assert said(page)[3:] == []


def test_everything_counts_too_and_is_slow_and_soft_by_choice(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    chosen = {"voice": "all", "speed": "slower", "loudness": "softer"}
    begun(page, BIRD_DOG, VOICES, chosen)
    assert page.evaluate("window.manner") == {"volume": 0.6, "rate": 0.8}
    page.clock.run_for(15_500)
    assert said(page)[1:] == ["en-GB 3", "en-GB 2", "en-GB 1", "en-GB First side. Reach."]


@pytest.mark.parametrize("voices", [REMOTE, VOICES[1:], []])
def test_a_voice_of_a_network_or_another_language_never_speaks(
    open_page: OpenPage, voices: list[tuple[str, str, bool]]
) -> None:
    page = open_page("about:blank")
    begun(page, BIRD_DOG, voices)
    page.clock.run_for(20_000)
    assert said(page) == []


def test_a_voice_that_comes_late_says_what_is_still_of_use(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    begun(page, BIRD_DOG, [])
    page.evaluate(
        "window.voices = [{ lang: 'en_US', name: 'A', voiceURI: 'A', localService: true }]"
    )
    page.clock.run_for(500)
    assert said(page) == ["en_US Bird dog. 6 times each side, 2 sets."]


def test_arabic_is_read_by_an_arabic_voice(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    begun(page, "/ar/exercises/bird-dog/play", VOICES)
    assert [each.split()[0] for each in said(page)] == ["ar-SA"]


def test_chinese_is_not_read_by_cantonese(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    begun(page, "/zh-hans/exercises/bird-dog/play", VOICES)
    assert said(page) == []


def test_each_choice_is_heard_at_once_and_kept(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    voices = [*VOICES, ("en-US", "Samantha", True), *REMOTE]
    page.add_init_script(RECORD % json.dumps(voices))
    page.goto("/en/settings/")
    page.get_by_role("group", name="Speed of the voice").get_by_role("radio", name="Slower").check()
    sample = "Next: Bird dog. 6 times each side, 2 sets. First side."
    assert said(page) == [f"en-US {sample}"]
    page.get_by_label("Which voice").select_option(label="Daniel")
    expect(page.get_by_label("Which voice").locator("option")).to_have_text(["Samantha", "Daniel"])
    page.wait_for_function("() => window.said.length === 3")
    assert said(page)[1:] == ["-", f"en-GB {sample}"]
    page.get_by_role("group", name="Voice", exact=True).get_by_role(
        "radio", name="Tones only"
    ).check()
    assert said(page)[3:] == ["-"]
    page.reload()
    expect(page.get_by_label("Which voice")).to_have_value("Daniel")
    expect(page.get_by_role("radio", name="Tones only")).to_be_checked()
    page.get_by_role("radio", name="Names and sides").check()
    assert said(page) == [f"en-GB {sample}"]
    assert page.evaluate("window.manner.rate") == 0.8
