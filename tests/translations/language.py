"""A new language: makes its catalogs, says what is missing, and offers it once nothing is.

`python -m tests.translations.language pt-BR "Português (Brasil)"`
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Message

from tests.translations import catalogs
from webapp import places
from webapp.locales import DOMAINS

QUERIES = Path(__file__).parents[1] / "search" / "queries"
# Numbering systems of which `webapp/locales.py` knows the digits.
DIGITS = ("latn", "arab")


@dataclass(frozen=True)
class Candidate:
    """A language that is offered, or may be."""

    tag: str
    name: str

    @property
    def parsed(self) -> Locale:
        """Raises ValueError or UnknownLocaleError for what is no language."""
        return Locale.parse(self.tag, sep="-")

    @property
    def locale(self) -> str:
        return str(self.parsed)

    @property
    def entry(self) -> str:
        """Its lines in `languages.toml`."""
        lines = [
            "[[languages]]",
            f'prefix = "{self.tag.lower()}"',
            f'tag = "{self.tag}"',
            f'locale = "{self.locale}"',
            f'name = "{self.name}"',
        ]
        if self.parsed.text_direction == "rtl":
            lines.append('direction = "rtl"')
        if self.parsed.default_numbering_system != "latn":
            lines.append(f'numbering = "{self.parsed.default_numbering_system}"')
        return "\n".join(lines) + "\n"


def missing(candidate: Candidate) -> Iterator[str]:
    """What there is to do, in the order in which it is best done."""
    folder = places.TRANSLATIONS / candidate.locale
    if candidate.parsed.default_numbering_system not in DIGITS:
        yield "webapp/locales.py: it does not know this language's digits"
    if not (folder / "GLOSSARY.md").is_file():
        yield f"translations/{candidate.locale}/GLOSSARY.md: write it first, as the others'"
    for domain in DOMAINS:
        found = [each for each in catalogs.stored(domain, candidate.locale) if each.id]
        left = [each for each in found if not is_translated(each)]
        if left:
            done = len(found) - len(left)
            yield f"{domain}.po: {done} of {len(found)} translated; next: {_first(left[0])}"
    if not (folder / "REVIEW.md").is_file():
        yield f"translations/{candidate.locale}/REVIEW.md: say who read it back, and what was found"
    for path in (
        places.CONTENT / "synonyms" / f"{candidate.tag}.yaml",
        QUERIES / f"{candidate.tag}.yaml",
    ):
        if not path.is_file():
            yield f"{path.relative_to(places.ROOT)}: write what people type, as the others have it"


def is_translated(message: Message) -> bool:
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return all(forms) and not message.fuzzy


def offer(candidate: Candidate, listed: Path) -> bool:
    """Appends it to the list; False where it stands there already."""
    languages = tomllib.loads(listed.read_text("utf-8"))["languages"]
    if candidate.tag in [each["tag"] for each in languages]:
        return False
    with listed.open("a", encoding="utf-8") as file:
        file.write(f"\n{candidate.entry}")
    return True


def _first(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, (list, tuple)) else message.id)[:60]


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print('usage: make language TAG=pt-BR NAME="Português (Brasil)"', file=sys.stderr)
        return 2
    candidate = Candidate(*arguments)
    try:
        locale = candidate.locale
    except (ValueError, UnknownLocaleError) as fault:
        print(f"TAG: {fault}; give a tag such as pt-BR or zh-Hant", file=sys.stderr)
        return 2
    catalogs.update([locale])
    left = list(missing(candidate))
    for line in left:
        print(line)
    if not left:
        new = offer(candidate, places.TRANSLATIONS / "languages.toml")
        print(f"{candidate.tag} is offered{'' if new else ' already'}; run make test")
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
