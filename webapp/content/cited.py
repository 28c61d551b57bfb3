"""What of an item rests on sources, wherever it stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from webapp.content.learn import Contrast, Sentence, Stance
from webapp.content.parts import parts
from webapp.content.schema import Claim

Cited = Claim | Contrast | Sentence | Stance


def cited(item: Any) -> Iterator[tuple[str, Cited]]:
    """Each with the path of its field."""
    yield from parts(item, Claim)
    yield from parts(item, Contrast)
    yield from parts(item, Sentence)
    yield from parts(item, Stance)
