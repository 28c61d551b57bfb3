"""What the packs hold: of one finished app, every page of a language, and what all pages share."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from threading import Lock
from typing import Any

from flask import Flask, current_app

from webapp import addresses, assets, pages
from webapp.content import library
from webapp.figures import served
from webapp.locales import LANGUAGES, Language
from webapp.offline.packs import Entry, Pack, pack
from webapp.security import HEADERS

# Under this path the drawings lie in the shared pack, from which pages of a language are filled in.
DRAWINGS = "/pack/drawings.json"

KEY = "limber.packs"

# Pictures of the app that only its installation shows, which needs a network.
LEFT_OUT = "screenshots/"


@dataclass(frozen=True)
class Contents:
    """All packs of an app, each made when it is first asked for."""

    app: Flask

    @cached_property
    def shared(self) -> Pack:
        return pack("shared", _shared(), served.drawings())

    @cached_property
    def languages(self) -> dict[str, Pack]:
        """By prefix. What they were corrected for decides which notices cover their pages."""
        facts = {
            "shared": self.shared.name,
            "assets": assets.content_hash(),
            "corrected": len(library.english().corrections),
        }
        return {
            language.prefix: pack(
                language.prefix, _pages(self.app, language), served.drawings(), **facts
            )
            for language in LANGUAGES
        }

    @cached_property
    def version(self) -> dict[str, Any]:
        """What a phone asks for at its start: the newest packs, and what must not be followed."""
        return {
            "shared": self.shared.described,
            "languages": {prefix: each.described for prefix, each in self.languages.items()},
            "corrections": [
                {"number": number, "covers": list(covers)}
                for number, covers in enumerate(library.english().covered(), start=1)
            ],
        }

    def find(self, name: str) -> Pack | None:
        every = [self.shared, *self.languages.values()]
        return next((each for each in every if each.name == name), None)


_making = Lock()


def init_app(app: Flask) -> None:
    app.extensions[KEY] = Contents(app)


def contents() -> Contents:
    """Of the current app. Made once, however many ask at the same time."""
    made: Contents = current_app.extensions[KEY]
    with _making:
        _ = made.version  # so that whoever comes next finds everything made
    return made


def _pages(app: Flask, language: Language) -> Iterator[Entry]:
    for path in addresses.of_language(app, language):
        response = pages.finish(app, path)
        if response.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{path}: answers {response.status}, and phones would keep that")
        headers = {name.lower(): value for name, value in response.headers.items()}
        yield Entry(path, headers, response.get_data())


def _shared() -> Iterator[Entry]:
    for path, finished in assets.kept().items():
        if LEFT_OUT not in path:
            headers = {name.decode(): value.decode() for name, value in finished.headers}
            yield Entry(path, headers, finished.bodies["identity"])
    drawings = json.dumps(served.drawings(), ensure_ascii=False, separators=(",", ":"))
    kind = {"content-type": "application/json; charset=utf-8"}
    own = {name.lower(): value for name, value in HEADERS.items()}
    yield Entry(DRAWINGS, {**own, **kind}, drawings.encode())
