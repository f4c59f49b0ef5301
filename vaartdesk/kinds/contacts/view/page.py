"""Contacten: organisations, people and premises, each a list with its record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.views import View, Views, kind_view

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


def build(desk: Desk, stage: Stage, more: Sequence[View] = ()) -> QWidget:
    """The page for the window; ``more`` are views that know other families too."""
    title = str(_("Contacten"))
    own = [kind_view(desk, stage, name, title=title) for name in ("person", "organisation", "premises")]
    return Views(title, [*own, *more])
