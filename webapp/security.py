"""Headers every answer carries, and how often one network may ask."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Sequence
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Network, ip_address
from typing import NoReturn

from flask import Flask, Response, abort, request
from limits import parse
from werkzeug.exceptions import TooManyRequests
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp import counters
from webapp.config import Config
from webapp.counters import Counters

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "media-src 'self' blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types limber",
    ]
)

# htmx writes what it has fetched as HTML and knows no policy of ours: its pages go without one.
HTMX_POLICY = CONTENT_SECURITY_POLICY.partition("; require-trusted-types-for")[0]

# Set in the environ while a page is made to be kept: nobody's request, so nobody's limit.
FINISHING = "limber.finishing"

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    # same-origin and not no-referrer, which makes a form POST send `Origin: null`
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), screen-wake-lock=(self)",
}

# What counts for an answer that is no document: a policy on a script, a style or JSON says nothing.
PART_HEADERS = {
    name: HEADERS[name] for name in ("X-Content-Type-Options", "Cross-Origin-Resource-Policy")
}

# Of a file that everybody gets alike: whoever embeds it elsewhere learns nothing of anybody.
ASSET_HEADERS = {"X-Content-Type-Options": HEADERS["X-Content-Type-Options"]}

# By what the answer is; whatever is not named here may be opened as a document.
HEADERS_OF = {
    "application/json": PART_HEADERS,
    # The worker's own policy and referrers count; it opens no window, asks for no sensor, and
    # everybody gets it alike.
    "text/javascript": {
        name: HEADERS[name]
        for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options")
    },
}


LONGEST_HOST = 255
# Names as DNS has them, with what machines of one network are called too, and IPv6 in brackets.
_LABEL = "[A-Za-z0-9_-]{1,63}"
_HOST = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*\.?|\[[0-9A-Fa-f:.]{{2,45}}\])(?::[0-9]{{1,5}})?")


def init_app(app: Flask, config: Config) -> None:
    app.after_request(_add_headers)
    app.config["MAX_CONTENT_LENGTH"] = config.body_bytes
    if config.trusted_proxies:
        count = config.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]
    app.before_request(_check_scheme)
    app.before_request(_limit(Allowance(config.rate_limit, app.extensions[counters.KEY])))


def is_host(given: Sequence[bytes]) -> bool:
    """Whether these Host headers name one host, or none as in HTTP/1.0; others make Flask fail."""
    if not given:
        return True
    host = given[0].decode("latin-1")
    return len(given) == 1 and len(host) <= LONGEST_HOST and _is_name(host)


def _is_name(host: str) -> bool:
    if not _HOST.fullmatch(host):
        return False
    try:
        host.encode("idna").decode("idna")  # what begins like a coded name may be none
    except UnicodeError:
        return False
    return True


class Allowance:
    """So many requests from one network; without counters it counts by itself.

    `of` says what is counted, because all that is counted may stand in one place; `prefix` is how
    many bits of an IPv6 address name a network.
    """

    def __init__(
        self,
        rate: str,
        counters: Counters | None = None,
        *,
        of: str = "requests",
        prefix: int = 64,
    ) -> None:
        self._rate = parse(rate)
        self._counters = counters or Counters()
        self._of = of
        self._prefix = prefix

    def take(self) -> None:
        """Count this request; TooManyRequests for the one too many, with when to come back."""
        if not self._counters.hit(self._rate, self._of, self._network):
            self._refuse()

    def check(self) -> None:
        """The same without counting it: for what is counted only when it goes wrong."""
        if not self._counters.test(self._rate, self._of, self._network):
            self._refuse()

    def count(self) -> None:
        """Count this request, which is answered in any case."""
        self._counters.hit(self._rate, self._of, self._network)

    @property
    def _network(self) -> str:
        return network_of(request.remote_addr or "unknown", self._prefix)

    def _refuse(self) -> NoReturn:
        reset = self._counters.reset_time(self._rate, self._of, self._network)
        raise TooManyRequests(retry_after=max(1, math.ceil(reset - time.time())))


def network_of(address: str, prefix: int = 64) -> str:
    """Whom an address belongs to: every household has a /64 of IPv6, and so no end of addresses."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((int(found), prefix), strict=False))


def _check_scheme() -> None:
    """A proxy may state any: it would stand in front of every whole address."""
    if request.scheme not in ("http", "https"):
        abort(HTTPStatus.BAD_REQUEST)


def _limit(allowance: Allowance) -> Callable[[], None]:
    """Pages being finished and health are free."""

    def check() -> None:
        if FINISHING not in request.environ and request.endpoint != "health.show":
            allowance.take()

    return check


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS_OF.get(response.mimetype or "", HEADERS).items():
        response.headers.setdefault(name, value)
    return response
