"""The folder, behind a plain server and behind nginx, is answered as the server answers."""

from __future__ import annotations

import filecmp
import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import html5lib
import pytest
from flask import Flask

from tests.export.conftest import Files
from tests.export.plain import headers_of, read
from tests.exporting import ORIGIN, Exported, export_to
from tests.sampling import each_language
from tests.serving import Answer, Server
from webapp import addresses, assets
from webapp.export import answers
from webapp.export.folder import MARKER
from webapp.export.headers import EVERYWHERE, POLICY, STRICT
from webapp.locales import LANGUAGES, Language
from webapp.security import CONTENT_SECURITY_POLICY, HTMX_POLICY

# All of them read one export, which takes minutes; `test_headers` and `test_nginx` ask in seconds
# what would end one.
pytestmark = pytest.mark.sweep

# What belongs to a transfer, and to whoever serves.
TRANSFER = {
    *("date", "server", "connection", "content-length", "vary", "etag", "last-modified"),
    "accept-ranges",
}
WHOLE = {"Accept-Encoding": "identity"}
# Of the hosts that read `_headers` the strictest takes so many rules and signs a line.
MOST_RULES, MOST_SIGNS = 100, 2000

# What only the server answers: made for whoever asks, or for operators.
ONLY_SERVER = {
    *("build.find", "build.step", "health.metrics", "health.show", "player.shared"),
    *("share.find", "share.sheet", "share.show"),
}
PREFIXES = ("reminders_api.", "share_api.", "share_opening.")


def sent(answer: Answer) -> dict[str, str]:
    return {name: value for name, value in answer[1].items() if name not in TRANSFER}


def same_by_nginx(path: str, files: Files, server: Server) -> None:
    given, wanted = files.get(path, WHOLE), server.get(path, WHOLE)
    assert (given[0], given[2]) == (wanted[0], wanted[2]), path
    assert sent(given) == sent(wanted), path


def same_by_plain(path: str, files: Files, server: Server) -> None:
    """Its types go by suffix; what is no document may carry what counts for documents."""
    given, wanted = files.get(path, WHOLE), server.get(path, WHOLE)
    assert (given[0], given[2]) == (wanted[0], wanted[2]), path
    headers, real = sent(given), sent(wanted)
    assert kind(headers.pop("content-type")) == kind(real.pop("content-type")), path
    assert real.items() <= headers.items(), path
    assert headers.keys() - real.keys() <= {*EVERYWHERE, *STRICT, POLICY, "content-language"}, path


def kind(content_type: str) -> str:
    return content_type.partition(";")[0]


Same = Callable[[str, Files, Server], None]
SAME: dict[str, Same] = {"plain": same_by_plain, "nginx": same_by_nginx}
BY = pytest.mark.parametrize("by", SAME)


@pytest.fixture
def files(request: pytest.FixtureRequest, by: str) -> Files:
    found: Files = request.getfixturevalue(by)
    return found


@BY
@each_language()
def test_every_content_address_is_answered_as_by_the_server(
    app: Flask, files: Files, twin: Server, by: str, language: Language
) -> None:
    for path in addresses.of_language(app, language):
        SAME[by](path, files, twin)


@BY
def test_so_is_what_has_no_language(app: Flask, files: Files, twin: Server, by: str) -> None:
    with app.test_request_context():
        others = [app.url_for(endpoint) for endpoint in answers.OTHERS]
    for path in (*assets.kept(), *addresses.shared(app), *others, *packs(twin)):
        SAME[by](path, files, twin)


def packs(server: Server) -> Iterator[str]:
    version = json.loads(server.get("/version.json")[2])
    for each in (version["shared"], *version["languages"].values()):
        yield f"/pack/{each['name']}"


