"""Finished answers over a real server: encodings, revalidation, queries, odd requests."""

from __future__ import annotations

import gzip
import re

import brotli
import pytest

from tests.front import raw
from tests.serving import Server
from webapp import assets
from webapp.finished import preferred_encoding
from webapp.security import ASSET_HEADERS, HEADERS, PART_HEADERS


def test_a_page_comes_the_same_in_every_encoding(server: Server) -> None:
    plain = server.get("/en/", {"Accept-Encoding": "identity"})
    small = server.get("/en/", {"Accept-Encoding": "gzip, br"})
    zipped = server.get("/en/", {"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain[1]
    assert (small[1]["content-encoding"], zipped[1]["content-encoding"]) == ("br", "gzip")
    assert brotli.decompress(small[2]) == gzip.decompress(zipped[2]) == plain[2]
    assert len(small[2]) < len(plain[2]) / 2
    assert small[1]["vary"] == "accept-encoding"


@pytest.mark.parametrize("path", ["/en/", "/ar/routines/cold-water-10", "/"])
def test_every_answer_carries_the_headers(server: Server, path: str) -> None:
    headers = server.get(path)[1]
    for name, value in HEADERS.items():
        assert headers[name.lower()] == value
    assert "set-cookie" not in headers


def test_what_is_no_document_carries_what_counts_for_it(server: Server) -> None:
    headers = server.get("/healthz")[1]
    for name, value in PART_HEADERS.items():
        assert headers[name.lower()] == value
    assert "set-cookie" not in headers


def test_a_file_that_all_get_alike_carries_only_its_kind(server: Server) -> None:
    page = server.get("/en/")[2].decode()
    found = re.search(r"/static/[^\"]+/main.css", page)
    assert found
    headers = server.get(found[0])[1]
    assert {name: headers.get(name.lower()) for name in HEADERS} == {
        name: ASSET_HEADERS.get(name) for name in HEADERS
    }


def test_a_page_is_revalidated_by_its_etag(server: Server) -> None:
    _, headers, _ = server.get("/ar/")
    assert headers["cache-control"] == "no-cache"
    again = server.get("/ar/", {"If-None-Match": headers["etag"]})
    assert (again[0], again[2]) == (304, b"")
    assert server.get("/ar/", {"If-None-Match": '"other"'})[0] == 200
    assert server.get("/ar/", {"If-None-Match": f'"a", {headers["etag"]}'})[0] == 304


def test_a_static_file_is_kept_for_ever_under_its_hash(server: Server) -> None:
    status, headers, body = server.get(assets.address("css/main.css"))
    assert (status, headers["cache-control"]) == (200, assets.FOREVER)
    assert headers["content-type"] == "text/css"
    assert b"--paper" in body


def test_an_old_hash_is_gone_and_not_kept(server: Server) -> None:
    status, headers, _ = server.get("/static/000000000000/css/main.css")
    assert (status, headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize("query", ["?q=1", "?%ff", "?" + "a" * 3000, "?x[]=%00"])
def test_a_query_on_a_page_is_answered_without_it(server: Server, query: str) -> None:
    assert server.get(f"/en/{query}")[2] == server.get("/en/")[2]


def test_head_has_the_headers_and_no_body(server: Server) -> None:
    opened = raw.connect(server.port)
    opened.sendall(b"HEAD /en/ HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n")
    head, _, body = raw.answer(opened).partition(b"\r\n\r\n")
    opened = raw.connect(server.port)
    opened.sendall(b"GET /en/ HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n")
    whole, _, page = raw.answer(opened).partition(b"\r\n\r\n")
    assert body == b""
    assert len(page) > 1000
    assert _lines(head) == _lines(whole)


@pytest.mark.parametrize(
    "target",
    [
        b"/en/%",
        b"/en/%zz",
        b"/%c0%af",
        b"/en/nothing?\xc3\xa4",
        b"/en/\xc3\xa4",
        b"//en/",
        b"/en/?\x80",
    ],
)
def test_an_odd_request_is_answered_without_a_crash(server: Server, target: bytes) -> None:
    opened = raw.connect(server.port)
    opened.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n")
    assert raw.status(opened) in (200, 308, 400, 404)


def _lines(head: bytes) -> list[bytes]:
    return sorted(line for line in head.split(b"\r\n") if not line.startswith(b"date:"))


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        (b"", "identity"),
        (b"gzip, deflate, br, zstd", "br"),
        (b"gzip;q=1.0, br;q=0", "gzip"),
        (b"*", "br"),
        (b"identity", "identity"),
        (b"br;q=nonsense", "identity"),
    ],
)
def test_the_smallest_encoding_that_the_client_takes(accept: bytes, encoding: str) -> None:
    assert preferred_encoding(accept) == encoding
