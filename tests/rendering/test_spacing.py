"""Chinese sentences follow each other without a space, whatever templates put between them."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
SPACED = re.compile(r"[。！？；：，、）] +\S")


@pytest.mark.parametrize(
    "path", ["exercises/bird-dog", "compress/cold", "check/result/legs", "swim/12-15", "about/"]
)
def test_no_space_follows_a_full_width_mark(client: FlaskClient, path: str) -> None:
    text = TAGS.sub("", client.get(f"/zh-hans/{path}").get_data(as_text=True))
    assert SPACED.findall(text) == []


def test_other_languages_keep_theirs(client: FlaskClient) -> None:
    text = TAGS.sub("", client.get("/de/exercises/bird-dog").get_data(as_text=True))
    assert re.search(r"\. \S", text)
