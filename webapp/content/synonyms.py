"""What people type when they look for a page that is named otherwise, a file for each language."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from webapp.content.learn import PageAddress
from webapp.content.model import Model

Word = Annotated[str, StringConstraints(min_length=2, max_length=40, strip_whitespace=True)]
SmallWord = Annotated[str, StringConstraints(min_length=1, max_length=10, strip_whitespace=True)]


class Synonyms(Model):
    """By address after the language; never shown, so never translated.

    `ignored` are words that say nothing of what is looked for, such as "my".
    """

    ignored: tuple[SmallWord, ...] = ()
    pages: dict[PageAddress, tuple[Word, ...]] = Field(default_factory=dict)
