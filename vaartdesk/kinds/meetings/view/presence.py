"""Who is at the table: votes and quorum above, then everybody with how he is there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model.states import ATTENDANCE_STATES
from vaartdesk.kinds.meetings.rules.people import Quorum
from vaartdesk.kinds.meetings.view.report_data import Attendee, Presence
from vaartdesk.schema.listing import Chip, RowParts, Tone, spoken
from vaartdesk.ui import painting
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.icons import icon, paint_icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.rows_model import RowsModel
from vaartdesk.ui.row_delegate import PARTS, RowDelegate
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
LEAST = 220
SIGNS: Mapping[Tone, str] = {"success": "check", "warning": "triangle-alert", "neutral": "info"}
SIGN_ROOM = 34
"""Where the words of the quorum begin, behind their sign."""
CHIP_ZONE = 110
"""A press in this right part of a row opens the menu of its chip."""


class QuorumCard(QFrame):
    """`Quorum: 4 van 5 stemmen`, and below it the votes for the item at hand where somebody has an interest."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quorum")
        self._tone: Tone = "warning"
        self.title = Label("", "body", "success", weight=600, wrap=True)
        self.below = Label("", "meta", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIGN_ROOM, sizes.SPACE_2, sizes.SPACE_3, sizes.SPACE_2)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.below)

    def show_votes(self, presence: Presence) -> None:
        """Another count."""
        votes, own = presence.votes, presence.for_item
        self._tone = "success" if (own or votes).is_met else "warning" if votes.total else "neutral"
        self.title.setText(_told(votes))
        self.title.set_role("text2" if self._tone == "neutral" else self._tone)
        below = ""
        if own is not None:
            told = _("Voor dit punt {n} van {m}, zonder {names}")
            below = str(told.format(n=own.present, m=own.total, names=", ".join(presence.left_out)))
        elif not votes.is_met and votes.total:
            below = str(_("Nodig: {n}")).format(n=votes.needed)
        self.below.setText(below)
        self.below.setVisible(bool(below))
        self.setAccessibleName(". ".join(part for part in (self.title.text(), below) if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tone, side = theme().state(self._tone), sizes.ICON_INLINE
        painter = QPainter(self)
        painting.paint_box(painter, QRectF(self.rect()), QColor(tone.soft), sizes.RADIUS)
        sign = QRectF(sizes.SPACE_3, self.title.geometry().top() + 3, side, side)
        paint_icon(painter, sign, SIGNS[self._tone], QColor(tone.fg))


def _told(votes: Quorum) -> str:
    if not votes.total:
        return str(_("Niemand heeft stem"))
    told = _("Quorum: {n} van {m} stemmen") if votes.is_met else _("Geen quorum: {n} van {m} stemmen")
    return str(told.format(n=votes.present, m=votes.total))


class PeopleModel(RowsModel[Attendee]):
    """The people in order."""

    ROLE = PARTS

    def key(self, row: Attendee) -> str:
        return row.member

    def spoken(self, row: Attendee) -> str:
        return spoken(row.parts)

    def shown(self, row: Attendee) -> RowParts:
        return row.parts


class PeopleView(QListView):
    """objectName `people`. Space: there or not; Enter or a press on the chip: the menu.

    `marked(member, status)`, `came(member)`, `went(member)`, `interested(member, bool)`.
    """

    marked = Signal(str, str)
    came = Signal(str)
    went = Signal(str)
    interested = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.rows = PeopleModel()
        self.has_item = False
        self.is_fixed = False
        self.setObjectName("people")
        self.setAccessibleName(str(_("Presentie")))
        self.setAccessibleDescription(str(_("Spatie: aanwezig of niet. Enter: meer.")))
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def current(self) -> Attendee | None:
        """The one that is chosen."""
        at = self.currentIndex().row()
        return self.rows.rows[at] if self.currentIndex().isValid() and at < len(self.rows.rows) else None

    def choose(self, member: str) -> None:
        """Stand on somebody."""
        at = next(n for n, one in enumerate(self.rows.rows) if one.member == member)
        self.setCurrentIndex(self.rows.index(at, 0))

    def toggle(self) -> None:
        """There, or invited only."""
        one = self.current()
        if one is not None and not self.is_fixed:
            self.marked.emit(one.member, "uitgenodigd" if one.status == "aanwezig" else "aanwezig")

    def show_menu(self) -> QMenu | None:
        """How the chosen one is there."""
        one = self.current()
        if one is None or self.is_fixed:
            return None
        menu, member = QMenu(self), one.member
        for option in ATTENDANCE_STATES:
            tone = option.tone if option.tone != "neutral" else "text2"
            action = menu.addAction(icon(option.icon, tone), str(option.label))
            action.triggered.connect(lambda _on=False, slug=option.slug: self.marked.emit(member, slug))
        menu.addSeparator()
        menu.addAction(str(_("Komt nu binnen")), lambda: self.came.emit(member))
        if one.status == "aanwezig":
            menu.addAction(str(_("Gaat nu weg")), lambda: self.went.emit(member))
        if self.has_item:
            belang = menu.addAction(str(_("Heeft een belang bij dit punt")))
            belang.setCheckable(True)
            belang.setChecked(one.has_interest)
            belang.triggered.connect(lambda is_on: self.interested.emit(member, is_on))
        corner = self.visualRect(self.currentIndex()).bottomRight() - QPoint(CHIP_ZONE, 0)
        menu.popup(self.viewport().mapToGlobal(corner))
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() >= self.viewport().width() - CHIP_ZONE:
            self.show_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif event.key() in ENTER:
            self.show_menu()
        else:
            super().keyPressEvent(event)


class PresencePane(QWidget):
    """The right column of a meeting in progress."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setMinimumWidth(LEAST)
        self.quorum, self.view = QuorumCard(), PeopleView()
        self.decided, self.acted = ChipLabel(Chip("")), ChipLabel(Chip(""))
        self.decided.setObjectName("harvestDecisions")
        self.acted.setObjectName("harvestActions")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.SPACE_1, 0, sizes.SPACE_4)
        column.setSpacing(sizes.SPACE_2)
        self.guest = Button(str(_("Gast")), "plus", "link", small=True)
        self.guest.setObjectName("addGuest")
        self.guest.setAccessibleName(str(_("Gast toevoegen")))
        head = _padded(Label(str(_("Presentie")), "body", weight=600))
        head.addStretch(1)
        head.addStrut(sizes.BUTTON_SMALL)  # without the button too the heading is level with that of the agenda
        head.addWidget(self.guest)
        column.addLayout(head)
        column.addLayout(_padded(self.quorum))
        column.addWidget(self.view, 1)
        column.addLayout(_padded(Label(str(_("Oogst tot nu toe")), "body", weight=600)))
        chips = QHBoxLayout()
        chips.setContentsMargins(sizes.SPACE_4, 0, sizes.SPACE_4, 0)
        chips.setSpacing(sizes.SPACE_2)
        chips.addWidget(self.decided)
        chips.addWidget(self.acted)
        chips.addStretch(1)
        column.addLayout(chips)

    def show_presence(self, presence: Presence | None, *, has_item: bool, is_fixed: bool) -> None:
        """Everybody, as it is now."""
        self.quorum.setVisible(presence is not None)
        self.guest.setVisible(presence is not None and not is_fixed)
        self.view.has_item, self.view.is_fixed = has_item, is_fixed
        self.view.rows.show(presence.people if presence else ())
        if presence is not None:
            self.quorum.show_votes(presence)

    def show_harvest(self, decisions: int, actions: int) -> None:
        """What the meeting brought forth until now."""
        told = ngettext("{n} besluit", "{n} besluiten", decisions).format(n=decisions)
        self.decided.set_chip(Chip(told, "gavel", "accent"))
        self.acted.set_chip(Chip(ngettext("{n} actie", "{n} acties", actions).format(n=actions), "circle-check"))


def _padded(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(sizes.SPACE_4, 0, sizes.SPACE_4, 0)
    row.addWidget(widget)
    return row
