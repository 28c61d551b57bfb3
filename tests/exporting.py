"""The app as files, made the way README says; of each version once, for all tests of all runs."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.cli.limber import patient_limber
from tests.serving import PACKS
from webapp import places
from webapp.config import read
from webapp.offline import baked

ORIGIN = "https://limber.example"
# What an export needs to know; a server that is to answer the same, too.
SETTINGS = {"LIMBER_ORIGIN": ORIGIN, "LIMBER_PACKS": str(PACKS)}
EXPORTS = PACKS.with_name("exports")
# On a busy machine, where packs have not been made for this origin.
SECONDS = 1800


@dataclass(frozen=True)
class Exported:
    """A folder that was exported, and what the command said of it."""

    folder: Path
    said: list[str]


def exported_once() -> Exported:
    """The export of this version; those of others go."""
    version = EXPORTS / _version()
    if not (version / "said").is_file():
        shutil.rmtree(EXPORTS, ignore_errors=True)
        made = export_to(version / "files")
        (version / "said").write_text("\n".join(made.said))
    return Exported(version / "files", (version / "said").read_text().splitlines())


def export_to(folder: Path) -> Exported:
    """Run `limber export`; AssertionError unless all is well."""
    ended = patient_limber(SECONDS, "export", str(folder), **SETTINGS)
    assert (ended.returncode, ended.stderr) == (0, "")
    return Exported(folder, ended.stdout.splitlines())


def _version() -> str:
    """Of all that packs are made of, and of what else stands in an export."""
    template = (places.TEMPLATES / "export" / "nginx.conf").read_bytes()
    return f"{baked.folder(read(SETTINGS)).name}-{hashlib.sha256(template).hexdigest()[:8]}"
