"""What libraries import and a start does not use: each stands in as an empty module until something asks it for a name.

SQLAlchemy imports asyncio (with ssl and subprocess), the metadata of installed packages, and two more drivers for SQLite. That is
a tenth of a start and four megabytes, for code that this program never calls.
"""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import iscoroutine
from threading import RLock
from types import ModuleType
from typing import Any, Final

SPARED: Final[dict[str, dict[str, Any]]] = {
    "asyncio": {"iscoroutine": iscoroutine},
    "importlib.metadata": {},
    "sqlalchemy.dialects.sqlite.aiosqlite": {},
    "sqlalchemy.dialects.sqlite.pysqlcipher": {},
}
"""Modules, each with the names that are asked for while another module is imported and that need not wake it."""
_WAKING: Final = RLock()


class Spare(ModuleType):
    """Asked for a name, it makes way for the module itself and answers from that."""

    def __getattr__(self, name: str) -> Any:
        if name in {"__path__", "__file__"} or not name.startswith("__"):
            return getattr(_woken(self), name)
        raise AttributeError(name)


def _woken(spare: Spare) -> ModuleType:
    """The real module; imported once, by whichever thread came first."""
    name = spare.__name__
    with _WAKING:
        if sys.modules.get(name) is spare:
            del sys.modules[name]
            import_module(name)
        return sys.modules[name]


def spare_imports() -> None:
    """Stand in for what is not imported yet. What has been imported stays as it is."""
    for name, known in SPARED.items():
        if name not in sys.modules:
            made = Spare(name)
            made.__dict__.update(known)
            sys.modules[name] = made
            package, _dot, last = name.rpartition(".")
            if package in sys.modules:
                setattr(sys.modules[package], last, made)
