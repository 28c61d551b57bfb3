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
        "translations/ar/LC_MESSAGES/messages.mo: is missing; run `make build`",
        "translations/ar/LC_MESSAGES/content.mo: is missing; run `make build`",
    ]
