"""Long work shown calmly: after 300 ms a thin accent bar under the header, with words and a way to stop."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

PATIENCE_MS: Final = 300
STEPS: Final = 1000


class BusyBar(QWidget):
    """Hidden until work lasts; `cancelled` comes from its button."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, inset: int = sizes.PAGE_PADDING) -> None:
        super().__init__(parent)
        self.setObjectName("busy")
        self.words = Label("", "meta", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, STEPS)
        self.cancel = Button(_("Stoppen"), kind="quiet", small=True)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(inset, 0, inset, 0)
        row.setSpacing(sizes.SPACE_3)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PATIENCE_MS)
        self.timer.timeout.connect(self.show)
        self.hide()

    def start(self, words: str, *, can_cancel: bool = True) -> None:
        """Begin; short work never shows."""
        self.words.setText(str(words))
        self.bar.setAccessibleName(str(words))
        self.bar.setValue(0)
        self.cancel.setVisible(can_cancel)
        self.timer.start()

    def progress(self, share: float) -> None:
        """How far, 0 to 1."""
        self.bar.setValue(round(max(0.0, min(1.0, share)) * STEPS))

    def stop(self) -> None:
        """Done or cancelled."""
        self.timer.stop()
        self.hide()
