"""Which version this is: program, schema, and the libraries that matter when something is wrong."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

from vaartdesk import __version__
from vaartdesk.store.migrations.head import SCHEMA_VERSION

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "reportlab", "pikepdf", "icalendar", "pillow")


def version_lines() -> list[str]:
    """One line each: VaartDesk, schema, Python, SQLite and the libraries."""
    lines = [
        f"VaartDesk {__version__}",
        f"schema {SCHEMA_VERSION}",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"SQLite {sqlite3.sqlite_version}",
    ]
    return lines + [f"{name} {_version(name)}" for name in LIBRARIES]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # a frozen program ships without package metadata
        return "?"
