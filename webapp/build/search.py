"""Finds exercises by words and by what they are for, as the library page does on the phone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.exercises.filters import Entry

GROUPS = ("purpose", "position", "region", "equipment", "place")
# So many at once: what follows is asked for by a tap.
PAGE = 12
LONGEST = 60

# Letters that Arabic writers use for each other, beside those that differ by a mark only.
ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ـ": None, "'": None, "’": None, "ʼ": None})


@dataclass(frozen=True)
class Found:
    """A page of results; `following` is where the next one begins, None after the last."""

    entries: Sequence[Entry]
    total: int
    following: int | None


def find(entries: Sequence[Entry], asked: Mapping[str, str], after: int = 0) -> Found:
    """What fits every word and every group that is asked for; an unknown value fits nothing."""
    words = fold(asked.get("q", "")[:LONGEST]).split()
    wanted = {group: asked[group] for group in GROUPS if asked.get(group)}
    fitting = [each for each in entries if _fits(each, words, wanted)]
    end = after + PAGE
    return Found(fitting[after:end], len(fitting), end if end < len(fitting) else None)


def fold(text: str) -> str:
    """What writers and readers differ in taken away: case, accents, vowel signs."""
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
    return re.sub(r"[\W_]+", " ", plain.lower().translate(ALIKE)).strip()


def _fits(entry: Entry, words: Sequence[str], wanted: Mapping[str, str]) -> bool:
    return all(value in entry.values[group] for group, value in wanted.items()) and (
        not words or _has(fold(entry.text), words)
    )


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)
