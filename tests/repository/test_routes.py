"""No address is lost without a word: the list is stored and compared."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from tests.reading import read_page
from tests.sampling import each_language
from webapp import addresses
from webapp.locales import LANGUAGES, Language
from webapp.security import FINISHING

# More pages than one reader may ask for in a minute.
FREE = {FINISHING: True}
STORED = Path(__file__).with_name("routes.txt")


def routes(app: Flask) -> list[str]:
    return sorted(f"{rule.endpoint} {rule.rule}" for rule in app.url_map.iter_rules())


def test_the_routes_are_the_stored_ones(app: Flask) -> None:
    stored = STORED.read_text("utf-8").splitlines()
    found = routes(app)
    assert found == stored, (
        "an address that people may have kept must go on working: redirect what goes, "
        f"and write the new list into {STORED.name}:\n" + "\n".join(found)
    )


@each_language("zh-hans")
def test_every_content_address_answers(app: Flask, language: Language) -> None:
    client = app.test_client()
    paths = list(addresses.of_language(app, language))
    assert len(paths) == len(set(paths))
    assert {client.get(path, environ_overrides=FREE).status_code for path in paths} == {200}


def test_every_language_has_the_same_addresses(app: Flask) -> None:
    by_language = {
        language.prefix: {
            path.removeprefix(f"/{language.prefix}/")
            for path in addresses.content(app)
            if path.startswith(f"/{language.prefix}/")
        }
        for language in LANGUAGES
    }
    assert len({frozenset(paths) for paths in by_language.values()}) == 1


@each_language()
def test_every_link_on_every_page_leads_somewhere(app: Flask, language: Language) -> None:
    client = app.test_client()
    parts = (".webmanifest", ".json")
    paths = [path for path in addresses.content(app) if not path.endswith(parts)]
    # Where a code is entered is made for each who asks.
    paths += [f"/{each.prefix}/r/" for each in LANGUAGES]
    own = [path for path in paths if path.startswith(f"/{language.prefix}/")]
    pages = {path: read_page(client.get(path, environ_overrides=FREE), path) for path in own}
    for path, page in pages.items():
        for link in page.links:
            if link.startswith("/"):
                target, _, part = link.partition("#")
                assert target in paths, f"{path} leads to {link}"
                # With a dot it tells the script of that page what to begin with.
                assert not part or "." in part or pages[target].by_id(part) is not None
