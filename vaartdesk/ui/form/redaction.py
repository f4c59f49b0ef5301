"""Black boxes over a photo: faces, number plates. They are burned into the stored copy; nothing lies under them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import Label
from vaartdesk.ui.painting import paint_ring
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme.theme import theme

SIZE: Final = QSize(640, 400)
STEP: Final = 0.02
FIRST: Final = QRectF(0.4, 0.4, 0.2, 0.2)
"""Where a box begins that is made by keyboard: fractions of the picture."""
LEAST: Final = 0.01
ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-STEP, 0),
    Qt.Key.Key_Right: QPointF(STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -STEP),
    Qt.Key.Key_Down: QPointF(0, STEP),
}


class RedactionCanvas(QWidget):
    """Drag a box; or Insert a box, arrows move it, Shift+arrows size it, Delete takes the last away. `changed()`."""

    changed = Signal()

    def __init__(self, jpeg: bytes) -> None:
        super().__init__()
        self.setObjectName("redactionCanvas")
        self.setAccessibleName(str(_("Foto met zwarte vlakken")))
        help_ = _(
            "Sleep een vlak. Invoegen maakt er een, pijlen verplaatsen, Shift en pijlen maken groter, Delete wist."
        )
        self.setAccessibleDescription(str(help_))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SIZE)
        self.boxes: list[QRectF] = []
        self._photo = QPixmap()
        self._photo.loadFromData(jpeg)
        self._start: QPointF | None = None

    def sizeHint(self) -> QSize:
        return SIZE

    def picture_rect(self) -> QRectF:
        """Where the photo lies, in the widget's pixels."""
        shown = QSize(self._photo.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - shown.width()) / 2, (self.height() - shown.height()) / 2
        return QRectF(left, top, shown.width(), shown.height())

    def _fraction(self, at: QPointF) -> QPointF:
        rect = self.picture_rect()
        x = (at.x() - rect.left()) / max(1.0, rect.width())
        y = (at.y() - rect.top()) / max(1.0, rect.height())
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _put(self, boxes: list[QRectF]) -> None:
        self.boxes = boxes
        self.changed.emit()
        self.update()

    # --- by mouse ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = self._fraction(event.position())
        self._put([*self.boxes, QRectF(self._start, self._start)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self._put([*self.boxes[:-1], QRectF(self._start, self._fraction(event.position())).normalized()])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag makes nothing."""
        self._start = None
        self._put([box for box in self.boxes if box.width() > LEAST and box.height() > LEAST])

    # --- by keyboard ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Insert:
            self._put([*self.boxes, QRectF(FIRST)])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.boxes:
            self._put(self.boxes[:-1])
        elif key in ARROWS and self.boxes:
            self._nudge(ARROWS[key], is_sizing=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _nudge(self, step: QPointF, *, is_sizing: bool) -> None:
        """Move or size the last box, inside the picture."""
        box = QRectF(self.boxes[-1])
        if is_sizing:
            width = min(max(box.width() + step.x(), LEAST), 1 - box.left())
            box.setSize(QRectF(0, 0, width, min(max(box.height() + step.y(), LEAST), 1 - box.top())).size())
        else:
            left = min(max(box.left() + step.x(), 0.0), 1 - box.width())
            box.moveTo(left, min(max(box.top() + step.y(), 0.0), 1 - box.height()))
        self._put([*self.boxes[:-1], box])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), self.picture_rect()
        painter.fillRect(self.rect(), theme().colour("groove"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(rect, self._photo, QRectF(self._photo.rect()))
        for box in self.boxes:
            size = rect.width() * box.width(), rect.height() * box.height()
            left, top = rect.left() + box.left() * rect.width(), rect.top() + box.top() * rect.height()
            painter.fillRect(QRectF(left, top, *size), QColor("black"))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()))


class RedactionDialog(Dialog):
    """`redacted(bytes)`: the photo with its boxes burned in, a JPEG as it is stored."""

    redacted = Signal(object)

    def __init__(self, jpeg: bytes) -> None:
        told = _(
            "De vlakken worden in de bewaarde foto gebrand. Wat eronder ligt is weg; dat kan niet ongedaan worden gemaakt."
        )
        super().__init__(str(_("Vlak onleesbaar maken")), str(told), width=720)
        self.setObjectName("redaction")
        self._jpeg = jpeg
        self.canvas = RedactionCanvas(jpeg)
        self.hint = Label(self.canvas.accessibleDescription(), "meta", "text3", wrap=True)
        self.body.addWidget(self.canvas, 1)
        self.body.addWidget(self.hint)
        self.add_button(Button(str(_("Annuleren"))), accepts=False).setObjectName("cancel")
        self.burn_button = self.add_button(Button(str(_("Onleesbaar maken")), kind="primary"))
        self.burn_button.setObjectName("burn")
        self.burn_button.setEnabled(False)
        self.burn_button.clicked.connect(self.burn)
        self.canvas.changed.connect(lambda: self.burn_button.setEnabled(bool(self.canvas.boxes)))

    def first_focus(self) -> QWidget:
        return self.canvas

    def burn(self) -> None:
        """Draw the boxes into the picture and hand it over."""
        from vaartdesk.formats.photo import read_photo  # Pillow comes with the first photo

        boxes = [(box.left(), box.top(), box.right(), box.bottom()) for box in self.canvas.boxes]
        photo = read_photo(self._jpeg, boxes=boxes)
        self.accept()
        self.redacted.emit(photo.jpeg)
