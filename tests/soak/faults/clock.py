"""The clock of the machine is set forward and back: allowances, shared routines, reminders.

By libfaketime, which moves what the processes of Limber take for the time, and not what they take
for seconds gone by: as when an operator sets a real one.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from tests.bench.process import working
from tests.reminders.phones import CONTACT, phone, put, rows
from tests.reminders.phones import Clock as SetClock
from tests.reminders.standin import PushService
from tests.soak.faults import judging, served
from tests.soak.faults.clients import Clients
from tests.soak.faults.served import Served
from tests.soak.judging import Row

LIBRARIES = ("*/faketime/libfaketimeMT.so.1", "faketime/libfaketimeMT.so.1")
PACKAGE = "libfaketime"
ALLOWED = 20
DAY = 24 * 3600.0
YEARS = 400 * DAY
PHONES, SHORT_PHONES = 200, 20
# A worker looks at the clock every five seconds.
PATIENCE_SECONDS = 40.0
# Nothing may come in this time; three looks of a worker and more.
QUIET_SECONDS = 8.0


def find_library() -> Path | None:
    found = [path for each in LIBRARIES for path in Path("/usr/lib").glob(each)]
    return found[0] if found else None


@dataclass
class Wall:
    """How far the clock of Limber's processes is ahead of that of this one, in seconds."""

    file: Path
    library: Path
    ahead: float = 0.0

    def set(self, ahead: float) -> None:
        """In one piece: a process reads it whenever it asks for the time."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{ahead:+.0f}\n")
        fresh.rename(self.file)
        self.ahead = ahead

    def now(self) -> float:
        return time.time() + self.ahead

    @property
    def settings(self) -> dict[str, str]:
        return {
            "LD_PRELOAD": str(self.library),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


def judge(seed: str, *, short: bool) -> list[Row]:
    library = find_library()
    if library is None:
        missing = f"the clock was not set: install {PACKAGE}"
        return [Row("the clock is set", "not measured", faults=(missing,))]
    with tempfile.TemporaryDirectory() as folder:
        wall = Wall(Path(folder) / "ahead", library)
        wall.set(0)
        instance = Path(folder) / "instance"
        limited = {**wall.settings, "LIMBER_RATE_LIMIT": f"{ALLOWED} per minute"}
        with served.on_sqlite(instance, **limited) as on:
            found = [allowances(on, wall), shared(on, wall, seed)]
            wall.set(0)
            found += remind(on, wall, SHORT_PHONES if short else PHONES)
            return [*found, judging.judge_integrity(served.integrity(on.engine))]


def allowances(on: Served, wall: Wall) -> Row:
    """Whoever was refused is not refused for the day that the clock went back by."""
    faults, clients = [], Clients(on.server, "")
    for step, ahead in (("forward", DAY), ("back", 0.0), ("back again", -DAY)):
        statuses = [_visit(clients) for _ in range(ALLOWED + 1)]
        if statuses.count(429) != 1:
            faults.append(f"before {step}: {Counter(statuses)}")
        wall.set(ahead)
        if _visit(clients) == 429:
            faults.append(f"a visitor is refused after the clock was set {step}")
        for _ in range(ALLOWED):
            _visit(clients)
        if _visit(clients) != 429:
            faults.append(f"nobody is refused after the clock was set {step}")
        wall.set(ahead + 2 * DAY)  # a minute that has not begun
        _visit(clients)
        wall.set(ahead)
    told = "counts go on, nobody is locked out"
    return Row(
        "  allowances, a day to and fro",
        "; ".join(faults) or "as by a right clock",
        told,
        (*faults,),
    )


def _visit(clients: Clients) -> int:
    asked, _ = clients.ask("visit", "GET", "/en/nothing", **{"X-Forwarded-For": "10.255.0.1"})
    return asked.status


def shared(on: Served, wall: Wall, seed: str) -> Row:
    """A clock that is years ahead ends no routine for good."""
    wall.set(0)
    clients = Clients(on.server, seed, authors=0)
    clients.publish(clients.new_secret())
    (code,) = clients.told.values()
    seen = []
    for ahead in (0.0, YEARS, 0.0, -YEARS, 0.0):
        wall.set(ahead)
        asked, _ = clients.ask("shared", "GET", f"/en/r/{code}")
        seen.append(asked.status)
    wanted = [200, 404, 200, 200, 200]
    faults = (f"a shared routine was {seen}, not {wanted}",) if seen != wanted else ()
    return Row("  a shared routine, 400 days to and fro", str(seen), str(wanted), faults)


def remind(on: Served, wall: Wall, phones: int) -> list[Row]:
    """Due in an hour and in nearly three; the clock goes three hours ahead, back, and on."""
    engine = on.engine
    with PushService().running() as service:
        service.now = wall.now
        base = datetime.now(UTC).replace(microsecond=0)
        early = remind_all(engine, service, base, timedelta(hours=1), phones)
        late = remind_all(engine, service, base, timedelta(hours=2, minutes=50), phones)
        with running_worker(on, wall):
            found = list(_to_and_fro(engine, service, wall, base, (early, late)))
    engine.dispose()
    return found


def _to_and_fro(
    engine: Engine,
    service: PushService,
    wall: Wall,
    base: datetime,
    wanted: tuple[set[str], set[str]],
) -> Iterator[Row]:
    early, late = wanted
    wall.set(3 * 3600)
    _until(lambda: _sent(service, late) == Counter(late))
    time.sleep(QUIET_SECONDS)
    yield _row("  three hours ahead: what is an hour late", _sent(service, early), Counter())
    yield _row("  and what is ten minutes late", _sent(service, late), Counter(late))
    wall.set(0)
    planned = {base + timedelta(hours=1), base + timedelta(hours=2, minutes=50)}
    _until(lambda: _next(engine) == planned)
    yield _row("  set back: next times", _next(engine), planned)
    wall.set(3590)
    _until(lambda: _sent(service, early) == Counter(early))
    time.sleep(QUIET_SECONDS)
    yield _row("  an hour on: what is due", _sent(service, early), Counter(early))
    yield _row("  and what is not", _sent(service, late), Counter(late))
    tomorrow = {base + timedelta(days=1, hours=1), base + timedelta(hours=2, minutes=50)}
    yield _row("  next times", _next(engine), tomorrow)


def _row(figure: str, found: object, wanted: object) -> Row:
    faults = (f"{figure.strip()}: {_told(found)}, not {_told(wanted)}",) if found != wanted else ()
    return Row(figure, _told(found), _told(wanted), faults)


def _told(found: object) -> str:
    if isinstance(found, Counter):
        return f"{found.total()} sent, {sum(many > 1 for many in found.values())} repeated"
    assert isinstance(found, set)
    return ", ".join(sorted(f"{each:%d. %H:%M}" for each in found))


def remind_all(
    engine: Engine, service: PushService, base: datetime, after: timedelta, phones: int
) -> set[str]:
    """So many daily reminders; the ids of their subscriptions."""
    subscriptions = [service.subscribe() for _ in range(phones)]
    anchor = (base + after).replace(tzinfo=None).isoformat()
    for each in subscriptions:
        put(engine, phone(each), SetClock(base), ("FREQ=DAILY", anchor))
    return {each.id for each in subscriptions}


def _sent(service: PushService, to: set[str]) -> Counter[str]:
    return Counter(each.subscription for each in service.accepted if each.subscription in to)


def _next(engine: Engine) -> set[datetime]:
    return {datetime.fromtimestamp(each.next_at / 1000, UTC) for each in rows(engine)}


def _until(is_so: Callable[[], bool]) -> None:
    """What does not become so is told by its row."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so() and time.monotonic() < end:
        time.sleep(0.1)


@contextmanager
def running_worker(on: Served, wall: Wall) -> Iterator[None]:
    settings = {
        **on.settings,
        **wall.settings,
        "LIMBER_INSTANCE": str(on.instance),
        "LIMBER_CONTACT": CONTACT,
        "LIMBER_PUSH_HOSTS": "127.0.0.1",
    }
    with working(settings):
        yield
