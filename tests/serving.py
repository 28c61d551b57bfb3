"""A real server, started the way README says, on a free port."""

from __future__ import annotations

import os
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 30
STOP_SECONDS = 20
# However busy the machine.
PACKS_SECONDS = 300
# Of each version once, for all servers of all runs.
PACKS = Path(__file__).parents[1] / ".build" / "packs"


Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Server:
    """A running server: where it is, its process and the file of what it says."""

    port: int
    process: subprocess.Popen[str]
    log: Path
    scheme: str = "http"

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def said(self) -> str:
        """All that it has written until now."""
        return self.log.read_text("utf-8")

    def freeze(self) -> None:
        """From now on it accepts connections and never answers."""
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        os.killpg(self.process.pid, signal.SIGCONT)

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)

    def get(self, path: str, headers: dict[str, str] | None = None, seconds: float = 10) -> Answer:
        return get(self.address + path, headers, seconds)

    def wait_for_packs(self) -> None:
        """Until they are made; a phone's worker would only ask again when a page is opened."""
        end = time.monotonic() + PACKS_SECONDS
        while self.get("/version.json", seconds=20)[0] == 503:
            assert time.monotonic() < end


@contextmanager
def serving(
    instance: Path, *, command: Path | None = None, cwd: Path | None = None, **settings: str
) -> Iterator[Server]:
    """Run `limber serve` until the block ends; settings are environment variables.

    Without its worker, which is a process more, unless LIMBER_WORKER is among them.
    """
    port = free_port()
    limber = command or Path(sys.executable).with_name("limber")
    # A file and no pipe, which would be full after some hundred requests that nobody reads of.
    with tempfile.NamedTemporaryFile("a", prefix="limber-", suffix=".log") as log:
        process = subprocess.Popen(
            [str(limber), "serve"],
            env={
                **os.environ,
                "PORT": str(port),
                "LIMBER_INSTANCE": str(instance),
                "LIMBER_WORKER": "0",
                "LIMBER_PACKS": str(PACKS),
                **settings,
            },
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=cwd,
            start_new_session=True,  # a group of its own, to be frozen and killed with its workers
        )
        scheme = "https" if "LIMBER_TLS_CERTIFICATE" in settings else "http"
        server = Server(port, process, Path(log.name), scheme)
        try:
            wait(server)
            yield server
        finally:
            if process.poll() is None:
                server.thaw()
            process.terminate()
            process.wait(timeout=STOP_SECONDS)


def get(url: str, headers: dict[str, str] | None = None, seconds: float = 10) -> Answer:
    """Status, headers with small names, and body; redirects are not followed."""
    request = urllib.request.Request(url, headers=headers or {})
    try:
        with _opener.open(request, timeout=seconds) as answer:
            return answer.status, _small(answer.headers), answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, _small(answer.headers), answer.read()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait(server: Server, path: str = "/healthz") -> None:
    """Until it answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if server.process.poll() is not None:
            raise AssertionError(f"the server stopped: {server.said()}")
        try:
            if server.get(path)[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"no {path} within {START_SECONDS} s")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


# Certificates of the tests sign themselves; whose they are is asked where it matters.
_anybody = urllib.request.HTTPSHandler(context=ssl._create_unverified_context())
_opener = urllib.request.build_opener(_NoRedirect, _anybody)


def _small(headers: object) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}  # type: ignore[attr-defined]
