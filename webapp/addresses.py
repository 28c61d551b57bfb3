"""The closed list of content addresses: the same bytes for everyone, made once and kept."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask, url_for

from webapp import (
    about,
    build,
    check,
    compress,
    conditions,
    cramp,
    emergency,
    exercises,
    hydration,
    journal,
    learn,
    manifest,
    mine,
    offline,
    player,
    reminders,
    rewarm,
    routines,
    search,
    settings,
    share,
    swim,
    today,
    welcome,
)
from webapp.content import library
from webapp.locales import LANGUAGES, Language

# Each below the language of its addresses; Today stands first.
FEATURES = (
    today,
    cramp,
    check,
    emergency,
    conditions,
    swim,
    rewarm,
    compress,
    hydration,
    journal,
    reminders,
    routines,
    exercises,
    build,
    player,
    mine,
    share,
    learn,
    search,
    settings,
    welcome,
    about,
    manifest,
)


def content(app: Flask) -> Iterator[str]:
    """Every content address of every language, as a path."""
    for language in LANGUAGES:
        yield from of_language(app, language)


def of_language(app: Flask, language: Language) -> Iterator[str]:
    with app.test_request_context():
        for feature in (*FEATURES, offline):
            for endpoint, values in feature.addresses(library.english()):
                yield url_for(endpoint, language=language, **values)


def shared(app: Flask) -> Iterator[str]:
    """What is the same for everyone in every language."""
    with app.test_request_context():
        for endpoint in offline.SHARED:
            yield url_for(endpoint)
