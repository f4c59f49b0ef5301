"""The record's log: notes and what happened to it, newest first, with a line to write the next note."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.schema.types.times import ZONE
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.long import LongText
from vaartdesk.ui.labels import Label
from vaartdesk.ui.log_view import LogEntry, LogView
from vaartdesk.ui.section import Section

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

DRAFT = "note"
DRAFT_MS = 700
FEW, MOST = 8, 40
"""So many lines are shown at first, and so many at all; the history dialog has every one."""


def moment_words(moment: datetime, now: datetime) -> str:
    """`24-11 09:12`; with the year, without the time, when it is not this one."""
    local, here = moment.astimezone(ZONE), now.astimezone(ZONE)
    return f"{local:%d-%m %H:%M}" if local.year == here.year else f"{local:%d-%m-%Y}"


class LogSection(Section):
    """`Logboek` with "+ Notitie". The note being typed survives a crash."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(str(_("Logboek")))
        self.desk = desk
        self.ref: Ref | None = None
        self.area = LongText()
        self.area.setObjectName("newNote")
        self.area.setAccessibleName(str(_("Nieuwe notitie")))
        self.area.setPlaceholderText(str(_("Notitie; Ctrl+Enter bewaart")))
        self.area.hide()
        self.problem = Label("", "meta", "danger", wrap=True)
        self.problem.setObjectName("newNote_problem")
        self.keep = Button(str(_("Toch bewaren")), "check", "link", small=True)
        self.keep.setObjectName("newNote_keep")
        self.keep.clicked.connect(self.save_anyway)
        self.view = LogView(str(_("Logboek")))
        self.body.addWidget(self.area)
        for widget in (self.problem, self.keep):
            self.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            widget.hide()
        self.body.addWidget(self.view)
        self.more = Button("", "chevron-down", "link", small=True)
        self.more.setObjectName("wholeLog")
        self.more.clicked.connect(self._show_all)
        self.more.hide()
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._entries: list[LogEntry] = []
        self._has_all = False
        self.add = self.add_action(str(_("Notitie")))
        self.add.setObjectName("addNote")
        self.add.clicked.connect(self.begin)
        self.area.left.connect(self.save)
        self.area.reverted.connect(self._throw_away)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._keep_draft)
        self.area.textChanged.connect(self._timer.start)

    def turn_to(self, ref: Ref) -> None:
        """What is written from now on is about this record; a note of it that was not finished stands there again."""
        if ref != self.ref:
            self.save()
            self.ref = ref
            self._has_all = False
            self._show_draft()

    def show_record(self, ref: Ref) -> None:
        """The log of a record, and a note of it that was not finished."""
        self.turn_to(ref)
        self._entries = self._read(ref, self.desk.clock.now())
        self._fill()
        self.set_count(str(len(self._entries)) if self._entries else "")

    def _fill(self) -> None:
        """The newest few, or all of them: what comes below the log is not to be looked for."""
        most = MOST if self._has_all else FEW
        shown = self._entries[:most] if len(self._entries) > FEW + 1 else self._entries
        self.view.set_entries(shown)
        self.more.setText(str(_("Alle {n} tonen").format(n=min(len(self._entries), MOST))))
        self.more.setVisible(not self._has_all and len(shown) < len(self._entries))

    def _show_all(self) -> None:
        self._has_all = True
        self._fill()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, ref: Ref, now: datetime) -> list[LogEntry]:
        return [LogEntry(moment_words(at, now), text, who) for at, text, who in self.desk.log_lines(ref)]

    # --- writing a note ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Open the line for a note, the cursor in it."""
        self.set_folded(False)
        self.area.show()
        self.area.setFocus()

    def save(self) -> None:
        """Keep what was typed as a note; nothing typed closes the line."""
        text = self.area.toPlainText().strip()
        if self.ref is not None and text:
            try:
                with self.desk.change(_("Notitie toegevoegd")) as tx:
                    tx.note(self.ref, text)
            except Refused as refused:
                self._warn(refused, self.ref, text)
            else:
                self._clear()
        elif not self.area.hasFocus():
            self.area.hide()

    def save_anyway(self) -> None:
        """Keep the note whatever its words were warned of."""
        with self.desk.door.despite_warnings():
            self.save()

    def _warn(self, refused: Refused, ref: Ref, text: str) -> None:
        """The note stays a draft; the sentence under it says why."""
        self.desk.drafts.keep(ref.kind, ref.id, DRAFT, text)
        self.problem.setText(str(refused))
        self.problem.show()
        self.keep.setVisible(all(problem.is_warning for problem in refused.problems))

    def _clear(self) -> None:
        for widget in (self.problem, self.keep):
            widget.hide()
        self.area.setPlainText("")
        self.area.hide()
        self._timer.stop()
        if self.ref is not None:
            self.desk.drafts.drop(self.ref.kind, self.ref.id, DRAFT)

    def _throw_away(self) -> None:
        self._clear()
        self.add.setFocus()

    def _keep_draft(self) -> None:
        text = self.area.toPlainText()
        if self.ref is not None and text.strip():
            self.desk.drafts.keep(self.ref.kind, self.ref.id, DRAFT, text)

    def _show_draft(self) -> None:
        assert self.ref is not None
        for widget in (self.problem, self.keep):
            widget.hide()
        draft = self.desk.drafts.of(self.ref.kind, self.ref.id).get(DRAFT)
        self.area.setPlainText(draft.text if draft else "")
        self._timer.stop()
        self.area.setVisible(draft is not None)
