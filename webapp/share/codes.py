"""The code of a shared routine: short enough to be spoken, long enough not to be guessed.

Ten signs out of 32 make 50 bits. With a million routines shared, one guess in 1.1 billion hits
any of them; a network may guess wrong `state.MISSES` times a minute, which is one hit in a
hundred years.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

# Digits and letters without i, l, o and u (Crockford's base 32): what is typed instead of a sign
# that looks like it is taken for that sign.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10
_GROUP = 5
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_LOOK_ALIKES = str.maketrans("ilou", "110v")
# What a form may hold: a code, or the whole address of a shared routine.
_LONGEST = 300
# Between signs: spaces, dashes, dots, and what cannot be seen, such as a mark of direction.
_BETWEEN = {"Zs", "Pd", "Cf", "Cc"}


def new() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def normalize(typed: str) -> str | None:
    """The code that was meant; None when it is none."""
    folded = unicodedata.normalize("NFKC", typed[:_LONGEST])
    _, link, rest = folded.partition("/r/")
    signs = re.split("[/?#]", rest)[0] if link else folded
    code = "".join(map(_sign, signs)).lower().translate(_LOOK_ALIKES)
    return code if _CODE.fullmatch(code) else None


def _sign(sign: str) -> str:
    """Readers of Arabic and Hindi have digits of their own on their keyboards."""
    if sign in "._−" or unicodedata.category(sign) in _BETWEEN:
        return ""
    return str(unicodedata.decimal(sign, sign))


def spoken(code: str) -> str:
    """In two groups, to be read out and typed."""
    return f"{code[:_GROUP]}-{code[_GROUP:]}"
