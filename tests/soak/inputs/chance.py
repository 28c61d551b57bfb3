"""Odd values by a seeded chance: what parsers stumble over, rather than noise."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any
from urllib.parse import quote

# Where one of these comes back in a page as it was sent, somebody could run a script in it.
MARK = "zq9"
TAG = f"<{MARK}>"
ATTRIBUTE = f'" {MARK}="'

WORDS = [
    *("", " ", "a", "0", "-1", "null", "\t", "\n", "\r\nSet-Cookie: a=b", "\0", "a\0b", "\x7f"),
    *(
        "é",
        "e\u0301",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\ud800",
        "\udfff\ud800",
        "😀",
        "٣٤٥",
        "ﬃ",
        "İ",
    ),
    *("..", "../../etc/passwd", "%00", "%c0%ae", "//evil.example", "\\\\evil.example", "/"),
    *(TAG, ATTRIBUTE, f"'{TAG}", "{{7*7}}", "%(x)s", "%s%n", "${x}", "'; DROP TABLE routine;--"),
    *("__proto__", "constructor", "toString", "self", "__class__", "NaN", "Infinity", "1e999"),
    *("a" * 300, "a" * 5000, "9" * 5000, "😀" * 400, "e\u0301" * 400, "\u0301" * 2000, "," * 3000),
]
NUMBERS = [
    *(0, -0.0, 1, -1, 2, 7, 0.5, 1.5, 10, 101, 1801, 2**31, 2**53 + 1, 2**63, 2**64, -(2**63) - 1),
    *(10**30, 10**400, 1e308, -1e308, 5e-324, float("nan"), float("inf")),
]
ODD: list[Any] = [
    *(None, True, False, [], {}, [[]], [None], {"a": {}}, {"toString": 1, "valueOf": 1}),
    *({"__proto__": {"a": 1}}, [{"toString": 1}, {"toString": 2}], ["a"] * 1000, [1] * 5000),
]
DEEP = 3000

Place = tuple[Any, Any]


def word(chance: Random) -> str:
    """One of them, a part of some, or a few signs of any script."""
    kind = chance.randrange(4)
    if kind < 2:
        return chance.choice(WORDS)
    if kind == 2:
        return chance.choice(WORDS)[:20] + chance.choice(WORDS)[:20]
    return "".join(chr(chance.choice((_ascii, _any_plane))(chance)) for _ in range(_length(chance)))


def _ascii(chance: Random) -> int:
    return chance.randrange(128)


def _any_plane(chance: Random) -> int:
    return chance.choice((chance.randrange(0x3000), chance.randrange(0x110000)))


def _length(chance: Random) -> int:
    return chance.choice((1, 2, 5, 20, 100))


def value(chance: Random) -> Any:
    kind = chance.randrange(3)
    if kind == 0:
        return word(chance)
    return copy.deepcopy(chance.choice(NUMBERS if kind == 1 else ODD))


def near(chance: Random, text: str) -> str:
    """A text with a slip or two: what was right is more telling than what never could be."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(text) + 1)
        cut = chance.choice((0, 0, 1, 1, 3))
        put = chance.choice(("", "", word(chance)[:30], text[:at][-5:], chr(_ascii(chance))))
        text = text[:at] + put + text[at + cut :]
    return text


def odd(chance: Random, right: str) -> str:
    """As it should be, nearly so, or not at all."""
    return chance.choice((right, near(chance, right), near(chance, right), word(chance)))


def mutated(chance: Random, document: Any) -> Any:
    """The same document but for a few places in it."""
    changed = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        places = list(_places(changed))
        if places:
            _change(chance, *chance.choice(places))
    return changed


def _places(document: Any) -> Iterator[Place]:
    entries = document.items() if isinstance(document, dict) else enumerate(document)
    for key, each in list(entries):
        yield document, key
        if isinstance(each, (dict, list)):
            yield from _places(each)


def _change(chance: Random, holder: Any, key: Any) -> None:
    kind = chance.randrange(6)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[word(chance)] = value(chance)
    elif kind == 2 and isinstance(holder, list):
        holder.extend(holder * chance.choice((1, 2, 60)))
    elif kind == 3 and isinstance(holder[key], str):
        holder[key] = near(chance, holder[key])
    elif kind == 4 and isinstance(holder[key], int):
        holder[key] += chance.choice((-1, 1, 100))
    else:
        holder[key] = value(chance)


def body(chance: Random, document: Any) -> bytes:
    """As JSON, most of the time whole."""
    text = json.dumps(document, ensure_ascii=chance.random() < 0.5)
    data = text.encode("utf-8", "surrogatepass")
    return _broken(chance, data) if chance.random() < 0.15 else data


def _broken(chance: Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    nested = chance.choice((b"[", b'{"a":', b'{"steps":['))
    return chance.choice(
        (
            *(
                b"",
                b"null",
                b"[]",
                b'""',
                b"\xff\xfe",
                b"\xef\xbb\xbf" + data,
                data + b"}",
                data * 2,
            ),
            *(data[:at], data[:at] + bytes([chance.randrange(256)]) + data[at:], data[::-1]),
            *(
                nested * DEEP,
                nested * DEEP + data,
                data.decode("utf-8", "replace").encode("utf-16"),
            ),
        )
    )


def escaped(chance: Random, text: str) -> str:
    """As a part of an address: escaped in one of the ways that clients have, also in wrong ones."""
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.2:
        return "".join(f"%{byte:02x}" for byte in data)
    return quote(data, safe=chance.choice(("", "/", "/:@+,;=&")))
