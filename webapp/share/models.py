"""The tables of shared routines: no person in them, and of opening nothing but the last day.

Times are milliseconds since 1970 in UTC, days are counted from then.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from webapp.database import metadata

routine = Table(
    "routine",
    metadata,
    Column("code", String(10), primary_key=True),
    # SHA-256 of what the author's phone made: it edits, and a repeated publication is told by it.
    Column("secret", LargeBinary, nullable=False, unique=True),
    # The newest, which is the one that is read.
    Column("version", Integer, nullable=False),
    Column("published_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("opened_day", Integer, nullable=False, index=True),
    # By whom, "author" or "operator"; its versions are gone then.
    Column("withdrawn_by", String(10)),
)

version = Table(
    "routine_version",
    metadata,
    Column("code", ForeignKey(routine.c.code, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    # The routine as JSON; Limber never searches in it.
    Column("body", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
)
