"""The file of a backup: a tar, the manifest first, then its parts, nothing else."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from webapp.backup import manifest as manifests
from webapp.backup.manifest import BackupError, Manifest, Part

MODE = 0o600
LONGEST_MANIFEST = 64 * 1024
BLOCK = 1024 * 1024


def describe(path: Path) -> Part:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Part(size=path.stat().st_size, sha256=digest)


def write(path: Path, manifest: Manifest, parts: Mapping[str, Path]) -> None:
    """A new file, on the disk when this returns, and for its owner alone."""
    told = manifest.as_text.encode()
    with _new(path) as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
            _add(tar, manifests.NAME, io.BytesIO(told), len(told))
            for name, part in parts.items():
                with part.open("rb") as body:
                    _add(tar, name, body, manifest.parts[name].size)
        file.flush()
        os.fsync(file.fileno())


def _new(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE), "wb")


def _add(tar: tarfile.TarFile, name: str, body: IO[bytes], size: int) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, MODE
    tar.addfile(member, body)


def read(path: Path) -> Manifest:
    """The manifest alone; BackupError when the file is no backup that this version can read."""
    with _members(path) as (manifest, _):
        return manifest


def unpack(path: Path, into: Path) -> Manifest:
    """Take every part out, each proven by its digest.

    Names come from a closed list, never from the tar, so that none leads out of the folder.
    """
    with _members(path) as (manifest, members):
        _check_room(manifest, into)
        left = dict(manifest.parts)
        for member, body in members:
            part = left.pop(member.name, None)
            if part is None or body is None or member.size != part.size:
                raise BackupError(f"{member.name!r} is no part of it; take another backup")
            _take_out(body, into / member.name, part)
        if left:
            raise BackupError(f"{min(left)} is missing; take another backup")
    return manifest


Members = Iterator[tuple[tarfile.TarInfo, IO[bytes] | None]]


@contextmanager
def _members(path: Path) -> Iterator[tuple[Manifest, Members]]:
    """What is wrong inside is told with the file's name."""
    try:
        with tarfile.open(path, "r:") as tar:
            members = ((each, tar.extractfile(each) if each.isreg() else None) for each in tar)
            yield _manifest(members), members
    except BackupError as fault:
        raise BackupError(f"{path}: {fault}") from None
    except tarfile.TarError:
        raise BackupError(f"{path}: is damaged or no backup; take another one") from None
    except OSError as error:
        raise BackupError(f"{path}: cannot be read ({error.strerror})") from None


def _manifest(members: Members) -> Manifest:
    first, body = next(members, (None, None))
    if first is None or body is None or first.name != manifests.NAME:
        return manifests.parse(b"")
    return manifests.parse(body.read(LONGEST_MANIFEST))


def _check_room(manifest: Manifest, into: Path) -> None:
    needed = sum(part.size for part in manifest.parts.values())
    if needed > shutil.disk_usage(into).free:
        raise BackupError(f"needs {needed} bytes; make room on the disk of {into.parent}")


def _take_out(body: IO[bytes], path: Path, part: Part) -> None:
    digest = hashlib.sha256()
    with _new(path) as file:
        while block := body.read(BLOCK):
            digest.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != part.sha256:
        raise BackupError(f"{path.name} is not what was backed up; take another backup")
