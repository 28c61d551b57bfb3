"""The published schema takes and refuses the same files as Limber does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.share import files, schemas
from tests.share.people import whole
from webapp.share.schema import DIALECT, schema


@pytest.mark.parametrize("good", files.GOOD)
def test_it_takes_what_is_good(good: dict[str, Any]) -> None:
    assert schemas.accepts(schema(), good)


@pytest.mark.parametrize(("bad", "_field"), files.BAD)
def test_it_refuses_what_is_bad(bad: Any, _field: str) -> None:
    assert not schemas.accepts(schema(), bad)


@pytest.mark.parametrize(("bad", "_field"), files.BEYOND)
def test_what_it_has_no_words_for_is_listed(bad: Any, _field: str) -> None:
    assert schemas.accepts(schema(), bad)


def test_an_editor_of_files_gets_it_from_anywhere(client: FlaskClient) -> None:
    answer = client.get("/schema/routine.json", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/schema+json"
    found = json.loads(answer.data)
    assert found["$schema"] == DIALECT
    assert found == schema()
    etag = {"If-None-Match": answer.headers["ETag"]}
    assert client.get("/schema/routine.json", headers=etag).status_code == 304


def test_its_names_are_those_of_the_file() -> None:
    assert set(schema()["properties"]) == set(whole())
    assert schema()["required"] == ["format", "version", "title", "language", "steps"]
