"""The tables of reminders: all that the server knows of a device, and nothing of health.

Times are milliseconds since 1970 in UTC, as phones and push services count them.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from webapp.database import metadata

device = Table(
    "reminder_device",
    metadata,
    Column("id", String(22), primary_key=True),
    # SHA-256 of what only the phone and its calendar know.
    Column("secret", LargeBinary, nullable=False),
    Column("feed", LargeBinary, unique=True),
    # None, all three, while only the calendar file or the open app reminds.
    Column("endpoint", Text, index=True),
    Column("p256dh", String(120)),
    Column("auth", String(40)),
    # SHA-256 of the last endpoint that its push service has ended: the phone may not know yet.
    Column("ended", LargeBinary),
    Column("zone", String(64), nullable=False),
    Column("language", String(16), nullable=False),
    Column("origin", String(255), nullable=False),
    Column("seen_at", BigInteger, nullable=False, index=True),
)

reminder = Table(
    "reminder",
    metadata,
    # SQLite counts rows in INTEGER only.
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("device_id", ForeignKey(device.c.id, ondelete="CASCADE"), nullable=False),
    Column("id", String(40), nullable=False),
    Column("rule", String(300), nullable=False),
    Column("anchor", String(19), nullable=False),
    Column("not_before", BigInteger),
    # When it is due next; None when the rule is over.
    Column("next_at", BigInteger),
    # When a worker may take it: at next_at, later while another has it or a try has failed, and
    # None when there is nothing to send. One column, so that one index finds what is to be done.
    Column("ready_at", BigInteger, index=True),
    # When next_at was computed, which tells a clock that has been set back since.
    Column("planned_at", BigInteger, nullable=False),
    # The worker's taking: what it found is written only while this is still its own.
    Column("claim", String(32)),
    Column("tries", Integer, nullable=False),
    # Why it was set aside: it cannot be sent as it stands.
    Column("fault", Text),
    UniqueConstraint("device_id", "id"),
)

worker = Table(
    "reminder_worker",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("started_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
)

total = Table(
    "reminder_total",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("count", BigInteger, nullable=False),
)
