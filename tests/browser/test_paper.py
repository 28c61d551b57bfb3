"""The print sheet on paper, A4 and Letter: all of it, nothing cut, readable without colours."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.author import Author
from tests.browser.conftest import LOOKS, OpenPage
from tests.browser.test_pages import CHOOSE, SIDEWAYS, violations
from tests.sampling import each_prefix
from tests.serving import Server
from webapp.content import library

# Width and height in CSS pixels within the margins that css/print-sheet.css asks for.
MM = 96 / 25.4
ROOM = {
    "A4": ((210 - 28) * MM, (297 - 26) * MM),
    "Letter": (8.5 * 96 - 28 * MM, 11 * 96 - 26 * MM),
}
# What stays in one piece: a step with its figures, the boxes, a line of a notice.
WHOLE = ".print-sheet-step, .print-sheet-weeks, .print-sheet-top, .note li, .cautions div"
CUT = """([selector, height]) => [...document.querySelectorAll(selector)]
  .filter((each) => each.getBoundingClientRect().height > height)
  .map((each) => each.className || each.textContent)"""
# What stands out of the paper at a side.
WIDE = """() => [...document.querySelectorAll("main *")]
  .filter((each) => each.checkVisibility() && !each.closest("svg svg, svg *, .hidden-text"))
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.left < -1 || box.right > document.documentElement.clientWidth + 1)
  .map(([each]) => each.outerHTML.slice(0, 120))"""

EVERYTHING: dict[str, Any] = {
    "notes": "Langsam und ohne Schwung. " * 20,
    "rounds": 2,
    "rest": 30,
    "steps": [
        {"exercise": slug, "dose": {"repetitions": 8}, "note": "Nur so weit es leicht geht"}
        for slug in library.english().exercises
        if library.english().exercises[slug].dose.sides == "none"
    ][:12],
}


@pytest.fixture(scope="module")
def author(server: Server) -> Author:
    return Author(server, secret="paper-" + "x" * 22).publish(**EVERYTHING)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def paper(page: Page, size: str) -> None:
    """The page as it is laid out for paper of this size."""
    wide, high = ROOM[size]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(wide), "height": int(high)})


@each_prefix("en", "ar")
@pytest.mark.parametrize("size", ROOM)
def test_nothing_is_cut(open_page: OpenPage, author: Author, size: str, prefix: str) -> None:
    page = open_page(f"/{prefix}/r/{author.code}/print")
    paper(page, size)
    assert page.evaluate(WIDE) == []
    assert page.evaluate(CUT, [WHOLE, ROOM[size][1]]) == []
    for part in (".top", ".print-sheet ~ .foot .links", "[data-print]"):
        assert not page.locator(part).first.is_visible(), part


@pytest.mark.parametrize("size", ROOM)
def test_twelve_steps_take_few_sheets(open_page: OpenPage, author: Author, size: str) -> None:
    page = open_page(f"/en/r/{author.code}/print")
    assert 2 < pages(page.pdf(format=size)) <= 7


def test_a_short_one_takes_no_sheet_more(open_page: OpenPage, server: Server) -> None:
    short = Author(server, secret="short-" + "x" * 22).publish()
    page = open_page(f"/en/r/{short.code}/print")
    assert pages(page.pdf(format="A4")) <= 3


def test_paper_is_white_whatever_the_screen_was(open_page: OpenPage, author: Author) -> None:
    page = open_page("about:blank")
    page.add_init_script(CHOOSE % "dark")
    page.goto(f"/en/r/{author.code}/print")
    paper(page, "A4")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_without_colours_what_moves_and_what_stays_differ(
    open_page: OpenPage, server: Server
) -> None:
    exercises = [library.english().exercises[slug] for slug in ("calf-stretch", "cat-cow")]
    steps = [
        {"exercise": each.slug, "dose": each.dose.model_dump(exclude_none=True)}
        for each in exercises
    ]
    code = Author(server, secret="lane-" + "x" * 22).publish(steps=steps).code
    page = open_page(f"/en/r/{code}/print")
    paper(page, "A4")
    fill = "(each) => getComputedStyle(each).fill"
    move, stay = (
        page.locator(f"rect.lane-{kind}").first.evaluate(fill) for kind in ("move", "stay")
    )
    assert (move, stay) == ("rgb(51, 51, 51)", "rgb(255, 255, 255)")


def test_the_button_prints(open_page: OpenPage, author: Author) -> None:
    page = open_page("about:blank")
    page.add_init_script("window.print = () => (document.title = 'printed')")
    page.goto(f"/en/r/{author.code}/print")
    page.get_by_role("button", name="Print").click()
    assert page.title() == "printed"


def test_while_an_emergency_sign_stands_there_is_no_figure_on_paper(
    open_page: OpenPage, author: Author
) -> None:
    page = open_page(f"/en/r/{author.code}/print")
    page.evaluate("document.documentElement.dataset.locked = ''")
    paper(page, "A4")
    assert not page.locator(".print-sheet-step").first.is_visible()
    assert page.locator(".call-bar").is_visible()


@pytest.mark.parametrize(("prefix", "theme"), LOOKS)
def test_axe_finds_nothing_on_the_sheet(
    open_page: OpenPage, author: Author, prefix: str, theme: str
) -> None:
    page = open_page("about:blank", viewport={"width": 320, "height": 568})
    page.add_init_script(CHOOSE % theme)
    page.goto(f"/{prefix}/r/{author.code}/print")
    assert violations(page) == []
    assert not page.evaluate(SIDEWAYS)
