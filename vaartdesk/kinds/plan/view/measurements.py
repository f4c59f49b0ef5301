"""The measurements of a goal as a table, newest first: day, value, the country, source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter

from vaartdesk.core.dates import day_field
from vaartdesk.core.text import _
from vaartdesk.kinds.plan.report import short_unit
from vaartdesk.kinds.plan.rules.rows import figure_text
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.labels import rule
from vaartdesk.ui.line_button import LineButton
from vaartdesk.ui.painting import RIGHT, paint_text
from vaartdesk.ui.section import Section
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST = 12
"""So many are shown at first; the rest on request."""


class MeasurementLine(LineButton):
    """One measurement; `widest` are the widths of the widest value and national value, so that columns stand straight."""

    def __init__(self, values: Values, unit: str, widest: tuple[float, float]) -> None:
        self.day = day_field(values["measured_on"]) if values["measured_on"] else ""
        self.value = figure_text(values["value"], unit)
        self.national = national_text(values, unit)
        self.source = str(values["source"] or "")
        self._widest = widest
        spoken = ", ".join(part for part in (self.day, self.value, self.national, self.source) if part)
        super().__init__(Ref("measurement", values["id"]), spoken)

    def least_height(self) -> float:
        return max(sizes.TABLE_ROW, line_height() + sizes.SPACE_2)

    def paint_line(self, painter: QPainter, rect: QRectF) -> None:
        colours, line = theme(), rect.adjusted(2, 0, -2, 0)
        paint_text(painter, line, self.day, colours.colour("text2"), "body", tabular=True)
        line.setLeft(line.left() + metrics("body", tabular=True).horizontalAdvance("wo 00-00-0000") + sizes.SPACE_3)
        value = QRectF(line.left(), line.top(), self._widest[0] + 2, line.height())
        paint_text(painter, value, self.value, colours.colour("text1"), "body", 600, align=RIGHT, tabular=True)
        line.setLeft(value.right() + sizes.SPACE_6)
        if self._widest[1]:
            paint_text(painter, line, self.national, colours.colour("text2"), "meta", tabular=True)
            line.setLeft(line.left() + self._widest[1] + sizes.SPACE_4)
        paint_text(painter, line, self.source, colours.colour("text3"), "meta")


def national_text(values: Values, unit: str) -> str:
    """``landelijk 7,8 %``; '' where it is not known."""
    national = figure_text(values["national"], unit)
    return str(_("landelijk {value}").format(value=national)) if national else ""


class Measurements(Section):
    """objectName `measurements`. `opened(Ref)`, and `add_requested()` of "+ Meting"."""

    opened = Signal(object)
    add_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(str(_("Metingen")), indent=0)
        self.setObjectName("measurements")
        self.lines: list[MeasurementLine] = []
        self._shows_all = False
        self._goal: str | None = None
        self.add = self.add_action(str(_("Meting")))
        self.add.setObjectName("addMeasurement")
        self.add.setEnabled(not desk.is_read_only)
        self.add.clicked.connect(self.add_requested)

    def show_goal(self, goal: Values, measurements: Sequence[Values]) -> None:
        """The measurements of a goal, given oldest first."""
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.set_count(str(len(measurements)) if measurements else "")
        if goal["id"] != self._goal:
            self._goal, self._shows_all = goal["id"], False
        newest = list(reversed(measurements))
        shown = newest if self._shows_all else newest[:MOST]
        unit = short_unit(goal)
        values, country = metrics("body", 600, tabular=True), metrics("meta", tabular=True)
        widest = (
            max((values.horizontalAdvance(figure_text(m["value"], unit)) for m in shown), default=0.0),
            max((country.horizontalAdvance(national_text(m, unit)) for m in shown), default=0.0),
        )
        self.lines = [MeasurementLine(row, unit, widest) for row in shown]
        for line in self.lines:
            self.body.addWidget(rule())
            self.body.addWidget(line)
            line.clicked.connect(lambda _on=False, ref=line.ref: self.opened.emit(ref))
        if len(shown) < len(newest):
            self._offer_rest(goal, measurements, len(newest) - len(shown))

    def _offer_rest(self, goal: Values, measurements: Sequence[Values], rest: int) -> None:
        from vaartdesk.ui.buttons import Button

        more = Button(str(_("Oudere metingen ({n})").format(n=rest)), kind="link", small=True)

        def show_all() -> None:
            self._shows_all = True
            self.show_goal(goal, measurements)

        more.clicked.connect(show_all)
        self.body.addWidget(more)
