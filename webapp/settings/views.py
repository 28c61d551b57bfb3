"""The page of settings: the same for everyone, filled in on the device."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp import locales
from webapp.content import library
from webapp.content.library import Library
from webapp.offline import panel
from webapp.pages import page
from webapp.player import spoken
from webapp.settings import choices

blueprint = Blueprint("settings", __name__)

# Whose announcement one hears while choosing a voice.
EXAMPLE = "bird-dog"


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
        voices=choices.voices(),
        speeds=choices.speeds(),
        volumes=choices.volumes(),
        tones=choices.tones(),
        no_voice=spoken.none(),
        spoken=spoken.example(library.localized(locales.current()).exercises[EXAMPLE]),
        regions=choices.regions(),
        words_of_panel=panel.words(),
    )
