"""`limber doctor` says what is well and what is not, with the remedy, and changes nothing."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests import certificates, redis
from tests.backup.test_backup import damage
from tests.cli.limber import limber
from tests.database import rows
from tests.postgresql import Cluster
from tests.serving import free_port
from tests.talking import served
from webapp import database
from webapp.cli import main
from webapp.config import read
from webapp.doctor import machine
from webapp.offline import baked
from webapp.reminders import vapid

CONTACT = "mailto:club@limber.example"


@pytest.fixture
def settings(settings: dict[str, str]) -> dict[str, str]:
    return settings | {"PORT": str(free_port())}


def doctor(settings: dict[str, str]) -> Result:
    return CliRunner().invoke(main, ["doctor"], env=settings)


def lines(settings: dict[str, str], level: str) -> list[str]:
    """What it says at that level; the exit code is that of the findings."""
    told = doctor(settings)
    assert told.stderr == ""
    said = told.stdout.splitlines()
    assert all(line[:6] in ("well  ", "hint  ", "mend  ") for line in said)
    assert told.exit_code == int(any(line.startswith("mend") for line in said))
    return [line[6:] for line in said if line.startswith(level)]


def everything(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}


def test_a_new_installation_has_nothing_to_mend_and_nothing_is_made(
    settings: dict[str, str],
) -> None:
    told = limber("doctor", **settings)
    assert (told.returncode, told.stderr) == (0, "")
    assert "is not there yet; `limber serve` makes it" in told.stdout
    assert not Path(settings["LIMBER_INSTANCE"]).exists()


def test_an_installation_in_use_is_well_and_stays_as_it_is(settings: dict[str, str]) -> None:
    config = read(settings)
    rows.make(config, "head")
    vapid.load_or_create(config.push_key)
    before = everything(config.instance)
    assert lines(settings | {"LIMBER_CONTACT": CONTACT}, "mend") == []
    assert everything(config.instance) == before


def test_every_setting_that_is_wrong_is_told(settings: dict[str, str]) -> None:
    wrong = {"HOST": "nowhere", "LIMBER_RATE_LIMIT": "often", "DATABASE_URL": "mysql://a:secret@b"}
    told = lines(settings | wrong, "mend")
    assert [line.partition(":")[0] for line in told] == [
        *("HOST", "DATABASE_URL", "LIMBER_RATE_LIMIT"),
    ]
    assert "secret" not in doctor(settings | wrong).stdout


def test_a_name_with_a_slip_is_told(settings: dict[str, str]) -> None:
    told = lines(settings | {"LIMBER_ORIGN": "https://limber.example"}, "hint")
    assert "LIMBER_ORIGN: is no setting of this version; LIMBER_ORIGIN may be meant" in told


def test_what_is_wrong_in_an_instance_is_told_at_once(settings: dict[str, str]) -> None:
    config = read(settings)
    rows.make(config, database.revisions()[1])
    config.push_key.write_text("no key")
    config.instance.chmod(0o777)
    told = " ".join(lines(settings, "mend"))
    assert f"everybody may write to {config.instance}; chmod o-w" in told
    assert "is no private key of the curve P-256" in told
    assert f" is older than {database.newest()}, which this version needs; make a backup" in told


def test_a_key_that_others_may_read_is_told(settings: dict[str, str]) -> None:
    config = read(settings)
    database.prepare(config)
    vapid.load_or_create(config.push_key)
    config.push_key.chmod(0o644)
    (told,) = lines(settings, "mend")
    assert told == (
        f"LIMBER_VAPID_KEY: others may read {config.push_key}; chmod 600 {config.push_key}"
    )


def test_a_damaged_database_is_told(settings: dict[str, str]) -> None:
    config = read(settings)
    rows.make(config, "head")
    damage(config.database)
    told = lines(settings, "mend")
    assert told[0].startswith(f"database: {config.database} is damaged (")
    assert told[0].endswith("`limber restore --replace`")


def test_a_key_that_devices_have_subscribed_to_is_missed(settings: dict[str, str]) -> None:
    config = read(settings)
    rows.make(config, "head")
    engine = database.open_engine(config)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE reminder_device SET endpoint = 'https://push.example/1'")
    engine.dispose()
    (told,) = lines(settings, "mend")
    assert "is not there, and 1 devices have subscribed to it; put it back from a backup" in told


def test_a_port_is_limber_s_or_somebody_else_s(settings: dict[str, str]) -> None:
    instance = {"LIMBER_INSTANCE": settings["LIMBER_INSTANCE"]}
    with served(instance) as server:
        here = settings | {"PORT": str(server.port)}
        assert any(line.startswith("PORT: Limber answers at ") for line in lines(here, "well"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(0)
        (told,) = lines(settings | {"PORT": str(other.getsockname()[1])}, "mend")
    assert "cannot be used" in told
    assert "stop what listens there or set PORT" in told


def test_a_limber_that_ends_tls_itself_is_asked_by_tls(
    settings: dict[str, str], tmp_path: Path
) -> None:
    keys = certificates.make(tmp_path)
    with served({"LIMBER_INSTANCE": settings["LIMBER_INSTANCE"], **keys}) as server:
        told = lines(settings | keys | {"PORT": str(server.port)}, "well")
    assert f"PORT: Limber answers at https://127.0.0.1:{server.port} and is ready" in told
    assert any(line.startswith("LIMBER_TLS_CERTIFICATE: good until ") for line in told)
    assert "TRUSTED_PROXIES: 0, as Limber itself ends TLS" in told


def test_a_certificate_that_has_ended_or_cannot_be_used_is_told(
    settings: dict[str, str], tmp_path: Path
) -> None:
    (told,) = lines(settings | certificates.make(tmp_path, days=-2), "mend")
    assert told.startswith("LIMBER_TLS_CERTIFICATE: ended on ")
    (told,) = lines(
        settings | certificates.make(tmp_path) | {"LIMBER_TLS_KEY": "pyproject.toml"}, "mend"
    )
    assert "LIMBER_TLS_CERTIFICATE: " in told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"LIMBER_ORIGIN": "http://limber.example"}, "neither install nor keep"),
        ({"LIMBER_ORIGIN": "https://limber.example"}, "TRUSTED_PROXIES: is 0, but https is"),
        ({"LIMBER_ORIGIN": "https://limber.example", "TRUSTED_PROXIES": "1"}, None),
        ({"LIMBER_ORIGIN": "http://localhost:8000"}, None),
    ],
)
def test_an_address_at_which_phones_keep_nothing_is_told(
    settings: dict[str, str], given: dict[str, str], told: str | None
) -> None:
    found = lines(settings | given, "mend")
    assert (told in found[0]) if told else found == []


def test_a_redis_that_counts_is_asked_and_its_password_never_told(
    settings: dict[str, str],
) -> None:
    with redis.running("--requirepass", "hush") as counting:
        place = f"127.0.0.1:{counting.port}/0"
        right = settings | {"LIMBER_RATE_LIMIT_STORAGE": f"redis://:hush@{place}"}
        assert "LIMBER_RATE_LIMIT_STORAGE: Redis answers" in lines(right, "well")
        wrong = settings | {"LIMBER_RATE_LIMIT_STORAGE": f"redis://:loud@{place}"}
        (told,) = lines(wrong, "mend")
        assert told.startswith("LIMBER_RATE_LIMIT_STORAGE: no Redis answers")
        assert "loud" not in told
    assert any("no Redis answers" in told for told in lines(right, "mend"))


def test_packs_of_this_version_are_seen(settings: dict[str, str]) -> None:
    assert any(line.startswith("packs: not made") for line in lines(settings, "hint"))
    baked.folder(read(settings)).mkdir(parents=True)
    assert any(line.startswith("packs: made for this") for line in lines(settings, "well"))


def test_a_clock_behind_what_it_has_stamped_is_told(settings: dict[str, str]) -> None:
    config = read(settings)
    (told,) = machine.clock(config, 0.0)
    assert told.level == "mend"
    assert told.text.startswith("clock: says 1970-01-01 00:00 UTC, but ")


def test_an_old_python_and_an_old_sqlite_are_told() -> None:
    told = [each.text for each in machine.versions((3, 10, 4), (3, 34, 1)) if each.level == "mend"]
    assert [text.partition(";")[0] for text in told] == [
        "Python: 3.10.4 is older than 3.11",
        "SQLite: 3.34.1 is older than 3.35",
    ]
    root = Path(__file__).parents[2]
    oldest = ".".join(map(str, machine.OLDEST_PYTHON))
    assert f'requires-python = ">={oldest}"' in (root / "pyproject.toml").read_text()


def test_a_postgresql_is_asked_and_its_password_never_told(
    settings: dict[str, str], postgresql: Cluster, tmp_path: Path
) -> None:
    here = settings | {"DATABASE_URL": postgresql.migrated_database()}
    assert lines(here, "mend") == []
    assert any(line.startswith("database: PostgreSQL ") for line in lines(here, "well"))
    gone = settings | {"DATABASE_URL": f"postgresql://me:secret@/limber?host={tmp_path}"}
    assert "start that PostgreSQL" in lines(gone, "mend")[0]
    assert "secret" not in doctor(gone).stdout
