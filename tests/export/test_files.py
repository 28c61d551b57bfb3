"""Where an answer lies in the folder."""

from __future__ import annotations

import pytest

from webapp.export.files import file_of

HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "kind", "file"),
    [
        ("/", HTML, "index.html"),
        ("/en/", HTML, "en/index.html"),
        ("/en/swim/12-15", HTML, "en/swim/12-15.html"),
        ("/en/exercises/bird-dog", HTML, "en/exercises/bird-dog.html"),
        ("/en/exercises/bird-dog/play", HTML, "en/exercises/bird-dog/play.html"),
        ("/en/exercises/rest", HTML, "en/exercises/rest.html"),
        ("/404", HTML, "404.html"),
        ("/en/search/index.json", "application/json", "en/search/index.json"),
        ("/en/manifest.webmanifest", "application/manifest+json", "en/manifest.webmanifest"),
        ("/pack/en-0123456789", "application/octet-stream", "pack/en-0123456789"),
        ("/static/0123/css/main.css", "text/css; charset=utf-8", "static/0123/css/main.css"),
        ("/sw.js", "text/javascript", "sw.js"),
    ],
)
def test_an_address_has_one_file(address: str, kind: str, file: str) -> None:
    assert file_of(address, kind) == file


@pytest.mark.parametrize("address", ["", "en/", "/../etc", "/en/../", "/en//x", "/.hidden", "//"])
def test_no_address_leads_out_of_the_folder(address: str) -> None:
    with pytest.raises(ValueError, match="cannot be a file"):
        file_of(address, HTML)
