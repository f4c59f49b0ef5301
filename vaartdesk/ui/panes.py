"""Two panes beside each other with a movable border, or one at a time where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes


class TwoPanes(QSplitter):
    """List and record side by side; on a narrow page one of the two, with a way back.

    ``detail``: where the right one has a width of its own, what it is on a page of a width; the left one takes the rest. A
    border that somebody moved stays where it is.
    """

    def __init__(
        self, name: str, left: QWidget, right: QWidget, stage: Stage, *, detail: Callable[[int], int] | None = None
    ) -> None:
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
        self._detail = None if kept.isdigit() else detail
        self.splitterMoved.connect(self._keep)

    def _keep(self, at: int, _index: int) -> None:
        """Somebody moved the border: so it shall be."""
        self._stage.remember(self._key, str(at))
        self._detail = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes what it was given; only once the width is known, for Qt shares out sizes that do not add up."""
        super().resizeEvent(event)
        if self._detail is not None:
            right = self._detail(self.width())
            self.setSizes([self.width() - right, right])
        elif not self._is_placed and self.width() > sizes.DETAIL_LEAST:
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
