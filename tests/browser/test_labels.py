"""On the smallest phone no label of a key, a tab or a choice is parted or wider than its place."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.sampling import each_language
from webapp.locales import Language

SMALL = {"width": 320, "height": 568}
# Where the most of them stand side by side.
PAGES = (
    *("", "swim/", "hydration/", "journal/", "mine/", "settings/", "build/", "reminders/"),
    *("routines/cold-water-10", "routines/cold-water-10/play", "exercises/bird-dog/play"),
    *("exercises/", "cramp/land", "compress/cold", "check/legs", "emergency/", "welcome/"),
)

# Those that are wider than their key once no word of them may be parted.
WIDE = """() => {
  const whole = new CSSStyleSheet();
  whole.replaceSync("* { overflow-wrap: normal !important; hyphens: none !important }");
  document.adoptedStyleSheets = [whole];
  const isOut = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1;
  const isWide = (label) => {
    const box = label.getBoundingClientRect();
    const spans = [...label.querySelectorAll("span")];
    const words = spans.length === 0 ? [label] : spans
      .filter((each) => !each.querySelector("span") && each.clientWidth !== 1);
    const range = document.createRange();
    const rects = words.flatMap((each) => {
      range.selectNodeContents(each);
      return [...range.getClientRects()];
    });
    return isOut(box, { left: 0, right: innerWidth }) || rects.some((each) => isOut(each, box));
  };
  const labels = ".button, .tab, .key, .chip, .halves a, .link, .segments label";
  return [...document.querySelectorAll(labels)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && isWide(each))
    .map((each) => each.innerText);
}"""
LENGTHENED = "document.querySelector('.tab span').textContent = 'Swimmingwarmupsession'"


@each_language("de")
def test_labels_fit_where_they_stand(open_page: OpenPage, language: Language) -> None:
    page = open_page("about:blank", viewport=SMALL)
    for path in PAGES:
        page.goto(f"/{language.prefix}/{path}")
        assert page.evaluate(WIDE) == [], path


@pytest.mark.parametrize("direction", ["en", "ar"])
def test_one_that_is_too_long_is_found(open_page: OpenPage, direction: str) -> None:
    page = open_page(f"/{direction}/", viewport=SMALL)
    page.evaluate(LENGTHENED)
    assert page.evaluate(WIDE) == ["Swimmingwarmupsession"]
