"""The first line of a quick entry: what is being made, and the number it will bear."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vaartdesk.schema.kind import Kind
from vaartdesk.ui.icons import pixmap
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


class EntryHead(QWidget):
    """Icon and words of the kind at the left, `number` at the right."""

    def __init__(self, kind: Kind, words: str) -> None:
        super().__init__()
        sign = QLabel()
        sign.setPixmap(pixmap(kind.icon, theme().colour("accent_ink"), sizes.ICON_RAIL, self.devicePixelRatioF()))
        self.number = Label("", "meta", "text3", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.SPACE_2)
        row.addWidget(sign)
        row.addWidget(Label(words, "body", "text2"))
        row.addStretch(1)
        row.addWidget(self.number)
