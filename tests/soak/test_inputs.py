"""A short run of what `make soak ONLY=inputs` does at length, and what it would find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.soak.inputs import judge, lines, wrong
from tests.soak.inputs.answering import Answer, Answering
from tests.soak.inputs.asked import Ask, Known
from tests.soak.inputs.asks import PARSERS
from tests.soak.inputs.chance import ATTRIBUTE, TAG

SEED = "test"
EACH, ON_LINES = 25, 40
# Of them most are refused; a calendar is answered only where a rule was taken before.
TAKEN = 100
SAFE = (b"x-content-type-options", b"nosniff")


@pytest.fixture(scope="module")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answering]:
    with Answering(tmp_path_factory.mktemp("inputs") / "instance") as started:
        yield started


@pytest.fixture(scope="module")
def known(answering: Answering) -> Known:
    return judge.publish(answering, SEED)


@pytest.mark.parametrize("name", PARSERS)
def test_whatever_is_asked_of_a_parser_is_answered(
    answering: Answering, known: Known, name: str
) -> None:
    faults = [
        f"{number}: {fault}: {asked}"
        for number in range(EACH)
        for asked in [PARSERS[name](Random(f"{SEED}/{name}/{number}"), known)]
        for fault in wrong.faults(answering.ask(asked))
    ]
    assert faults == []


def test_malformed_requests_leave_a_real_server_well(tmp_path: Path) -> None:
    assert judge.of_lines(tmp_path / "instance", ON_LINES, SEED).faults == ()


def test_the_same_seed_asks_the_same(known: Known) -> None:
    for name, make in PARSERS.items():
        for number in range(5):
            first, again = (make(Random(f"{SEED}/{name}/{number}"), known) for _ in range(2))
            assert first == again
    assert lines.made(Random(SEED), known) == lines.made(Random(SEED), known)


def test_parsers_are_asked_about_what_they_take_too(answering: Answering, known: Known) -> None:
    """Where everything is refused at once, nothing behind it is tried."""
    for name in PARSERS:
        asked = [PARSERS[name](Random(f"{SEED}/{name}/{number}"), known) for number in range(TAKEN)]
        statuses = {answering.ask(each).status for each in asked}
        assert min(statuses) < 400, name


def faults(**changed: object) -> list[str]:
    right = {"status": 200, "headers": [SAFE], "body": b"", "seconds": 0.0}
    return list(wrong.faults(Answer(**{**right, **changed})))  # type: ignore[arg-type]


def test_an_answer_that_is_well_has_no_fault() -> None:
    page = [SAFE, (b"content-type", b"text/html; charset=utf-8"), (b"location", b"/en/")]
    assert faults(headers=page, body=rb'&lt;zq9&gt; {"a": "\" zq9=\""}') == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"status": 500}, "status 500"),
        ({"status": 0}, "status 0"),
        ({"errors": ["Traceback"]}, "logged Traceback"),
        ({"seconds": 2.1}, "took 2.1 s of the processor"),
        ({"headers": []}, "without X-Content-Type-Options"),
        ({"headers": [SAFE, (b"x", b"a\r\nb")]}, "a header of several lines"),
        ({"headers": [SAFE, (b"location", b"//evil.example")]}, "leads elsewhere: //evil.example"),
        ({"headers": [SAFE, (b"location", b"http://a/")]}, "leads elsewhere: http://a/"),
    ],
)
def test_an_answer_that_is_not_well_is_found(changed: dict[str, object], fault: str) -> None:
    assert faults(**changed) == [fault]


@pytest.mark.parametrize("shown", [TAG, f"<a title={ATTRIBUTE}>"])
def test_a_page_that_shows_markup_as_it_was_sent_is_found(shown: str) -> None:
    page = [SAFE, (b"content-type", b"text/html; charset=utf-8")]
    assert faults(headers=page, body=shown.encode()) == ["shows what was sent as it was sent"]


def test_a_crash_in_a_view_is_found(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash() -> str:
        raise RuntimeError("of a test")

    monkeypatch.setitem(answering.app.view_functions, "health.show", crash)
    found = list(wrong.faults(answering.ask(Ask("/healthz"))))
    assert found
