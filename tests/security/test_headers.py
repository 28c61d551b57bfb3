"""What answers are sent with, word for word: who loosens it has to say so here as well."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

HTMX = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
POLICY = f"{HTMX}; require-trusted-types-for 'script'; trusted-types limber"
PAGE = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), screen-wake-lock=(self)",
}


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        *(("/en/", POLICY), ("/ar/routines/cold-water-10/play", POLICY)),
        *(("/en/nothing", POLICY), ("/en/r/0123456789", POLICY)),
        # It writes what it has fetched as HTML, and knows no policy of ours.
        ("/en/build/", HTMX),
    ],
)
def test_what_each_page_is_sent_with(client: FlaskClient, path: str, policy: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == policy
    assert {name: headers.get(name) for name in PAGE} == PAGE
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", ["/api/routines/0123456789", "/schema/routine.json"])
def test_what_is_no_document_is_no_other_either(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["X-Content-Type-Options"] == "nosniff"


def test_the_worker_may_ask_this_server_only(client: FlaskClient) -> None:
    headers = client.get("/sw.js").headers
    names = ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options")
    assert [headers.get(name) for name in names] == [POLICY, "same-origin", "nosniff"]
