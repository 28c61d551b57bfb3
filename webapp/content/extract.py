"""Babel's extractor for content: every translated text, and a comment that says where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from webapp.content import reading, texts
from webapp.content.learn import Article
from webapp.content.library import FOLDERS
from webapp.content.model import Model

KINDS: dict[str, type[Model]] = {
    **{folder: kind for kind, folder in FOLDERS.items()},
    "article.yaml": Article,
}

Message = tuple[int, str | None, str, list[str]]


def extract(
    fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[Message]:
    """Babel's signature; a file of no such kind has no words to translate."""
    del keywords, comment_tags, options  # Babel hands them over; fields are known by their type
    path = Path(fileobj.name)
    kind = next((KINDS[part] for part in path.parts if part in KINDS), None)
    if kind is None:
        return
    item = reading.read(path, path.name, kind)
    if isinstance(item, list):
        raise ValueError("\n".join(map(str, item)))
    for field, text in texts.texts(item):
        yield 1, None, text, [f"{kind.__name__} {path.stem}: {field}"]
