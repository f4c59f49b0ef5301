"""A fund names the agreement it rests on; former numbers and sub-items of an agenda are found by index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The foreign key makes batch mode copy the table ``fund``, which four other tables refer to."""
    with op.batch_alter_table("fund") as fund:
        fund.add_column(sa.Column("agreement", sa.Text(), nullable=True))
        fund.create_foreign_key(
            "fk_fund_agreement_agreement", "agreement", ["agreement"], ["id"], deferrable=True, initially="DEFERRED"
        )
    op.create_index("ix_agenda_item_parent", "agenda_item", ["parent"])
    # Ctrl+K looks for a typed number among all numbers that records ever had: without this it reads the whole log.
    op.create_index("change_number", "change", ["value"], sqlite_where=sa.text("field = 'number'"))
