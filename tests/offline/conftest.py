"""An app whose packs are made, which takes seconds where no run before has made them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask

from tests.serving import PACKS
from webapp import create_app, database
from webapp.config import Config, read
from webapp.offline import baked


@dataclass(frozen=True)
class Packs:
    """What was made, as phones are given it."""

    config: Config
    version: dict[str, Any]

    @property
    def shared(self) -> str:
        name: str = self.version["shared"]["name"]
        return name

    @property
    def languages(self) -> dict[str, str]:
        """Names by prefix."""
        return {prefix: each["name"] for prefix, each in self.version["languages"].items()}

    def read(self, name: str, encoding: str = "identity") -> bytes:
        found = baked.read(self.config, name, encoding)
        assert found is not None
        return found


@pytest.fixture(scope="package")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    instance = tmp_path_factory.mktemp("packs") / "instance"
    config = read({"LIMBER_INSTANCE": str(instance), "LIMBER_PACKS": str(PACKS)})
    database.prepare(config)
    baked.make(config)
    return create_app(config)


@pytest.fixture(scope="package")
def packs(packed: Flask) -> Packs:
    version = packed.test_client().get("/version.json").get_json()
    return Packs(packed.extensions["limber.config"], version)
