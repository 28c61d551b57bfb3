"""A swim day is whole without a script: every band, every answer, every sign to get out at."""

from __future__ import annotations

import pytest

from tests.conftest import ReadPage
from tests.reading import text
from tests.sampling import every_language
from webapp.content import library
from webapp.locales import Language

LANGUAGE = every_language()
BANDS = tuple(library.english().bands)


@LANGUAGE
@pytest.mark.parametrize("slug", BANDS)
def test_a_band_says_all_of_it(page: ReadPage, language: Language, slug: str) -> None:
    content = library.localized(language)
    band, day = content.bands[slug], content.swim["swim-day"]
    shown = page(f"/{language.prefix}/swim/{slug}")
    lines = [band.title, band.say, *band.water, *band.go, *day.first, *day.float, *day.out]
    lines += [*day.minutes, *(change.text for change in band.changes)]
    if band.warm_ups:
        lines += [*band.check, *day.check, *day.entry, *day.turn_back, *day.on_land]
    for line in lines:
        assert " ".join(line.split()) in shown.words


@pytest.mark.parametrize("slug", BANDS)
def test_a_band_leads_to_its_warm_ups_to_the_float_card_and_to_rewarming(
    page: ReadPage, slug: str
) -> None:
    links = page(f"/en/swim/{slug}").links
    warm_ups = library.english().bands[slug].warm_ups
    routines = {link for link in links if link.startswith("/en/routines/")}
    wanted = {f"/en/routines/{each}" for each in warm_ups}
    if warm_ups:
        wanted |= {f"/en/routines/{warm_ups[0]}/play", "/en/routines/entry-sequence"}
    assert routines == wanted
    assert {"/en/rewarm/", "/en/cramp/open-water", "tel:112"} <= set(links)


@LANGUAGE
def test_the_gauge_page_lists_every_band(page: ReadPage, language: Language) -> None:
    links = page(f"/{language.prefix}/swim/").links
    here = f"/{language.prefix}/swim/"
    assert {link for link in links if link.startswith(here)} == {
        f"{here}{slug}" for slug in ("", *BANDS)
    }


def test_no_band_gives_minutes_for_a_temperature(page: ReadPage) -> None:
    for slug in BANDS:
        words = page(f"/en/swim/{slug}").words
        assert "There is no safe number of minutes for a temperature" in words


def test_what_is_printed_holds_no_form(page: ReadPage) -> None:
    """The message is hidden until a script can send it."""
    shown = page("/en/swim/12-15")
    (going,) = [each for each in shown.all("section") if each.get("data-going") is not None]
    assert going.get("hidden") is not None
    assert "watches nobody and calls nobody" in text(going)
