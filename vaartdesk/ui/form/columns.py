"""Parts of a record's page in two columns beside each other, and under each other where the page is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vaartdesk.ui.theme import sizes

BESIDE_FROM = 620
"""From this width on the columns stand beside each other."""


class TwoColumns(QWidget):
    """``left`` and ``right`` take widgets; Tab goes through the left column first."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(sizes.SPACE_6)
        self.left, self.right = self._column(), self._column()

    def _column(self) -> QVBoxLayout:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_2)
        self._row.addWidget(holder, 1)
        return column

    def close_columns(self) -> None:
        """No more comes: what is there keeps to the top of its column."""
        for column in (self.left, self.right):
            column.addStretch(1)

    @property
    def is_beside(self) -> bool:
        return self._row.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.contentsRect().width() >= BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
