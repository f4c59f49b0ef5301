"""A table of cells that each lead somewhere: painted, pointed at by mouse and keys, opened by a click or Enter."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex


class CellTable(QTableView):
    """What every such table does; its own are the model, the delegate and the head, ``measure``, ``point_at`` and ``open_at``."""

    def __init__(self, model: QAbstractItemModel, head: QHeaderView) -> None:
        super().__init__()
        self.setModel(model)
        self.setHorizontalHeader(head)
        self._dress()
        self.clicked.connect(self.open_at)
        self.entered.connect(self.point_at)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.point_at(now))
        theme().changed.connect(self.measure)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setProperty("look", "painted")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def measure(self) -> None:
        """Divide the room of now over the columns, in the font of now."""

    def point_at(self, index: Index) -> None:
        """The mouse or the keys are on a cell."""

    def open_at(self, index: Index) -> None:
        """A click on a cell, or Enter."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().update()
        self.point_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_at(self.currentIndex())
        else:
            super().keyPressEvent(event)
