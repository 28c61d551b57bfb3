"""The page of the journal: the same for everyone, filled in on the device."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response

from webapp.content.library import Library
from webapp.journal import device
from webapp.pages import page

blueprint = Blueprint("journal", __name__)


def addresses(_content: Library) -> Iterator[tuple[str, dict[str, str]]]:
    yield "journal.show", {}


@blueprint.get("/journal/")
def show() -> Response:
    return page("journal/show.html", device=device.guide())
