"""The schema version of this program, also ``PRAGMA user_version``; read without importing Alembic."""

from __future__ import annotations

SCHEMA_VERSION = 1
