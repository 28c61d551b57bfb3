"""A pseudo-language in the place of English: what is not between ⟦ and ⟧ is not translated, and
what overflows or is cut off would be in a longer language.

`python -m tests.translations.pseudo` serves it on port 8000; `--check` names words that no
translation reaches.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask

from tests.translations import catalogs
from webapp import places
from webapp.config import read

# Values and markup stay as they are.
KEPT = re.compile(r"(%\(\w+\)s|%%|<[^>]+>)")
ACCENTED = str.maketrans("aceinosuyzACEINOSUYZ", "àçéîñöšüýžÀÇÉÎÑÖŠÜÝŽ")
# So much longer a short and a long text may be elsewhere.
SHORT, SHORT_MORE, LONG_MORE = 20, 0.6, 0.3
# What is translated; it may hold another that is.
TRANSLATED = re.compile("⟦[^⟦⟧]*⟧")
# Names, signs and characters are the same in every language.
NAMES = re.compile(
    r"[^\W\d_]*[\u0370-\uffff]\S*|\b(?:Limber|English|Deutsch|Español|Français|JavaScript"
    r"|min|kg|lb|ml|oz|fl|cm|mg|QR|CSV|JSON|iPhone|iPad|Safari|Android|Chrome|Firefox"
    r"|Samsung Internet|Edge|Mac|Windows)\b"
)
# Countries are named by CLDR, titles of sources as they were published.
OF_NAMES = ("emergency/", "about/sources", "gallery/")
WORD = re.compile(r"[^\W\d_]{3,}")


def pseudo(text: str) -> str:
    """Longer, accented and between signs; its values and markup untouched."""
    parts = KEPT.split(text)
    accented = [part if i % 2 else part.translate(ACCENTED) for i, part in enumerate(parts)]
    more = SHORT_MORE if len(text) <= SHORT else LONG_MORE
    return f"⟦{''.join(accented)}{'~' * round(more * len(text))}⟧"


def catalog(domain: str) -> Catalog:
    found = catalogs.extracted(domain)
    made = Catalog(locale="en")
    for message in found:
        if message.id:
            forms = message.id if isinstance(message.id, (list, tuple)) else [message.id]
            texts = [pseudo(form) for form in forms]
            string = texts[0] if isinstance(message.id, str) else tuple(texts)
            made.add(message.id, string, context=message.context)
    return made


def write(folder: Path) -> None:
    """Translations with the others' catalogs, and one for English, which else has none."""
    for each in places.TRANSLATIONS.iterdir():
        (folder / each.name).symlink_to(each)
    target = folder / "en" / "LC_MESSAGES"
    target.mkdir(parents=True)
    for domain in ("messages", "content"):
        with (target / f"{domain}.mo").open("wb") as file:
            write_mo(file, catalog(domain))


def made(folder: Path) -> Flask:
    """The app in the pseudo-language; what reads catalogs is imported only now."""
    write(folder)
    places.TRANSLATIONS = folder
    from webapp import create_app

    return create_app(read({"LIMBER_INSTANCE": str(folder / "instance")}))


def untranslated(app: Flask) -> Iterator[str]:
    from tests.screens import kinds

    client = app.test_client()
    for path in kinds().values():
        if path not in OF_NAMES:
            page = client.get(f"/en/{path}").get_data(as_text=True)
            bare = re.sub(r"(?s)<(script|style|svg|select)\b.*?</\1>|<[^>]+>", " ", page)
            while TRANSLATED.search(bare):
                bare = TRANSLATED.sub(" ", bare)
            for word in WORD.findall(NAMES.sub(" ", bare)):
                yield f"/en/{path}: {word}"


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        app = made(Path(folder))
        if arguments == ["--check"]:
            faults = list(dict.fromkeys(untranslated(app)))
            print("\n".join(faults))
            return int(bool(faults))
        app.run(port=int(os.environ.get("PORT", "8000")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
