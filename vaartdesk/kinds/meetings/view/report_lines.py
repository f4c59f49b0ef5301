"""What was said and decided on the item at hand: one column of timed lines, a decision in its frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.decisions import DecisionCard
from vaartdesk.kinds.meetings.view.report_data import Line
from vaartdesk.ui.labels import Label
from vaartdesk.ui.painting import paint_box, paint_ring
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})


class LineRow(QWidget):
    """A time and a note or decision. `opened(Line)`: Enter or a double click; `removed(Line)`; `walked(-1 | 1)`."""

    opened = Signal(object)
    removed = Signal(object)
    walked = Signal(int)

    def __init__(self, line: Line, card: DecisionCard | None = None) -> None:
        super().__init__()
        self.line, self.card = line, card
        self.setObjectName("line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        told = card.accessibleName() if card else line.text
        self.setAccessibleName(f"{line.clock}, {told}")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.SPACE_2, sizes.SPACE_1, sizes.SPACE_2, sizes.SPACE_1)
        row.setSpacing(sizes.SPACE_2)
        clock = Label(line.clock, "meta", "text3", tabular=True)
        clock.setFixedWidth(round(metrics("meta", tabular=True).horizontalAdvance("00:00")) + 6)
        row.addWidget(clock, 0, Qt.AlignmentFlag.AlignTop)
        if card is not None:
            row.addWidget(card, 1)
            return
        text = Label(line.text, "body", wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row.addWidget(text, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        if self.underMouse() and self.card is None:
            paint_box(painter, rect, theme().colour("hover"))
        if self.hasFocus():
            paint_ring(painter, rect)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in WAYS and not event.modifiers():
            self.walked.emit(WAYS[key])
        elif key in ENTER:
            self.opened.emit(self.line)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.line)
        else:
            super().keyPressEvent(event)


class ReportLines(QScrollArea):
    """The lines of one item. `opened(Line)`, `removed(Line)`; cards speak for themselves through `card_made`."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LineRow] = []
        self.setObjectName("lines")
        self.setAccessibleName(str(_("Verslag van dit punt")))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("look", "plain")
        inner.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # lines wrap, they never push
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(sizes.SPACE_4, sizes.SPACE_2, sizes.SPACE_4, sizes.SPACE_2)
        self._column.setSpacing(sizes.SPACE_1)
        self.nothing = Label("", "body", "text3", wrap=True)
        self.nothing.setContentsMargins(sizes.SPACE_2, sizes.SPACE_1, 0, 0)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        return QSize(580, 300)

    def show_lines(self, lines: Sequence[tuple[Line, DecisionCard | None]], hint: str) -> None:
        """Show these lines; the last one is brought into sight. ``hint`` stands there while there are none."""
        kept = next((row.line.ref for row in self.rows if row.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LineRow(line, card) for line, card in lines]
        for number, row in enumerate(self.rows):
            row.opened.connect(self.opened)
            row.removed.connect(self.removed)
            row.walked.connect(lambda way, row=row: self._walk(row, way))
            self._column.insertWidget(number, row)
            row.show()  # now, so that it can take the focus at once
        self.nothing.setText(hint)
        self.nothing.setVisible(not lines)
        again = next((row for row in self.rows if row.line.ref == kept), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_last)

    def _show_last(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _walk(self, row: LineRow, way: int) -> None:
        at = self.rows.index(row) + way
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(self.rows[at])

    def current(self) -> Line | None:
        """The line that has the focus."""
        return next((row.line for row in self.rows if row.hasFocus()), None)
