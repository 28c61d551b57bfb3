"""Whose a shared routine is: its author has the secret, its readers have the code alone."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, RowMapping, select

from webapp.share.models import routine

By = Literal["author", "operator"]


class GoneError(Exception):
    """No routine has this code; it may have had its time."""


class NotYoursError(Exception):
    """The secret is not that of the routine."""


class WithdrawnError(Exception):
    """The routine was withdrawn, by its author or by whoever runs this Limber."""

    def __init__(self, by: By) -> None:
        super().__init__(by)
        self.by = by


@dataclass(frozen=True)
class Key:
    """What an author edits by: the code that readers have too, and the secret."""

    code: str
    secret: str


def own(connection: Connection, key: Key) -> RowMapping:
    """The routine's row, if this is its secret."""
    asked = select(routine).where(routine.c.code == key.code)
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        raise GoneError
    if not hmac.compare_digest(row["secret"], digest(key.secret)):
        raise NotYoursError
    if row["withdrawn_by"]:
        raise WithdrawnError(row["withdrawn_by"])
    return row


def digest(secret: str) -> bytes:
    """Secrets are random and long, so one round of hashing is enough."""
    return hashlib.sha256(secret.encode()).digest()
