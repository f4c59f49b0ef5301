"""High rows: a figure with its bar, where the list has room for it; an ordinary row elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle

from vaartdesk.core.colours import LIGHT
from vaartdesk.schema.listing import Gauge, RowParts
from vaartdesk.ui.gauge import gauge_height
from vaartdesk.ui.row_delegate import paint_row, row_height
from vaartdesk.ui.theme.theme import theme

HALF = RowParts("Leegstand", meta=("van 21,9 → naar 7,8",), gauge=Gauge("14,85", "%", "50 % van de weg", 50))
WIDTH = 400


def painted(parts: RowParts, height: int) -> QImage:
    image = QImage(QSize(WIDTH, height), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_row(painter, QRectF(0, 0, WIDTH, height), parts, QStyle.StateFlag.State_Enabled)
    painter.end()
    return image


def columns_of(image: QImage, colour: str) -> set[int]:
    wanted = QColor(colour)
    return {x for x in range(WIDTH) for y in range(image.height()) if image.pixelColor(x, y) == wanted}


def test_the_bar_is_filled_by_its_share(dressed: QApplication) -> None:
    theme().set_mode("light")
    filled = columns_of(painted(HALF, gauge_height()), LIGHT.accent)
    assert 15 <= min(filled) <= 22
    assert abs(max(filled) - WIDTH / 2) <= 3


def test_without_a_share_the_bar_is_empty_and_unmarked(dressed: QApplication) -> None:
    theme().set_mode("light")
    image = painted(RowParts("Waardering", gauge=Gauge("")), gauge_height())
    assert not columns_of(image, LIGHT.accent)
    assert columns_of(image, LIGHT.groove)


def test_in_an_ordinary_row_there_is_no_bar(dressed: QApplication) -> None:
    theme().set_mode("light")
    assert not columns_of(painted(HALF, row_height()), LIGHT.accent)
