"""Packs on the disk: made once for a version, by whoever comes first, whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests import certificates
from tests.offline.conftest import Packs
from tests.serving import serving
from webapp import assets, create_app, front, places
from webapp.config import Config, ConfigError, read
from webapp.locales import ENGLISH
from webapp.offline import baked
from webapp.offline.contents import Contents

Act = Callable[[Config], object]


def settings(packs: Path, **given: str) -> Config:
    return read({"LIMBER_PACKS": str(packs), **given})


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One file that pages are made of, to be changed."""
    source = tmp_path / "page.html"
    source.write_text("before")
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(baked, "_sources", lambda: iter([source]))
    baked._version_of.cache_clear()
    return source


@pytest.fixture(autouse=True)
def as_it_is() -> None:
    """Each test asks anew what the version is."""
    baked._version_of.cache_clear()


def test_what_pages_say_of_the_operator_makes_another_version(tmp_path: Path) -> None:
    folders = {
        baked.folder(settings(tmp_path, **given))
        for given in (
            {},
            {"LIMBER_ORIGIN": "https://limber.example"},
            {"LIMBER_CONTACT": "mailto:limber@example.org"},
        )
    }
    assert len(folders) == 3
    assert baked.folder(settings(tmp_path, PORT="9000")) in folders


@pytest.mark.sweep
def test_no_other_setting_changes_a_page(packs: Packs, tmp_path: Path) -> None:
    others = {
        "HOST": "0.0.0.0",
        "PORT": "9000",
        "LIMBER_INSTANCE": str(tmp_path / "other"),
        "DATABASE_URL": "postgresql://limber@localhost/limber",
        "TRUSTED_PROXIES": "1",
        "LIMBER_RATE_LIMIT": "7 per minute",
        "LIMBER_RATE_LIMIT_STORAGE": "redis://localhost:6379/0",
        "LIMBER_BODY_BYTES": "2048",
        "LIMBER_BODY_SECONDS": "3",
        "LIMBER_PUSH_HOSTS": "push.example",
        "LIMBER_VAPID_KEY": str(tmp_path / "vapid.pem"),
        "LIMBER_WORKER": "0",
        "LIMBER_METRICS": "1",
        "LIMBER_LOG_REQUESTS": "1",
        "LIMBER_DEVELOPMENT": "1",
        **certificates.make(tmp_path),
    }
    known = {str(field.alias) for field in Config.model_fields.values()}
    assert known == {*others, "LIMBER_PACKS", "LIMBER_ORIGIN", "LIMBER_CONTACT"}
    made = Contents(create_app(settings(tmp_path, **others))).language(ENGLISH)
    assert made.name == packs.languages["en"]


def test_a_changed_file_makes_another_version(tmp_path: Path, elsewhere: Path) -> None:
    before = baked.folder(settings(tmp_path))
    elsewhere.write_text("after")
    baked._version_of.cache_clear()
    assert baked.folder(settings(tmp_path)) != before


def test_icons_that_stand_in_pages_count() -> None:
    assert [path for path in baked._sources() if path.parent == assets.ICONS]


def test_what_is_made_is_not_made_again(packs: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(baked, "_fill")
    made = baked.make(packs.config)
    assert made == baked.folder(packs.config)
    assert stat.S_IMODE(made.stat().st_mode) == 0o755
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()} == {0o644}


@pytest.mark.parametrize("act", [baked.prepare, baked.make])
def test_a_folder_that_cannot_be_used_is_named_with_a_remedy(tmp_path: Path, act: Act) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match=r"^LIMBER_PACKS: .*file.* name a folder"):
        act(settings(tmp_path / "file"))


def test_what_goes_wrong_in_the_middle_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(fresh: Path, _config: Config) -> None:
        (fresh / "half").touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(baked, "_fill", fill)
    with pytest.raises(ConfigError, match="No space left on device"):
        baked.make(settings(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_what_changed_meanwhile_is_not_kept_under_the_name_of_before(
    tmp_path: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(baked, "_fill", lambda *_: elsewhere.write_text("after"))
    baked.prepare(settings(tmp_path / "packs"))
    with pytest.raises(baked.ChangedError):
        baked.make(settings(tmp_path / "packs"))
    assert [path.name for path in (tmp_path / "packs").iterdir()] == [".lock"]


def aged(path: Path, seconds: float) -> Path:
    path.mkdir(parents=True)
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def test_the_newest_versions_stay_and_what_is_none_of_ours(tmp_path: Path) -> None:
    versions = [aged(tmp_path / f"{age:020x}", age) for age in range(baked.KEPT + 2)]
    strange = aged(tmp_path / "letters", 10**6)
    left = aged(tmp_path / "making-left", baked.LEFT_SECONDS + 60)
    at_work = aged(tmp_path / "making-now", 60)
    baked._tidy(versions[-1])
    there = {path.name for path in tmp_path.iterdir()}
    assert there == {path.name for path in [*versions[:8], versions[-1], strange, at_work]}
    assert left.name not in there


@pytest.mark.usefixtures("elsewhere")
def test_a_version_that_is_served_again_counts_as_new(tmp_path: Path) -> None:
    made = aged(baked.folder(settings(tmp_path / "packs")), 10**6)
    baked.prepare(settings(tmp_path / "packs"))
    assert time.time() - made.stat().st_mtime < 60


def test_a_server_answers_sooner_than_a_worker_gives_up() -> None:
    script = (places.ROOT / "static/js/offline/worker/version.js").read_text("utf-8")
    patience = re.search(r"const PATIENCE_MS = ([\d_]+);", script)
    assert patience
    assert int(patience[1].replace("_", "")) / 1000 > front.PACKS_SECONDS


def test_packs_that_are_being_made_are_asked_for_again(app: Flask) -> None:
    answer = app.test_client().get("/version.json")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize("name", ["../x", "en-1", "e" * 400, "making-0"])
def test_what_is_no_name_of_a_pack_is_not_looked_for(packed: Flask, name: str) -> None:
    assert packed.test_client().get(f"/pack/{name}").status_code == 404


@pytest.mark.sweep
@pytest.mark.timed
def test_a_server_that_has_none_makes_them_and_answers_meanwhile(
    tmp_path: Path, packs: Packs
) -> None:
    with serving(tmp_path / "instance", LIMBER_PACKS=str(tmp_path / "packs")) as server:
        assert server.get("/en/")[0] == 200
        assert b'"packs":"being made"' in server.get("/healthz")[2]
        server.wait_for_packs()
        assert b'"packs":"ready"' in server.get("/healthz")[2]
        version = baked.folder(packs.config) / baked.VERSION
        assert server.get("/version.json")[2] == version.read_bytes()
