"""What the build parsed is what stands in the files; what it did not parse is read all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from webapp import places
from webapp.content import parsed, reading
from webapp.content.schema import Exercise

BIRD_DOG = places.CONTENT / "exercises/spine/bird-dog.yaml"


def test_the_build_parsed_every_file_as_it_is() -> None:
    kept = parsed.kept()
    written = [path.read_bytes() for path in places.CONTENT.rglob("*.yaml")]
    assert {parsed.key(each): reading.as_json(each) for each in written} == kept


def test_what_is_parsed_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(reading, "as_json")
    exercise = reading.read(BIRD_DOG, "bird-dog.yaml", Exercise, parsed.kept())
    assert isinstance(exercise, Exercise)


def test_what_was_changed_since_is_read_as_it_is_now(tmp_path: Path) -> None:
    changed = tmp_path / BIRD_DOG.name
    changed.write_text(BIRD_DOG.read_text("utf-8").replace("name: Bird dog", "name: Dog bird"))
    exercise = reading.read(changed, changed.name, Exercise, parsed.kept())
    assert isinstance(exercise, Exercise)
    assert exercise.name == "Dog bird"


def test_where_nothing_was_built_nothing_is_parsed(tmp_path: Path) -> None:
    assert parsed.kept(tmp_path / "parsed.json") == {}


def test_a_file_that_cannot_be_read_is_left_to_the_start(tmp_path: Path) -> None:
    good, bad, into = (tmp_path / name for name in ("good.yaml", "bad.yaml", "parsed.json"))
    good.write_text("slug: good")
    bad.write_text("slug: [bad")
    parsed.keep([good, bad], reading.as_json, into)
    assert [json.loads(each) for each in parsed.kept(into).values()] == [{"slug": "good"}]
