"""Folding translations into templates changes their speed, not one byte of what comes out."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.sampling import each_language
from webapp import addresses, rendering, security
from webapp.locales import LANGUAGES, Language


@each_language()
def test_every_page_is_the_same_folded_or_looked_up(
    app: Flask, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    folded = pages(app, language)
    plain = rendering.environment(app, language, fold=False)
    with monkeypatch.context() as looked_up:
        looked_up.setattr(rendering, "_environment", lambda _app, _language: plain)
        assert pages(app, language) == folded


def pages(app: Flask, language: Language) -> dict[str, bytes]:
    """All content of it, made as it is made to be kept: nobody's request, so nobody's limit."""
    client = app.test_client()
    made = {security.FINISHING: True}
    return {
        path: client.get(path, environ_overrides=made).get_data()
        for path in addresses.of_language(app, language)
    }


def test_constant_words_are_folded_and_values_are_not(app: Flask) -> None:
    (arabic,) = [language for language in LANGUAGES if language.tag == "ar"]
    source = (
        '{{ _("Today") }}{% trans %}Pause{% endtrans %}'
        '{{ _("%(time)s left", time="1") }}<b title="{{ _("Today") }}">'
    )
    compiled = rendering.environment(app, arabic).compile(source, raw=True)
    assert arabic.messages.gettext("Today") in compiled
    assert "Today" not in compiled
    assert "Pause" not in compiled
    assert "%(time)s left" in compiled


def test_a_percent_sign_in_a_template_comes_out_once(app: Flask) -> None:
    english = LANGUAGES[0]
    source = '{{ _("100 %% wool & silk") }}'
    folded = rendering.environment(app, english).from_string(source).render()
    plain = rendering.environment(app, english, fold=False).from_string(source).render()
    assert folded == plain == "100 % wool & silk"
