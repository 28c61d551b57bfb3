"""How article.txt is cut into sentences: at line ends, and after . ! or ? before white space."""

import re


def sentences(text: str) -> list[str]:
    """The sentences in order; "2." and "[1]" after a full stop are sentences of their own."""
    parts = (part.strip() for part in re.split(r"\n|(?<=[.!?])\s", text))
    return [part for part in parts if part]
