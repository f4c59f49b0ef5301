"""Maintenance says how long what is put up stays; the tickets of a contract are found by index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """A plain column needs no copy of its table."""
    op.add_column("maintenance", sa.Column("stays_days", sa.Integer(), nullable=True))
    op.create_index("ix_ticket_contract", "ticket", ["contract"])
