"""The file `_headers`, by which several static hosts know what to send with an answer.

A host joins the values of a header that two rules give, so no address may get one twice. Some take
a hundred rules, one `*` in each; a `:name` stands for one part of an address.
"""

from __future__ import annotations

from collections.abc import Mapping

from webapp import tls
from webapp.locales import LANGUAGES
from webapp.security import HEADERS

POLICY = "content-security-policy"
# What every answer may carry: on what is no document it says nothing.
EVERYWHERE = {name.lower(): value for name, value in HEADERS.items() if name.lower() != POLICY}
STRICT = {name.decode(): value.decode() for name, value in [tls.STRICT]}
# What differs from page to page; of a type only where it is the same for the whole rule.
DIFFERS = (POLICY, "cache-control", "x-robots-tag")
# A feature whose page and fragment differ in policy: each of its addresses has a rule of its own.
APART = ("build",)
PREFIXES = frozenset(language.prefix for language in LANGUAGES)
HEADING = "# Written by `limber export`: what to send with the files of this folder."

Headers = Mapping[str, str]


def text(told: Mapping[str, Headers], *, secure: bool) -> str:
    """The file, from the headers of each answer by its address, with small names.

    A host that is `secure` serves by TLS, and tells browsers to come so only.
    """
    blocks = (
        "\n".join([pattern, *(f"  {name.title()}: {value}" for name, value in headers.items())])
        for pattern, headers in rules(told, secure=secure).items()
    )
    return "\n\n".join([HEADING, *blocks]) + "\n"


def rules(told: Mapping[str, Headers], *, secure: bool) -> dict[str, dict[str, str]]:
    """Headers by the pattern of their addresses; ValueError where two of a pattern disagree."""
    found: dict[str, dict[str, str]] = {"/*": {**EVERYWHERE, **(STRICT if secure else {})}}
    for language in LANGUAGES:
        found[f"/{language.prefix}/*"] = {"content-language": language.tag}
    for address, headers in sorted(told.items()):
        pattern = pattern_of(address)
        names = (*DIFFERS, *([] if "*" in pattern else ["content-type"]))
        rule = found.setdefault(pattern, {})
        for name in names:
            if name in headers and rule.setdefault(name, headers[name]) != headers[name]:
                raise ValueError(f"{address}: its {name} is not that of {pattern}")
    return found


def pattern_of(address: str) -> str:
    """All addresses of a feature in all languages, all static files; of others the address."""
    first, _slash, rest = address.removeprefix("/").partition("/")
    folder, inside, _rest = rest.partition("/")
    if first in PREFIXES:
        shared = inside and folder not in APART
        return f"/:language/{folder}/*" if shared else f"/:language/{rest}"
    # With the hash: of another there is nothing here, which must not be kept for ever.
    return f"/static/{folder}/*" if first == "static" else address
