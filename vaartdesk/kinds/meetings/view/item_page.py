"""The record of an item, a topic or the meeting itself, opened from the agenda: beside it where there is room, else over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.decisions import ItemDecisions
from vaartdesk.schema.command import Outcome
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.question import CommandRunner
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

WIDTH, HEIGHT = 720, 560
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StayingRunner(CommandRunner):
    """Tells what a command did and stays where one is: a decision shows on its item."""

    def tell(self, outcome: Outcome) -> None:
        self.stage.announce(outcome.sentence, is_undoable=not outcome.file)
        if outcome.file:
            self.stage.file_made.emit(outcome.file)


def page_of(desk: Desk, stage: Stage, kind: str) -> RecordPage:
    """A record's page for use inside the agenda; an item also shows the decisions taken on it."""
    page = RecordPage(desk, desk.kinds[kind], stage)
    page.runner = StayingRunner(desk, stage)
    if kind == "agenda_item":
        decisions = ItemDecisions(desk, stage)
        page.add_section(decisions)
        page.filled.connect(decisions.show_item)
    return page


class RecordDialog(Dialog):
    """A record over the window. Enter saves a field and stays; Escape and "Sluiten" close, with what was typed saved.

    `removed(Ref)`: deleting was asked for.
    """

    removed = Signal(object)

    def __init__(self, desk: Desk, stage: Stage, ref: Ref) -> None:
        super().__init__(str(desk.kinds[ref.kind].label).capitalize(), width=WIDTH)
        self.setObjectName("recordDialog")
        self.title.hide()
        self.page = page_of(desk, stage, ref.kind)
        self.page.setMinimumHeight(HEIGHT)
        self.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=False)
        self.page.delete_requested.connect(self._remove)
        self.body.addWidget(self.page, 1)
        self.add_button(Button(str(_("Sluiten")), kind="primary")).clicked.connect(self.accept)
        self.page.show_record(ref)
        self._stage = stage
        stage.open_requested.connect(self._go)
        self.finished.connect(self._end)

    def accept(self) -> None:
        """Close when everything typed could be saved."""
        if self.page.flush():
            super().accept()

    def _go(self, _ref: Ref) -> None:
        """Another record is asked for: it lies under this one."""
        self.accept()

    def _end(self, _is_agreed: bool) -> None:
        self._stage.open_requested.disconnect(self._go)
        self.page.flush()

    def _remove(self, ref: Ref | None) -> None:
        super().accept()
        if ref is not None:
            self.removed.emit(ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is the field's; Ctrl+Enter closes."""
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """In the title, for that is what one came for."""
        title = self.page.head.title
        return title.line if title is not None else super().first_focus()
