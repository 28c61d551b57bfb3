"""Two web processes and two workers are one Limber: for authors, readers, limits, reminders."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine, select

from tests.machines.fleet import ALLOWED, Answer, Fleet, Visitor
from tests.reminders.phones import ms, rows
from tests.reminders.standin import PushService
from tests.reminders.test_serve import eventually
from webapp.reminders.models import worker

T = TypeVar("T")

AT_ONCE = 8
PHONES = 40
# Wrong codes that one network may try in a minute.
MISSES = 20


def published(ana: Visitor, secret: str, **changed: str) -> Answer:
    answer = ana.publish(secret, **changed)
    assert answer.status == 201, answer.body
    return answer


def new_secret() -> str:
    return secrets.token_urlsafe(16)


def at_once(question: Callable[[], T], times: int) -> list[T]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [done.result() for done in [pool.submit(question) for _ in range(times)]]


def test_what_one_publishes_both_show_and_what_the_other_changes_too(fleet: Fleet) -> None:
    ana, ben, secret = fleet.visitor(), fleet.visitor(), new_secret()
    code = published(ana, secret, title="At first").json["code"]
    for title, version in (("At first", 1), ("Then changed", 2)):
        if version > 1:
            changed = ana.change(code, secret, 1, title=title)
            assert (changed.status, changed.json["version"]) == (200, version)
        # Each keeps pages that it has finished; what it kept must not outlive a change.
        pages = [ben.get(f"/en/r/{code}") for _ in range(4)]
        assert {each.by for each in pages} == fleet.names
        assert all(title in each.body.decode() for each in pages)


def test_a_repeat_that_goes_to_the_other_makes_no_second_routine(fleet: Fleet) -> None:
    ana, secret = fleet.visitor(), new_secret()
    first, repeat = published(ana, secret), published(ana, secret)
    assert {first.by, repeat.by} == fleet.names
    assert first.json == repeat.json


def test_of_two_edits_at_once_the_second_is_told(fleet: Fleet) -> None:
    ana, secret = fleet.visitor(), new_secret()
    code = published(ana, secret).json["code"]
    titles = iter([f"Edit {number}" for number in range(2)])
    edits = at_once(lambda: ana.change(code, secret, 1, title=next(titles)), 2)
    assert {each.by for each in edits} == fleet.names
    late, won = sorted(edits, key=lambda each: each.status, reverse=True)
    assert (won.status, late.status, late.json["version"]) == (200, 409, 2)
    assert "look at version 2" in late.json["fault"]


def test_what_one_withdraws_is_gone_from_the_other(fleet: Fleet) -> None:
    ana, ben, secret = fleet.visitor(), fleet.visitor(), new_secret()
    code = published(ana, secret).json["code"]
    assert {ben.get(f"/en/r/{code}").status for _ in range(2)} == {200}
    key = f"Bearer {secret}"
    assert ana.ask("DELETE", f"/api/routines/{code}", Authorization=key).status == 204
    gone = [ben.get(f"/en/r/{code}") for _ in range(2)]
    assert {each.by for each in gone} == fleet.names
    assert {each.status for each in gone} == {410}


def test_the_limit_is_one_over_both_to_the_very_request(fleet: Fleet) -> None:
    ana, ben = fleet.visitor(), fleet.visitor()
    answers = at_once(lambda: ana.get("/en/nothing"), ALLOWED + 40)
    assert Counter(each.status for each in answers) == {404: ALLOWED, 429: 40}
    assert {each.by for each in answers if each.status == 429} == fleet.names
    assert 0 < int(ana.get("/en/nothing").headers["retry-after"]) <= 60
    assert ben.get("/en/nothing").status == 404, "by the visitor's address, not the proxy's"


def test_nobody_has_another_address_by_saying_so(fleet: Fleet) -> None:
    cleo, ben = fleet.visitor(), fleet.visitor()
    at_once(lambda: cleo.get("/en/nothing"), ALLOWED)
    assert cleo.get("/en/nothing", X_Forwarded_For=ben.address).status == 429
    assert ben.get("/en/nothing", X_Forwarded_For=cleo.address).status == 404


def test_who_guesses_codes_has_not_twice_as_many_tries(fleet: Fleet) -> None:
    cleo = fleet.visitor()
    tries = at_once(lambda: cleo.get("/api/routines/2222222222"), MISSES)
    assert {each.status for each in tries} == {404}
    stopped = [cleo.get("/api/routines/2222222222") for _ in range(2)]
    assert {each.by for each in stopped} == fleet.names
    assert {each.status for each in stopped} == {429}


def test_reminders_put_through_either_are_sent_once(
    fleet: Fleet, engine: Engine, service: PushService
) -> None:
    eventually(lambda: len(alive(engine)) == 2)
    due = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=6)
    wanted = at_once(lambda: fleet.visitor().remind(service, due), PHONES)
    tomorrow = ms(due + timedelta(days=1))
    # Then nothing is due any more that could be sent again.
    eventually(lambda: {each.next_at for each in rows(engine)} == {tomorrow})
    assert Counter(each.subscription for each in service.accepted) == dict.fromkeys(wanted, 1)
    assert service.refused == []


def alive(engine: Engine) -> list[str]:
    """The workers that have said so."""
    with engine.connect() as connection:
        return list(connection.execute(select(worker.c.name)).scalars())
