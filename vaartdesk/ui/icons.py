"""Icons that follow the palette: `icon("wrench")` is drawn in the token's colour of the scheme shown now.

QtSvg paints `currentColor` black, so an own icon engine puts the colour in; pictures are kept per name, colour, size
and ratio. A scheme change needs nothing from the holders of an icon: the next paint asks for the new colour.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from vaartdesk.core.colours import LIGHT
from vaartdesk.core.resources import resource
from vaartdesk.ui.theme.drawing import STROKE, STROKE_SMALL, coloured
from vaartdesk.ui.theme.sizes import ICON, ICON_CHIP
from vaartdesk.ui.theme.theme import theme

KEPT: Final = 600
WINDOW_SIZES: Final = (16, 32, 48, 128, 256)


class TokenIconEngine(QIconEngine):
    """Draws one Lucide icon in the colour of a token; disabled is text3, and `on_role` counts when checked."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name, self._role, self._on_role = name, role, on_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon square at the left of `rect`: a wider rect leaves room before a button's text."""
        side = min(rect.width(), rect.height())
        top = rect.y() + (rect.height() - side) / 2
        role = self._on_role if state == QIcon.State.On else self._role
        colour = theme().colour("text3" if mode == QIcon.Mode.Disabled else role)
        paint_icon(painter, QRectF(rect.x(), top, side, side), self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a transparent ground of `size` device pixels."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return TokenIconEngine(self._name, self._role, self._on_role)

    def key(self) -> str:
        return "vaartdesk-token-icon"


def icon(name: str, role: str = "text2", on_role: str = "") -> QIcon:
    """The icon `name` in the colour of token `role` (a state or theme-line letter does too), `on_role` when checked."""
    return QIcon(TokenIconEngine(name, role, on_role or role))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into a square of logical pixels, sharp at any ratio."""
    ratio = painter.device().devicePixelRatio() if painter.device() is not None else 1.0
    scale = painter.transform().m11() or 1.0
    painter.drawPixmap(rect.topLeft(), pixmap(name, colour, round(rect.width()), ratio * max(1.0, scale)))


def pixmap(name: str, colour: QColor, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """An icon of `size` logical pixels for a device pixel ratio."""
    return _pixmap(name, colour.rgba(), size, round(ratio, 3))


@lru_cache(maxsize=KEPT)
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    """Kept by the number of its colour: rows ask for it at each paint, and a number is the quickest to make."""
    colour = QColor.fromRgba(rgba)
    stroke = STROKE_SMALL if size <= ICON_CHIP else STROKE
    source = coloured(name, colour.name(QColor.NameFormat.HexRgb), stroke=stroke)
    image = _rendered(source, round(size * ratio), colour.alphaF())
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def _rendered(source: bytes, pixels: int, alpha: float = 1.0) -> QImage:
    """An SVG on a transparent square of `pixels` device pixels."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(alpha)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def window_icon() -> QIcon:
    """The program's mark for title bar and task bar, in the sizes that desktops ask for."""
    made = QIcon()
    for pixels in WINDOW_SIZES:
        made.addFile(str(resource("icons", "app", f"vaartdesk-{pixels}.png")))
    return made


def mark(size: int, ratio: float) -> QPixmap:
    """The program's mark for the rail, in the accent of the scheme shown now."""
    scheme = theme().scheme
    return _mark(scheme.accent, scheme.on_accent, round(size * ratio), ratio)


@lru_cache(maxsize=8)
def _mark(ground: str, ink: str, pixels: int, ratio: float) -> QPixmap:
    source = resource("icons", "app", "vaartdesk.svg").read_text(encoding="utf-8")
    own = source.replace(LIGHT.accent, ground).replace(LIGHT.on_accent, ink)
    made = QPixmap.fromImage(_rendered(own.encode(), pixels))
    made.setDevicePixelRatio(ratio)
    return made
