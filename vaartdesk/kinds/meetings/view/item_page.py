"""The record of an item, a topic or the meeting itself, opened from the agenda: beside it where there is room, else over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from vaartdesk.kinds.meetings.view.decisions import ItemDecisions
from vaartdesk.schema.command import Outcome
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.question import CommandRunner, tell_outcome
from vaartdesk.ui.record_dialog import RecordDialog

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

HEIGHT = 560
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StayingRunner(CommandRunner):
    """Tells what a command did and stays where one is: a decision shows on its item."""

    def tell(self, outcome: Outcome) -> None:
        tell_outcome(self.stage, outcome)


def page_of(desk: Desk, stage: Stage, kind: str) -> RecordPage:
    """A record's page for use inside the agenda; an item also shows the decisions taken on it."""
    page = RecordPage(desk, desk.kinds[kind], stage)
    _fit_out(page)
    return page


def _fit_out(page: RecordPage) -> None:
    page.runner = StayingRunner(page.desk, page.stage)
    if page.kind.name == "agenda_item":
        page.fields.reading["proposed_decision"].put_in_frame("decision", "accent_ink")
        decisions = ItemDecisions(page.desk, page.stage)
        page.add_section(decisions)
        page.filled.connect(decisions.show_item)


class ItemDialog(RecordDialog):
    """A record over the window. Enter saves a field and stays; Escape and "Sluiten" close, with what was typed saved.

    `removed(Ref)`: deleting was asked for, which for an item is taking it off the agenda.
    """

    removed = Signal(object)

    def __init__(self, desk: Desk, ref: Ref, stage: Stage) -> None:
        super().__init__(desk, ref, stage)
        self._stage = stage
        _fit_out(self.page)
        self.page.setMinimumHeight(HEIGHT)
        stage.open_requested.connect(self._go)
        self.finished.connect(self._end)

    def _go(self, _ref: Ref) -> None:
        """Another record is asked for: it lies under this one."""
        self.accept()

    def _end(self, _is_agreed: bool) -> None:
        self._stage.open_requested.disconnect(self._go)

    def _delete(self, ref: Ref) -> None:
        self.finished.emit(True)
        self.removed.emit(ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is the field's; Ctrl+Enter closes."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
        else:
            super().keyPressEvent(event)
