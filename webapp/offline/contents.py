"""What the packs hold: of one finished app, every page of a language, and what all pages share."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from http import HTTPStatus
from typing import Any

from flask import Flask

from webapp import addresses, assets, pages
from webapp.content import library
from webapp.figures import served
from webapp.locales import Language
from webapp.offline.packs import Described, Entry, Pack, pack
from webapp.security import HEADERS

# Under this path the drawings lie in the shared pack, from which pages of a language are filled in.
DRAWINGS = "/pack/drawings.json"

# Icons and screenshots of the app: only its installation shows them, which needs a network.
LEFT_OUT = ".png"


@dataclass(frozen=True)
class Contents:
    """The packs of an app, each made when it is first asked for."""

    app: Flask

    @cached_property
    def shared(self) -> Pack:
        return pack("shared", _shared(), served.drawings())

    def language(self, language: Language) -> Pack:
        """What it was corrected for decides which notices cover its pages."""
        return pack(
            language.prefix,
            pages_of(self.app, language),
            served.drawings(),
            shared=self.shared.name,
            assets=assets.content_hash(),
            corrected=len(library.english().corrections),
        )


def version(shared: Described, languages: Mapping[str, Described]) -> dict[str, Any]:
    """What a phone asks for at its start: the newest packs, and what must not be followed."""
    return {
        "shared": shared,
        "languages": languages,
        "corrections": [
            {"number": number, "covers": list(covers)}
            for number, covers in enumerate(library.english().covered(), start=1)
        ],
    }


@cache
def pages_of(app: Flask, language: Language) -> tuple[Entry, ...]:
    """Every page of a language as it is finished: for its pack, and for whoever serves."""
    return tuple(_page(app, path) for path in addresses.of_language(app, language))


def _page(app: Flask, path: str) -> Entry:
    response = pages.finish(app, path)
    if response.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{path}: answers {response.status}, and phones would keep that")
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Entry(path, headers, response.get_data())


def _shared() -> Iterator[Entry]:
    for path, finished in assets.kept().items():
        if not path.endswith(LEFT_OUT):
            headers = {name.decode(): value.decode() for name, value in finished.headers}
            yield Entry(path, headers, finished.body("identity"))
    drawings = json.dumps(served.drawings(), ensure_ascii=False, separators=(",", ":"))
    kind = {"content-type": "application/json; charset=utf-8"}
    own = {name.lower(): value for name, value in HEADERS.items()}
    yield Entry(DRAWINGS, {**own, **kind}, drawings.encode())
