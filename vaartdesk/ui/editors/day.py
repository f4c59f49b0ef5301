"""Days and times: typed as people type them, or picked from a calendar (Alt+Down, or the small calendar)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.field import Field
from vaartdesk.schema.types.base import ParseContext
from vaartdesk.schema.types.times import ZONE, LocalTimeType
from vaartdesk.ui.editors.line import Line, LineEditor, Zone

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class CalendarPopup(QFrame):
    """A month to pick a day from; weeks start on Monday and bear their ISO number."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self.setObjectName("calendarPopup")
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setGridVisible(False)
        self.calendar.setAccessibleName(str(_("Kies een dag")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()

    def open_at(self, day: date, anchor: QWidget) -> None:
        """Show under `anchor` with `day` chosen, inside the screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height()))
        room = anchor.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = corner.y() if corner.y() + self.height() <= room.bottom() else corner.y() - anchor.height() - self.height()
        self.move(x, y)
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)


class DayLine(Line):
    """A line with a calendar; Up and Down go a day on or back, Alt+Down opens the calendar."""

    stepped = Signal(int)
    calendar_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.zones = (Zone("calendar", self.calendar_requested.emit, str(_("Kalender (Alt+Pijl omlaag)"))),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() == Qt.Key.Key_Down:
            self.calendar_requested.emit()
        elif event.key() in steps and not is_alt:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _shows_zones(self) -> bool:
        return not self.isReadOnly() and self.isEnabled() and (self.hasFocus() or self.underMouse())


class DayEditor(LineEditor):
    """A date without a time."""

    def __init__(self, field: Field, desk: Desk) -> None:
        self.day_line = DayLine()
        super().__init__(field, desk, self.day_line)
        self.day_line.stepped.connect(self._step)
        self.day_line.calendar_requested.connect(self.open_calendar)

    def open_calendar(self) -> CalendarPopup:
        """Show the calendar at the day that stands here, or today."""
        popup = CalendarPopup(self.day_line)
        popup.picked.connect(self._pick)
        popup.open_at(self._day() or self.desk.today, self.day_line)
        return popup

    def _day(self) -> date | None:
        value = self.value_or_none()
        return value if isinstance(value, date) else None

    def _with_day(self, day: date) -> Any:
        """The value that keeps everything but the day."""
        return day

    def _step(self, days: int) -> None:
        now = self._day()
        day = now + timedelta(days=days) if now else self.desk.today
        self.put_text(self.field.type.field_text(self._with_day(day)))

    def _pick(self, day: date) -> None:
        self.put_text(self.field.type.field_text(self._with_day(day)))
        self.day_line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._leave()


class LocalEditor(DayEditor):
    """A day with a time, on the wall clock of the record's zone. A time alone keeps the day that stands here, or is on the day
    of the field that this one goes by; a day alone keeps the time.
    """

    def _context(self) -> ParseContext:
        kind, shown = self.field.type, self.shown
        begin = self.beside(kind.day_of) if isinstance(kind, LocalTimeType) and kind.day_of else None
        known = shown or begin
        day = known.date() if isinstance(known, datetime) else None
        clock = shown.time() if isinstance(shown, datetime) else None
        return ParseContext(self.desk.today, day, self._after(begin), clock)

    def _after(self, begin: Any) -> datetime | None:
        """The begin that a time alone comes after; an end of another day keeps its day."""
        if (
            not isinstance(self.field.type, LocalTimeType)
            or not self.field.type.follows
            or not isinstance(begin, datetime)
        ):
            return None
        is_far = isinstance(self.shown, datetime) and not timedelta() <= self.shown - begin < timedelta(1)
        return None if is_far else begin

    def _day(self) -> date | None:
        value = self.value_or_none()
        return value.date() if isinstance(value, datetime) else None

    def _with_day(self, day: date) -> Any:
        value = self.value_or_none()
        clock = value.time() if isinstance(value, datetime) else datetime.min.time()
        return datetime.combine(day, clock)


class MomentEditor(DayEditor):
    """A point in time, shown and typed in Dutch time. A time alone keeps the day that stands here."""

    def _context(self) -> ParseContext:
        shown = self.shown
        return ParseContext(self.desk.today, shown.astimezone(ZONE).date() if isinstance(shown, datetime) else None)

    def _day(self) -> date | None:
        value = self.value_or_none()
        return value.astimezone(ZONE).date() if isinstance(value, datetime) else None

    def _with_day(self, day: date) -> Any:
        value = self.value_or_none()
        clock = value.astimezone(ZONE).time() if isinstance(value, datetime) else datetime.min.time()
        return datetime.combine(day, clock, tzinfo=ZONE)
