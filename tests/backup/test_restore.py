"""A restore writes over nothing, proves what it puts there, and takes all back when it fails."""

from __future__ import annotations

import hashlib
import stat
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.backup import crafted
from tests.backup.commands import backup, done, refusal, restore
from tests.backup.test_backup import damage
from tests.database import rows
from tests.talking import ask, publish, served
from webapp import database, use
from webapp.backup import archive, postgresql
from webapp.config import Config, read
from webapp.reminders import vapid


@pytest.fixture
def backed_up(settings: dict[str, str], file: Path) -> rows.Rows:
    """What is in the file, with a key."""
    config = read(settings)
    before = rows.make(config, "head")
    vapid.load_or_create(config.push_key)
    done(backup(file, settings))
    return before


def new_key(config: Config) -> bytes:
    """Takes the place of the one that was backed up."""
    config.push_key.unlink()
    vapid.load_or_create(config.push_key)
    return config.push_key.read_bytes()


def left_in(config: Config) -> set[str]:
    """What there is of it, apart from the file of the lock."""
    return {path.name for path in config.instance.iterdir()} - {use.LOCK}


@pytest.mark.usefixtures("backed_up")
def test_what_is_there_is_not_written_over(settings: dict[str, str], file: Path) -> None:
    with served(settings) as server:
        code = publish(server, "n" * 22)
    there = left_in(read(settings))
    assert refusal(restore(file, settings)).endswith(" already; --replace sets it aside\n")
    assert left_in(read(settings)) == there
    with served(settings) as server:
        assert ask(server, "GET", f"/api/routines/{code}")[0] == 200


def test_what_is_replaced_is_kept_aside(
    settings: dict[str, str], backed_up: rows.Rows, file: Path
) -> None:
    config = read(settings)
    with served(settings) as server:
        code = publish(server, "n" * 22)
    old, new = config.push_key.read_bytes(), new_key(config)
    said = done(restore(file, settings, "--replace"))
    assert rows.read_again(config, backed_up) == backed_up
    assert config.push_key.read_bytes() == old
    assert stat.S_IMODE(config.push_key.stat().st_mode) == 0o600
    with served(settings) as server:
        assert ask(server, "GET", f"/api/routines/{code}")[0] == 404

    (aside,) = config.instance.glob("before-*")
    assert f"what was there before is in {aside}" in said
    assert (aside / "vapid.pem").read_bytes() == new
    assert codes_aside(config, aside) == {rows.CODE, code}


def codes_aside(config: Config, aside: Path) -> set[str]:
    """Of the routines that were set aside."""
    schema = f'"{aside.name}".' if config.database_url else ""
    kept = config if config.database_url else config.model_copy(update={"instance": aside})
    engine = database.open_engine(kept)
    with engine.connect() as connection:
        found = connection.exec_driver_sql(f"SELECT code FROM {schema}routine").scalars().all()
    engine.dispose()
    return set(found)


def test_it_can_be_replaced_again_and_backed_up_again(
    settings: dict[str, str], backed_up: rows.Rows, file: Path
) -> None:
    for _ in range(2):
        done(restore(file, settings, "--replace"))
        done(backup(file, settings))
    assert rows.read_again(read(settings), backed_up) == backed_up


@pytest.mark.usefixtures("backed_up")
def test_while_a_server_runs_nothing_is_restored(settings: dict[str, str], file: Path) -> None:
    with served(settings) as server:
        code = publish(server, "n" * 22)
        assert " in use; stop `limber serve`" in refusal(restore(file, settings, "--replace"))
        assert ask(server, "GET", f"/api/routines/{code}")[0] == 200


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
@pytest.mark.usefixtures("backed_up")
def test_while_another_machine_is_connected_nothing_is_restored(
    settings: dict[str, str], file: Path, tmp_path: Path
) -> None:
    other = settings | {"LIMBER_INSTANCE": str(tmp_path / "other")}
    with served(settings) as server:
        publish(server, "n" * 22)
        said = refusal(restore(file, other, "--replace"))
    assert said.startswith("DATABASE_URL: a Limber is connected to it; stop `limber serve`")


