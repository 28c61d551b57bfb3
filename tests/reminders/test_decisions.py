"""What a worker decides, from nothing but what it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from webapp.reminders.claims import Due
from webapp.reminders.decisions import (
    GRACE,
    LONGEST_WAIT,
    MINUTE,
    STEP,
    TRIES,
    Advance,
    Again,
    Aside,
    Gone,
    Jump,
    after,
    before,
    jump,
    settled,
    wait,
)
from webapp.reminders.outages import MANY, MOST_HOSTS, PAUSE, PROBE, Outages
from webapp.reminders.sender import Outcome
from webapp.reminders.store import DAY

AT = 1_795_766_400_000
DUE = Due(
    number=1,
    claim="mine",
    device_id="d" * 22,
    id="drink",
    rule="FREQ=DAILY",
    anchor="2026-11-26T08:00:00",
    not_before=None,
    next_at=AT,
    ready_at=AT + MINUTE,
    tries=0,
    endpoint="https://push.example/x",
    p256dh="",
    auth="",
    zone="UTC",
    language="en",
    origin="https://limber.example",
)


def outcome(status: int | None, retry_after: float | None = None) -> Outcome:
    return Outcome(status, retry_after, gone=status in (404, 410), fault="")


def test_what_is_late_is_sent_until_its_grace_ends() -> None:
    assert before(DUE, AT + GRACE) is None
    assert before(DUE, AT + GRACE + 1) == Advance("dropped")


@pytest.mark.parametrize(
    ("status", "decision"),
    [
        (201, Advance("sent")),
        (204, Advance("sent")),
        (301, Advance("refused")),
        (400, Advance("refused")),
        (401, Advance("refused")),
        (404, Gone()),
        (410, Gone()),
        (413, Advance("refused")),
        (408, Again(AT + MINUTE // 4, 1)),
        (429, Again(AT + MINUTE // 4, 1)),
        (500, Again(AT + MINUTE // 4, 1)),
        (503, Again(AT + MINUTE // 4, 1)),
        (None, Again(AT + MINUTE // 4, 1)),
    ],
)
def test_an_answer_decides(status: int | None, decision: object) -> None:
    assert after(DUE, outcome(status), AT, 0.5) == decision


def test_waits_double_with_jitter_to_a_longest_one_and_end() -> None:
    waits = []
    for tries in range(TRIES - 1):
        early, late = (after(replace(DUE, tries=tries), outcome(500), AT, c) for c in (0.0, 0.999))
        assert isinstance(early, Again)
        assert isinstance(late, Again)
        assert late.ready_at - AT > 2.9 * (early.ready_at - AT)
        waits.append(early.ready_at - AT)
    assert waits == [min(LONGEST_WAIT, MINUTE // 4 * 2**n) // 2 for n in range(TRIES - 1)]
    assert after(replace(DUE, tries=TRIES - 1), outcome(500), AT, 0.5) == Advance("given_up")


@pytest.mark.parametrize("seconds", [3600.0, 1e12, float("inf")])
def test_who_says_to_come_back_too_late_is_given_up(seconds: float) -> None:
    assert after(DUE, outcome(429, seconds), AT, 0.5) == Advance("given_up")


def test_a_service_that_is_silent_costs_no_try() -> None:
    assert wait(replace(DUE, tries=3), AT + MINUTE) == Again(AT + MINUTE, 3)
    assert wait(DUE, AT + GRACE + 1) == Advance("given_up")


def test_what_is_over_for_now_gets_its_next_time() -> None:
    written = settled(DUE, Advance("sent"), AT + 5)
    assert (written.next_at, written.ready_at) == (AT + DAY, AT + DAY)
    assert (written.claim, written.planned_at, written.tries) == ("mine", AT + 5, 0)


def test_the_next_time_is_later_than_this_one_whatever_the_clock_says() -> None:
    assert settled(DUE, Advance("sent"), AT - 3 * DAY).next_at == AT + DAY


def test_a_rule_that_fails_is_set_aside_with_its_reason() -> None:
    written = settled(replace(DUE, rule="NONSENSE\0" + "x" * 999), Advance("sent"), AT)
    assert written.ready_at is None
    assert written.fault
    assert written.fault.startswith("rule: ")
    assert len(written.fault) <= 300
    assert "\0" not in written.fault


def test_what_was_set_aside_says_why() -> None:
    assert settled(DUE, Aside("keys"), AT).fault == "keys"


@pytest.mark.parametrize(
    ("last", "now", "found"),
    [
        (None, AT, Jump.UNKNOWN),
        (AT, AT + 5000, Jump.NONE),
        (AT, AT - STEP, Jump.NONE),
        (AT, AT - STEP - 1, Jump.BACK),
        (AT, AT + DAY, Jump.NONE),
        (AT, AT + DAY + 1, Jump.AHEAD),
    ],
)
def test_a_jump_of_the_clock_is_told_from_its_going_on(
    last: int | None, now: int, found: Jump
) -> None:
    assert jump(last, now) is found


def test_a_silent_service_is_left_alone_then_tried_by_one() -> None:
    outages = Outages()
    for _ in range(MANY):
        assert outages.wait("a", AT) is None
        outages.note("a", AT, answered=False)
    assert outages.wait("a", AT) == AT + PAUSE
    assert outages.wait("b", AT) is None
    later = AT + PAUSE
    assert outages.wait("a", later) is None
    assert outages.wait("a", later) == later + PROBE
    outages.note("a", later, answered=True)
    assert outages.wait("a", later) is None


def test_a_clock_set_back_makes_no_pause_longer() -> None:
    outages = Outages()
    for _ in range(MANY):
        outages.note("a", AT, answered=False)
    assert outages.wait("a", AT - DAY) is None


def test_hosts_that_somebody_invents_do_not_fill_the_memory() -> None:
    outages = Outages()
    for number in range(3 * MOST_HOSTS):
        outages.note(f"{number}.push.example", AT, answered=False)
    assert len(outages.silent) <= MOST_HOSTS
    assert len(outages.until) <= MOST_HOSTS
