"""The published schema takes and refuses the same files of a device as Limber does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.share import schemas
from webapp.journal.schema import schema

FILES: dict[str, list[list[Any]]] = json.loads(
    Path(__file__).with_name("files.json").read_text("utf-8")
)


@pytest.mark.parametrize(("_name", "file"), FILES["good"])
def test_it_takes_what_is_good(_name: str, file: Any) -> None:
    assert schemas.accepts(schema(), file)


@pytest.mark.parametrize(("_name", "file"), [each[:2] for each in FILES["bad"]])
def test_it_refuses_what_is_bad(_name: str, file: Any) -> None:
    assert not schemas.accepts(schema(), file)


def test_an_editor_of_files_gets_it_from_anywhere(client: FlaskClient) -> None:
    answer = client.get("/schema/device.json", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/schema+json"
    assert json.loads(answer.data) == schema()
    etag = {"If-None-Match": answer.headers["ETag"]}
    assert client.get("/schema/device.json", headers=etag).status_code == 304
