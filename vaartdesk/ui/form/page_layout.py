"""How the parts of a record's page lie: the head stays, what is below it scrolls; photos stand beside the first fields.

Without a record it says so, instead of being white.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vaartdesk.ui.form.head import TEXT_INSET
from vaartdesk.ui.tab_order import TabOrder
from vaartdesk.ui.theme import sizes

WIDEST = 860
"""Beyond this a line of fields is no longer read as one."""
BESIDE = 540
"""From here on a photo and the first fields fit beside each other."""
BAR = 12
ROOM = sizes.DETAIL_PADDING - sizes.SPACE_2
"""Between what is read and the right edge of the page."""


class PageLayout(QStackedWidget):
    """``body`` takes the parts in order; ``area`` scrolls it. ``nothing`` is shown while there is no record."""

    def __init__(self, head: QWidget, nothing: QWidget) -> None:
        super().__init__()
        self.parts, self.nothing = QWidget(), nothing
        self.addWidget(nothing)
        self.addWidget(self.parts)
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.SPACE_1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        inner = QWidget()
        inner.setProperty("look", "plain")
        inner.setMaximumWidth(WIDEST)
        inner.setLayout(self.body)
        self._tab_order = TabOrder(head, inner)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self.area.verticalScrollBar().rangeChanged.connect(self._leave_room)
        head.setMaximumWidth(WIDEST)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, ROOM, 0)
        above.addWidget(head, 1)
        above.addStretch(0)  # beyond its widest the head keeps to the left, as the fields below it do
        column = QVBoxLayout(self.parts)
        column.setContentsMargins(sizes.DETAIL_PADDING - TEXT_INSET, sizes.SPACE_3, sizes.SPACE_2, 0)
        column.setSpacing(sizes.SPACE_2)
        column.addLayout(above)
        column.addWidget(self.area, 1)

    def show_parts(self, *, is_there: bool) -> None:
        """The record, or that there is none."""
        self.setCurrentWidget(self.parts if is_there else self.nothing)

    def keep_tab_order(self) -> None:
        """Tab goes as the page is read, also through what came to it since."""
        self._tab_order.follow()

    def _leave_room(self, _least: int = 0, most: int = 0) -> None:
        """The text ends where the head does, with a scroll bar and without, in a narrow pane and in a wide one."""
        whole = self.area.width()
        inner = min(WIDEST, whole - (BAR if most else 0))
        right = inner - min(WIDEST, whole - ROOM)
        self.body.setContentsMargins(0, 0, max(0, right), sizes.SPACE_4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(down if self.width() < BESIDE else right)
        self._leave_room(0, self.area.verticalScrollBar().maximum())

    def add_top(self, photos: QWidget, beside: Iterable[QWidget]) -> None:
        """Photos at the left, clock and first fields at their right; below the photos in a narrow pane."""
        column = QVBoxLayout()
        column.setSpacing(sizes.SPACE_2)
        for widget in beside:
            column.addWidget(widget)
        column.addStretch(1)
        self._top.setContentsMargins(TEXT_INSET, 0, 0, 0)
        self._top.setSpacing(sizes.SPACE_4 + sizes.SPACE_1)
        self._top.addWidget(photos, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(column, 1)
        self.body.addLayout(self._top)

    def add_section(self, widget: QWidget, *, before: QWidget | None = None) -> None:
        """A part across the page; ``before`` says in front of which."""
        widget.setContentsMargins(TEXT_INSET, 0, 0, 0)
        at = self.body.indexOf(before) if before is not None else self.body.count()
        self.body.insertWidget(at, widget)
