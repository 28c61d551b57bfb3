"""An operator sees what is shared here, and can withdraw it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine

from tests.share.people import ANA, CLEO, Clock, made
from webapp import cli
from webapp.share import codes, readers, store
from webapp.share.author import Key, WithdrawnError


def limber(settings: dict[str, str], *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["routines", *arguments], env=settings)


def test_all_are_listed_the_newest_first(
    settings: dict[str, str], engine: Engine, clock: Clock
) -> None:
    old = store.publish(engine, ANA, made(title="Old one"), clock.now())
    clock.go(days=2)
    new = store.publish(engine, CLEO, made(title="腰の体操"), clock.now())
    store.withdraw(engine, Key(old.code, ANA))
    told = limber(settings, "list")
    assert told.exit_code == 0
    assert told.output.splitlines() == [
        "code         published   opened      version",
        f"{codes.spoken(new.code)}  2026-11-29  2026-11-29        1  腰の体操",
        f"{codes.spoken(old.code)}  2026-11-27  2026-11-27        1  (withdrawn by the author)",
    ]


def test_one_is_shown_whole(settings: dict[str, str], engine: Engine, clock: Clock) -> None:
    saved = store.publish(engine, ANA, made(title="Für den Morgen"), clock.now())
    clock.go(days=1)
    store.change(engine, Key(saved.code, ANA), 1, made(title="Für den Abend"), clock.now())
    given = {**settings, "LIMBER_ORIGIN": "https://limber.example"}
    told = limber(given, "show", codes.spoken(saved.code).upper())
    assert told.exit_code == 0
    head, body = told.output.split("{", 1)
    assert head.splitlines() == [
        f"code: {codes.spoken(saved.code)}",
        f"address: https://limber.example/r/{saved.code}",
        "published: 2026-11-27",
        "changed: 2026-11-28, version 2",
        "last opened: 2026-11-28",
    ]
    assert json.loads("{" + body) == made(title="Für den Abend").as_json
    assert "Für den Abend" in body


def test_one_that_is_revoked_is_gone_and_says_by_whom(
    settings: dict[str, str], engine: Engine, clock: Clock
) -> None:
    saved = store.publish(engine, ANA, made(), clock.now())
    asked = CliRunner().invoke(cli.main, ["routines", "revoke", saved.code], "n\n", env=settings)
    assert asked.exit_code == 1
    assert readers.find(engine, saved.code, clock.now())
    told = limber(settings, "revoke", saved.code, "--yes")
    assert (told.exit_code, told.output) == (0, f"{codes.spoken(saved.code)} is withdrawn\n")
    with pytest.raises(WithdrawnError) as by:
        readers.find(engine, saved.code, clock.now())
    assert by.value.by == "operator"
    assert limber(settings, "show", saved.code).output.endswith("(withdrawn by the operator)\n")


def test_what_its_author_has_withdrawn_stays_the_author_s(
    settings: dict[str, str], engine: Engine, clock: Clock
) -> None:
    saved = store.publish(engine, ANA, made(), clock.now())
    store.withdraw(engine, Key(saved.code, ANA))
    assert limber(settings, "revoke", saved.code, "--yes").exit_code == 0
    assert limber(settings, "show", saved.code).output.endswith("(withdrawn by the author)\n")


@pytest.mark.parametrize("code", ["zzzzzzzzzz", "nonsense"])
@pytest.mark.parametrize("action", [["show"], ["revoke", "--yes"]])
def test_a_code_that_is_none_is_told_so(
    settings: dict[str, str], code: str, action: list[str]
) -> None:
    told = limber(settings, *action, code)
    assert told.exit_code == 2
    assert f"no routine has the code {code}; `limber routines list` shows all" in told.output
