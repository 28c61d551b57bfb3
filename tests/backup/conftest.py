"""Two instances of Limber, on both databases: one that is backed up, and an empty one elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.postgresql import Cluster
from tests.reminders.phones import CONTACT


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.sweep)])
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """One that may push, and so has a key."""
    return _settings(tmp_path / "here", request)


@pytest.fixture
def elsewhere(settings: dict[str, str], request: pytest.FixtureRequest) -> dict[str, str]:
    return _settings(Path(settings["LIMBER_INSTANCE"]).with_name("elsewhere"), request)


def _settings(instance: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    given = {"LIMBER_INSTANCE": str(instance), "LIMBER_CONTACT": CONTACT}
    if request.node.callspec.params["settings"] == "sqlite":
        return given
    cluster: Cluster = request.getfixturevalue("postgresql")
    return given | {"DATABASE_URL": cluster.new_database()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "limber.tar"
