"""What a picture of the window shows: where a colour begins and ends."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView, QWidget

from vaartdesk.ui.theme.theme import theme


def name(token: str) -> str:
    """A token's colour as pixels have it."""
    return theme().colour(token).name()


def soft(tone: Any) -> str:
    """The soft fill of a state."""
    return QColor(theme().state(tone).soft).name()


def across(image: QImage, y: int, colour: str, within: range | None = None) -> tuple[int, int]:
    """The first and last pixel of a colour in a line."""
    found = [x for x in within or range(image.width()) if image.pixelColor(x, y).name() == colour]
    assert found, f"no {colour} at height {y}"
    return found[0], found[-1]


def down(image: QImage, x: int, colour: str, within: range | None = None) -> tuple[int, int]:
    """The first and last pixel of a colour in a column."""
    found = [y for y in within or range(image.height()) if image.pixelColor(x, y).name() == colour]
    assert found, f"no {colour} at {x} across"
    return found[0], found[-1]


def box(image: QImage, colour: str, xs: range, ys: range) -> tuple[int, int]:
    """Width and height of what has a colour in an area."""
    found = [(x, y) for x in xs for y in ys if image.pixelColor(x, y).name() == colour]
    assert found, f"no {colour} there"
    across_, down_ = [x for x, _y in found], [y for _x, y in found]
    return max(across_) - min(across_) + 1, max(down_) - min(down_) + 1


def seen(widget: QWidget) -> QImage:
    """A widget as it is seen in its window: what it leaves open shows what lies under it."""
    host = widget.window()
    return host.grab(QRect(widget.mapTo(host, QPoint(0, 0)), widget.size())).toImage()


def rows_of(rect: QRect) -> range:
    return range(rect.top(), rect.bottom() + 1)


def shown_rows(view: QListView) -> list[int]:
    """The rows that lie whole on the screen."""
    rows = range(view.model().rowCount())
    area = view.viewport().rect()
    return [row for row in rows if area.contains(view.visualRect(view.model().index(row, 0)))]
