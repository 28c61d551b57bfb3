"""Devices that want reminders, their reminders, and what the workers say of themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# SQLite counts rows in INTEGER only; everywhere else a row's number may need eight bytes.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _make_devices()
    _make_reminders()
    op.create_table(
        "reminder_worker",
        sa.Column("name", sa.String(100), primary_key=True),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "reminder_total",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("count", sa.BigInteger(), nullable=False),
    )


def _make_devices() -> None:
    op.create_table(
        "reminder_device",
        sa.Column("id", sa.String(22), primary_key=True),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("feed", sa.LargeBinary(), unique=True),
        sa.Column("endpoint", sa.Text(), index=True),
        sa.Column("p256dh", sa.String(120)),
        sa.Column("auth", sa.String(40)),
        sa.Column("ended", sa.LargeBinary()),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("origin", sa.String(255), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False, index=True),
    )


def _make_reminders() -> None:
    op.create_table(
        "reminder",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column(
            "device_id",
            sa.String(22),
            sa.ForeignKey("reminder_device.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("rule", sa.String(300), nullable=False),
        sa.Column("anchor", sa.String(19), nullable=False),
        sa.Column("not_before", sa.BigInteger()),
        sa.Column("next_at", sa.BigInteger()),
        sa.Column("ready_at", sa.BigInteger(), index=True),
        sa.Column("planned_at", sa.BigInteger(), nullable=False),
        sa.Column("claim", sa.String(32)),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fault", sa.Text()),
        sa.UniqueConstraint("device_id", "id"),
    )


def downgrade() -> None:
    for table in ("reminder_total", "reminder_worker", "reminder", "reminder_device"):
        op.drop_table(table)
