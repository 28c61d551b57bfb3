"""Extract the words of templates, code and content, and bring the catalogs up to date with them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from webapp import places
from webapp.locales import DOMAINS, ENGLISH, LANGUAGES

# What extraction takes as a comment: content names the field, code says "Translators:".
COMMENTS = {"messages": "Translators:", "content": ""}


def extracted(domain: str) -> Catalog:
    """All messages of a domain as they stand in the sources now."""
    with tempfile.TemporaryDirectory() as folder:
        return _read(_extract(domain, Path(folder)))


def stored(domain: str, locale: str) -> Catalog:
    return _read(path(domain, locale), locale)


def path(domain: str, locale: str) -> Path:
    return places.TRANSLATIONS / locale / "LC_MESSAGES" / f"{domain}.po"


def update(locales: Iterable[str]) -> None:
    for domain in DOMAINS:
        with tempfile.TemporaryDirectory() as folder:
            template = _extract(domain, Path(folder))
            for locale in locales:
                _merge(domain, locale, template)


def _extract(domain: str, folder: Path) -> Path:
    template = folder / f"{domain}.pot"
    _pybabel(
        *("extract", "--mapping-file", str(places.TRANSLATIONS / f"{domain}.toml")),
        *("--keywords", "_l lazy_gettext", "--add-comments", COMMENTS[domain]),
        *("--add-location", "never", "--omit-header", "--no-wrap", "--sort-output"),
        *("--output-file", str(template), str(places.ROOT)),
    )
    return template


def _merge(domain: str, locale: str, template: Path) -> None:
    target = path(domain, locale)
    target.parent.mkdir(parents=True, exist_ok=True)
    common = ("--input-file", str(template), "--output-file", str(target), "--locale", locale)
    if target.exists():
        rest = ("--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date")
        _pybabel("update", *common, "--domain", domain, "--no-wrap", *rest)
    else:
        _pybabel("init", *common, "--domain", domain, "--no-wrap")


def _pybabel(*arguments: str) -> None:
    CommandLineInterface().run(["pybabel", "--quiet", *arguments])  # type: ignore[no-untyped-call]


def _read(file: Path, locale: str | None = None) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=locale)


if __name__ == "__main__":
    if sys.argv[1:] != ["update"]:
        sys.exit("usage: python -m tests.translations.catalogs update")
    update([each.locale for each in LANGUAGES if each is not ENGLISH])