def test_nothing_that_can_be_a_file_is_forgotten(app: Flask) -> None:
    with app.test_request_context():
        paths = (*addresses.content(app), *addresses.shared(app))
        match = app.url_map.bind("localhost").match
        exported = {match(path)[0] for path in paths} | {*answers.OTHERS}
    exported |= {"entrance.show_entrance", "offline.pack"}
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    rest = {each for each in endpoints - exported if not each.startswith(PREFIXES)}
    assert rest == ONLY_SERVER, "export it, or say that only the server can answer it"


@BY
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.prefix)
def test_what_is_not_there_gets_the_page_of_its_language(
    files: Files, twin: Server, language: Language
) -> None:
    path = f"/{language.prefix}/nothing/here"
    given, wanted = files.get(path, WHOLE), twin.get(path, WHOLE)
    assert (given[0], given[2]) == (wanted[0], wanted[2]) == (404, wanted[2])


def test_nginx_sends_the_headers_with_that_page_too(nginx: Files, twin: Server) -> None:
    for path in ("/ar/nothing", "/nothing", "/static/000000000000/css/main.css"):
        assert sent(nginx.get(path, WHOLE)) == sent(twin.get(path, WHOLE))


@pytest.mark.parametrize("path", ["/en/", "/en/nothing", "/sw.js", "/en/r/open?code=x"])
def test_nginx_with_tls_tells_to_come_so_again_once(secure_nginx: Files, path: str) -> None:
    assert secure_nginx.get(path)[1].get("strict-transport-security") == "max-age=31536000"


@BY
def test_the_entrance_offers_every_language_by_its_own_name(files: Files) -> None:
    status, headers, body = files.get("/", WHOLE)
    page = body.decode()
    assert status == 200
    assert headers[POLICY] == CONTENT_SECURITY_POLICY
    for language in LANGUAGES:
        assert f'href="/{language.prefix}/" lang="{language.tag}"' in page
        assert language.name in page
    html5lib.HTMLParser(strict=True).parse(page)
    assert "main.js" not in page, "which would keep one language on the device unasked"


@BY
def test_a_missing_last_slash_leads_to_the_page(files: Files) -> None:
    for path in ("/en", "/ar/swim"):
        status, headers, _ = files.get(path)
        assert status in (301, 308)
        assert urlsplit(headers["location"]).path == f"{path}/"
        assert files.get(f"{path}/")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        *("/en/swim/12-15/", "/en/swim/12-15.html", "/en/index.html", "/en/exercises/bird-dog/"),
        *("/index.html", "/404.html", "/en/404", "/nginx.conf", "/_headers", "/.limber-export"),
        *("/en/swim/12-15.html.gz", "/static/", "/pack/", "/healthz"),
    ],
)
def test_nginx_has_one_address_for_each_page_and_none_for_what_is_no_page(
    nginx: Files, path: str
) -> None:
    assert nginx.get(path)[0] == 404


