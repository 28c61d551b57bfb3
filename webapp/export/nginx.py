"""The file `nginx.conf`: serves the folder with the server's headers, and passes on the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from flask import Flask

from webapp import tls
from webapp.export.answers import ENTRANCE, LOST
from webapp.export.headers import PREFIXES, Headers
from webapp.locales import ENGLISH
from webapp.rendering import render

# Below a language; what of these is no file, only the server can answer.
PASSED = ("build", "r")
# Parts of an address that change with every version, so that the file seldom does.
HASH, PACK = "[0-9a-f]+", "[0-9a-z-]+"

PAGE = "${uri}index.html $uri.html"
FILE = "$uri"
NOTHING, SERVER = "=404", "@limber"


@dataclass(frozen=True)
class Location:
    """A location of nginx: what it matches, the language of its addresses, what it tries."""

    match: str
    language: str | None
    tries: str
    headers: Headers


def text(app: Flask, told: Mapping[str, Headers], origin: str) -> str:
    """The file, from the headers of each answer by its address, with small names."""
    answers = {address: headers for address, headers in told.items() if not is_lost(address)}
    with app.test_request_context():
        return render(
            "export/nginx.conf",
            host=urlsplit(origin).hostname,
            locations=locations(answers),
            lost={address: told[address] for address in told if is_lost(address)},
            away={prefix: told[f"/{prefix}/offline/"] for prefix in sorted(PREFIXES)},
            prefixes=sorted(PREFIXES),
            first=ENGLISH.prefix,
            strict=tls.STRICT[1].decode(),
            folders=folders(answers),
        )


def locations(told: Mapping[str, Headers]) -> list[Location]:
    """The narrowest first, as nginx takes the first that matches; ValueError where two disagree."""
    found: dict[str, Location] = {}
    for address, headers in sorted(told.items()):
        made = Location(match_of(address), _language(address), _tries(address), headers)
        if found.setdefault(made.match, made) != made:
            raise ValueError(f"{address}: is not answered like others of location {made.match}")
    return sorted(found.values(), key=lambda each: (-len(each.match), each.match))


def match_of(address: str) -> str:
    first, _slash, rest = address.removeprefix("/").partition("/")
    folder, _slash, part = rest.partition("/")
    suffix = PurePosixPath(address).suffix
    if first == "static":
        return rf"~ ^/static/{HASH}/.+\{suffix}$"
    if first == "pack":
        return f"~ ^/pack/{PACK}$"
    if first not in PREFIXES or suffix:
        return f"= {address}"
    if folder in PASSED:
        return f"= {address}" if part else f"~ ^/{first}/{folder}/"
    return f"~ ^/{first}/"


def folders(told: Mapping[str, Headers]) -> list[str]:
    """What stands between the language and a last slash, which may be missing."""
    inside = [address.split("/")[2:] for address in told if _language(address)]
    return sorted({parts[0] for parts in inside if parts[-1] == "" and parts[0]})


def is_lost(address: str) -> bool:
    """Whether it is of the page for what is not there."""
    return address.endswith(LOST)


def _tries(address: str) -> str:
    if address == ENTRANCE:
        return f"/index.html {NOTHING}"
    if _language(address) is None or PurePosixPath(address).suffix:
        return f"{FILE} {NOTHING}"
    return f"{PAGE} {SERVER if address.split('/')[2] in PASSED else NOTHING}"


def _language(address: str) -> str | None:
    first = address.split("/")[1]
    return first if first in PREFIXES else None
