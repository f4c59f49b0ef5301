"""A section of things to tick off: box, what, whose, and when. The run-book of an event and the parts of an action share it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.listing import Due
from vaartdesk.ui.focus_ring import Ringed
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import RIGHT, due_width, paint_box, paint_due, paint_text
from vaartdesk.ui.section import INDENT, Section
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

WHO_MOST = 0.3
"""The share of a row that the name of whose it is may take."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick off. ``key`` is its record's."""

    key: str
    title: str
    is_done: bool = False
    due: Due | None = None
    who: str = ""


class TickRow(Ringed, QCheckBox):
    """Painted whole, so that the title elides and never pushes the day away.

    Where it ``opens``, only the box ticks and the rest of the row, or Enter, is `opened(key)`; else all of the row ticks.
    """

    opened = Signal(str)

    def __init__(self, *, opens: bool, indent: int) -> None:
        super().__init__()
        self.tick = Tick("", "")
        self._opens, self._indent, self._due_room = opens, indent, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if opens:
            self.setAccessibleDescription(str(_("Spatie vinkt af, Enter opent")))

    def tell(self, tick: Tick, due_room: float) -> None:
        """What it is now; telling it is not ticking it. ``due_room`` is the width of the column of days."""
        self.tick, self._due_room = tick, due_room
        self.setText(tick.title)
        self.setAccessibleName(", ".join(p for p in (tick.title, tick.who, tick.due.text if tick.due else "") if p))
        self.setToolTip(tick.title)
        self.blockSignals(True)
        self.setChecked(tick.is_done)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(max(sizes.TARGET_LEAST, line_height() + sizes.SPACE_2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """What ticks when it is pressed there."""
        return not self._opens or pos.x() < self._indent + sizes.TARGET_LEAST

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pos = event.position().toPoint()
        if self._opens and not self.isDown() and not self.hitButton(pos) and self.rect().contains(pos):
            self.opened.emit(self.tick.key)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._opens and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.tick.key)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            ground = rect.adjusted(self._indent - sizes.SPACE_1, 0, 0, 0)
            paint_box(painter, ground, colours.colour("hover"), sizes.RADIUS_SMALL)
        box = QRectF(self._indent, rect.center().y() - sizes.ICON / 2, sizes.ICON, sizes.ICON)
        self._paint_box(painter, box)
        right = self._paint_right(painter, rect)
        line = QRectF(box.right() + sizes.SPACE_2, 0, right - box.right() - sizes.SPACE_2, rect.height())
        paint_text(painter, line, self.text(), colours.colour("text2" if self.isChecked() else "text1"))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        colours = theme()
        if self.isChecked():
            paint_box(painter, box, colours.colour("accent"), sizes.RADIUS_FIELD)
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", colours.colour("on_accent"))
        else:
            paint_box(painter, box, colours.colour("surface"), sizes.RADIUS_FIELD, colours.colour("line"), 1.5)

    def _paint_right(self, painter: QPainter, rect: QRectF) -> float:
        """The day at the right edge, whose it is in front of the days; answers where the title must end."""
        right = rect.right()
        if self.tick.due is not None:
            paint_due(painter, right, rect.center().y(), self.tick.due)
        if self._due_room:
            right -= self._due_room + sizes.SPACE_3
        if self.tick.who:
            width = min(metrics("meta").horizontalAdvance(self.tick.who) + 1, rect.width() * WHO_MOST)
            name = QRectF(right - width, rect.top(), width, rect.height())
            paint_text(painter, name, self.tick.who, theme().colour("text3"), "meta", align=RIGHT)
            right -= width + sizes.SPACE_3
        return right


class Ticks(Section):
    """`ticked(key, bool)` comes when a row is ticked or its tick is taken away; with ``opens`` a row is a way to its record."""

    ticked = Signal(str, bool)
    opened = Signal(str)

    def __init__(self, title: str, *, opens: bool = False, indent: int = INDENT) -> None:
        super().__init__(title, indent=0)
        self._opens, self._indent = opens, indent
        self.rows: list[TickRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these in their order; the head says how many are done."""
        while len(self.rows) < len(ticks):
            self._add_row()
        room = max((due_width(tick.due) for tick in ticks if tick.due is not None), default=0.0)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(ticks))
            if number < len(ticks):
                row.tell(ticks[number], room)
        done = sum(tick.is_done for tick in ticks)
        told = _("{done} van {all}").format(done=done, all=len(ticks))
        self.set_count(told if ticks else "", f"{done}/{len(ticks)}")

    def _add_row(self) -> None:
        row = TickRow(opens=self._opens, indent=self._indent)
        row.toggled.connect(lambda is_on: self.ticked.emit(row.tick.key, is_on))
        row.opened.connect(self.opened)
        self._column.addWidget(row)
        if self.rows:
            self.setTabOrder(self.rows[-1], row)
        self.rows.append(row)
