"""The search as a phone does it: Node runs its script on the index that a language is served."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient

from tests import node
from webapp.locales import Language

ASK = """
import {{ find, indexed }} from "{root}/static/js/search/rank.js";
const index = indexed({pages}, {ignored});
const first = (typed) => find(index, typed).slice(0, {most}).map(({{ address }}) => address);
console.log(JSON.stringify({queries}.map(first)));
"""


def served(client: FlaskClient, language: Language) -> dict[str, Any]:
    """The index with a page after the other; addresses without their last slash."""
    index: dict[str, Any] = client.get(f"/{language.prefix}/search/index.json").get_json()
    columns = index["pages"]
    rows = zip(*columns.values(), strict=True)
    pages = [dict(zip(columns, row, strict=True)) for row in rows]
    for each in pages:
        each["address"] = each["address"].removesuffix("/")
    return {**index, "pages": pages}


def first_found(
    client: FlaskClient, language: Language, queries: list[str], most: int
) -> list[list[str]]:
    """For each query the addresses of what is found first."""
    index = served(client, language)
    script = ASK.format(
        root=node.ROOT.as_uri(),
        pages=json.dumps(index["pages"]),
        ignored=json.dumps(index["ignored"]),
        queries=json.dumps(queries),
        most=most,
    )
    told = node.run("--input-type=module", "-", input=script, capture_output=True)
    return [list(found) for found in json.loads(told.stdout)]
