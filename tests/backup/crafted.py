"""Backups that nobody should restore: a real one, taken apart and put together differently."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Members = list[tuple[tarfile.TarInfo, bytes]]


def members(file: Path) -> Members:
    with tarfile.open(file) as tar:
        return [(each, tar.extractfile(each).read()) for each in tar]  # type: ignore[union-attr]


def write(file: Path, changed: Members) -> None:
    with tarfile.open(file, "w") as tar:
        for member, body in changed:
            if member.isreg():
                member.size = len(body)
            tar.addfile(member, io.BytesIO(body))


def change_manifest(file: Path, change: Callable[[dict[str, Any]], None]) -> None:
    (first, told), *rest = members(file)
    manifest = json.loads(told)
    change(manifest)
    write(file, [(first, json.dumps(manifest).encode()), *rest])


def named(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, link
    return member
