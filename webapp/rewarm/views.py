"""The page on getting warm again: all of it without a script, which only waits and asks."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.pages import page
from webapp.rewarm import words
from webapp.swim import words as swim

blueprint = Blueprint("rewarm", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "rewarm.show", {}


@blueprint.get("/rewarm/")
def show() -> Response:
    content = library.localized(locales.current())
    rewarming = content.rewarm["after-cold-water"]
    return page(
        "rewarm/show.html",
        library=content,
        rewarming=rewarming,
        routine=content.routines[rewarming.routine],
        guide=words.guide(rewarming),
        swimming=swim.swimming(),
        reviewed=rewarming.reviewed,
    )
