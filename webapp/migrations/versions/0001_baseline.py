"""The empty database that every later migration builds on."""

from __future__ import annotations

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing yet: readers leave no row behind. The revision marks where the schema begins."""


def downgrade() -> None:
    """Nothing to take back."""
