"""One point of a round, to be judged with one hand: what and where, what to look for, two large buttons, remark and photos."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries.rounds import Stop
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.kinds.tickets.view.walk.big_button import BigButton
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.texts import TextType
from vaartdesk.ui.buttons import LinkLine
from vaartdesk.ui.editors.field_box import FieldBox
from vaartdesk.ui.editors.registry import make_editor
from vaartdesk.ui.form.attachments import Attachments
from vaartdesk.ui.form.saving import Saver
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

WIDEST = 760


class PointCard(QWidget):
    """`judged(result)`: one of the large buttons. The remark saves itself when it is left, as on every form."""

    judged = Signal(str)

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setObjectName("pointCard")
        self.stop: Stop | None = None
        self.title = Label("", "title", weight=600, wrap=True)
        self.title.setObjectName("pointTitle")
        self.where = Label("", "body", "text2", wrap=True)
        self.hint = _Hint()
        self.before = Label("", "meta", "text2", wrap=True)
        self.before.setObjectName("before")
        self.buttons = {
            rounds.OK: BigButton(str(_("In orde")), "check", "O", "success", height=sizes.TARGET_HUGE),
            rounds.WRONG: BigButton(str(_("Niet in orde")), "circle-alert", "N", "danger", height=sizes.TARGET_HUGE),
            rounds.SKIPPED: BigButton(str(_("Overslaan")), "minus", "S", height=sizes.TARGET_LARGE),
        }
        self.photo = BigButton(str(_("Foto")), "camera", "F", height=sizes.TARGET_LARGE)
        self.photo.setObjectName("photo")
        self.note = self._note_box()
        self.saver = Saver(desk, self, self._stored)
        self.saver.watch(self.note)
        self.files = Attachments(desk, stage)
        self.photo.clicked.connect(self.files.pick)
        self.ticket = LinkLine("")
        self.ticket.setObjectName("pointTicket")
        self.ticket.clicked.connect(self._open_ticket)
        self._build()

    # --- building ------------------------------------------------------------------------------------------------------

    def _note_box(self) -> FieldBox:
        """The remark as a line: Enter goes on, and its first line names the ticket."""
        field = replace(self.desk.kinds["inspection_point"].fields["note"], type=TextType())
        box = FieldBox(make_editor(field, self.desk), is_labelled=False)
        box.editor.widget.setProperty("look", "")
        box.editor.widget.setProperty("form", "large")
        return box

    def _build(self) -> None:
        group = QButtonGroup(self)
        for result, button in self.buttons.items():
            button.setObjectName(result)
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _on=False, result=result: self.judged.emit(result))
        large, small = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (large, (self.buttons[rounds.OK], self.buttons[rounds.WRONG])),
            (small, (self.photo, self.buttons[rounds.SKIPPED])),
        ):
            row.setSpacing(sizes.SPACE_3)
            for button in buttons:
                row.addWidget(button, 1)
        written = QVBoxLayout()
        written.setSpacing(sizes.SPACE_3)
        written.addWidget(self.note)
        written.addLayout(small)
        written.addWidget(self.ticket, 0, Qt.AlignmentFlag.AlignLeft)
        written.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(sizes.SPACE_4)
        beside.addLayout(written, 1)
        beside.addWidget(self.files.photos)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.SPACE_1] * 4)  # the focus ring lies outside its button
        column.setSpacing(sizes.SPACE_2)
        for widget in (self.title, self.where, self.hint, self.before):
            column.addWidget(widget)
        column.addSpacing(sizes.SPACE_2)
        column.addLayout(large)
        column.addSpacing(sizes.SPACE_1)
        column.addLayout(beside)
        column.addWidget(self.files)
        column.addStretch(1)
        self.setMaximumWidth(WIDEST)
        self._order()

    def _order(self) -> None:
        """Tab goes as the eye does."""
        judging = [self.buttons[rounds.OK], self.buttons[rounds.WRONG], self.note.editor.focus_widget]
        way = [*judging, self.photo, self.buttons[rounds.SKIPPED], self.ticket]
        for first, second in pairwise(way):
            QWidget.setTabOrder(first, second)

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_stop(self, stop: Stop, *, is_open: bool) -> None:
        """Another point, or what changed of this one. ``is_open``: the round is still being walked."""
        is_same = self.stop is not None and self.stop.point["id"] == stop.point["id"]
        ref = Ref("inspection_point", stop.point["id"])
        if not is_same:
            self.saver.flush()
        self.stop, self.saver.ref = stop, ref
        self.title.setText(str(stop.point["title"]))
        self.where.setText("  ·  ".join(part for part in (stop.where, stop.category) if part))
        self.where.setVisible(bool(self.where.text()))
        self.hint.tell(stop.hint)
        day = day_short(stop.before_on, self.desk.today) if stop.before_on is not None else ""
        self.before.setText(str(_("Vorige keer, {day}: {told}")).format(day=day, told=stop.before))
        self.before.setVisible(bool(stop.before))
        self._show_finding(stop, is_open=is_open)
        self._show_note(stop, is_same=is_same, is_open=is_open)
        self.files.show_record(ref)
        self.files.setVisible(bool(self.files.head.count_text))

    def _show_finding(self, stop: Stop, *, is_open: bool) -> None:
        group = self.buttons[rounds.OK].group()
        group.setExclusive(False)  # none may be chosen
        for result, button in self.buttons.items():
            button.setChecked(stop.point["result"] == result)
            button.setEnabled(is_open)
        group.setExclusive(True)
        self.photo.setEnabled(is_open)
        ticket = stop.ticket
        self.ticket.setVisible(ticket is not None)
        if ticket is not None:
            self.ticket.set_text(f"{ticket['number']}  {ticket['title']}")

    def _show_note(self, stop: Stop, *, is_same: bool, is_open: bool) -> None:
        is_wrong = stop.point["result"] == rounds.WRONG
        hint = _("Wat is er mis? Dit wordt de titel van de melding") if is_wrong else _("Opmerking")
        self.note.editor.focus_widget.setPlaceholderText(str(hint))  # type: ignore[attr-defined]
        self.note.editor.set_read_only(not is_open)
        if is_same:
            self.note.editor.show_unless_typing(stop.point["note"])
            return
        self.note.editor.show_value(stop.point["note"])
        self.note.show_problem("")
        self.saver.restore_drafts()

    def _stored(self, name: str) -> Any:
        values = self.desk.get(self.saver.ref) if self.saver.ref is not None else None
        return (values or {}).get(name)

    def _open_ticket(self) -> None:
        if self.stop is not None and self.stop.ticket is not None:
            self.stage.open(Ref("ticket", self.stop.ticket["id"]))

    def flush(self) -> bool:
        """Save what is being typed; False when it says too much about somebody, and nobody kept it all the same yet."""
        return self.saver.flush()


class _Hint(QFrame):
    """What to look for, in a quiet well; hidden where the route says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "well")
        self.text = Label("", "body", "text1", wrap=True)
        self.text.setObjectName("hint")
        grid = QGridLayout(self)
        grid.setContentsMargins(sizes.SPACE_3, sizes.SPACE_2, sizes.SPACE_3, sizes.SPACE_2)
        grid.setHorizontalSpacing(sizes.SPACE_2)
        grid.addWidget(Label(str(_("Let op")), "meta", "text3"), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.text, 0, 1)
        grid.setColumnStretch(1, 1)

    def tell(self, text: str) -> None:
        """Another hint."""
        self.text.setText(text)
        self.setVisible(bool(text.strip()))
