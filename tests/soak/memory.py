"""Whether an hour of sessions, one after the other, leaves anything behind in the page."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import CDPSession

from tests.soak import judging
from tests.soak.judging import Row, Size
from tests.soak.session import Session, opened

# Three figures that take turns, and short enough to be gone through ten times in an hour.
ROUTINE = "/en/routines/qigong-short/play"

# The page's clock runs faster, its frames do not: an hour of session in six minutes.
SPEED = 10
FASTER = f"""(() => {{
  const real = Date.now;
  const began = real();
  Date.now = () => began + (real() - began) * {SPEED};
}})()"""

# After the last second of a session, for its end to be shown.
END_SECONDS = 1


def judge(minutes: float, *, name: str) -> list[Row]:
    """Sizes are taken at the end of each loop, where the page stands as it stood before."""
    with opened(ROUTINE, FASTER) as session:
        sizes = list(_loops(session, minutes, name))
    return [*judging.judge_sizes(sizes), *session.rows()]


def _loops(session: Session, minutes: float, name: str) -> Iterator[Size]:
    """The first loop, which fetches the figures, ends after six minutes; all later are like it."""
    last = session.plan()[-1]
    loop = last.start + last.seconds
    count = max(2, math.ceil(minutes * 60 / loop))
    for number in range(count):
        _press(session, "again" if number else "begin")
        session.wait(loop / SPEED + END_SECONDS, f"{name}: loop {number + 1} of {count}")
        yield _size(session, (number + 1) * loop / 60)


def _size(session: Session, minute: float) -> Size:
    is_over = _evaluate(session, "!document.querySelector('[data-done]').hidden")
    assert is_over, f"no end of the session after {minute:.1f} minutes"
    session.devtools.send("HeapProfiler.collectGarbage")
    counters = session.devtools.send("Memory.getDOMCounters")
    heap, code = _heap(session.devtools)
    return Size(minute, heap, code, counters["nodes"], counters["jsEventListeners"])


def _heap(devtools: CDPSession) -> tuple[int, int]:
    """Bytes of what the scripts keep, and of what the engine compiled of them.

    It compiles what runs often once more, and for an hour on: that is not left behind.
    """
    chunks: list[str] = []

    def add(event: Mapping[str, str]) -> None:
        chunks.append(event["chunk"])

    devtools.on("HeapProfiler.addHeapSnapshotChunk", add)
    devtools.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    devtools.remove_listener("HeapProfiler.addHeapSnapshotChunk", add)
    return parted(json.loads("".join(chunks)))


def parted(snapshot: Mapping[str, Any]) -> tuple[int, int]:
    """Bytes of the scripts' own and of their code, in a heap snapshot of DevTools.

    What the browser keeps beside them for nodes, listeners and pictures is neither; nodes and
    listeners are counted.
    """
    meta = snapshot["snapshot"]["meta"]
    fields, nodes = meta["node_fields"], snapshot["nodes"]
    names = meta["node_types"][fields.index("type")]
    sizes: Counter[str] = Counter()
    kinds = nodes[fields.index("type") :: len(fields)]
    for kind, size in zip(kinds, nodes[fields.index("self_size") :: len(fields)], strict=True):
        sizes[names[kind]] += size
    return sizes.total() - sizes["code"] - sizes["native"], sizes["code"]


def _press(session: Session, button: str) -> None:
    _evaluate(session, f"document.querySelector('[data-{button}]').click()")


def _evaluate(session: Session, expression: str) -> object:
    """Without Playwright's own way, which leaves its scripts and handles in the page's heap."""
    options = {"expression": expression, "userGesture": True}
    result: object = session.devtools.send("Runtime.evaluate", options)["result"].get("value")
    return result
