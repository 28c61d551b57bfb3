"""The page of settings: the same for everyone, filled in on the device."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp.content.library import Library
from webapp.offline import panel
from webapp.pages import page
from webapp.settings import choices

blueprint = Blueprint("settings", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "settings.show", {}


@blueprint.get("/settings/")
def show() -> Response:
    return page(
        "settings/show.html",
        themes=choices.themes(),
        sizes=choices.sizes(),
        looks=choices.looks(),
        units=choices.units(),
        on_off=choices.on_off(),
        off_on=choices.off_on(),
        regions=choices.regions(),
        words_of_panel=panel.words(),
    )
