"""The column at the right: what waits for a meeting of this body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.view.stock_data import Topic, read_stock
from vaartdesk.kinds.meetings.view.stock_view import StockView
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

STRIP = 40
LEAST = 230


class StockPane(QWidget):
    """Title, count, "+ Onderwerp", and the topics in their groups."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("look", "page")
        self.setMinimumWidth(LEAST)
        self.view = StockView()
        self.count = ElidedLabel("", "meta", "text2", least=0)
        self.add = Button(str(_("Onderwerp")), "plus", "link", small=True)
        self.add.setObjectName("newTopic")
        self.add.setAccessibleName(str(_("Onderwerp aandragen")))
        self.nothing = Label(
            str(_("Niets in voorraad. Met Agenderen komt er van elk tabblad iets bij.")), "meta", "text2", wrap=True
        )
        self.nothing.setContentsMargins(sizes.SPACE_4, sizes.SPACE_2, sizes.SPACE_4, 0)
        strip = QHBoxLayout()
        strip.setContentsMargins(14, 0, sizes.SPACE_2, 0)
        strip.setSpacing(sizes.SPACE_2)
        strip.addWidget(Label(str(_("Voorraad")), "body", weight=600))
        strip.addWidget(self.count, 1)
        strip.addWidget(self.add)
        head = QWidget()
        head.setLayout(strip)
        head.setFixedHeight(STRIP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: a stack without a parent shows its widget as a window
        empty = QWidget()
        below = QVBoxLayout(empty)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.nothing)
        below.addStretch(1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)

    def show_body(self, body: str | None) -> None:
        """The stock of a body."""
        entries = read_stock(self.desk, body)
        number = sum(isinstance(entry, Topic) for entry in entries)
        self.count.set_text(ngettext("{n} onderwerp", "{n} onderwerpen", number).format(n=number) if number else "")
        self.add.setEnabled(bool(body) and not self.desk.is_read_only)
        self.view.show_entries(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
