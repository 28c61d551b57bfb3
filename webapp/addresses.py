"""The closed list of content addresses: the same bytes for everyone, made once and kept."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask, url_for

from webapp import about, exercises, manifest, player, routines, settings, today, welcome
from webapp.content import library
from webapp.locales import LANGUAGES


def content(app: Flask) -> Iterator[str]:
    """Every content address of every language, as a path."""
    english = library.english()
    with app.test_request_context():
        for language in LANGUAGES:
            for feature in (today, routines, exercises, player, settings, welcome, about, manifest):
                for endpoint, values in feature.addresses(english):
                    yield url_for(endpoint, language=language, **values)
