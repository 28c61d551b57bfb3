"""Words in the order in which who reads a language looks for them."""

from __future__ import annotations

import unicodedata

from webapp.locales import Language

# GB 2312 lists its first 3,755 characters by pinyin; the others by something to be read as there.
ALSO_READ = str.maketrans({"斐": "匪"})


def key(word: str, language: Language) -> tuple[bytes, str]:
    """What to sort by: pinyin, else letters whatever their accents and size."""
    if language.locale.startswith("zh"):
        return word.translate(ALSO_READ).encode("gb18030"), word
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each)).encode(), word
