"""The whole server but for its sockets: the real front on a real database, in this process."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_to_bytes

from tests.soak.inputs.asked import Ask
from webapp import create_app, database
from webapp.config import read
from webapp.front import Front, Message
from webapp.locales import LANGUAGES
from webapp.reminders.api import KEY as REMINDERS
from webapp.reminders.sender import Outcome
from webapp.security import Allowance
from webapp.share.state import KEY as SHARING

# No answer takes so long, on a machine however busy; the thread that hangs is left behind.
HANG_SECONDS = 60
NO_LIMIT = "100000000 per hour"
# Without one no subscription is taken.
CONTACT = {"LIMBER_CONTACT": "mailto:limber@limber.example"}
TAKEN = Outcome(status=201, retry_after=None, gone=False, fault="")


@dataclass(frozen=True)
class Answer:
    """What came of it; `seconds` of the processor, and what was logged as an error meanwhile."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    seconds: float
    errors: list[str] = field(default_factory=list)

    def header(self, name: str) -> str:
        found = [value for key, value in self.headers if key == name.lower().encode()]
        return found[0].decode("latin-1") if found else ""


class Errors(logging.Handler):
    """Keeps what is logged as an error, with its traceback."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(logging.Formatter().format(record))

    def take(self) -> list[str]:
        kept, self.kept = self.kept, []
        return kept


class Answering:
    """Answers one request after the other, on one loop."""

    def __init__(self, folder: Path) -> None:
        settings = {"LIMBER_INSTANCE": str(folder), "LIMBER_RATE_LIMIT": NO_LIMIT, **CONTACT}
        config = read({**settings, "LIMBER_LOG_REQUESTS": "0", "TRUSTED_PROXIES": "1"})
        database.prepare(config)
        self.app = create_app(config)
        # How often one may ask is tested elsewhere; here it would hide what parsers do.
        self.app.extensions[SHARING].publications = Allowance(NO_LIMIT)
        self.app.extensions[SHARING].misses = Allowance(NO_LIMIT)
        self.app.extensions[REMINDERS].allowance = Allowance(NO_LIMIT)
        self.app.extensions[REMINDERS].newcomers = Allowance(NO_LIMIT)
        # Push services are others': what would go to them ends here, after all that is asked of it.
        self.app.extensions[REMINDERS].send = lambda _: TAKEN
        self.front = Front(self.app, config)
        self._errors = Errors()

    def __enter__(self) -> Answering:
        logging.getLogger().addHandler(self._errors)
        self._loop = asyncio.Runner()
        self._warm_up()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.close()
        logging.getLogger().removeHandler(self._errors)
        self.app.extensions["limber.database"].dispose()

    def _warm_up(self) -> None:
        """What is read once, at the first request in a language, is no matter of its input."""
        for language in LANGUAGES:
            for path in ("build/search", "r/open", "r/0123456789", "nothing"):
                self.ask(Ask(f"/{language.prefix}/{path}", headers={"HX-Request": "true"}))

    def ask(self, asked: Ask) -> Answer:
        return self._loop.run(self._ask(asked))

    async def _ask(self, asked: Ask) -> Answer:
        answered: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": asked.body, "more_body": False}

        async def send(message: Message) -> None:
            answered.append(message)

        began, raised = time.process_time(), []
        try:
            async with asyncio.timeout(HANG_SECONDS):
                await self.front(_scope(asked), receive, send)
        except Exception as error:  # whatever it is, it is what is looked for
            raised = [f"raised {type(error).__name__}: {error}"]
        seconds = time.process_time() - began
        return _answer(answered, seconds, [*raised, *self._errors.take()])


def _answer(answered: list[Message], seconds: float, errors: list[str]) -> Answer:
    heads = [each for each in answered if each["type"] == "http.response.start"]
    body = b"".join(each.get("body", b"") for each in answered)
    if not heads:
        return Answer(0, [], body, seconds, errors or ["no answer"])
    return Answer(heads[0]["status"], list(heads[0]["headers"]), body, seconds, errors)


def _scope(asked: Ask) -> Message:
    """As granian hands it over: what is no UTF-8 in a path has a sign in its place."""
    usual = {"host": "localhost", "content-length": str(len(asked.body))}
    headers = usual | {name.lower(): each for name, each in asked.headers.items()}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": asked.method,
        "scheme": "http",
        "path": unquote_to_bytes(asked.path).decode("utf-8", "replace"),
        "raw_path": asked.path.encode(),
        "root_path": "",
        "query_string": asked.query.encode(),
        "headers": [(name.encode(), _line(value)) for name, value in headers.items()],
        "client": ("203.0.113.9", 50000),
        "server": ("127.0.0.1", 8000),
    }


def _line(value: str) -> bytes:
    """What no header can be never comes here: servers refuse it."""
    raw = value.encode("latin-1", "replace")
    return bytes(byte for byte in raw if (byte >= 32 and byte != 127) or byte == 9).strip()
