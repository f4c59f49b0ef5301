"""The way from a list to a page that belongs to it, below the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vaartdesk.ui.buttons import Button
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.theme import sizes


def add_foot(page: ListDetailPage, name: str, text: str, icon_name: str, act: Callable[[], object]) -> Button:
    """Put it there; ``name`` is its objectName."""
    button = Button(text, icon_name, "link")
    button.setObjectName(name)
    button.clicked.connect(lambda _on=False: act())
    row = QHBoxLayout()
    row.setContentsMargins(sizes.SPACE_2, sizes.SPACE_1, sizes.SPACE_2, sizes.SPACE_2)
    row.addWidget(button)
    row.addStretch(1)
    column = page.list.layout()
    assert isinstance(column, QVBoxLayout)
    column.addLayout(row)
    return button
