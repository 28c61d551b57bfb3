"""Packs: the same finished pages, every one of them, proved by what the worker makes of them.

And how they are asked for: here, because to make them takes long.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask import Flask

from tests import node
from tests.offline.conftest import Packs
from tests.sampling import each_language
from webapp import addresses, assets, create_app
from webapp.config import Config
from webapp.figures import served
from webapp.locales import LANGUAGES, Language
from webapp.offline.contents import DRAWINGS, Contents
from webapp.offline.packs import Entry, pack

KB = 1024
SHARED_MOST, LANGUAGE_MOST = 500 * KB, 250 * KB

UNPACK = "tests/offline/unpack.js"


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    """One asks for every page within a minute."""
    return {**settings, "LIMBER_RATE_LIMIT": "10000 per minute"}


def unpacked(packs: Packs, name: str, folder: Path) -> dict[str, dict[str, Any]]:
    """What the worker's own code takes out of a pack."""
    file, table = folder / "pack", folder / "drawings.json"
    file.write_bytes(packs.read(name))
    table.write_text(json.dumps(served.drawings()), "utf-8")
    drawings = [] if name == packs.shared else [str(table)]
    result = node.run(UNPACK, name, str(file), *drawings, capture_output=True)
    assert result.returncode == 0, result.stderr
    entries = [json.loads(line) for line in result.stdout.splitlines()]
    return {each["path"]: each | {"body": b64decode(each["body"])} for each in entries}


@each_language()
def test_the_worker_takes_out_every_page_to_the_byte_with_its_headers(
    packs: Packs, app: Flask, tmp_path: Path, language: Language
) -> None:
    entries = unpacked(packs, packs.languages[language.prefix], tmp_path)
    assert set(entries) == set(addresses.of_language(app, language))
    client = app.test_client()
    for path, entry in entries.items():
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert entry["body"] == answer.data, path
        sent = {name.lower(): value for name, value in answer.headers.items()}
        assert entry["headers"] == {k: v for k, v in sent.items() if k != "content-length"}


def test_the_shared_pack_holds_every_file_that_a_page_may_ask_for(
    packs: Packs, tmp_path: Path
) -> None:
    entries = unpacked(packs, packs.shared, tmp_path)
    files = {name for name in assets.files() if not name.endswith(".png")}
    assert set(entries) == {DRAWINGS, *map(assets.address, files)}
    for name in files:
        assert entries[assets.address(name)]["body"] == assets.files()[name].read_bytes()
    assert json.loads(entries[DRAWINGS]["body"]) == served.drawings()


def test_no_page_holds_a_drawing_that_the_shared_pack_has(packs: Packs) -> None:
    for name in packs.languages.values():
        body = packs.read(name)
        assert b"{{figure:bird-dog.moving}}" in body
        assert b"{{figure:bird-dog.strip.1}}" in body
        assert not [each for each, text in served.drawings().items() if text.encode() in body]


@pytest.mark.sweep
def test_another_machine_makes_the_same_packs(packs: Packs, config: Config) -> None:
    again = Contents(create_app(config))
    assert again.shared.name == packs.shared
    assert {each.prefix: again.language(each).name for each in LANGUAGES} == packs.languages


def test_packs_are_within_their_bars(packs: Packs) -> None:
    assert len(packs.read(packs.shared, "br")) <= SHARED_MOST
    for prefix, name in packs.languages.items():
        assert len(packs.read(name, "br")) <= LANGUAGE_MOST, prefix


def test_a_phone_is_told_how_much_is_transferred(packs: Packs) -> None:
    for each in (packs.version["shared"], *packs.version["languages"].values()):
        assert each["download"] == len(packs.read(each["name"], "br"))


def test_the_version_file_names_packs_that_are_there(packed: Flask) -> None:
    client = packed.test_client()
    answer = client.get("/version.json")
    assert answer.headers["Cache-Control"] == "no-store"
    # It is no document: what a policy says of one would only be transferred.
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" not in answer.headers
    version = answer.get_json()
    assert list(version["languages"]) == [language.prefix for language in LANGUAGES]
    for each in (version["shared"], *version["languages"].values()):
        found = client.get(f"/pack/{each['name']}", headers={"Accept-Encoding": "br"})
        assert found.status_code == 200
        assert found.headers["Cache-Control"] == assets.FOREVER
        assert found.headers["Content-Encoding"] == "br"
        zipped = client.get(f"/pack/{each['name']}", headers={"Accept-Encoding": "gzip"})
        assert zipped.headers["Content-Encoding"] == "gzip"
        plain = client.get(f"/pack/{each['name']}")
        assert "Content-Encoding" not in plain.headers
        assert brotli.decompress(found.data) == gzip.decompress(zipped.data) == plain.data


def test_a_pack_that_is_gone_is_not_found_and_not_kept(packed: Flask) -> None:
    answer = packed.test_client().get("/pack/en-00000000000000000000")
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


def entry(path: str, body: str, **headers: str) -> Entry:
    return Entry(path, headers, body.encode())


def test_the_name_changes_with_any_body_any_header_and_any_fact() -> None:
    one = pack("en", [entry("/en/", "one", a="1")], {}, corrected=0)
    others = [
        pack("en", [entry("/en/", "two", a="1")], {}, corrected=0),
        pack("en", [entry("/en/", "one", a="2")], {}, corrected=0),
        pack("en", [entry("/en/x", "one", a="1")], {}, corrected=0),
        pack("en", [entry("/en/", "one", a="1")], {}, corrected=1),
    ]
    assert len({one.name, *(each.name for each in others)}) == 5
    assert pack("en", [entry("/en/", "one", a="1", date="now")], {}, corrected=0) == one


def test_the_order_of_entries_does_not_matter() -> None:
    entries = [entry("/en/b", "b"), entry("/en/a", "a", x="1")]
    assert pack("en", entries, {}) == pack("en", entries[::-1], {})


def test_a_page_that_looks_like_a_placeholder_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^/en/: holds .* already"):
        pack("en", [entry("/en/", "{{figure:a}}")], {})
