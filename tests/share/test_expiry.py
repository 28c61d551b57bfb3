"""The worker deletes what has ended, and trusts no clock that has jumped."""

from __future__ import annotations

from sqlalchemy import Engine, select

from tests.reminders.phones import Clock, work
from tests.share.people import ANA, made
from webapp.share import readers, store
from webapp.share.models import routine


def codes_kept(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(select(routine.c.code)).scalars())


def test_what_has_ended_is_deleted_once_the_clock_can_be_believed(engine: Engine) -> None:
    clock = Clock()
    work(engine, clock)
    saved = store.publish(engine, ANA, made(), clock.now())
    clock.go(days=400)  # this may be a clock that was set wrong
    work(engine, clock)
    assert codes_kept(engine) == [saved.code]
    for _ in range(2):
        clock.go(days=1)
        work(engine, clock)
    assert codes_kept(engine) == []


def test_what_is_opened_stays(engine: Engine) -> None:
    clock = Clock()
    saved = store.publish(engine, ANA, made(), clock.now())
    for _ in range(3):
        clock.go(days=300)
        work(engine, clock)
        clock.go(days=1)
        work(engine, clock)
        assert readers.find(engine, saved.code, clock.now())
    assert codes_kept(engine) == [saved.code]
