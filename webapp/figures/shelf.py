"""The folder of baked figures: what lies in it, whether it is still true, and how it is replaced.

A figure's key is a hash of its words, its exercise's tempo and the engine; its files stay as they
are while the key does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from webapp.figures.checks.likeness import Signature
from webapp.figures.style import style_sheet

INDEX = "index.json"
STYLE = "figures.css"
FORMS = ("moving", "still", "pair", "strip")


@dataclass(frozen=True)
class Baked:
    """The drawings of one figure by form, and what it can be told apart by."""

    slug: str
    drawings: dict[str, str]
    signature: Signature


class Shelf:
    """Baked figures in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def index(self) -> dict[str, dict[str, Any]]:
        """Key, forms and signature by slug, as they were written last."""
        text = self._read(INDEX)
        return cast(dict[str, dict[str, Any]], json.loads(text)) if text else {}

    def has(self, slug: str, key: str) -> bool:
        """Whether a figure lies here whole and as it would be baked now."""
        return self.index.get(slug, {}).get("key") == key and all(
            self._drawing(slug, form).is_file() for form in FORMS
        )

    def is_current(self, keys: Mapping[str, str]) -> bool:
        """Whether nothing is missing, nothing too much and the style as it would be written."""
        return (
            self.index.keys() == keys.keys()
            and all(self.has(slug, key) for slug, key in keys.items())
            and self._read(STYLE) == style_sheet()
        )

    def signature(self, slug: str) -> Signature:
        return cast(Signature, self.index[slug]["signature"])

    def replace(
        self,
        keys: Mapping[str, str],
        baked: Mapping[str, Baked],
        signatures: Mapping[str, Signature],
    ) -> None:
        """What changes leaves the index first and comes back last: a broken build is done again."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = self.index.keys() & keys.keys() - baked.keys()
        self._write_index({slug: self.index[slug] for slug in kept})
        self._clear(self.index.keys() - keys.keys())
        for slug, figure in baked.items():
            for form, drawing in figure.drawings.items():
                self._drawing(slug, form).write_text(drawing, "utf-8")
        (self.folder / STYLE).write_text(style_sheet(), "utf-8")
        whole = {
            slug: {"key": key, "forms": FORMS, "signature": signatures[slug]}
            for slug, key in keys.items()
        }
        self._write_index(whole)

    def _clear(self, gone: Iterable[str]) -> None:
        for slug in gone:
            for form in FORMS:
                self._drawing(slug, form).unlink(missing_ok=True)

    def _write_index(self, index: Mapping[str, Mapping[str, Any]]) -> None:
        text = json.dumps(index, indent=1, sort_keys=True) + "\n"
        (self.folder / INDEX).write_text(text, "utf-8")

    def _drawing(self, slug: str, form: str) -> Path:
        return self.folder / f"{slug}.{form}.svg"

    def _read(self, name: str) -> str | None:
        path = self.folder / name
        return path.read_text("utf-8") if path.is_file() else None
