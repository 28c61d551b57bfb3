"""An instance of an older version, started by this one: all is there, and can be used."""

from __future__ import annotations

import pytest

from tests.database import rows
from tests.postgresql import Cluster
from tests.share.people import given
from tests.talking import ask, served
from webapp import database
from webapp.config import read

OLDER = database.revisions()[1:]


@pytest.fixture(params=("sqlite", "postgresql"))
def settings(settings: dict[str, str], request: pytest.FixtureRequest) -> dict[str, str]:
    if request.param == "sqlite":
        return settings
    cluster: Cluster = request.getfixturevalue("postgresql")
    return settings | {"DATABASE_URL": cluster.new_database()}


@pytest.mark.parametrize("revision", OLDER)
def test_what_an_older_version_left_is_there_and_usable(
    settings: dict[str, str], revision: str
) -> None:
    config = read(settings)
    before = rows.make(config, revision)
    with served(settings) as server:
        assert rows.read_again(config, before) == before
        assert server.get("/healthz")[0] == 200
        if "reminder_device" in before:
            status, said = ask(server, "GET", f"/api/reminders/{rows.FEED}.ics")
            assert (status, said.count("BEGIN:VEVENT")) == (200, 2)
            path = f"/api/reminders/{rows.DEVICE}"
            assert ask(server, "DELETE", path, secret="c" * 22)[0] == 403
            assert ask(server, "DELETE", path, secret=rows.SECRET)[0] == 204
        if "routine" in before:
            changed = given(title="Week 3")
            path = f"/api/routines/{rows.CODE}"
            said = ask(server, "PUT", path, changed, secret=rows.AUTHOR, **{"If-Match": '"2"'})
            assert (said[0], said[1]["version"]) == (200, 3)
        assert ask(server, "POST", "/api/routines", given(), secret="n" * 22)[0] == 201
    assert database.prepare(config) == []


def test_what_this_version_stores_has_rows_to_upgrade_with(settings: dict[str, str]) -> None:
    """Whoever adds a table adds rows, so that the next version is tested with them."""
    before = rows.make(read(settings), "head")
    assert set(before) == set(rows.rows())
