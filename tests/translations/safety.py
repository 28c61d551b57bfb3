"""The safety texts of each language in a file of their own, for a reader who has no English.

`python -m tests.translations.safety update` writes them anew; a test keeps them fresh.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from webapp import places
from webapp.content import library, texts
from webapp.locales import ENGLISH, LANGUAGES, Language

# Where the interface speaks of an emergency.
TEMPLATES = [
    *("check/index.html", "check/question.html", "check/likeness.html", "check/result.html"),
    *("check/emergency.html", "components/call.html", "components/health.html"),
    *("cramp/index.html", "cramp/show.html", "emergency/show.html"),
    *("swim/index.html", "swim/show.html", "swim/_swimming.html", "rewarm/show.html"),
    *("compress/index.html", "compress/show.html", "components/cold_yes.html"),
    "player/_cold.html",
    *("hydration/_first.html", "hydration/_keys.html", "hydration/index.html"),
    *("hydration/plan.html", "hydration/sweat_test.html", "hydration/too_much.html"),
    *("hydration/_over.html", "player/_bad.html", "components/foot.html"),
]
# Of routines and exercises what is heeded, not how one moves.
HEEDED = ("before", "stop", "after", "cautions")
MODULES = [
    "cramp/words.py",
    "emergency/words.py",
    "swim/words.py",
    "rewarm/words.py",
    "compress/words.py",
    "hydration/words.py",
]


def path(language: Language) -> Path:
    return places.TRANSLATIONS / language.locale / "SAFETY.md"


def written(language: Language) -> str:
    """Numbered, each once, in an order that does not depend on the language."""
    lines = dict.fromkeys([*_content(language), *_interface(language), *_heeded(language)])
    return "".join(f"{number}. {line}\n" for number, line in enumerate(lines, start=1))


def _content(language: Language) -> Iterator[str]:
    content = library.localized(language)
    for item in [
        *content.questions.values(),
        *content.results.values(),
        *content.cramps.values(),
        *content.bands.values(),
        *content.swim.values(),
        *content.water.values(),
        *content.rewarm.values(),
        *content.compresses.values(),
        *content.hydration.values(),
        *content.massage.values(),
    ]:
        for field, text in texts.texts(item):
            if "claims." not in field:
                yield text


def _heeded(language: Language) -> Iterator[str]:
    content = library.localized(language)
    for item in [*content.routines.values(), *content.exercises.values()]:
        for field, text in texts.texts(item):
            if field.split(".")[0] in HEEDED:
                yield text


def _interface(language: Language) -> Iterator[str]:
    for name in TEMPLATES:
        file = places.TEMPLATES / name
        for _, message, *_ in extract_from_file("jinja2", str(file), options={"silent": "false"}):
            yield _translated(message, language)
    for name in MODULES:
        for _, message, *_ in extract_from_file("python", str(places.ROOT / "webapp" / name)):
            yield _translated(message, language)


def _translated(message: str | tuple[str, ...], language: Language) -> str:
    singular = message if isinstance(message, str) else message[0]
    return language.messages.gettext(singular)


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("usage: python -m tests.translations.safety update")
    for each in LANGUAGES:
        if each is not ENGLISH:
            path(each).write_text(written(each), "utf-8")