def test_one_changed_byte_is_found_before_anything_is_touched(
    settings: dict[str, str], elsewhere: dict[str, str], backed_up: rows.Rows, file: Path
) -> None:
    whole = bytearray(file.read_bytes())
    with tarfile.open(file) as tar:
        part = tar.getmembers()[1]
    whole[part.offset_data + part.size // 2] ^= 1
    file.write_bytes(whole)
    assert " is not what was backed up; take another backup" in refusal(restore(file, elsewhere))
    assert left_in(read(elsewhere)) == set()
    assert not is_there(read(elsewhere))
    refusal(restore(file, settings, "--replace"))
    assert rows.read_again(read(settings), backed_up) == backed_up


def is_there(config: Config) -> bool:
    if not config.database_url:
        return config.database.exists()
    return bool(postgresql.tables(config))


@pytest.mark.parametrize("bytes_left", [0, 100, 1024, 5000, -20_000])
@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("backed_up")
def test_a_file_that_ends_too_early_is_refused(
    elsewhere: dict[str, str], file: Path, bytes_left: int
) -> None:
    file.write_bytes(file.read_bytes()[:bytes_left])
    assert "take another" in refusal(restore(file, elsewhere)) or bytes_left <= 1024
    assert not is_there(read(elsewhere))


@pytest.mark.parametrize(
    "member",
    [
        crafted.named("../outside"),
        crafted.named("/tmp/outside"),
        crafted.named("limber.sqlite3"),
        crafted.named("limber.pgdump"),
        crafted.named("vapid.pem", tarfile.SYMTYPE, "../outside"),
        crafted.named("vapid.pem", tarfile.LNKTYPE, "/etc/passwd"),
        crafted.named("vapid.pem", tarfile.FIFOTYPE),
        crafted.named("vapid.pem", tarfile.DIRTYPE),
    ],
    ids=lambda member: f"{member.name}-{member.type.decode()}",
)
@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("backed_up")
def test_what_leads_out_of_the_folder_or_is_no_part_is_refused(
    elsewhere: dict[str, str], file: Path, member: tarfile.TarInfo
) -> None:
    manifest, stored, _key = crafted.members(file)
    crafted.write(file, [manifest, stored, (member, b"")])
    assert " is no part of it; take another backup" in refusal(restore(file, elsewhere))
    assert not is_there(read(elsewhere))
    assert sorted(path.name for path in file.parent.iterdir()) == [
        *("elsewhere", "here", "limber.tar"),
    ]


def newer_format(manifest: dict[str, Any]) -> None:
    manifest["version"] = 2
    manifest["what only a newer one knows"] = True


def newer_schema(manifest: dict[str, Any]) -> None:
    manifest["schema"] = "9999"


def other_format(manifest: dict[str, Any]) -> None:
    manifest["format"] = "another"


def unknown_part(manifest: dict[str, Any]) -> None:
    manifest["parts"]["../outside"] = manifest["parts"]["vapid.pem"]


def without_digest(manifest: dict[str, Any]) -> None:
    del manifest["parts"]["vapid.pem"]["sha256"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (newer_format, "was made by a newer Limber"),
        (newer_schema, "was made by a newer Limber"),
        (other_format, "is no backup of Limber; name one that `limber backup` made"),
        (unknown_part, "manifest.json: parts: must be a database and a key"),
        (without_digest, "manifest.json: parts.vapid.pem.sha256 cannot be read"),
    ],
)
@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("backed_up")
def test_what_this_version_cannot_read_is_refused(
    elsewhere: dict[str, str],
    file: Path,
    change: Callable[[dict[str, Any]], None],
    told: str,
) -> None:
    crafted.change_manifest(file, change)
    assert refusal(restore(file, elsewhere)).startswith(f"{file}: {told}")
    assert not is_there(read(elsewhere))


@pytest.mark.usefixtures("backed_up")
def test_another_kind_of_database_is_refused(
    settings: dict[str, str], file: Path, tmp_path: Path
) -> None:
    other = {"LIMBER_INSTANCE": str(tmp_path / "other")}
    if "DATABASE_URL" not in settings:
        other["DATABASE_URL"] = f"postgresql://me@/limber?host={tmp_path}"
    assert " database; " in refusal(restore(file, other))
    assert not (tmp_path / "other").exists()


def test_a_database_that_cannot_be_used_leaves_what_was_there(
    settings: dict[str, str], backed_up: rows.Rows, file: Path
) -> None:
    """The digest is right, and what it is of is rubbish."""
    told, (member, body), key = crafted.members(file)
    rubbish = body[:4096] + b"\x07" * (len(body) - 4096)
    crafted.write(file, [told, (member, rubbish), key])
    digest = hashlib.sha256(rubbish).hexdigest()
    crafted.change_manifest(file, lambda told: told["parts"][member.name].update(sha256=digest))
    config = read(settings)
    new = new_key(config)
    there = left_in(config)
    refusal(restore(file, settings, "--replace"))
    assert rows.read_again(config, backed_up) == backed_up
    assert config.push_key.read_bytes() == new
    assert left_in(config) == there


def test_a_key_that_cannot_be_put_leaves_what_was_there(
    settings: dict[str, str], backed_up: rows.Rows, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("no folder")
    config = read(settings)
    there = left_in(config)
    key = str(tmp_path / "in the way" / "vapid.pem")
    refusal(restore(file, settings | {"LIMBER_VAPID_KEY": key}, "--replace"))
    assert rows.read_again(config, backed_up) == backed_up
    assert left_in(config) == there


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_damaged_database_is_replaced_by_its_backup(
    settings: dict[str, str], backed_up: rows.Rows, file: Path
) -> None:
    config = read(settings)
    damage(config.database)
    damaged = config.database.read_bytes()
    done(restore(file, settings, "--replace"))
    assert rows.read_again(config, backed_up) == backed_up
    (aside,) = config.instance.glob("before-*")
    assert (aside / config.database.name).read_bytes() == damaged


@pytest.mark.parametrize("revision", database.revisions()[1:2])
def test_a_backup_of_an_older_version_is_brought_up_to_date(
    settings: dict[str, str], elsewhere: dict[str, str], file: Path, revision: str
) -> None:
    before = rows.make(read(settings), revision)
    done(backup(file, settings))
    assert archive.read(file).revision == revision
    said = done(restore(file, elsewhere))
    assert f"brought its schema from {revision} to {database.newest()}" in said
    assert rows.read_again(read(elsewhere), before) == before
    with served(elsewhere) as server:
        assert server.get("/healthz")[0] == 200
        publish(server, "n" * 22)
