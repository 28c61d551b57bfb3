"""A language without its catalogs is not served half: the start names what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp import locales, places


def test_a_missing_catalog_is_named_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "TRANSLATIONS", tmp_path)
    with pytest.raises(locales.MissingCatalogError) as fault:
        locales.check_catalogs()
    assert str(fault.value).splitlines() == [
        f"translations/{locale}/LC_MESSAGES/{domain}.mo: is missing; run `make build`"
        for locale in ("ar", "de", "es", "fr", "zh_Hans")
        for domain in ("messages", "content")
    ]
