"""Loading Qt without the search that its Python binding lays under every import after it.

PySide6 replaces ``__import__`` to support ``from __feature__ import snake_case``, which this program does not use: it then
reads the source of each imported module to see whether it names PySide6, and Python keeps those sources. At start that is a
tenth of a second and 20 MB for nothing.
"""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Import Qt's widgets and give ``__import__`` back; without effect where PySide6 no longer replaces it."""
    import PySide6.QtWidgets  # noqa: F401  the hook comes with the first module of Qt

    usual = getattr(builtins, "__orig_import__", None)
    if callable(usual):
        builtins.__import__ = usual
