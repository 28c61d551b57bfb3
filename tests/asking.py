"""How scripts ask the interfaces that are theirs, and how these refuse."""

from __future__ import annotations

from werkzeug.test import TestResponse

PAGE = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}

# What browsers say of where a request comes from, and whether that is a page of this site.
SENDERS: list[tuple[dict[str, str], bool]] = [
    ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "none"}, False),
    ({"Origin": "https://evil.example"}, False),
    ({"Origin": "null"}, False),
    ({"Origin": "http://localhost"}, True),
    ({}, True),
    ({"Origin": "https://behind.example", "Sec-Fetch-Site": "same-origin"}, True),
]


def fault(answer: TestResponse, status: int) -> str:
    """What a refusal says."""
    assert answer.status_code == status
    assert answer.json
    return str(answer.json["fault"])


def told_to_wait(answer: TestResponse) -> bool:
    seconds = int(answer.headers.get("Retry-After", 0))
    return fault(answer, 429).startswith("request: ") and 0 < seconds <= 60
