"""Themalijnen: actions, and the goals they serve."""

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
    title = str(_("Themalijnen"))
    return Views(
        title,
        [
            kind_view(desk, stage, "action", str(_("Lijst")), "list", title),
            kind_view(desk, stage, "goal", title=title),
            kind_view(desk, stage, "theme_line", str(_("Lijnen")), "layers", title),
            kind_view(desk, stage, "role", str(_("Rollen")), "users", title),
        ],
    )
