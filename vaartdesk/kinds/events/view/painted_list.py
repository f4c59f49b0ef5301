"""A list that is one painting: Qt keeps rows, current row and what a screen reader hears; where they lie is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

Index = QModelIndex | QPersistentModelIndex


class PaintedList(QListView):
    """Everything is in sight, so nothing scrolls. A subclass says `visualRect` and `indexAt`, and paints."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0
        """How often it was painted."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        # All of it is painted here: without this everything that lies under it would be painted first, at every turn.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Nothing scrolls: all of it is in sight."""

    def doItemsLayout(self) -> None:
        """Nothing is to be laid out: who hands in other rows measures and paints. Qt's own would paint all of it again."""

    def updateGeometries(self) -> None:
        """There are no scroll bars to set."""

    def setSelection(self, rect: QRect, command: object) -> None:
        """Rows are chosen by key or click, never by a rubber band."""

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns nothing: one would lose the place without wanting to."""
        event.ignore()
