"""The schema version of this program, also ``PRAGMA user_version``; read without importing Alembic."""

from __future__ import annotations

SCHEMA_VERSION = 4
UPGRADED = "upgraded_from"
"""Key in ``local``: the version that the tables were upgraded from, until what they hold is worked out again."""