@pytest.mark.parametrize(
    "path", ["/en/", "/en/search/index.json", "/sw.js", assets.address("css/main.css")]
)
def test_nginx_sends_what_was_compressed_before(
    nginx: Files, exported: Exported, path: str
) -> None:
    _, headers, body = nginx.get(path, {"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == nginx.get(path, WHOLE)[2]
    name = "en/index.html" if path == "/en/" else path.removeprefix("/")
    assert body == (exported.folder / f"{name}.gz").read_bytes()


def test_every_file_beside_another_is_that_file_compressed(exported: Exported) -> None:
    undo = {".gz": gzip.decompress, ".br": brotli.decompress}
    beside = [path for path in exported.folder.rglob("*") if path.suffix in undo]
    for path in beside:
        assert undo[path.suffix](path.read_bytes()) == path.with_suffix("").read_bytes(), path
    assert len([path for path in beside if path.suffix == ".br"]) == len(beside) / 2 > 1000


@pytest.mark.parametrize(
    "path",
    [
        *("/en/r/open?code=0123456789", "/ar/r/0123456789", "/r/0123456789/qr.svg"),
        *("/en/build/search?q=bridge", "/en/build/step/bird-dog", "/en/build/step/nothing"),
        *("/api/reminders/key", "/api/routines/0123456789"),
    ],
)
def test_nginx_passes_on_what_only_the_server_can_answer(
    nginx: Files, twin: Server, path: str
) -> None:
    same_by_nginx(path, nginx, twin)


@pytest.mark.parametrize(
    ("path", "language"), [("/ar/r/0123456789", "ar"), ("/en/r/open?code=x", "en"), ("/r/x", "en")]
)
def test_with_the_server_gone_nginx_says_that_there_is_no_connection(
    lonely_nginx: Files, path: str, language: str
) -> None:
    status, headers, body = lonely_nginx.get(path, WHOLE)
    assert (status, body) == (503, lonely_nginx.get(f"/{language}/offline/", WHOLE)[2])
    assert headers[POLICY] == CONTENT_SECURITY_POLICY


def test_with_the_server_gone_scripts_are_told_to_try_again(lonely_nginx: Files) -> None:
    for path in ("/api/routines", "/api/reminders/key", "/en/build/search?q=x"):
        assert lonely_nginx.get(path)[0] == 503


def test_with_the_server_gone_pages_of_it_that_are_files_open(lonely_nginx: Files) -> None:
    for path in ("/en/build/", "/ar/r/", "/en/reminders/"):
        assert lonely_nginx.get(path)[0] == 200


def test_whole_addresses_are_those_of_the_operator(exported: Exported) -> None:
    for name in ("sitemap.xml", "robots.txt", "en/index.html", "index.html"):
        assert f"{ORIGIN}/" in (exported.folder / name).read_text("utf-8")
    assert "localhost" not in (exported.folder / "sitemap.xml").read_text("utf-8")


def test_it_tells_how_far_it_is_and_what_it_wrote(exported: Exported) -> None:
    begun, *parts, wrote = exported.said
    assert begun == "making what phones keep"
    assert [line.split(":")[0] for line in parts] == [
        "shared",
        *(language.prefix for language in LANGUAGES),
    ]
    assert all(re.fullmatch(r"[a-z-]+: \d+ addresses", line) for line in parts)
    files = [path for path in exported.folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1_000_000
    assert wrote == f"wrote {len(files)} files, {size:.1f} MB, to {exported.folder}"


def test_the_file_keeps_to_what_hosts_take(exported: Exported) -> None:
    text = (exported.folder / "_headers").read_text("utf-8")
    patterns = [line for line in text.splitlines() if line.startswith("/")]
    assert len(patterns) == len(set(patterns)) <= MOST_RULES
    assert max(len(line) for line in text.splitlines()) <= MOST_SIGNS
    assert max(pattern.count("*") for pattern in patterns) == 1


def test_the_builder_goes_without_trusted_types_and_nothing_else_does(exported: Exported) -> None:
    rules = read(exported.folder)
    for language in LANGUAGES:
        policies = {
            path: headers_of(f"/{language.prefix}/{path}", rules)["content-security-policy"]
            for path in ("", "build/", "about/", "r/")
        }
        assert policies.pop("build/") == HTMX_POLICY
        assert set(policies.values()) == {CONTENT_SECURITY_POLICY}


def test_what_is_of_another_version_is_not_kept_for_ever(exported: Exported) -> None:
    rules = read(exported.folder)
    for path in ("/static/000000000000/css/main.css", "/pack/en-00000000000000000000"):
        assert "cache-control" not in headers_of(path, rules)


def test_the_same_version_makes_the_same_bytes_in_place_of_the_earlier_ones(
    exported: Exported, tmp_path: Path
) -> None:
    (tmp_path / MARKER).touch()
    (tmp_path / "gone.html").touch()
    export_to(tmp_path)
    names = relative(exported.folder)
    assert relative(tmp_path) == names
    _, differ, failed = filecmp.cmpfiles(tmp_path, exported.folder, names, shallow=False)
    assert (differ, failed) == ([], [])


def relative(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
