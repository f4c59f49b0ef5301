"""What this week brings, and in a wide window the next one too: events and meetings, a line each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import DAYS_SHORT, time_text, week_number
from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.dates import shown_between
from vaartdesk.kinds.meetings.queries.gatherings import meetings_between
from vaartdesk.schema.context import line_letters
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.card import Card
from vaartdesk.ui.labels import Label, rule
from vaartdesk.ui.line_button import LineButton
from vaartdesk.ui.painting import RIGHT, paint_box, paint_text
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height, metrics
from vaartdesk.ui.theme.theme import theme

KINDS = frozenset({"event", "event_override", "meeting", "place"})
MOST = 6
"""So many lines of a week; the rest is counted."""
BAR = 3
LEAST_PLACE = 0.2


@dataclass(frozen=True, slots=True)
class Happening:
    """One date. ``time`` is '' for a whole day; ``line`` the letter of its theme line, '' without."""

    ref: Ref
    at: datetime
    title: str
    time: str
    place: str
    line: str = ""

    @property
    def day(self) -> date:
        return self.at.date()


def happenings(reader: Reader, first: date, last: date) -> list[Happening]:
    """Events and meetings of those days, both included, in order; one that began earlier stands on the first day."""
    dates = [row for row in shown_between(reader, first, last) if row["status"] not in ("idee", "afgelast")]
    titles, letters = reader.titles({row["place"] for row in dates if row["place"]}), line_letters(reader)
    found = []
    for row in dates:
        at = max(row["starts_at"], datetime.combine(first, row["starts_at"].time()))
        place = titles.get(row["place"] or "") or row["place_text"]
        time = "" if row["is_whole_day"] else time_text(at)
        letter = letters.get(row["theme_line"] or "", "")
        found.append(Happening(Ref("event", row["event"]), at, row["title"], time, str(place or ""), letter))
    for row in meetings_between(reader, first, last):
        at = row["starts_at"]
        found.append(Happening(Ref("meeting", row["id"]), at, row["title"], time_text(at), row["place"]))
    return sorted(found, key=lambda h: (h.day, bool(h.time), h.at, h.title))


class HappeningLine(LineButton):
    """Day, a bar in the colour of its theme line, time, title, and the place at the right."""

    def __init__(self, happening: Happening, *, has_day: bool, is_today: bool) -> None:
        self.happening, self._is_today = happening, is_today
        self.day = f"{DAYS_SHORT[happening.day.weekday()]} {happening.day.day}" if has_day else ""
        spoken = (f"{DAYS_SHORT[happening.day.weekday()]} {happening.day.day}", happening.time, happening.title)
        super().__init__(happening.ref, ", ".join(part for part in (*spoken, happening.place) if part))
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(" · ".join(part for part in (self.happening.title, self.happening.place) if part))

    def least_height(self) -> float:
        return line_height() + sizes.SPACE_2

    def paint_line(self, painter: QPainter, rect: QRectF) -> None:
        colours, middle = theme(), rect.center().y()
        line = rect.adjusted(2, 0, -2, 0)
        ink, weight = ("accent_ink", 600) if self._is_today else ("text2", 400)
        paint_text(painter, line, self.day, colours.colour(ink), "meta", weight)
        left = line.left() + metrics("meta", 600).horizontalAdvance("wo 28") + sizes.SPACE_4
        letter = self.happening.line
        base = QColor(colours.line(letter).base if letter else colours.scheme.neutral.solid)
        paint_box(painter, QRectF(left, middle - 8, BAR, 16), base, 1)
        line.setLeft(left + BAR + sizes.SPACE_2)
        paint_text(painter, line, self.happening.time, colours.colour("text2"), "meta", tabular=True)
        line.setLeft(line.left() + metrics("meta", tabular=True).horizontalAdvance("00:00") + sizes.SPACE_2)
        line.setRight(self._paint_place(painter, line))
        paint_text(painter, line, self.happening.title, colours.colour("text1"))

    def _paint_place(self, painter: QPainter, line: QRectF) -> float:
        """At the right, in what the title leaves but never less than a fifth; answers where the title ends."""
        wanted = metrics("meta").horizontalAdvance(self.happening.place)
        left = line.width() - metrics().horizontalAdvance(self.happening.title) - sizes.SPACE_2
        room = QRectF(line)
        room.setLeft(line.right() - min(wanted, max(left, LEAST_PLACE * line.width())))
        paint_text(painter, room, self.happening.place, theme().colour("text3"), "meta", align=RIGHT)
        return room.left() - (sizes.SPACE_2 if wanted else 0)


class WeekCard(Card):
    """objectName `week`. ``opened`` is called with the record of a line, ``more`` with nothing to show the calendar."""

    def __init__(self, opened: Callable[[Ref], None], more: Callable[[], None]) -> None:
        super().__init__(str(_("Deze week")))
        self.setObjectName("week")
        self._opened, self._more = opened, more
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._lines)

    def show_weeks(self, today: date, this_week: Sequence[Happening], next_week: Sequence[Happening]) -> None:
        """Show what is left of this week, and the next one where there is room for it."""
        self.remark.setText(str(_("week {n}").format(n=week_number(today))))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._fill(this_week, today)
        if next_week:
            if this_week:
                self._column.addSpacing(sizes.SPACE_2)
            self._column.addWidget(Label(str(_("Volgende week")), "meta", "text2", weight=600))
            self._fill(next_week, today)
        self.setVisible(bool(this_week or next_week))

    def _fill(self, found: Sequence[Happening], today: date) -> None:
        before: date | None = None
        shown = found if len(found) <= MOST + 1 else found[:MOST]  # a line that counts one might as well be that one
        for happening in shown:
            if before is not None and happening.day != before:
                self._column.addWidget(rule())
            line = HappeningLine(happening, has_day=happening.day != before, is_today=happening.day == today)
            line.clicked.connect(lambda _on=False, ref=happening.ref: self._opened(ref))
            self._column.addWidget(line)
            before = happening.day
        rest = len(found) - len(shown)
        if rest:
            more = Button(str(_("en nog {n}").format(n=rest)), kind="link", small=True)
            more.clicked.connect(lambda _on=False: self._more())
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)


def rest_of_week(today: date) -> date:
    """Its Sunday."""
    return today + timedelta(6 - today.weekday())
