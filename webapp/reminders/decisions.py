"""What a worker does with a reminder, decided from what is known: no clock, no network, no rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any

from webapp.reminders.claims import Due, Settled
from webapp.reminders.schedule import next_time
from webapp.reminders.sender import Outcome
from webapp.reminders.store import DAY, rule

MINUTE = 60 * 1000
# What is later than this makes no sense any more: who drank, trained or slept since is annoyed.
GRACE = 30 * MINUTE
TRIES = 6
FIRST_WAIT = MINUTE // 4
LONGEST_WAIT = 10 * MINUTE
LONGEST_FAULT = 300
# A clock that is set by the network moves by less; what is more was wrong before or is now.
STEP = 5 * MINUTE


@dataclass(frozen=True)
class Advance:
    """This time is over, for the reason that the totals call so; the next one is computed."""

    reason: str


@dataclass(frozen=True)
class Again:
    """The same once more at `ready_at`."""

    ready_at: int
    tries: int


@dataclass(frozen=True)
class Gone:
    """The push service knows the subscription no longer."""


@dataclass(frozen=True)
class Aside:
    """It cannot be sent as it stands, and nobody can mend that but its phone."""

    fault: str


Decision = Advance | Again | Gone | Aside


def before(due: Due, now: int) -> Advance | None:
    """What comes too late is not sent."""
    return Advance("dropped") if now - due.next_at > GRACE else None


def after(due: Due, outcome: Outcome, now: int, chance: float) -> Decision:
    """`chance` is at random from 0 to 1, so that not all come back at the same moment."""
    if outcome.gone:
        return Gone()
    if outcome.status is None or _may_pass(outcome.status):
        return _again(due, outcome.retry_after, now, chance)
    if HTTPStatus.OK <= outcome.status < HTTPStatus.MULTIPLE_CHOICES:
        return Advance("sent")
    # It would be refused again. The next time is tried, because the fault may be ours, in the key
    # or the contact, and be mended by then.
    return Advance("refused")


def _may_pass(status: int) -> bool:
    waiting = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS)
    return status in waiting or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _again(due: Due, retry_after: float | None, now: int, chance: float) -> Decision:
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2**due.tries)
    asked = 0 if retry_after is None else int(min(retry_after, DAY) * 1000)
    ready_at = now + asked + int(wait * (0.5 + chance))
    tries = due.tries + 1
    if tries >= TRIES or ready_at > due.next_at + GRACE:
        return Advance("given_up")
    return Again(ready_at, tries)


def wait(due: Due, until: int) -> Decision:
    """Its push service does not answer, which is no fault of this reminder: no try is counted."""
    return Again(until, due.tries) if until <= due.next_at + GRACE else Advance("given_up")


def settled(due: Due, decision: Advance | Again | Aside, now: int) -> Settled:
    """What is written of it. A rule that fails sets it aside, whatever else was decided."""
    if isinstance(decision, Aside):
        return _aside(due, decision.fault, now)
    if isinstance(decision, Again):
        tries = decision.tries
        return Settled(due.number, due.claim, due.next_at, decision.ready_at, now, tries, None)
    try:
        # Later than this one too, because the clock may have been set back since.
        after_ms = max(now, due.next_at)
        following = next_time(rule(due.rule, due.anchor, due.zone), after_ms, due.not_before)
    except Exception as error:  # whatever a rule fails by, it must not keep others waiting
        return _aside(due, f"rule: {type(error).__name__}: {error}", now)
    return Settled(due.number, due.claim, following, following, now, 0, None)


def _aside(due: Due, fault: str, now: int) -> Settled:
    # PostgreSQL keeps no NUL; what the fault quotes may hold anything.
    said = fault.replace("\0", "")[:LONGEST_FAULT]
    return Settled(due.number, due.claim, due.next_at, None, now, due.tries, said)


def replanned(row: Any, now: int) -> dict[str, Any]:
    """The columns of a stored reminder whose next time was computed by a wrong clock."""
    next_at, fault = None, None
    try:
        stored = rule(row.rule, row.anchor, row.zone)
        next_at = next_time(stored, now, row.not_before)
    except Exception as error:  # as above
        fault = f"rule: {type(error).__name__}: {error}".replace("\0", "")[:LONGEST_FAULT]
    times = {"next_at": next_at, "ready_at": next_at, "planned_at": now}
    return {"of": row.number, **times, "tries": 0, "fault": fault}


class Jump(Enum):
    """What the clock has done since a worker last looked at it, beyond going on."""

    NONE = "none"
    BACK = "back"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


def jump(last: int | None, now: int) -> Jump:
    if last is None:
        return Jump.UNKNOWN
    if now < last - STEP:
        return Jump.BACK
    return Jump.AHEAD if now > last + DAY else Jump.NONE
