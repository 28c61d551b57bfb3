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
    found: Iterator[tuple[str, Any]] = parts(item, (Claim, Contrast, Sentence, Stance))
    yield from found
