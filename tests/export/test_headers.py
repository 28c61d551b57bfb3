"""The file that tells static hosts which headers to send."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp import addresses, assets, pages
from webapp.export import answers, headers, nginx
from webapp.finished import Finished
from webapp.locales import ENGLISH


@pytest.mark.parametrize(
    ("address", "pattern"),
    [
        ("/", "/"),
        ("/sw.js", "/sw.js"),
        ("/en/", "/:language/"),
        ("/ar/about/", "/:language/about/*"),
        ("/zh-hans/exercises/bird-dog/play", "/:language/exercises/*"),
        ("/en/build/", "/:language/build/"),
        ("/en/build/stills", "/:language/build/stills"),
        ("/en/manifest.webmanifest", "/:language/manifest.webmanifest"),
        ("/static/0123/css/main.css", "/static/0123/*"),
        ("/pack/en-0123", "/pack/en-0123"),
    ],
)
def test_addresses_of_a_feature_have_a_rule_together(address: str, pattern: str) -> None:
    assert headers.pattern_of(address) == pattern


def test_two_answers_of_a_rule_must_agree() -> None:
    told = {"/en/swim/": {"cache-control": "no-cache"}, "/en/swim/x": {"cache-control": "none"}}
    with pytest.raises(ValueError, match="/en/swim/x: its cache-control"):
        headers.rules(told, secure=True)


def test_a_header_that_only_one_of_a_rule_has_may_go_with_all() -> None:
    told = {"/en/x/": {"content-security-policy": "none"}, "/en/x/y.json": {}}
    assert headers.rules(told, secure=True)["/:language/x/*"] == {"content-security-policy": "none"}


def test_a_host_with_tls_says_so_with_everything_and_another_does_not() -> None:
    assert headers.rules({}, secure=True)["/*"]["strict-transport-security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in headers.text({}, secure=False)


def test_every_answer_agrees_with_those_of_its_rule_and_location(app: Flask) -> None:
    """In a few seconds what would end an export at its end."""
    paths = [*addresses.of_language(app, ENGLISH), *addresses.shared(app)]
    answered = {**assets.kept(), **{path: quickly(app, path) for path in paths}}
    told = {path: answers.headers_of(finished) for path, finished in answered.items()}
    assert len(headers.rules(told, secure=True)) < len(paths) / 2
    assert len(nginx.locations(told)) < len(paths) / 2


def quickly(app: Flask, path: str) -> Finished:
    response = pages.finish(app, path)
    return Finished.make(response.get_data(), dict(response.headers), quality=0)
