"""Where widgets of the window stand, for the tests that measure it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from clipping import settle
from vaartdesk.ui.views import Views

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window


def at(widget: QWidget, window: Window) -> QPoint:
    """Where the widget begins in the window."""
    return widget.mapTo(window.frame, QPoint(0, 0))


def one(parent: QWidget, kind: type[Any], name: str = "") -> Any:
    """The visible widget of a kind."""
    found = parent.findChildren(kind, name) if name else parent.findChildren(kind)
    return next(widget for widget in found if widget.isVisible())


def tab(window: Window, name_of_tab: str) -> Any:
    """The page on top of a tab."""
    views = window.frame.show_tab(name_of_tab)
    assert isinstance(views, Views)
    settle(window.frame)
    return views.currentWidget()
