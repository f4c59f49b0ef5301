"""The one shadow: under a toast, a dialog and a dragged card, never under a card at rest."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

LIGHT_ALPHA, DARK_ALPHA = 46, 140


def cast_shadow(widget: QWidget) -> None:
    """Let `widget` float: 12 down, 32 wide, 18 % (dark 55 %). For the one floating widget only: it is costly."""
    effect = QGraphicsDropShadowEffect(widget)
    effect.setOffset(0, sizes.SHADOW_OFFSET)
    effect.setBlurRadius(sizes.SHADOW_BLUR)
    effect.setColor(QColor(0, 0, 0, DARK_ALPHA if theme().is_dark else LIGHT_ALPHA))
    widget.setGraphicsEffect(effect)
