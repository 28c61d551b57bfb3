"""Where a push may go: known push services only, and there public addresses only.

A subscription comes from outside, so its address could name anything this server can reach.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any, NamedTuple

ALLOWED = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "push.apple.com",
    "notify.windows.com",
)
LOOPBACK = "127.0.0.1"
LONGEST = 1000

# Stricter than any URL parser, so that nobody reads an address otherwise than it is read here:
# no user info, no IPv6, no fragment, no empty label, nothing that could end a header line.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_FORM = re.compile(
    rf"(https?)://((?:{_LABEL}\.)+{_LABEL})(?::([0-9]{{1,5}}))?"
    r"(/[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*)"
)

# IPv6 in use on the internet, and the ranges in it or beside it that carry an IPv4 address.
_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")

Lookup = Callable[..., Sequence[tuple[Any, ...]]]


class EndpointError(ValueError):
    """No push is sent there; the message names the field and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A subscription's address at its push service, taken apart."""

    origin: str
    host: str
    port: int
    target: str

    @property
    def is_encrypted(self) -> bool:
        return self.origin.startswith("https:")

    @property
    def authority(self) -> str:
        return self.origin.partition("://")[2]


class Address(NamedTuple):
    """What is connected to: the IP address, looked up once."""

    ip: str
    port: int


def check(endpoint: str, allowed: Sequence[str] = ALLOWED) -> Endpoint:
    """Take a subscription's address apart; EndpointError when no push may go there."""
    if len(endpoint) > LONGEST:
        raise EndpointError(f"endpoint: longer than {LONGEST} signs")
    found = _FORM.fullmatch(endpoint)
    if not found:
        raise EndpointError("endpoint: not an https address of a push service")
    scheme, host, port, target = found.groups()
    if host == LOOPBACK and LOOPBACK in allowed:
        return _loopback(scheme, port, target)
    if scheme != "https":
        raise EndpointError("endpoint: must begin with https://")
    if port not in (None, "443"):
        raise EndpointError("endpoint: must not name a port")
    if not _is_known(host, allowed):
        raise EndpointError("endpoint: not at a push service that is known here")
    return Endpoint(f"https://{host}", host, 443, target)


def _loopback(scheme: str, port: str | None, target: str) -> Endpoint:
    """A push service that is played on this machine, by tests."""
    number = int(port or {"http": 80, "https": 443}[scheme])
    return Endpoint(f"{scheme}://{LOOPBACK}:{number}", LOOPBACK, number, target)


def _is_known(host: str, allowed: Sequence[str]) -> bool:
    # Whatever `allowed` says: a last label of digits is an IP address, not a name.
    if host.rpartition(".")[2].isdigit():
        return False
    return any(host == name or host.endswith(f".{name}") for name in allowed)


def resolve(host: str, port: int, lookup: Lookup = socket.getaddrinfo) -> Address:
    """The address to connect to, which the caller keeps to; EndpointError unless all are public.

    A name that is looked up again for connecting could meanwhile mean this machine.
    """
    found = [str(entry[4][0]) for entry in lookup(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(ip) for ip in found):
        raise EndpointError(f"endpoint: {host} leads to an address that is not public")
    return Address(found[0], port)


def is_public(text: str) -> bool:
    """Whether the internet, and no private network, is reached under this IP address."""
    address = ip_address(text)
    if isinstance(address, IPv6Address):
        inner = _carried(address)
        if inner is None:
            return address in _UNICAST and address.is_global
        address = inner
    return address.is_global and not address.is_multicast


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to this one end at, where it is but a wrapping."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
