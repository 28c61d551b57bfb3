"""The manifest of each language: one app in all of them, and pictures that are what it says."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from tests.pictures import png_size
from tests.sampling import every_language
from tests.screens import PUBLISHED_BYTES
from tests.serving import Server
from webapp import addresses, assets, manifest, places
from webapp.locales import LANGUAGES, Language

EVERY = every_language()


def address(language: Language) -> str:
    return f"/{language.prefix}/manifest.webmanifest"


def get(client: FlaskClient, language: Language) -> dict[str, Any]:
    answer = client.get(address(language))
    assert answer.status_code == 200
    read: dict[str, Any] = answer.get_json()
    return read


def pictures(read: dict[str, Any]) -> list[dict[str, str]]:
    of_shortcuts = [icon for shortcut in read["shortcuts"] for icon in shortcut["icons"]]
    return [*read["icons"], *of_shortcuts, *read["screenshots"]]


def test_a_language_is_not_another_app(client: FlaskClient) -> None:
    for name, value in {"id": "/?app", "start_url": "/?app", "scope": "/"}.items():
        assert {get(client, language)[name] for language in LANGUAGES} == {value}


@EVERY
def test_it_is_in_its_language(client: FlaskClient, language: Language) -> None:
    read = get(client, language)
    assert (read["lang"], read["dir"]) == (language.tag, language.direction)
    words = language.messages.gettext
    assert read["shortcuts"][0]["name"] == words("Routines")
    for screenshot in read["screenshots"]:
        assert screenshot["src"].endswith(f"-{language.prefix}.png"), "run `make screens`"


@EVERY
def test_pictures_have_the_size_it_says(client: FlaskClient, language: Language) -> None:
    files = {assets.address(name): path for name, path in assets.files().items()}
    for picture in pictures(get(client, language)):
        path = files[picture["src"]]
        width, height = png_size(path)
        assert (picture["sizes"], picture["type"]) == (f"{width}x{height}", "image/png"), path.name


@EVERY
def test_screenshots_are_small_and_of_a_shape_that_browsers_show(
    client: FlaskClient, language: Language
) -> None:
    taken = get(client, language)["screenshots"]
    assert [each["form_factor"] for each in taken] == ["narrow", "wide"]
    assert all(each["label"] for each in taken)
    for path in (places.STATIC / "screenshots").glob(f"*-{language.prefix}.png"):
        assert path.stat().st_size <= PUBLISHED_BYTES
        short, long = sorted(png_size(path))
        assert short >= 320
        assert long <= min(3840, 2.3 * short)


def test_there_is_an_icon_for_every_purpose(client: FlaskClient) -> None:
    icons = get(client, LANGUAGES[0])["icons"]
    assert {(each["purpose"], each["sizes"]) for each in icons} == {
        ("any", "192x192"),
        ("any", "512x512"),
        ("maskable", "512x512"),
        ("monochrome", "512x512"),
    }


def test_its_ground_is_the_paper_of_the_pages(client: FlaskClient) -> None:
    tokens = (places.STATIC.parent / "static" / "css" / "tokens.css").read_text("utf-8")
    (light, *_) = re.findall(r"--paper: (#\w+);", tokens)
    assert light == manifest.PAPER
    assert get(client, LANGUAGES[0])["background_color"] == light


@EVERY
def test_shortcuts_lead_to_pages(app: Flask, language: Language) -> None:
    known = set(addresses.content(app))
    assert {each["url"] for each in get(app.test_client(), language)["shortcuts"]} <= known


def test_it_is_a_finished_answer(server: Server) -> None:
    status, headers, _ = server.get("/ar/manifest.webmanifest")
    assert (status, headers["cache-control"]) == (200, "no-cache")
    assert headers["content-type"] == "application/manifest+json; charset=utf-8"
    assert headers["content-language"] == "ar"
    again = server.get("/ar/manifest.webmanifest", {"If-None-Match": headers["etag"]})
    assert (again[0], again[2]) == (304, b"")


@pytest.mark.parametrize("path", ["/ar/", "/ar/about/install"])
def test_a_page_names_the_manifest_of_its_language_and_an_icon(page: ReadPage, path: str) -> None:
    links = {each.get("rel"): each.get("href") for each in page(path).all("link")}
    assert links["manifest"] == "/ar/manifest.webmanifest"
    assert links["apple-touch-icon"] == assets.address("icons/apple-touch-180.png")


def test_a_page_that_is_missing_names_one_too(page: ReadPage) -> None:
    links = {each.get("rel"): each.get("href") for each in page("/ar/nothing", 404).all("link")}
    assert links["manifest"] == "/ar/manifest.webmanifest"


def test_an_icon_is_served_as_a_picture(server: Server) -> None:
    status, headers, _ = server.get(assets.address("icons/limber-192.png"))
    assert (status, headers["content-type"]) == (200, "image/png")


@EVERY
def test_files_of_routines_are_taken_by_the_page_of_ones_own(
    client: FlaskClient, language: Language
) -> None:
    read = get(client, language)
    mine = f"/{language.prefix}/mine/"
    assert read["share_target"]["action"] == mine
    assert read["share_target"]["params"]["files"][0]["name"] == "routine"
    assert read["file_handlers"] == [
        {"action": mine, "accept": {"application/json": [".limber.json", ".limber-data.json"]}}
    ]
