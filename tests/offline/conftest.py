"""One app whose packs are made once, because that takes seconds."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp import create_app, database
from webapp.config import read
from webapp.offline.contents import Contents, contents


@pytest.fixture(scope="package")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    config = read({"LIMBER_INSTANCE": str(tmp_path_factory.mktemp("packs") / "instance")})
    database.prepare(config)
    return create_app(config)


@pytest.fixture(scope="package")
def made(packed: Flask) -> Contents:
    with packed.app_context():
        return contents()
