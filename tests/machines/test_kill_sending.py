"""A worker that is killed by -9 while it sends: the other sends what it had, late and replacing."""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from tests.machines.fleet import Fleet
from tests.reminders.phones import Clock, ms, phone, put, rows
from tests.reminders.standin import PushService
from tests.reminders.test_serve import eventually
from webapp.reminders.models import worker
from webapp.reminders.worker import BATCH, LEASE

# More than one takes at a time, so that both have some.
PHONES = 4 * BATCH
PATIENCE = 30
# All are put by then, also on a busy machine.
LEAD = 15


@pytest.mark.sweep
def test_what_it_had_taken_is_sent_when_its_lease_is_over(
    fleet: Fleet, engine: Engine, service: PushService
) -> None:
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=LEAD)
    anchor, before = due.replace(tzinfo=None).isoformat(), Clock(due - timedelta(seconds=1))
    subscriptions = [service.subscribe() for _ in range(PHONES)]
    for each in subscriptions:
        put(engine, phone(each), before, ("FREQ=DAILY", anchor))
    killed = fleet.workers[0]
    claim = name_of(engine, killed.pid)[-8:]
    eventually(lambda: claimed(engine, claim) > 0 and service.requests > 0)
    killed.kill()
    held = claimed(engine, claim)
    assert held, "it was killed too late"

    tomorrow = ms(due + timedelta(days=1))
    end = time.monotonic() + LEASE / 1000 + PATIENCE
    while {each.next_at for each in rows(engine)} != {tomorrow}:
        assert time.monotonic() < end
        time.sleep(0.2)
    topics = defaultdict(list)
    for received in service.accepted:
        topics[received.subscription].append(received.topic)
    assert set(topics) == {each.id for each in subscriptions}
    repeated = [seen for seen in topics.values() if len(seen) > 1]
    assert len(repeated) <= held
    assert all(len(seen) == 2 and len(set(seen)) == 1 for seen in repeated)
    assert all(len(service.waiting(each)) == 1 for each in subscriptions)


def name_of(engine: Engine, process: int) -> str:
    """What the worker of this process calls itself, once it has said that it lives."""
    asked = select(worker.c.name).where(worker.c.name.like(f"%-{process}-%"))
    found: list[str] = []

    def has_said() -> bool:
        with engine.connect() as connection:
            found[:] = connection.execute(asked).scalars()
        return found != []

    eventually(has_said)
    return found[0]


def claimed(engine: Engine, claim: str) -> int:
    return sum((each.claim or "").startswith(f"{claim}.") for each in rows(engine))
