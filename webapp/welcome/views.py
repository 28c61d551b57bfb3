"""The page of the first run; that it was read is kept on the device."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp.content.library import Library
from webapp.pages import page

blueprint = Blueprint("welcome", __name__)


def addresses(_library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "welcome.show", {}


@blueprint.get("/welcome/")
def show() -> Response:
    return page("welcome/show.html")
