"""The text of the last changed records lies ready for the full-text indexes, so that they take in many at once."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Empty: the indexes of an earlier version know everything."""
    op.execute("""create table record_due(docid integer primary key, folded text not null,
 is_new integer not null)""")
