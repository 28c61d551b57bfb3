"""A routine as JSON: what is right comes back the same, what is wrong is named with a remedy."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.share import files
from tests.share.people import given, made, whole
from webapp.share import routine
from webapp.share.routine import RoutineError, SharedRoutine


def fault_of(body: bytes | str) -> str:
    with pytest.raises(RoutineError) as fault:
        routine.read(body)
    return str(fault.value)


@pytest.mark.parametrize("good", files.GOOD)
def test_what_is_good_is_read_and_written_again(good: dict[str, Any]) -> None:
    read = routine.read(json.dumps(good))
    again = read.as_json
    assert routine.read(json.dumps(again)) == read
    assert SharedRoutine.of(read.as_text) == read
    assert {name: again[name] for name in good if name != "steps"} == {
        name: value for name, value in good.items() if name != "steps"
    }
    for step, was in zip(again["steps"], good["steps"], strict=True):
        assert step["dose"].items() >= was["dose"].items()


def test_what_is_left_out_stands_as_it_is_meant() -> None:
    assert made().as_json == {
        **given(),
        "whatFor": "",
        "notes": "",
        "rounds": 1,
        "rest": 0,
        "beginner": False,
        "need": "any",
        "conditions": [],
        "times": [],
        "steps": [
            {
                "exercise": "cat-cow",
                "dose": {"repetitions": 8, "sides": "none", "sets": 1, "rest": 0},
                "pace": 1,
                "note": "",
            }
        ],
    }


def test_the_same_routine_is_the_same_text() -> None:
    """By which a repeat is told."""
    turned = dict(reversed(whole().items()))
    read = [routine.read(json.dumps(each, indent=2)) for each in (whole(), turned)]
    assert read[0].as_text == read[1].as_text


@pytest.mark.parametrize(("bad", "field"), files.BAD + files.BEYOND)
def test_what_is_bad_is_named_with_what_to_do(bad: Any, field: str) -> None:
    fault = fault_of(json.dumps(bad))
    assert fault.startswith(f"{field}: ")
    assert len(fault) > len(field) + 10
    assert "^" not in fault.replace("write it in the form ^[a-z0-9]+(-[a-z0-9]+)*$", "")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[" * 5000, '{"title": "\\ud800"}', b"\0"]
)
def test_what_is_no_json_is_told_so(body: bytes | str) -> None:
    assert fault_of(body) == "routine: this is none; give one that Limber has written"


@pytest.mark.parametrize("value", ["x" * 50_000, "\0" * 50_000, ["x"] * 20_000, {"x" * 50_000: 1}])
@pytest.mark.parametrize("field", ["title", "steps", "rounds", "conditions", "times", "y" * 5000])
def test_a_fault_is_short_whatever_was_given(field: str, value: Any) -> None:
    assert len(fault_of(json.dumps(given(**{field: value})))) <= routine.LONGEST_FAULT


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"title": " "}, "title: ' ' cannot stand here; write one line of words"),
        ({"version": 2}, "version: 2 cannot stand here; this Limber reads version 1; use a newer"),
        ({"rounds": 11}, "rounds: 11 cannot stand here; the nearest is 10"),
        ({"titel": "x"}, "titel: is unknown; remove it or mend its spelling (perhaps title)"),
    ],
)
def test_remedies_are_words(changed: dict[str, Any], fault: str) -> None:
    assert fault_of(json.dumps(given(**changed))).startswith(fault)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@for_all(field=st.sampled_from(sorted(whole())), value=JSON)
def test_whatever_stands_in_a_field_is_read_or_named(field: str, value: Any) -> None:
    body = json.dumps(whole(**{field: value}))
    try:
        read = routine.read(body)
    except RoutineError as fault:
        named = str(fault)
    else:
        named = field
        assert routine.read(read.as_text) == read
    assert named.startswith(field)
