"""Whatever is sent, the answer is a page or a redirect, never a crash."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp import create_app, database, locales
from webapp.config import read

PARTS = st.sampled_from(["en", "ar", "xx", "routines", "exercises", "play", "about", "", "..", "r"])
# A first part that is empty would read as a host in the test client's address.
PATHS = st.lists(st.one_of(PARTS, st.text(max_size=20)), max_size=5).filter(
    lambda parts: not parts or parts[0] != ""
)
HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"))


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = tmp_path_factory.mktemp("odd")
    config = read({"LIMBER_INSTANCE": str(folder), "LIMBER_RATE_LIMIT": "1000000 per minute"})
    database.prepare(config)
    app: Flask = create_app(config)
    return app.test_client()


@given(parts=PATHS, query=st.text(max_size=30))
@settings(deadline=None)
def test_any_address_is_answered(visitor: FlaskClient, parts: list[str], query: str) -> None:
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    status = visitor.get(f"{path}?{quote(query)}").status_code
    assert status in (200, 302, 308, 404)


@given(accept=HEADER)
@settings(deadline=None)
def test_any_wish_for_a_language_is_answered(visitor: FlaskClient, accept: str) -> None:
    answer = visitor.get("/", headers={"Accept-Language": accept})
    assert answer.headers["Location"] in [f"/{each.prefix}/" for each in locales.LANGUAGES]
