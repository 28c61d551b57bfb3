"""Shared routines on SQLite and on PostgreSQL: whole, in order, and each with one author."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import Engine, event, func, select, update
from sqlalchemy.exc import OperationalError

from tests.share.people import ANA, CLEO, Clock, made
from webapp.share import author, codes, expiry, history, readers, store
from webapp.share.author import GoneError, Key, NotYoursError, WithdrawnError
from webapp.share.history import Edit
from webapp.share.models import routine, version
from webapp.share.readers import Found
from webapp.share.store import ConflictError, Saved


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements that a block sends to the database."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def share(engine: Engine, clock: Clock, title: str = "First", secret: str = ANA) -> Key:
    saved = store.publish(engine, secret, made(title=title), clock.now())
    return Key(saved.code, secret)


def title(engine: Engine, code: str, clock: Clock) -> str:
    found = readers.find(engine, code, clock.now())
    assert found
    return found.routine.title


def count(engine: Engine) -> tuple[int, int]:
    with engine.connect() as connection:
        routines = connection.execute(select(func.count()).select_from(routine)).scalar_one()
        versions = connection.execute(select(func.count()).select_from(version)).scalar_one()
    return routines, versions


def test_what_is_published_is_found_by_its_code(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    assert codes.normalize(key.code) == key.code
    now = clock.now()
    assert readers.find(engine, key.code, now) == Found(key.code, made(title="First"), 1, now, now)
    assert readers.find(engine, codes.new(), now) is None


def test_a_routine_is_found_by_one_query(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    store.change(engine, key, 1, made(title="Second"), clock.now())
    with counted(engine) as seen:
        assert title(engine, key.code, clock) == "Second"
    assert len(seen) == 1
    with counted(engine) as seen:
        assert readers.find(engine, codes.new(), clock.now()) is None
    assert len(seen) == 1


def test_the_day_it_is_opened_is_written_once_a_day(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    clock.go(days=1)
    with counted(engine) as seen:
        for _ in range(3):
            title(engine, key.code, clock)
    assert len(seen) == 3 + 1
    with engine.connect() as connection:
        day = connection.execute(select(routine.c.opened_day)).scalar_one()
    assert day == clock.now() // expiry.DAY


def test_who_cannot_write_can_read(
    engine: Engine, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    key = share(engine, clock)
    clock.go(days=1)

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("UPDATE"):
            raise OperationalError(statement, {}, Exception("disk full"))

    event.listen(engine, "before_cursor_execute", refuse)
    assert title(engine, key.code, clock) == "First"
    assert "disk full" in caplog.text


def test_no_secret_is_kept(engine: Engine, clock: Clock) -> None:
    share(engine, clock)
    with engine.connect() as connection:
        assert ANA not in repr(connection.execute(select(routine)).all())


def test_secrets_are_compared_in_constant_time(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    key = share(engine, clock)
    monkeypatch.setattr(hmac, "compare_digest", compare)
    with pytest.raises(NotYoursError):
        history.list_(engine, Key(key.code, CLEO))
    assert compared == [(author.digest(ANA), author.digest(CLEO))]


def test_a_repeat_whose_answer_was_lost_makes_no_second_routine(
    engine: Engine, clock: Clock
) -> None:
    first = store.publish(engine, ANA, made(), clock.now())
    clock.go(seconds=5)
    assert store.publish(engine, ANA, made(), clock.now()) == first
    assert count(engine) == (1, 1)


def test_what_was_changed_before_the_repeat_is_the_next_version(
    engine: Engine, clock: Clock
) -> None:
    first = store.publish(engine, ANA, made(), clock.now())
    clock.go(seconds=5)
    second = store.publish(engine, ANA, made(title="Second"), clock.now())
    assert second == Saved(first.code, 2, clock.now())
    assert title(engine, first.code, clock) == "Second"
    # A repeat of the first that was on its way for long does not bring it back.
    assert store.publish(engine, ANA, made(), clock.now()) == second
    assert title(engine, first.code, clock) == "Second"


def test_a_code_that_is_taken_is_not_given_twice(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = share(engine, clock)
    drawn = iter([key.code, key.code, "zzzzzzzzzz"])
    monkeypatch.setattr(codes, "new", lambda: next(drawn))
    assert share(engine, clock, "Other", CLEO).code == "zzzzzzzzzz"
    assert title(engine, key.code, clock) == "First"


def test_an_edit_makes_a_version_that_is_read_from_then_on(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    began = clock.now()
    clock.go(hours=1)
    saved = store.change(engine, key, 1, made(title="Second"), clock.now())
    assert saved == Saved(key.code, 2, clock.now())
    found = readers.find(engine, key.code, clock.now())
    assert found == Found(key.code, made(title="Second"), 2, began, clock.now())
    assert history.list_(engine, key) == [Edit(2, clock.now()), Edit(1, began)]
    first = history.get(engine, key, 1)
    assert first == Found(key.code, made(title="First"), 1, began, began)
    assert history.get(engine, key, 3) is None


def test_the_second_of_two_edits_is_told(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    store.change(engine, key, 1, made(title="Ana's"), clock.now())
    with pytest.raises(ConflictError) as conflict:
        store.change(engine, key, 1, made(title="Late"), clock.now())
    assert conflict.value.version == 2
    assert title(engine, key.code, clock) == "Ana's"
    with pytest.raises(ConflictError):
        store.change(engine, key, 7, made(title="From nowhere"), clock.now())


def test_an_edit_whose_answer_was_lost_is_no_conflict(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    saved = store.change(engine, key, 1, made(title="Second"), clock.now())
    clock.go(seconds=9)
    assert store.change(engine, key, 1, made(title="Second"), clock.now()) == saved
    assert store.change(engine, key, 2, made(title="Second"), clock.now()) == saved
    assert count(engine) == (1, 2)


def test_of_many_edits_at_once_one_is_taken(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)

    def edit(number: int) -> str:
        try:
            store.change(engine, key, 1, made(title=f"Edit {number}"), clock.now())
        except ConflictError as conflict:
            return f"told of {conflict.version}"
        return f"Edit {number}"

    with ThreadPoolExecutor(8) as together:
        became = list(together.map(edit, range(8)))
    assert became.count("told of 2") == 7
    (taken,) = set(became) - {"told of 2"}
    assert title(engine, key.code, clock) == taken
    assert [each.version for each in history.list_(engine, key)] == [2, 1]


def test_of_many_repeats_at_once_one_makes_the_routine(engine: Engine, clock: Clock) -> None:
    with ThreadPoolExecutor(8) as together:
        made_ = together.map(lambda _: store.publish(engine, ANA, made(), clock.now()), range(8))
        assert len({saved.code for saved in made_}) == 1
    assert count(engine) == (1, 1)


def test_the_last_hundred_versions_are_kept(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock, "1")
    for number in range(1, history.MOST + 3):
        store.change(engine, key, number, made(title=str(number + 1)), clock.now())
    kept = [each.version for each in history.list_(engine, key)]
    assert kept == list(range(history.MOST + 2 + 1, 3, -1))
    assert len(kept) == history.MOST
    assert history.get(engine, key, 3) is None


def test_a_stranger_changes_and_sees_nothing(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    cleo = Key(key.code, CLEO)
    for attempt in (
        lambda: store.change(engine, cleo, 1, made(title="Cleo's"), clock.now()),
        lambda: history.list_(engine, cleo),
        lambda: history.get(engine, cleo, 1),
        lambda: store.withdraw(engine, cleo),
    ):
        with pytest.raises(NotYoursError):
            attempt()
    assert title(engine, key.code, clock) == "First"


def test_what_is_not_there_is_gone(engine: Engine, clock: Clock) -> None:
    nowhere = Key(codes.new(), ANA)
    for attempt in (
        lambda: store.change(engine, nowhere, 1, made(), clock.now()),
        lambda: history.list_(engine, nowhere),
        lambda: history.get(engine, nowhere, 1),
        lambda: store.withdraw(engine, nowhere),
    ):
        with pytest.raises(GoneError):
            attempt()


def test_what_is_withdrawn_is_deleted_and_stays_withdrawn(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    store.change(engine, key, 1, made(title="Second"), clock.now())
    for _ in range(2):
        store.withdraw(engine, key)
    assert count(engine) == (1, 0)
    for attempt in (
        lambda: readers.find(engine, key.code, clock.now()),
        lambda: store.change(engine, key, 2, made(title="Back"), clock.now()),
        lambda: store.publish(engine, ANA, made(title="Back"), clock.now()),
        lambda: history.list_(engine, key),
    ):
        with pytest.raises(WithdrawnError) as told:
            attempt()
        assert told.value.by == "author"


def test_an_edit_and_its_withdrawal_at_once_leave_nothing(engine: Engine, clock: Clock) -> None:
    for _ in range(10):
        key = share(engine, clock, secret=secrets.token_urlsafe(16))

        def edit(number: int, key: Key = key) -> None:
            with suppress(WithdrawnError, ConflictError):
                store.change(engine, key, number, made(title=f"Edit {number}"), clock.now())

        with ThreadPoolExecutor(4) as together:
            edits = [together.submit(edit, number) for number in (1, 2)]
            edits.append(together.submit(store.withdraw, engine, key))
        for each in edits:
            each.result()
    assert count(engine) == (10, 0)


def test_a_year_without_opening_ends_it(engine: Engine, clock: Clock) -> None:
    read, unread = share(engine, clock), share(engine, clock, secret=CLEO)
    clock.go(days=200)
    title(engine, read.code, clock)
    clock.go(days=165)
    assert expiry.forget(engine, clock.now(), 10) == 0
    with engine.connect() as connection:  # on its last day it is still there
        days = connection.execute(select(routine.c.code, routine.c.opened_day)).all()
    assert {code for code, _ in days} == {read.code, unread.code}
    clock.go(days=1)
    assert readers.find(engine, unread.code, clock.now()) is None
    assert expiry.forget(engine, clock.now(), 10) == 1
    assert count(engine) == (1, 1)
    assert title(engine, read.code, clock) == "First"


def test_an_edit_counts_as_opening(engine: Engine, clock: Clock) -> None:
    key = share(engine, clock)
    clock.go(days=300)
    store.change(engine, key, 1, made(title="Second"), clock.now())
    clock.go(days=300)
    assert title(engine, key.code, clock) == "Second"


def test_many_that_have_ended_are_deleted_in_turn(engine: Engine, clock: Clock) -> None:
    for number in range(5):
        share(engine, clock, secret=f"{number}" * 22)
    with engine.begin() as connection:
        connection.execute(update(routine).values(opened_day=1))
    assert [expiry.forget(engine, clock.now(), 2) for _ in range(4)] == [2, 2, 1, 0]
    assert count(engine) == (0, 0)
