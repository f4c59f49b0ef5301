"""VaartDesk: the desk of a neighbourhood team, on its own computers."""

from __future__ import annotations

__version__ = "0.1.0"
