"""A plain static server with three habits of static hosts.

`/page` is answered by `page.html`, what is not there by the nearest `404.html`, and `_headers` says
what to send with each.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Rule = tuple[re.Pattern[str], list[tuple[str, str]]]


class Handler(SimpleHTTPRequestHandler):
    """Python's own, which knows folders, types and modification times."""

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        page = Path(f"{found}.html")
        return str(page) if page.is_file() and not path.endswith("/") else found

    def send_head(self) -> Any:
        self.extra = headers_of(urlsplit(self.path).path, read(Path(self.directory)))
        return super().send_head()

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, self.extra.pop(keyword.lower(), value))

    def end_headers(self) -> None:
        for name, value in list(self.extra.items()):
            super().send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not there is answered by the page that lies nearest."""
        language = self.path.split("/")[1]
        pages = [Path(self.directory, language, "404.html"), Path(self.directory, "404.html")]
        page = next((each for each in pages if each.is_file()), None)
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests say what went wrong."""


@contextmanager
def serving_files(folder: Path) -> Iterator[ThreadingHTTPServer]:
    """Until the block ends, or `server_close` is called."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@cache
def read(folder: Path) -> list[Rule]:
    """The rules of `_headers`, in their order."""
    rules: list[Rule] = []
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            rules.append((_compiled(line), []))
        elif line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name.lower(), value))
    return rules


def _compiled(pattern: str) -> re.Pattern[str]:
    whole = re.escape(pattern).replace(r"\*", ".*")
    return re.compile(re.sub(r":\w+", "[^/]+", whole))


def headers_of(path: str, rules: list[Rule]) -> dict[str, str]:
    """As hosts do: values of several rules are joined."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if pattern.fullmatch(path):
            for name, value in headers:
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found
