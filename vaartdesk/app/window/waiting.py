"""Extra > Wacht op: what lies with one counterpart, printed for the meeting, and the answers typed back in one screen (X7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.waiting import Item, Reply, parties, save_replies, waiting
from vaartdesk.flows.waiting_paper import waiting_paper
from vaartdesk.schema.ref import Refused
from vaartdesk.schema.types.texts import LIMIT
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.choice import Choices
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.app.window.shell import Shell

DRAFT: Final = "answer"
"""Under this name an answer that is not saved yet is kept with its record."""
HEIGHT: Final = 380
REPLY_LEAST: Final = 300


class ReplyLine(QLineEdit):
    """One answer; Enter goes to the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LIMIT + 1)  # what is longer is refused aloud, not cut in silence

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


@dataclass
class Row:
    """One point on the screen."""

    item: Item
    reply: ReplyLine
    back: QCheckBox | None


class WaitingDialog(Dialog):
    """Choose the counterpart; each point has a line for its answer. What is typed survives closing and a crash."""

    def __init__(self, window: Shell) -> None:
        super().__init__(str(_("Wacht op")), width=960)
        self.setObjectName("waitingDialog")
        self.window_, self.desk = window, window.desk
        self.rows: list[Row] = []
        self.party = Choices()
        self.party.setObjectName("party")
        self.party.setAccessibleName(str(_("Wacht op")))
        self.party.setFixedHeight(sizes.INPUT)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.give_room(self.area, HEIGHT)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.problem = Label("", "body", "danger", wrap=True)
        self._build()
        self._fill_parties()

    def _build(self) -> None:
        self.body.addWidget(self.party)
        self.body.addWidget(self.area)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.print_button = Button(str(_("Afdrukken…")), "printer")
        self.print_button.setObjectName("printWaiting")
        self.print_button.clicked.connect(self.print)
        self.add_note(self.print_button)
        self.anyway = Button(str(_("Toch bewaren")), kind="quiet")
        self.anyway.setObjectName("keepAnyway")
        self.anyway.clicked.connect(self.save_anyway)
        self.anyway.hide()
        self.add_button(self.anyway)
        self.add_button(Button(str(_("Sluiten")), kind="quiet"), accepts=False)
        self.save_button = self.add_button(Button(str(_("Antwoorden bewaren")), "check", "primary", key="Ctrl+Enter"))
        self.save_button.setObjectName("saveReplies")
        self.save_button.clicked.connect(self.save)
        self.party.currentIndexChanged.connect(lambda _index: self._show_party())

    # --- showing -------------------------------------------------------------------------------------------------------

    def _fill_parties(self, chosen: str = "") -> None:
        with self.desk.read() as reader:
            self._items = waiting(reader)
        self.party.blockSignals(True)
        self.party.clear()
        for party in parties(self._items):
            self.party.addItem(f"{party.name}  {party.count}", (party.key, party.name))
        keys = [self.party.itemData(row)[0] for row in range(self.party.count())]
        self.party.setCurrentIndex(keys.index(chosen) if chosen in keys else 0 if keys else -1)
        self.party.blockSignals(False)
        self._show_party()

    def chosen(self) -> tuple[str, str]:
        """Key and name of the counterpart; empty where nothing waits."""
        found: Any = self.party.currentData()
        return (str(found[0]), str(found[1])) if found else ("", "")

    def _show_party(self) -> None:
        key, _name = self.chosen()
        items = [item for item in self._items if key in item.keys]
        self.party.setVisible(bool(self._items))
        for button in (self.print_button, self.save_button):
            button.setEnabled(bool(items))
        self.rows = []
        inner = QWidget()
        inner.setProperty("look", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, sizes.SPACE_2, 0)
        column.setSpacing(sizes.SPACE_3)
        for item in items:
            column.addLayout(self._row(item))
        if not items:
            column.addWidget(Label(str(_("Er wacht nu niets op iemand anders.")), "body", "text2", wrap=True))
        column.addStretch(1)
        old = self.area.takeWidget()
        self.area.setWidget(inner)
        if old is not None:
            old.hide()
            old.deleteLater()  # not now: the key that saves may still be on its way through one of the answers
        self._order_tabs()
        for place, row in enumerate(self.rows, 1):
            row.reply.returnPressed.connect(self._next(self.rows[place] if place < len(self.rows) else None))

    def _order_tabs(self) -> None:
        """From the counterpart along the answers to the buttons: the answers came last to the dialog."""
        before: QWidget = self.party
        for row in self.rows:
            for widget in (row.reply, row.back):
                if widget is not None:
                    QWidget.setTabOrder(before, widget)
                    before = widget

    def _row(self, item: Item) -> QHBoxLayout:
        what, reply = QVBoxLayout(), ReplyLine()
        what.setSpacing(0)
        title = f"{item.number} {item.title}".strip()
        what.addWidget(ElidedLabel(title, "body", weight=500))
        what.addWidget(ElidedLabel(self._meta(item), "meta", "text2"))
        reply.setObjectName("reply")
        reply.setPlaceholderText(str(_("Antwoord")))
        reply.setAccessibleName(str(_("Antwoord op {title}").format(title=title)))
        reply.setMinimumWidth(REPLY_LEAST)
        draft = self.desk.drafts.of(item.ref.kind, item.ref.id).get(DRAFT)
        reply.setText(draft.text if draft else "")
        reply.textEdited.connect(lambda text: self._keep(item, text))
        row = QHBoxLayout()
        row.setSpacing(sizes.SPACE_3)
        row.addLayout(what, 1)
        row.addWidget(reply)
        self.rows.append(Row(item, reply, self._back(row, title) if item.can_come_back else None))
        if not item.can_come_back:
            row.addSpacing(self._back_width() + sizes.SPACE_3)
        return row

    @staticmethod
    def _back(row: QHBoxLayout, title: str) -> QCheckBox:
        back = QCheckBox(str(_("weer bij ons")))
        back.setObjectName("comesBack")
        back.setAccessibleName(str(_("Weer bij ons: {title}").format(title=title)))
        row.addWidget(back)
        return back

    @staticmethod
    def _back_width() -> int:
        return QCheckBox(str(_("weer bij ons"))).sizeHint().width()

    def _meta(self, item: Item) -> str:
        today = self.desk.today
        since = _("sinds {day}").format(day=day_short(item.since, today)) if item.since else ""
        expected = _("verwacht {day}").format(day=day_short(item.expected, today)) if item.expected else ""
        return " · ".join(part for part in (item.where, since, item.owner, item.state, expected) if part)

    def _next(self, row: Row | None) -> Any:
        def go() -> None:
            target: QWidget = row.reply if row is not None else self.save_button
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(target)

        return go

    def first_focus(self) -> QWidget:
        """The counterpart, where there is one to choose."""
        return self.party if self._items else super().first_focus()

    # --- doing ---------------------------------------------------------------------------------------------------------

    def _keep(self, item: Item, text: str) -> None:
        if text.strip():
            self.desk.drafts.keep(item.ref.kind, item.ref.id, DRAFT, text)
        else:
            self.desk.drafts.drop(item.ref.kind, item.ref.id, DRAFT)

    def replies(self) -> list[Reply]:
        """What was typed and ticked."""
        return [
            Reply(row.item.ref, row.reply.text(), row.back is not None and row.back.isChecked()) for row in self.rows
        ]

    def save(self) -> None:
        """Every answer goes to its record, in one step that can be undone."""
        key, name = self.chosen()
        try:
            count = save_replies(self.desk, name, self.replies())
        except Refused as refused:
            self.problem.setText(str(refused))
            self.problem.show()
            self.anyway.setVisible(all(problem.is_warning for problem in refused.problems))
            return
        self.problem.hide()
        self.anyway.hide()
        if not count:
            return
        for row in self.rows:
            self.desk.drafts.drop(row.item.ref.kind, row.item.ref.id, DRAFT)
        told = ngettext("{n} antwoord bewaard", "{n} antwoorden bewaard", count).format(n=count)
        self.window_.announce(told, True)
        self._fill_parties(key)

    def save_anyway(self) -> None:
        """Keep the answers whatever their words were warned of."""
        with self.desk.door.despite_warnings():
            self.save()

    def print(self) -> None:
        """The list with room for answers, to take along."""
        key, _name = self.chosen()
        self.window_.stage.paper_made.emit(waiting_paper(self.desk, key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from wherever one is."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)
