"""Parts of the open window as a test looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.toast import Toast

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window


def top_page(window: Window) -> ListDetailPage:
    """The list and record that are on top."""
    page = window.frame.page(window.frame.current_tab())
    assert page is not None
    found = page.currentWidget()  # type: ignore[attr-defined]
    assert isinstance(found, ListDetailPage)
    return found


def dialog(window: Window, name: str) -> Any:
    """The open dialog of that name; one that was closed may live a little longer."""
    return next((found for found in window.frame.findChildren(Dialog, name) if found.isVisible()), None)


def button(parent: QWidget, name: str) -> QPushButton:
    """The button of that name."""
    found = parent.findChild(QPushButton, name)
    assert found is not None
    return found


def toast(window: Window) -> str:
    """What is told in passing."""
    return " ".join(found.text for found in window.frame.findChildren(Toast) if found.isVisible())
