"""What is exported: every answer that is the same for everyone, by its address.

The pages for what is not there count as answers of an address that nothing has, `/404`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from http import HTTPStatus

from flask import Flask, url_for

from webapp import addresses, assets, pages
from webapp.config import Config
from webapp.finished import Finished
from webapp.locales import Language
from webapp.offline import baked

# Without a language, and made when they are asked for.
OTHERS = (*("crawlers.robots", "crawlers.sitemap", "journal_schema.show", "share_api.show_schema"),)
ENTRANCE = "/"
LOST = "/404"

# These belong to one transfer, and to whoever serves.
TRANSPORT = ("etag", "vary")

Answer = tuple[str, Finished]


def of_language(app: Flask, config: Config, language: Language) -> Iterator[Answer]:
    """Its pages; packs must have been made."""
    for path in addresses.of_language(app, language):
        yield path, baked.page(config, path) or _finished(app, path)
    lost = f"/{language.prefix}{LOST}"
    yield lost, _finished(app, lost, HTTPStatus.NOT_FOUND)


def shared(app: Flask, config: Config) -> Iterator[Answer]:
    """What has no language; packs must have been made."""
    yield ENTRANCE, _entrance(app)
    yield LOST, _finished(app, LOST, HTTPStatus.NOT_FOUND)
    yield from assets.kept().items()
    for path in (*addresses.shared(app), *_others(app)):
        yield path, _finished(app, path)
    for name in _packs(config):
        path = f"/pack/{name}"
        yield path, _finished(app, path, smallest=baked.read(config, name, "br"))


def headers_of(finished: Finished) -> dict[str, str]:
    """With small names; without what is another one's business."""
    told = {name.decode(): value.decode("latin-1") for name, value in finished.headers}
    return {name: value for name, value in told.items() if name not in TRANSPORT}


def _finished(
    app: Flask, path: str, status: HTTPStatus = HTTPStatus.OK, smallest: bytes | None = None
) -> Finished:
    response = pages.finish(app, path)
    if response.status_code != status:
        raise RuntimeError(f"{path}: answers {response.status}, and the export would keep that")
    body = response.get_data()
    known = smallest or assets.smallest(body)
    return Finished.make(body, dict(response.headers), smallest=known)


def _entrance(app: Flask) -> Finished:
    """Files know nothing of a visitor's languages, so the visitor chooses."""
    with app.test_request_context(ENTRANCE):
        response = app.process_response(pages.page("export/entrance.html"))
        del response.headers["Content-Language"]
        return Finished.make(response.get_data(), dict(response.headers))


def _others(app: Flask) -> list[str]:
    with app.test_request_context():
        return [url_for(endpoint) for endpoint in OTHERS]


def _packs(config: Config) -> list[str]:
    version = json.loads((baked.folder(config) / baked.VERSION).read_bytes())
    return [each["name"] for each in (version["shared"], *version["languages"].values())]
