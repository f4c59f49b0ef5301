"""Which meeting the tab is about: one for all its views, and the agenda of it as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vaartdesk.kinds.meetings.view.agenda_data import Agenda, read_agenda
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.hearing import Hearing

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

CONCERNED = frozenset(
    {"meeting", "body", "agenda_item", "stock_topic", "decision", "action", "attendance", "note", "attachment", "link"}
    | {"theme_line", "person", "role", "organisation", "seat", "membership"}
)
"""Kinds whose change may show in one of the views."""


class ChosenMeeting(QObject):
    """`turned()`: another meeting. `changed()`: the same one, or something around it, is no longer as it was."""

    turned = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ref: Ref | None = None
        self._agenda: Agenda | None = None
        self._is_stale = True
        Hearing(desk, self).changed.connect(self._hear)

    def choose(self, ref: Ref | None) -> None:
        """Another meeting, or none."""
        if ref != self.ref:
            self.ref = ref
            self._is_stale = True
            self.turned.emit()

    @property
    def agenda(self) -> Agenda | None:
        """The agenda of now, read when it is asked for."""
        if self._is_stale:
            self._agenda = read_agenda(self.desk, self.ref) if self.ref is not None else None
            self._is_stale = False
        return self._agenda

    def _hear(self, change: ChangeSet) -> None:
        if not change.kinds & CONCERNED:
            return
        self._is_stale = True
        if self.ref is not None and self.ref in change.changed and self.agenda is None:
            self.choose(None)
        else:
            self.changed.emit()
