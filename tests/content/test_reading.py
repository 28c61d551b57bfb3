"""Broken content stops the start: every fault at once, with file, field and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from webapp import places
from webapp.content import library
from webapp.content.faults import ContentError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(places.CONTENT, tmp_path / "data"))


def faults(root: Path) -> list[str]:
    with pytest.raises(ContentError) as error:
        library.read(root)
    return str(error.value).splitlines()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


BIRD_DOG = "exercises/spine/bird-dog.yaml"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("number: 6\n", "", "number: is missing; add it"),
        ("number: 6", "number: six", "number: 'six' cannot stand here; "),
        ("number: 6", 'number: "6"', "number: '6' cannot stand here; "),
        ("number: 6", "number: 6\ncolour: red", "colour: is unknown; remove it or mend its spell"),
        ("number: 6", "nunber: 6", "nunber: is unknown; remove it or mend its spelling (perhaps n"),
        ("sets: 2", "set: 2", "dose.set: is unknown; remove it or mend its spelling (perhaps se"),
        ("number: 6", "number: 6.5", "number: 6.5 cannot stand here; write a whole number"),
        ("number: 6", "number: 0", "number: 0 cannot stand here; the nearest is 1"),
        ("name: Bird dog", "name: 5", "name: 5 cannot stand here; write words; in quotes where"),
        ("name: Bird dog", 'name: ""', "name: needs at least one character"),
        ("breath: in", "breath: im", "tempo.2.breath: 'im' cannot stand here; possible: in, out, "),
        ("dose: {", "dose: [1]\n#", "dose: a list cannot stand here; write `key: value` lines; "),
        (
            "figure:\n",
            "figure:\n  on: floor\n",
            "figure.on: is unknown; remove it or mend its spel",
        ),
        (
            "figure:\n",
            "figure:\n  flow: no\n",
            "figure.flow: 'no' cannot stand here; write true or",
        ),
        ("figure:\n", "figure:\n  zoom: {}\n", "figure.zoom.part: is missing; add it"),
        ("position: all-fours", "position: upside-down", "position: 'upside-down' cannot stand"),
        ("breath: out", "breath: hold", "tempo.0.breath: 'hold' cannot stand here; "),
        ("repetitions: 6, ", "repetitions: 6, seconds: 5, ", "dose: "),
        ("sets: 2, rest: 20", "sets: 2", "dose: "),
        ("slug: bird-dog", "slug: dog-bird", "slug: dog-bird is not the file's name; make both"),
        ("stop:\n", "stop: []\nstopped:\n", "stop: needs at least one entry"),
        ("name: Bird dog", "name: [Bird", "line "),
        ("name: Bird dog", "name: Bird dog\nname: Dog", "line "),
        ("name: Bird dog", "name: yes: no: maybe", "line "),
        ("compiled: 2026-11-23", "compiled: yesterday", "reviewed.compiled: 'yesterday' cannot"),
    ],
)
def test_a_broken_file_is_named_with_field_and_remedy(
    root: Path, old: str, new: str, fault: str
) -> None:
    change(root / BIRD_DOG, old, new)
    assert any(line.startswith(f"{BIRD_DOG}: {fault}") for line in faults(root)), faults(root)


def test_all_faults_come_at_once(root: Path) -> None:
    change(root / BIRD_DOG, "number: 6", "number: six")
    change(root / "sources.yaml", "known: read", "known: heard")
    files = {line.split(":")[0] for line in faults(root)}
    assert files == {BIRD_DOG, "sources.yaml"}


def test_the_same_slug_in_two_folders_is_refused(root: Path) -> None:
    shutil.copy(root / BIRD_DOG, root / "exercises/hips/bird-dog.yaml")
    assert faults(root) == [f"{BIRD_DOG}: slug: bird-dog stands twice; rename one of the files"]


def test_a_file_that_is_not_text_is_named(root: Path) -> None:
    (root / BIRD_DOG).write_bytes(b"\xff\xfe\x00")
    assert faults(root)[0].startswith(f"{BIRD_DOG}: (whole file): cannot be read as YAML")


def test_an_empty_file_is_named(root: Path) -> None:
    (root / BIRD_DOG).write_text("")
    assert faults(root) == [f"{BIRD_DOG}: (whole file): write it as `key: value` lines"]


def test_words_that_yaml_1_1_takes_for_truth_stay_words(root: Path) -> None:
    change(root / BIRD_DOG, "name: Bird dog", "name: yes")
    assert library.read(root).exercises["bird-dog"].name == "yes"


@pytest.mark.parametrize("name", ["sources.yaml", "numbers.yaml", "emergency.yaml"])
def test_a_missing_file_is_named(root: Path, name: str) -> None:
    (root / name).unlink()
    assert f"{name}: (whole file): is missing; put it back" in faults(root)


@pytest.mark.parametrize(
    "line",
    [
        "? [a, b]\n: c",
        "x: !!binary aGVq",
        "x: !!timestamp 2026-01-01",
        "x: " + "9" * 5000,
        "x: " + "[" * 3000,
        "x: \0",
    ],
)
def test_whatever_yaml_can_say_ends_as_a_fault(root: Path, line: str) -> None:
    file = root / BIRD_DOG
    file.write_text(f"{file.read_text('utf-8')}\n{line}\n", "utf-8")
    assert [fault for fault in faults(root) if not fault.startswith(f"{BIRD_DOG}: ")] == []


def test_a_file_that_would_not_be_read_is_named(root: Path) -> None:
    (root / "exercises/spine/cat-cow.yml").write_text("slug: cat-cow")
    assert faults(root) == [
        "exercises/spine/cat-cow.yml: (whole file): is not read; end its name in .yaml"
    ]


def test_a_folder_named_like_a_file_is_named(root: Path) -> None:
    (root / "exercises/spine/folder.yaml").mkdir()
    assert faults(root)[0].startswith("exercises/spine/folder.yaml: (whole file): ")


def test_a_source_id_given_twice_is_refused(root: Path) -> None:
    change(root / "sources.yaml", "id: C2", "id: C1")
    assert any("C1 stands twice" in fault for fault in faults(root))


def test_a_region_given_twice_is_refused(root: Path) -> None:
    change(root / "emergency.yaml", "region: AE,", "region: AD,")
    assert any("AD stands twice" in fault for fault in faults(root))


def test_an_emergency_number_without_quotes_is_refused(root: Path) -> None:
    change(root / "emergency.yaml", 'AU, ambulance: "000"', "AU, ambulance: 000")
    assert any("in quotes where they look like a number" in fault for fault in faults(root))
