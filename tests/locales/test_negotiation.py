"""`/` leads to the language the visitor's browser asks for; the address decides everywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.conftest import ReadPage
from webapp import create_app
from webapp.config import read


@pytest.mark.parametrize(
    ("accept", "prefix"),
    [
        ("", "en"),
        ("ar", "ar"),
        ("AR", "ar"),
        ("AR-eg", "ar"),
        ("ar-EG,ar;q=0.9,en;q=0.5", "ar"),
        ("fr,ar;q=0.2", "fr"),
        ("it,ar;q=0.2", "ar"),
        ("de-AT,de;q=0.9", "de"),
        ("es-419", "es"),
        ("fr-CA,en;q=0.4", "fr"),
        ("en-GB,ar;q=0.9", "en"),
        ("zh-CN,zh;q=0.9", "zh-hans"),
        ("zh", "zh-hans"),
        ("zh-Hans-SG", "zh-hans"),
        ("zh-TW,en;q=0.8", "en"),
        ("tlh", "en"),
        ("ar;q=0", "en"),
        ("*", "en"),
        (";;;,=,q=", "en"),
        ("\xff\xfe", "en"),
        (",".join(["tlh"] * 19 + ["ar"]), "ar"),
        pytest.param(",".join(["tlh"] * 5000 + ["ar"]), "en", id="more than anybody reads"),
    ],
)
def test_the_entrance_leads_to_the_language_asked_for(
    client: FlaskClient, accept: str, prefix: str
) -> None:
    answer = client.get("/", headers={"Accept-Language": accept})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{prefix}/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Vary"] == "Accept-Language"


def test_the_installed_apps_entrance_is_the_same(client: FlaskClient) -> None:
    assert client.get("/?app", headers={"Accept-Language": "ar"}).headers["Location"] == "/ar/"


def test_the_address_decides_and_not_the_browser(page: ReadPage) -> None:
    arabic = page("/ar/", headers={"Accept-Language": "en"})
    assert arabic.one("html").get("lang") == "ar"


def test_the_switch_keeps_the_page(page: ReadPage) -> None:
    shown = page("/en/routines/cold-water-10")
    assert "/ar/routines/cold-water-10" in shown.links
    alternates = {
        link.get("hreflang"): link.get("href")
        for link in shown.all("link")
        if link.get("rel") == "alternate"
    }
    assert alternates == {
        "en": "/en/routines/cold-water-10",
        "ar": "/ar/routines/cold-water-10",
        "de": "/de/routines/cold-water-10",
        "es": "/es/routines/cold-water-10",
        "fr": "/fr/routines/cold-water-10",
        "zh-Hans": "/zh-hans/routines/cold-water-10",
        "x-default": "/en/routines/cold-water-10",
    }


def test_with_a_public_address_search_engines_get_whole_links(tmp_path: Path) -> None:
    origin = "https://limber.example"
    config = read({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_ORIGIN": origin})
    answer = create_app(config).test_client().get("/ar/about/").get_data(as_text=True)
    for tag, prefix in (("en", "en"), ("ar", "ar"), ("x-default", "en")):
        assert f'hreflang="{tag}" href="{origin}/{prefix}/about/"' in answer


def test_a_path_without_its_last_slash_leads_to_the_page(client: FlaskClient) -> None:
    answer = client.get("/ar/routines")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/ar/routines/")


def test_a_redirect_does_not_repeat_whatever_host_it_was_asked_by(client: FlaskClient) -> None:
    answer = client.get("/en/routines?x=1", headers={"Host": "evil.example"})
    assert "evil" not in answer.get_data(as_text=True) + answer.headers["Location"]
