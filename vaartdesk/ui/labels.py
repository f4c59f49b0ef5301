"""Labels that know their type style and text colour, and take both again when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import Style, font, line_height, metrics
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.wrapping import breakable


class Label(QLabel):
    """Plain text in a style; `role` is a text token ("text2") or a state ("danger"). Never rich text by accident."""

    def __init__(
        self,
        text: str = "",
        style: Style = "body",
        role: str = "text1",
        *,
        weight: int | None = None,
        tabular: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._face: tuple[Style, int | None, bool] = (style, weight, tabular)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(str(text))
        self.setProperty("role", role)
        self._dress()
        theme().changed.connect(self._dress)

    def setText(self, text: str) -> None:
        """Where it wraps, a word without end may break: else it would push everything beside it out of the window."""
        self._text = text
        super().setText(breakable(text) if self.wordWrap() else text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def set_role(self, role: str) -> None:
        """Another colour."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)

    def _dress(self) -> None:
        self.setFont(self.chosen_font())

    def chosen_font(self) -> QFont:
        style, weight, tabular = self._face
        return font(style, weight, tabular=tabular)


class ElidedLabel(QWidget):
    """One line that elides at its right edge and then tells the whole text in its tooltip; `least` is the width it keeps."""

    def __init__(
        self, text: str = "", style: Style = "body", role: str = "text1", *, weight: int | None = None, least: int = 48
    ) -> None:
        super().__init__()
        self._least = least
        self._text, self._style, self._role, self._weight = str(text), style, role, weight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._text)

    def text(self) -> str:
        return self._text

    @property
    def is_fixed(self) -> bool:
        """Whether it keeps its width whatever it says."""
        return self.minimumWidth() == self.maximumWidth()

    def set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = str(text)
        self.setAccessibleName(self._text)
        self._tell()
        if not self.is_fixed:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = metrics(self._style, self._weight).horizontalAdvance(self._text)
        return QSize(int(width) + 2, round(line_height(self._style) + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._least, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = theme().colour(self._role)
        paint_text(QPainter(self), QRectF(self.rect()), self._text, colour, self._style, self._weight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell()

    def _tell(self) -> None:
        """The tooltip repeats the text only where it is cut."""
        self.setToolTip(self._text if self.sizeHint().width() > self.width() + 2 else "")


class KeyLabel(Label):
    """A key as a small cap: "Ctrl K"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, "micro", "text3", weight=500, parent=parent)
        self.setProperty("look", "key")


class IconLabel(QWidget):
    """An icon in a role's colour, for the eye only: the words beside it say the same."""

    def __init__(self, icon_name: str, role: str = "text2", side: int = sizes.ICON) -> None:
        super().__init__()
        self._icon, self._role = icon_name, role
        self.setFixedSize(side, side)
        theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon, theme().colour(self._role))


def rule() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("look", "rule")
    return made
