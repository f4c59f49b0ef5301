"""Two panes beside each other with a movable border, or one at a time where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes


class TwoPanes(QSplitter):
    """List and record side by side; on a narrow page one of the two, with a way back."""

    def __init__(self, name: str, left: QWidget, right: QWidget, stage: Stage) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._key, self._stage = f"split/{name}", stage
        self.setObjectName("panes")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.is_stepped = False
        self.shows_record = False
        kept = stage.recall(self._key)
        self._wanted = int(kept) if kept.isdigit() else sizes.LIST
        self._is_placed = False
        self.splitterMoved.connect(lambda at, _index: self._stage.remember(self._key, str(at)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes what it was given; only once the width is known, for Qt shares out sizes that do not add up."""
        super().resizeEvent(event)
        if not self._is_placed and self.width() > sizes.DETAIL_LEAST:
            self._is_placed = True
            left = min(self._wanted, max(sizes.LIST_LEAST, self.width() - sizes.DETAIL_LEAST))
            self.setSizes([left, self.width() - left])

    def step(self, *, is_stepped: bool) -> None:
        """One pane at a time, or both."""
        self.is_stepped = is_stepped
        self.arrange()

    def arrange(self) -> None:
        """Show what belongs on screen now."""
        left, right = self.widget(0), self.widget(1)
        if left is not None and right is not None:
            left.setVisible(not self.is_stepped or not self.shows_record)
            right.setVisible(not self.is_stepped or self.shows_record)
