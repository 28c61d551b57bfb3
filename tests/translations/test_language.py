"""A language is offered when it is whole, and not before; until then it is said what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import write_po

from tests.translations import catalogs, language
from tests.translations.language import Candidate, main, missing
from tests.translations.pseudo import pseudo
from webapp import places
from webapp.locales import DOMAINS, ENGLISH, LANGUAGES, Language


@pytest.mark.parametrize("offered", LANGUAGES[1:], ids=lambda each: each.tag)
def test_of_those_that_are_offered_nothing_is_missing(offered: Language) -> None:
    assert list(missing(Candidate(offered.tag, offered.name))) == []


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in place of `translations`, with nobody's catalogs in it."""
    for file in places.TRANSLATIONS.glob("*.toml"):
        shutil.copy(file, tmp_path)
    monkeypatch.setattr(places, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(language, "QUERIES", tmp_path)
    monkeypatch.setattr(places, "CONTENT", tmp_path)
    monkeypatch.setattr(places, "ROOT", tmp_path)
    return tmp_path


def made(locale: str, folder: Path) -> None:
    """Whole, as far as a machine can tell."""
    for domain in DOMAINS:
        catalog = catalogs.stored(domain, locale)
        for message in catalog:
            if message.id:
                forms = message.id if isinstance(message.id, tuple) else (message.id,)
                plural = (pseudo(str(forms[-1])),) * catalog.num_plurals
                message.string = plural if len(forms) > 1 else plural[0]
        with (folder / locale / "LC_MESSAGES" / f"{domain}.po").open("wb") as file:
            write_po(file, catalog)
    for name in ("GLOSSARY.md", "REVIEW.md"):
        (folder / locale / name).touch()
    (folder / "synonyms").mkdir()
    for path in (folder / "synonyms", folder):
        (path / "it.yaml").touch()


def test_it_is_made_named_and_offered_once_it_is_whole(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(catalogs.__file__).parents[2]
    with monkeypatch.context() as here:
        here.setattr(places, "ROOT", root)
        catalogs.update(["it"])
    listed = (elsewhere / "languages.toml").read_text("utf-8")
    monkeypatch.setattr(catalogs, "update", list)
    assert main(["it", "Italiano"]) == 1
    said = capsys.readouterr().out
    assert "GLOSSARY.md: write it first" in said
    assert "messages.po: 0 of " in said
    assert (elsewhere / "languages.toml").read_text("utf-8") == listed
    made("it", elsewhere)
    assert main(["it", "Italiano"]) == 0
    assert main(["it", "Italiano"]) == 0
    text = (elsewhere / "languages.toml").read_text("utf-8")
    entry = '[[languages]]\nprefix = "it"\ntag = "it"\nlocale = "it"\nname = "Italiano"\n'
    assert text == f"{listed}\n{entry}"


def test_what_it_reads_from_babel_is_what_the_others_have() -> None:
    for each in LANGUAGES:
        if each is not ENGLISH:
            entry = Candidate(each.tag, each.name).entry
            assert entry in (places.TRANSLATIONS / "languages.toml").read_text("utf-8") + "\n"


@pytest.mark.parametrize(
    "arguments", [[], ["pt"], ["no language", "x"], ["tlh", "tlhIngan"]], ids=repr
)
def test_what_is_no_language_says_what_to_give(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "pt-BR" in capsys.readouterr().err
