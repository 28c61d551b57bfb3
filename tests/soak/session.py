"""A session in a real browser against a real server, left alone while it runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, ConsoleMessage, Page, Route, sync_playwright

from tests import node
from tests.browser.chromium import launch
from tests.browser.conftest import PHONE
from tests.serving import serving
from tests.soak import judging
from tests.soak.judging import Planned, Row

# What the page is told to do, in its JSON.
SESSION = re.compile(r'(<script type="application/json" id="session">)(.*?)(</script>)', re.DOTALL)
PROGRESS_SECONDS = 5

Change = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass
class Session:
    """A player's page, ready to start, and what is noted of it and of the machine meanwhile."""

    page: Page
    devtools: CDPSession
    complaints: list[str] = field(default_factory=list)
    loads: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)

    def plan(self) -> list[Planned]:
        written = self.page.locator("#session").text_content()
        planned = node.run("tests/js/player/plan.js", input=written, stdout=subprocess.PIPE)
        return [
            Planned(each["start"], each["seconds"], tuple(each["shown"]))
            for each in json.loads(planned.stdout)
        ]

    def rows(self) -> list[Row]:
        """What is said of any session."""
        return [
            judging.judge_complaints(self.complaints),
            judging.tell_load(self.loads, os.cpu_count()),
        ]

    def wait(self, seconds: float, name: str) -> None:
        """Says how far it is without asking the page, which would take time of it."""
        began = time.monotonic()
        while (done := time.monotonic() - began) < seconds:
            print(f"\r  {name}: {done:.0f} of {seconds:.0f} s ", end="", flush=True)
            self.loads.append(os.getloadavg()[0])
            self.page.wait_for_timeout(min(seconds - done, PROGRESS_SECONDS) * 1000)
        print("\r" + " " * 60 + "\r", end="", flush=True)


@contextmanager
def opened(path: str, script: str, change: Change | None = None) -> Iterator[Session]:
    """A phone with a player's page; `script` runs in it first, `change` edits what it is to do."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "instance") as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        context = browser.new_context(viewport=PHONE, base_url=server.address, locale="en")
        page = context.new_page()
        session = Session(page, context.new_cdp_session(page))
        page.add_init_script(script)
        if change:
            page.route(f"**{path}", lambda route: _edit(route, change))
        page.goto(path)
        # With a route, every request would go through Playwright, also those of a session.
        page.unroute_all()
        yield session
        browser.close()


def _edit(route: Route, change: Change) -> None:
    answer = route.fetch()

    def rewrite(found: re.Match[str]) -> str:
        return found[1] + json.dumps(change(json.loads(found[2]))) + found[3]

    route.fulfill(response=answer, body=SESSION.sub(rewrite, answer.text()))
