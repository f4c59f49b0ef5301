"""A column of the board: what it stands for, how many cards it has, a plus, and the cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.actions.view.board_cards import CardList
from vaartdesk.kinds.actions.view.board_data import Column
from vaartdesk.ui.buttons import IconButton
from vaartdesk.ui.chips import ChipLabel
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.painting import paint_badge
from vaartdesk.ui.theme import sizes

LEAST = 156
"""Five columns beside a folded rail on the smallest screen that we take, 911 wide."""


class BadgeLabel(QWidget):
    """A theme line's letter."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter = letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(sizes.BADGE, sizes.BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), 0, QRectF(self.rect()).center().y(), self._letter)


class BoardColumn(QFrame):
    """A value of ``field``. `add_requested()` comes from the plus."""

    add_requested = Signal()

    def __init__(self, field: str, column: Column, *, is_read_only: bool) -> None:
        super().__init__()
        self.field, self.value, self.label = field, column.value, column.label
        self.setObjectName(f"column_{column.value or 'none'}")
        self.setProperty("look", "groove")
        self.setMinimumWidth(LEAST)
        self.count = Label("", "meta", "text3")
        self.list = CardList()
        self.list.setObjectName("cards")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, sizes.SPACE_1, 0, 0)
        layout.setSpacing(sizes.SPACE_1)
        layout.addLayout(self._head(column, is_read_only))
        layout.addWidget(self.list, 1)
        self.show_column(column)

    def _head(self, column: Column, is_read_only: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(sizes.SPACE_2, 0, sizes.SPACE_1, 0)
        row.setSpacing(sizes.SPACE_2)
        if column.chip is not None:
            row.addWidget(ChipLabel(column.chip))
        elif column.letter:
            row.addWidget(BadgeLabel(column.letter))
        if column.chip is None:
            row.addWidget(ElidedLabel(column.label, "body", weight=600, least=20), 1)
        row.addWidget(self.count)
        row.addStretch(1 if column.chip is not None else 0)
        add = IconButton(
            "plus", str(_("Nieuwe actie in {column}").format(column=column.label)), side=sizes.BUTTON_SMALL
        )
        add.setObjectName("addCard")
        add.setEnabled(not is_read_only)
        add.clicked.connect(self.add_requested)
        row.addWidget(add)
        return row

    def show_column(self, column: Column) -> None:
        """Show the cards and how many there are."""
        self.count.setText(str(column.total))
        self.list.show_column(column)
