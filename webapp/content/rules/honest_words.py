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
    r"\b(prevent|cure|heal|treat|relieve|eliminate|guarantee)(s|ed|ing)?\b|\ball[- ]clear\b", re.I
)
_BREATH_HOLD = re.compile(r"\bhold(ing)?\b[^.]*\bbreath", re.I)
_NEGATED = re.compile(r"\b(not|never|no|don't)\b[^.]*$", re.I)


def check(library: Library) -> Iterator[Fault]:
    for item in library.items():
        for field, text in texts.texts(item):
            for pattern in (_PROMISE, _BREATH_HOLD):
                found = pattern.search(text)
                if found and not _NEGATED.search(text[: found.start()]):
                    yield Fault(
                        library.file_of(item),
                        field,
                        f"says {found[0]!r}; say what it prepares or may help instead",
                    )
