"""A backup is made while people publish, and holds all that was acknowledged before."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.backup.commands import backup, done, refusal, restore
from tests.cli.limber import limber
from tests.database import rows
from tests.share.people import CLEO, given
from tests.talking import Publishing, ask, publish, served
from webapp.backup import archive, manifest
from webapp.config import read

PUBLISHED = 20


@pytest.mark.parametrize("settings", ["sqlite", "postgresql"], indirect=True)
def test_what_was_published_before_is_read_and_edited_after_restoring_elsewhere(
    settings: dict[str, str], elsewhere: dict[str, str], file: Path
) -> None:
    with served(settings) as server, Publishing(server) as people:
        reminders = {"reminders": [WISH], **PHONE}
        path = f"/api/reminders/{rows.DEVICE}"
        assert ask(server, "PUT", path, reminders, secret=rows.SECRET)[0] == 200
        key = ask(server, "GET", "/api/reminders/key")[1]
        before = people.wait_for(PUBLISHED)
        made = limber("backup", str(file), **settings)
        during = people.wait_for(1)
    assert (made.returncode, made.stderr) == (0, "")
    assert len(during) > len(before)

    restored = limber("restore", str(file), **elsewhere)
    assert (restored.returncode, restored.stderr) == (0, "")
    with served(elsewhere) as server:
        for secret, code in before.items():
            status, shown = ask(server, "GET", f"/api/routines/{code}")
            assert (status, shown["routine"]["title"]) == (200, f"Of {secret}")
        secret, code = next(iter(before.items()))
        change = ("PUT", f"/api/routines/{code}", given(title="Week 2"))
        base = {"If-Match": '"1"'}
        assert ask(server, *change, secret=CLEO, **base)[0] == 403
        assert ask(server, *change, secret=secret, **base)[1]["version"] == 2
        assert ask(server, "GET", "/api/reminders/key")[1] == key
        calendar = ask(server, "GET", f"/api/reminders/{rows.FEED}.ics")
        assert (calendar[0], calendar[1].count("BEGIN:VEVENT")) == (200, 1)


WISH = {"id": "drink", "rule": "FREQ=DAILY", "anchor": "2026-11-26T08:00:00"}
PHONE = {"subscription": None, "zone": "UTC", "language": "en", "feed": rows.FEED}


def test_it_says_what_it_is_and_is_for_its_owner_alone(
    settings: dict[str, str], file: Path
) -> None:
    rows.make(read(settings), "head")
    Path(settings["LIMBER_INSTANCE"], "vapid.pem").write_text("a key")
    said = done(backup(file, settings))
    found = archive.read(file)
    parts = [found.database_part, manifest.PUSH_KEY]
    assert said == [f"wrote {file}: {', '.join(parts)}, schema {found.revision}"]
    assert found.database == ("postgresql" if "DATABASE_URL" in settings else "sqlite")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(each.name for each in file.parent.iterdir()) == ["here", "limber.tar"]


def test_a_backup_of_yesterday_is_replaced_and_nothing_else_is(
    settings: dict[str, str], file: Path
) -> None:
    rows.make(read(settings), "head")
    for _ in range(2):
        done(backup(file, settings))
    file.write_bytes(b"a letter")
    said = refusal(backup(file, settings))
    assert said == f"{file}: exists and is no backup of Limber; name another file\n"
    assert file.read_bytes() == b"a letter"


def test_where_there_is_nothing_nothing_is_made(settings: dict[str, str], file: Path) -> None:
    said = refusal(backup(file, settings))
    assert said.endswith(": holds nothing of Limber yet: nothing to back up\n")
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_full_disk_leaves_the_backup_of_yesterday(settings: dict[str, str], file: Path) -> None:
    rows.make(read(settings), "head")
    done(backup(file, settings))
    yesterday = file.read_bytes()
    tried = subprocess.run(
        [str(Path(sys.executable).with_name("limber")), "backup", str(file)],
        env={**os.environ, **settings},
        # No file may grow past the database: the tar around it does.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (len(yesterday) - 4096,) * 2),
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 1
    assert tried.stderr.startswith(f"{file}: cannot be written (File too large); name a file")
    assert len(tried.stderr.splitlines()) == 1
    assert file.read_bytes() == yesterday
    assert sorted(each.name for each in file.parent.iterdir()) == ["here", "limber.tar"]


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_damaged_database_is_not_backed_up(settings: dict[str, str], file: Path) -> None:
    config = read(settings)
    rows.make(config, "head")
    damage(config.database)
    said = refusal(backup(file, settings))
    assert said.startswith(f"{config.database}: the database is damaged (")
    assert not file.exists()


def damage(database: Path) -> None:
    """Every page but the first is overwritten."""
    with database.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\x07" * (database.stat().st_size - 4096))


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_without_the_programs_of_postgresql_it_says_which(
    settings: dict[str, str], file: Path
) -> None:
    rows.make(read(settings), "head")
    said = refusal(backup(file, settings | {"PATH": "/nowhere"}))
    assert said.startswith("pg_dump: is not on the path; install the client programs")


def test_every_table_is_in_it(
    settings: dict[str, str], elsewhere: dict[str, str], file: Path
) -> None:
    before = rows.make(read(settings), "head")
    done(backup(file, settings))
    done(restore(file, elsewhere))
    assert rows.read_again(read(elsewhere), before) == before
    with served(elsewhere) as server:
        publish(server, "n" * 22)
