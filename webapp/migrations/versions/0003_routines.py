"""Shared routines and their versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "routine",
        sa.Column("code", sa.String(10), primary_key=True),
        sa.Column("secret", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_day", sa.Integer(), nullable=False, index=True),
        sa.Column("withdrawn_by", sa.String(10)),
    )
    op.create_table(
        "routine_version",
        sa.Column(
            "code",
            sa.String(10),
            sa.ForeignKey("routine.code", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("routine_version")
    op.drop_table("routine")
