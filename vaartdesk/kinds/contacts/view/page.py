"""Contacten: organisations, people and premises, each a list with its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.views import Views, kind_view

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    title = str(_("Contacten"))
    return Views(title, [kind_view(desk, stage, name, title=title) for name in ("person", "organisation", "premises")])
