"""Ana, who shares a routine, Ben, who reads it, and Cleo, who must not get in; and their clock."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from webapp import clock
from webapp.share import routine
from webapp.share.routine import SharedRoutine

ANA, CLEO = "a" * 22, "c" * 43
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


class Clock(clock.Clock):
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> int:
        return int(self.at.timestamp() * 1000)

    def go(self, **by: float) -> None:
        self.at += timedelta(**by)


def step(exercise: str = "cat-cow", **changed: Any) -> dict[str, Any]:
    return {"exercise": exercise, "dose": {"repetitions": 8}, **changed}


def given(**changed: Any) -> dict[str, Any]:
    """A routine as a builder sends it."""
    return {
        "format": "limber-routine",
        "version": 1,
        "title": "For the morning",
        "language": "en",
        "steps": [step()],
        **changed,
    }


def whole(**changed: Any) -> dict[str, Any]:
    """One in which every field stands."""
    return given(
        whatFor="A stiff back",
        notes="Slowly.\nStop when it hurts.",
        language="zh-Hans",
        rounds=2,
        rest=60,
        beginner=True,
        need="before-cold",
        conditions=["knees", "heart"],
        times=[{"at": "07:30", "days": [1, 3, 5]}, {"at": "21:05", "days": [7]}],
        steps=[
            step(note="Only as far as is easy", pace=0.75),
            step("bird-dog", dose={"repetitions": 6, "sides": "each", "sets": 2, "rest": 20}),
            step("march-on-the-spot", dose={"seconds": 60}, pace=0.5),
            step("trunk-turns", dose={"repetitions": 10, "sides": "alternate"}),
        ],
    ) | dict(changed)


def made(**changed: Any) -> SharedRoutine:
    return routine.read(json.dumps(given(**changed)))
