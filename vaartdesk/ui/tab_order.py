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
        self._kept: list[QWidget] = []

    def follow(self) -> None:
        """Let Tab go as the page is laid out now; while the same parts are seen it costs a look. What comes to a part later
        is for that part to lead to.
        """
        children = self.body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        parts = sorted((child for child in children if child.isVisibleTo(self.body)), key=lambda c: (c.y(), c.x()))
        if parts == self._kept:
            return
        self._kept = parts
        part_of = {widget: part for part in (self.head, *parts) for widget in (part, *part.findChildren(QWidget))}
        order = [w for w in focus_chain(self.head) if w in part_of and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        found: dict[QWidget, list[QWidget]] = {part: [] for part in (self.head, *parts)}
        for widget in order:
            found[part_of[widget]].append(widget)
        _move(order, [widget for part in found.values() for widget in part])


def _move(order: list[QWidget], wanted: list[QWidget]) -> None:
    """From the order of now to the wanted one, by as few moves as it takes: each costs Qt a walk."""
    for place, (before, after) in enumerate(pairwise(wanted), 1):
        if place == 1 and order[0] is not before:
            order.remove(before)
            order.insert(0, before)
        if order[place] is not after:
            order.remove(after)
            order.insert(place, after)
            QWidget.setTabOrder(before, after)
