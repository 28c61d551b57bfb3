"""Connections that send a byte a second, or read one, and what all others notice of them."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.serving import Server
from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.locked import READERS
from tests.soak.judging import Row

CONNECTIONS = 200
SECONDS, SHORT = 45.0, 16.0
HEAD = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = b"POST /api/routines HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
ASKS = b"GET /version.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
# A half of a head, a half of a body, an answer that is read slowly.
KINDS = {"heads": (HEAD, True), "bodies": (BODY, True), "readers": (ASKS, False)}
# Who tries to hold a body up is told so after LIMBER_BODY_SECONDS, ten; one second is for a byte.
MOST_BODY_SECONDS = 13.0


def judge(seed: str, *, short: bool) -> list[Row]:
    with served.on_sqlite() as on:
        clients = Clients(on.server, seed, authors=2)
        clients.publish(clients.new_secret())
        with clients.running(*READERS):
            with clients.window() as window, dripping(on.server) as drips:
                clients.watch(SHORT if short else SECONDS)
            clients.watch(judging.RECOVERY_SECONDS / 2)
        rows = judging.judge(
            f"{CONNECTIONS} connections of a byte a second", clients.asked, *window
        )
        return [*rows, _all_served(clients), *drips.rows(), *on.judge_database(clients)]


def _all_served(clients: Clients) -> Row:
    refused = [each for each in clients.asked if not each.is_ok]
    faults = tuple(f"{each.kind}: {each.status or 'broken'}" for each in refused[: judging.NAMED])
    return Row("  others refused", f"{len(refused)} of {len(clients.asked)}", "none", faults)


class Drips:
    """All the slow ones; `ends` is what became of those of a kind, and after how many seconds."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.ends: dict[str, list[tuple[str, float]]] = {kind: [] for kind in KINDS}
        self._stop = threading.Event()
        self.opened = 0

    async def run(self) -> None:
        kinds = list(KINDS)
        many = [self._drip(kinds[number % len(kinds)]) for number in range(CONNECTIONS)]
        await asyncio.gather(*many)

    async def _drip(self, kind: str) -> None:
        begins, sends = KINDS[kind]
        loop = asyncio.get_running_loop()
        began = loop.time()
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.opened += 1
        writer.write(begins)
        end = "open"
        while not self._stop.is_set() and end == "open":
            with suppress(TimeoutError, ConnectionError):
                wanted = 12 if sends else 1
                async with asyncio.timeout(1):
                    got = await reader.read(wanted)
                end = got[9:12].decode() or "closed" if sends or not got else "open"
            if sends:
                writer.write(b"a")
            else:
                await asyncio.sleep(1)
        self.ends[kind].append((end, loop.time() - began))
        writer.close()

    def stop(self) -> None:
        self._stop.set()

    def rows(self) -> list[Row]:
        return [_opened(self.opened), *(_ends(kind, ends) for kind, ends in self.ends.items())]


def _opened(opened: int) -> Row:
    few = (f"only {opened} were let in",) if opened < CONNECTIONS else ()
    return Row("  slow connections", str(opened), str(CONNECTIONS), few)


def _ends(kind: str, ends: list[tuple[str, float]]) -> Row:
    """Bodies have a time; a head and an answer hold no thread, and may be slow."""
    told = ", ".join(f"{end} {many}" for end, many in sorted(Counter(e for e, _ in ends).items()))
    longest = max(seconds for _, seconds in ends)
    if kind != "bodies":
        return Row(f"  slow {kind}", f"{told}, {longest:.1f} s at most")
    late = longest > MOST_BODY_SECONDS or {end for end, _ in ends} != {"408"}
    faults = (f"slow bodies: {told}, {longest:.1f} s at most",) if late else ()
    bar = f"408 within {MOST_BODY_SECONDS:g} s"
    return Row(f"  slow {kind}", f"{told}, {longest:.1f} s at most", bar, faults)


@contextmanager
def dripping(server: Server) -> Iterator[Drips]:
    drips = Drips(server.port)
    running = threading.Thread(target=lambda: asyncio.run(drips.run()))
    running.start()
    try:
        yield drips
    finally:
        drips.stop()
        running.join()
