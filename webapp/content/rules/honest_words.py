"""No text promises, reassures, or tells anyone to hold the breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from webapp.content import texts
from webapp.content.faults import Fault

if TYPE_CHECKING:
    from webapp.content.library import Library

_PROMISE = re.compile(
    r"\b(prevent|protect|cur(e|ing)|heal(s|ed|ing)?\b|treat(s|ed|ing|ment)?\b|relie[fv]|eliminat"
    r"|guarantee|remed(y|ies)|stop(s|ped|ping)? (\w+ )?(cramp|pain|spasm))\w*"
    r"|\ball[- ]clear\b",
    re.IGNORECASE,
)
_BREATH_HOLD = re.compile(
    r"\bhold(ing|s)?\b[^.;]*\bbreath\b|\bbreath\b[^.;]*\bhold(ing|s)?\b", re.IGNORECASE
)
# What comes before the match in its own clause may take it back.
_NEGATED = re.compile(
    r"\b(not(?! only)|never|no(?! doubt)|cannot|don['\u2019]t)\b((?!, (and|it|but)\b)[^.;:])*$",
    re.IGNORECASE,
)


def check(library: Library) -> Iterator[Fault]:
    for item in [*library.items(), *library.questions.values()]:
        for field, text in texts.texts(item):
            for words in _dishonest(text):
                remedy = f"says {words!r}; say what it prepares or may help instead"
                yield Fault(library.file_of(item), field, remedy)


def _dishonest(text: str) -> Iterator[str]:
    for pattern in (_PROMISE, _BREATH_HOLD):
        for found in pattern.finditer(text):
            if not _NEGATED.search(text[: found.start()]):
                yield found[0]
