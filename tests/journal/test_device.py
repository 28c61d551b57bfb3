"""What the section of this device says is the same for everyone, and complete."""

from __future__ import annotations

import json

from tests.conftest import ReadPage
from tests.sampling import every_language
from webapp.locales import Language


@every_language()
def test_every_count_has_every_plural_of_the_language(page: ReadPage, language: Language) -> None:
    found = page(f"/{language.prefix}/journal/").by_id("device-guide").text
    guide = json.loads(found or "")
    wanted = set(guide["counts"]["sessions"])
    assert "other" in wanted
    for forms in guide["counts"].values():
        assert set(forms) == wanted
        # One and two may be words of their own.
        assert "%(n)s" in forms["other"]


def test_every_fault_has_its_remedy(page: ReadPage) -> None:
    guide = json.loads(page("/en/journal/").by_id("device-guide").text or "")
    wanted = {"damaged", "foreign", "routine", "newer", "size", "many", "field", "codes"}
    assert set(guide["faults"]) == wanted | {"device", "full", "refused"}


def test_settings_lead_to_it(page: ReadPage) -> None:
    assert "/en/journal/#device" in page("/en/settings/").links
    assert page("/en/journal/").by_id("device") is not None
