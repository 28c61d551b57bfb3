"""What must be said of no answer, whatever was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.soak.inputs.answering import Answer
from tests.soak.inputs.chance import MARK

# Seconds of the processor for one answer: far above what any takes, far below what hurts others.
SLOW = 2.0
# Signs of a fault that is told: it names a field and a remedy, not all that was sent.
LONGEST_FAULT = 500
# A mark as it was sent, or one that has left its attribute or string.
UNESCAPED = re.compile(rf'<{MARK}>|(?<!\\)" {MARK}="'.encode())
PAGES = ("text/html", "image/svg+xml")


def faults(answer: Answer) -> Iterator[str]:
    if answer.status >= 500 or answer.status == 0:
        yield f"status {answer.status}"
    yield from (f"logged {each}" for each in answer.errors)
    if answer.seconds > SLOW:
        yield f"took {answer.seconds:.1f} s of the processor"
    yield from _of_headers(answer)
    yield from _of_body(answer)


def _of_headers(answer: Answer) -> Iterator[str]:
    if any(set(value) & set(b"\r\n\0") for _, value in answer.headers):
        yield "a header of several lines"
    to = answer.header("location")
    if to and not re.match(r"/(?![/\\])", to):
        yield f"leads elsewhere: {to[:100]}"
    if answer.status and not answer.header("x-content-type-options"):
        yield "without X-Content-Type-Options"


def _of_body(answer: Answer) -> Iterator[str]:
    kind = answer.header("content-type").partition(";")[0]
    if kind in PAGES and UNESCAPED.search(answer.body):
        yield "shows what was sent as it was sent"
    if kind == "application/json" and answer.status >= 400 and len(answer.body) > LONGEST_FAULT:
        yield f"a fault of {len(answer.body)} bytes"
