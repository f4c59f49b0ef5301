"""Tab goes through the parts of a page as they lie, from top to bottom: Qt itself goes by when they came to it.

Inside a part the order stays as it is. The layouts are not asked: what PySide reads of their items it may not outlive.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaartdesk.ui.focus_chain import focus_chain


def lead_with(page: QWidget, first: QWidget) -> None:
    """Tab on a page begins with ``first``, which came to its head last; the rest follows as before."""
    own = [w for w in focus_chain(page) if page.isAncestorOf(w) and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    led = sorted(own, key=lambda widget: not first.isAncestorOf(widget))
    for before, after in pairwise(led):
        QWidget.setTabOrder(before, after)


class TabOrder:
    """Keeps the order of one page: first ``head``, then the children of ``body``."""

    def __init__(self, head: QWidget, body: QWidget) -> None:
        self.head, self.body = head, body
        self._kept: tuple[tuple[int, ...], int] = (), 0

    def follow(self) -> None:
        """Let Tab go as the page is laid out now; where nothing came or went it costs a look."""
        children = self.body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        parts = sorted((child for child in children if child.isVisibleTo(self.body)), key=lambda c: (c.y(), c.x()))
        now = tuple(id(part) for part in parts), len(self.body.findChildren(QWidget))
        if now == self._kept:
            return
        self._kept = now
        reached = self._reached([self.head, *parts])
        for before, after in pairwise(reached):
            QWidget.setTabOrder(before, after)

    def _reached(self, parts: list[QWidget]) -> list[QWidget]:
        """What Tab can reach of the parts: part by part, in each in the order of now."""
        found: dict[QWidget, list[QWidget]] = {part: [] for part in parts}
        for widget in focus_chain(self.head):
            part = self._part_of(widget, found) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else None
            if part is not None:
                found[part].append(widget)
        return [widget for part in parts for widget in found[part]]

    @staticmethod
    def _part_of(widget: QWidget, parts: dict[QWidget, list[QWidget]]) -> QWidget | None:
        above: QWidget | None = widget
        while above is not None and above not in parts:
            above = above.parentWidget()
        return above
