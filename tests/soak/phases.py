"""Whether phases change on time, and what keeps the page busy meanwhile."""

from __future__ import annotations

import math
from typing import Any

from tests import node
from tests.soak import judging
from tests.soak.judging import Row, Seen, Task
from tests.soak.session import opened

ROUTINE = "/en/routines/back-mobility/play"
# One round of it takes no less.
ROUND_MINUTES = 10
# So that there is a rest between rounds to be seen.
REST_SECONDS = 20

RECORDER = (node.ROOT / "tests" / "js" / "player" / "recorder.js").read_text("utf-8")

# Removes all packs and takes them over anew, again and again while the session runs.
TAKING = """
navigator.serviceWorker.ready.then(({ active }) => setInterval(() => {
  active.postMessage({ wish: "drop", language: "" });
  active.postMessage({ wish: "want", language: "en", may: true, asked: true });
}, 5000));
"""


def judge(minutes: float, *, throttle: int, most: int, name: str, meanwhile: str = "") -> list[Row]:
    """A session at so many times less speed of the processor; `most` bounds a task's length."""
    # The routine is written with one round. More of them make one session of any length: `rounds`
    # is edited in the JSON that the page carries, and player and plan both read it there.
    rounds = {"rounds": math.ceil(minutes / ROUND_MINUTES) + 1, "rest": REST_SECONDS}
    with opened(ROUTINE, RECORDER + meanwhile, lambda session: session | rounds) as session:
        planned = judging.planned_within(session.plan(), minutes)
        # In the middle of the last phase nothing is about to change.
        end = planned[-1].start + planned[-1].seconds / 2
        session.devtools.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        session.page.wait_for_timeout(1000)
        session.page.locator("[data-begin]").click()
        session.wait(end, name)
        recorded = session.page.evaluate("window.recorded")
    return [
        *judging.judge_phases(planned, judging.seen_within(_seen(recorded), end)),
        *judging.judge_tasks(_tasks(recorded), most),
        *session.rows(),
    ]


def _seen(recorded: dict[str, Any]) -> list[Seen]:
    begun = recorded["begun"]
    return [
        Seen(
            each["at"] - begun,
            each["nextFrame"] and each["nextFrame"] - begun,
            tuple(each["shown"]),
        )
        for each in recorded["changes"]
    ]


def _tasks(recorded: dict[str, Any]) -> list[Task]:
    return [
        Task(each["type"], each["at"] - recorded["begun"], each["milliseconds"])
        for each in recorded["tasks"]
    ]
