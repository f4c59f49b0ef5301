"""Which days the figures are of: a month, a quarter, a year or twelve months, stepped back and forth, and which street."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vaartdesk.core.dates import FIRST_YEAR
from vaartdesk.core.periods import Span, month_of, months_from, quarter_of, span_text, year_of
from vaartdesk.core.text import _
from vaartdesk.ui.buttons import IconButton
from vaartdesk.ui.editors.choice import Choices
from vaartdesk.ui.labels import Label
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.theme import sizes

MONTH, QUARTER, YEAR, TWELVE = "month", "quarter", "year", "twelve"
LENGTHS: Final = (
    Segment(MONTH, str(_("Maand"))),
    Segment(QUARTER, str(_("Kwartaal"))),
    Segment(YEAR, str(_("Jaar"))),
    Segment(TWELVE, str(_("12 maanden"))),
)
STREET_WIDTH: Final = 210
WORDS_WIDTH: Final = 260


def span_of(length: str, day: date) -> Span:
    """The stretch of that length that a day lies in; the twelve months end with that of the day."""
    if length == TWELVE:
        return months_from(day, -12)
    return {MONTH: month_of, QUARTER: quarter_of, YEAR: year_of}[length](day)


class SpanBar(QWidget):
    """`changed()`: another stretch or street was chosen."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.lengths = Segments(LENGTHS, str(_("Periode")), small=True)
        self.lengths.setObjectName("figuresLength")
        self.earlier = IconButton("chevron-left", str(_("Vorige periode")), key="Alt+Left")
        self.earlier.setObjectName("figuresEarlier")
        self.later = IconButton("chevron-right", str(_("Volgende periode")), key="Alt+Right")
        self.later.setObjectName("figuresLater")
        self.words = Label("", "body", weight=600)
        self.words.setObjectName("figuresPeriod")
        self.street = Choices()
        self.street.setObjectName("figuresStreet")
        self.street.setAccessibleName(str(_("Straat")))
        self._span = span_of(MONTH, today)
        self._build()
        self._show()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_1, sizes.PAGE_PADDING, sizes.SPACE_1)
        row.setSpacing(sizes.SPACE_2)
        for part in (self.lengths, self.earlier, self.words, self.later):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.street)
        self.street.setFixedWidth(STREET_WIDTH)
        self.street.setFixedHeight(sizes.BUTTON_SMALL)
        self.lengths.chosen.connect(self._set_length)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.street.currentIndexChanged.connect(lambda _index: self.changed.emit())

    # --- what is chosen ------------------------------------------------------------------------------------------------

    def span(self) -> Span:
        """The days that are chosen."""
        return self._span

    def street_key(self) -> str | None:
        """The street that is chosen; None for all."""
        return self.street.currentData() or None

    def street_name(self) -> str:
        """Its name; '' for all."""
        return self.street.currentText() if self.street_key() else ""

    def show_streets(self, streets: Iterable[tuple[str, str]]) -> None:
        """Offer these; the chosen one stays chosen."""
        chosen = self.street_key()
        self.street.blockSignals(True)
        self.street.clear()
        self.street.addItem(str(_("Alle straten")), "")
        for key, title in streets:
            self.street.addItem(title, key)
        self.street.setCurrentIndex(max(0, self.street.findData(chosen or "")))
        self.street.blockSignals(False)

    def turn_day(self, today: date) -> bool:
        """Another day began: the period of yesterday's today becomes that of today. True when the figures may differ."""
        was, self._today = self._today, today
        if was in self._span and today not in self._span:
            self._span = span_of(self.lengths.current(), today)
        self._show()
        return was != today

    def choice(self) -> tuple[str, Span, str | None]:
        """Length, days and street, for `put_back`."""
        return self.lengths.current(), self._span, self.street_key()

    def put_back(self, choice: tuple[str, Span, str | None]) -> None:
        """Choose what was chosen before; nobody is told."""
        length, span, street = choice
        was_blocked = self.blockSignals(True)
        self.lengths.choose(length)
        self.street.setCurrentIndex(max(0, self.street.findData(street or "")))
        self.blockSignals(was_blocked)
        self._span = span
        self._show()

    # --- choosing ------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """The stretch before (-1) or after (1); none begins after today."""
        span = self._span
        day = span.first - timedelta(1) if by < 0 else span.last + timedelta(1)
        length = self.lengths.current()
        if length == TWELVE and by > 0:
            day = min(months_from(day, 12).last, self._today)
        if (self.earlier if by < 0 else self.later).isEnabled():
            self._span = span_of(length, day)
            self._show()
            self.changed.emit()

    def _set_length(self, length: str) -> None:
        """Another length around the same days, today where it lies among them."""
        day = self._today if self._today in self._span else self._span.last
        self._span = span_of(length, min(day, self._today))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        told = span_text(self._span)
        self.words.setText(told[:1].upper() + told[1:])
        self.later.setEnabled(self._span.last < self._today)
        self.earlier.setEnabled(self._span.first.year > FIRST_YEAR)
