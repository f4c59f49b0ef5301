"""An icon that only shows what the words beside it say."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vaartdesk.schema.listing import Tone
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


class Sign(QWidget):
    """Follows the scheme by itself."""

    def __init__(self, icon: str, tone: Tone = "neutral", side: int = sizes.ICON) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setFixedSize(side, side)

    def tell(self, icon: str, tone: Tone) -> None:
        """Another icon or tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon, theme().ink(self._tone))
