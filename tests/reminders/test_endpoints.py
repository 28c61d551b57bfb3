"""No push goes anywhere but to a known push service, at a public address."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from typing import Any

import pytest

from webapp.reminders.endpoints import (
    ALLOWED,
    LOOPBACK,
    Address,
    EndpointError,
    check,
    is_public,
    resolve,
)

GOOD = [
    "https://fcm.googleapis.com/fcm/send/dQw4w9WgXcQ:APA91bE-x_y",
    "https://fcm.googleapis.com/wp/dQw4w9WgXcQ:APA91bE-x_y",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk-x_y=",
    "https://web.push.apple.com/QGg-x_y",
    "https://api.push.apple.com/3/device/x",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2bx%3d",
    "https://fcm.googleapis.com:443/fcm/send/x",
]

BAD = {
    "http": "http://fcm.googleapis.com/fcm/send/x",
    "another scheme": "gopher://fcm.googleapis.com/x",
    "a file": "file:///etc/passwd",
    "no scheme": "//fcm.googleapis.com/x",
    "another host": "https://evil.example/x",
    "the host as a path": "https://evil.example/fcm.googleapis.com",
    "longer at the end": "https://push.apple.com.evil.example/x",
    "longer at the front": "https://evil-fcm.googleapis.com/x",
    "glued to the front": "https://evilpush.apple.com/x",
    "above the allowed host": "https://googleapis.com/x",
    "a sister of the allowed host": "https://storage.googleapis.com/x",
    "the name alone": "https://com/x",
    "a trailing dot": "https://fcm.googleapis.com./x",
    "an empty label": "https://x..push.apple.com/x",
    "a leading dot": "https://.push.apple.com/x",
    "a long label": f"https://{'x' * 64}.push.apple.com/x",
    "capitals": "https://FCM.googleapis.com/x",
    "a full-width letter": "https://ｆcm.googleapis.com/x",
    "a full-width dot": "https://fcm。googleapis.com/x",
    "an escaped dot": "https://fcm%2egoogleapis.com/x",
    "user info": "https://fcm.googleapis.com@evil.example/x",
    "user info before the right host": "https://ana:secret@fcm.googleapis.com/x",
    "an empty user": "https://@fcm.googleapis.com/x",
    "another port": "https://fcm.googleapis.com:8443/x",
    "port 0": "https://fcm.googleapis.com:0/x",
    "an empty port": "https://fcm.googleapis.com:/x",
    "a port of words": "https://fcm.googleapis.com:https/x",
    "loopback": "https://127.0.0.1/x",
    "loopback by name": "https://localhost/x",
    "the cloud's metadata": "https://169.254.169.254/latest/meta-data/",
    "an IP address": "https://8.8.8.8/x",
    "an IP address as a number": "https://2130706433/x",
    "an IP address in octal": "https://0177.0.0.1/x",
    "an IP address in hexadecimal": "https://0x7f.1/x",
    "IPv6": "https://[::1]/x",
    "IPv6, mapped": "https://[::ffff:127.0.0.1]/x",
    "IPv6 with a zone": "https://[fe80::1%25eth0]/x",
    "a backslash": "https://evil.example\\@fcm.googleapis.com/x",
    "a backslash after the host": "https://fcm.googleapis.com\\.evil.example/x",
    "a fragment": "https://fcm.googleapis.com/x#y",
    "a fragment for a path": "https://fcm.googleapis.com#@evil.example/",
    "a question for a path": "https://fcm.googleapis.com?@evil.example/",
    "no path": "https://fcm.googleapis.com",
    "a space": "https://fcm.googleapis.com/x y",
    "a space in front": " https://fcm.googleapis.com/x",
    "a line end": "https://fcm.googleapis.com/x\r\nHost: evil.example",
    "a line end at the end": "https://fcm.googleapis.com/x\n",
    "a tab in the host": "https://fcm.goo\tgleapis.com/x",
    "a zero": "https://fcm.googleapis.com/\0",
    "an umlaut": "https://fcm.googleapis.com/ü",
    "nothing": "",
    "too long": "https://fcm.googleapis.com/" + "x" * 1000,
}


@pytest.mark.parametrize("endpoint", GOOD)
def test_addresses_of_the_known_push_services_are_taken(endpoint: str) -> None:
    found = check(endpoint, ALLOWED)
    assert found.is_encrypted
    assert found.port == 443
    assert found.origin == f"https://{found.host}"
    assert endpoint.replace(":443", "") == found.origin + found.target


@pytest.mark.parametrize("endpoint", BAD.values(), ids=BAD)
def test_every_other_address_is_refused(endpoint: str) -> None:
    with pytest.raises(EndpointError, match=r"^endpoint: "):
        check(endpoint, ALLOWED)


def test_the_operator_says_which_hosts_are_known() -> None:
    assert check("https://push.example.org/x", ["push.example.org"]).host == "push.example.org"
    assert check("https://a.push.example.org/x", ["push.example.org"])
    with pytest.raises(EndpointError, match="known"):
        check(GOOD[0], ["push.example.org"])
    with pytest.raises(EndpointError, match="known"):
        check(GOOD[0], [])


def test_the_longest_address_is_a_thousand_signs() -> None:
    start = "https://fcm.googleapis.com/"
    assert check(start + "x" * (1000 - len(start)))
    with pytest.raises(EndpointError, match="1000"):
        check(start + "x" * (1001 - len(start)))


def test_loopback_is_for_tests_that_ask_for_it() -> None:
    found = check("http://127.0.0.1:8123/push/x?y", [LOOPBACK])
    assert (found.host, found.port, found.target) == ("127.0.0.1", 8123, "/push/x?y")
    assert found.origin == "http://127.0.0.1:8123"
    assert found.authority == "127.0.0.1:8123"
    assert not found.is_encrypted


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://localhost:8123/x",
        "http://127.0.0.2:8123/x",
        "https://x.127.0.0.1/x",
        "http://127.0.0.1.evil.example/x",
        "https://10.0.0.1/x",
    ],
)
def test_loopback_opens_nothing_else(endpoint: str) -> None:
    with pytest.raises(EndpointError):
        check(endpoint, [LOOPBACK, "10.0.0.1"])


PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::10.0.0.1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:100.64.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "100::1",
]
PUBLIC = [
    "142.250.185.74",
    "17.188.143.33",
    "100.63.255.255",
    "100.128.0.1",
    "2a00:1450:4001:82a::200a",
    "2620:149:208:4304::1",
    "::ffff:142.250.185.74",
    "64:ff9b::142.250.185.74",
]


def answering(*addresses: str) -> Any:
    def lookup(_host: str, port: int, **_options: Any) -> Sequence[tuple[Any, ...]]:
        kind = socket.SOCK_STREAM
        return [(socket.AF_INET, kind, 6, "", (address, port)) for address in addresses]

    return lookup


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_into_a_private_network_is_refused(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(EndpointError, match="not public"):
        resolve("fcm.googleapis.com", 443, answering(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_name_that_leads_to_the_internet_is_taken(address: str) -> None:
    assert resolve("fcm.googleapis.com", 443, answering(address)) == Address(address, 443)


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    for addresses in [(PUBLIC[0], "10.0.0.1"), ("10.0.0.1", PUBLIC[0])]:
        with pytest.raises(EndpointError):
            resolve("fcm.googleapis.com", 443, answering(*addresses))


def test_the_system_s_order_of_addresses_is_kept() -> None:
    assert resolve("fcm.googleapis.com", 443, answering(PUBLIC[4], PUBLIC[0])).ip == PUBLIC[4]


def test_a_name_without_addresses_is_refused() -> None:
    with pytest.raises(EndpointError):
        resolve("fcm.googleapis.com", 443, answering())


def test_this_machine_s_own_name_is_refused_by_the_real_look_up() -> None:
    with pytest.raises(EndpointError, match="localhost"):
        resolve("localhost", 443)
