"""The calendar: another month or year, clashes, and the dates of a series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bench.line import Line, Turn, beside, ms_of, standing
from bench.painting import painted, settle
from bench.screen import Screen, screen
from bench.workshop import Workshop
from vaartdesk.core.clock import moment_text
from vaartdesk.kinds.events.queries.clashes import clashes_of
from vaartdesk.kinds.events.queries.clashing_dates import clashing_dates
from vaartdesk.kinds.events.rules.occurrences import stored
from vaartdesk.kinds.events.rules.times import zone_of
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.year_page import YearPage
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

Box = tuple[QRectF, str]
WEEKS: Final = 52


class Canvas(QWidget):
    """The least that shows so much: a filled box with its words, elided, for each thing that ours draws."""

    def __init__(self, boxes: Sequence[Box], size: tuple[int, int]) -> None:
        super().__init__()
        self._boxes = boxes
        self.resize(*size)
        self.show()
        settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), QFontMetricsF(self.font())
        painter.fillRect(self.rect(), QColor("white"))
        for box, words in self._boxes:
            painter.fillRect(box, QColor("#dde6ee"))
            painter.setPen(QColor("#223344"))
            told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() - 4)
            painter.drawText(box.adjusted(2, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter, told)

    def ms(self) -> float:
        """One paint."""
        ms = painted(self, self.update)
        settle(20)
        return ms


# --- month and year --------------------------------------------------------------------------------------------------


def turning(workshop: Workshop) -> Iterator[Line]:
    """PageDown in the month, and a year on in the year."""
    with screen(workshop.copy()) as shown:
        views = shown.tab("events")
        yield _month(shown, views.choose("month"), workshop.sizes.rounds)
        yield _year(shown, views.choose("year"), workshop.sizes.rounds)


def _month(shown: Screen, page: MonthPage, rounds: int) -> Line:
    grid = page.month.grid
    grid.setFocus()
    settle()
    place = grid.place
    boxes = [(place.cell(day), str(day.day)) for day in page.month.period.days()]
    boxes += [(place.rect(piece), piece.shown.title) for piece in grid.layout_now.pieces]
    canvas = Canvas(boxes, (grid.width(), grid.height()))

    def ours() -> Turn:
        shown.press(grid, Qt.Key.Key_PageDown)
        settle()
        return shown.turn(grid.viewport(), lambda: shown.press(grid, Qt.Key.Key_PageUp))

    count = len(page.month.grid.shown)
    line = beside(
        f"another month, {count} dates", 2.5, ours, canvas.ms, 2 * rounds, note="floor: one widget painting the same"
    )
    canvas.deleteLater()
    return line


def _year(shown: Screen, page: YearPage, rounds: int) -> Line:
    settle()
    grid = page.grid
    wide, high = grid.width() / 54, grid.height() / 7
    boxes = [(QRectF(day // 7 * wide, day % 7 * high, wide - 1, high - 1), str(day % 31 + 1)) for day in range(365)]
    canvas = Canvas(boxes, (grid.width(), grid.height()))

    def ours() -> Turn:
        page.turn(1)
        settle()
        return shown.turn(grid.viewport(), lambda: page.turn(-1))

    line = beside("another year", 2.5, ours, canvas.ms, 2 * rounds, note="floor: one widget painting 365 days")
    canvas.deleteLater()
    return line


# --- clashes ---------------------------------------------------------------------------------------------------------


def clashes(workshop: Workshop) -> Iterator[Line]:
    """All hard clashes from now on; and those of one event with 52 dates, as after each move of it."""
    with workshop.desk() as desk:
        spans = _spans(desk)
        rounds = 4 * workshop.sizes.rounds

        def year() -> object:
            with desk.read() as reader:
                return clashing_dates(reader)

        words = f"clash test of the year, {len(spans):,} dates"
        yield beside(
            words, 3, lambda: standing(year), lambda: ms_of(lambda: _sweep(spans)), rounds, note="floor: sort and sweep"
        )
        series = _series(desk)

        def moved() -> object:
            with desk.read() as reader:
                return clashes_of(reader, series.id)

        yield beside(
            "clash test while dragging", 10, lambda: standing(moved), lambda: ms_of(lambda: _looked_up(desk, series.id)),
            rounds, note=f"floor: {WEEKS} indexed look-ups",
        )  # fmt: skip


def _spans(desk: Desk) -> list[tuple[str, str, str, str]]:
    """Place, begin, end and event of every date that is not past."""
    with desk.read() as reader:
        statement = "select place, begins, ends, event from occurrence_place where ends > ?"
        return [tuple(row) for row in reader.connection.exec_driver_sql(statement, (moment_text(reader.now),))]


def _sweep(spans: Sequence[tuple[str, str, str, str]]) -> set[tuple[str, str]]:
    """The pairs of events that want one place at one time."""
    found: set[tuple[str, str]] = set()
    going: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for place, begins, ends, event in sorted(spans, key=lambda span: span[1]):
        still = going[place] = [one for one in going[place] if one[0] > begins]
        found.update((other, event) for _end, other in still if other != event)
        still.append((ends, event))
    return found


def _series(desk: Desk) -> Ref:
    """A weekly event of a year, on the place that the others use most."""
    with desk.read() as reader:
        statement = "select place from occurrence_place group by place order by count(*) desc limit 1"
        place = reader.connection.exec_driver_sql(statement).scalar()
    with desk.change("Meetgegevens") as tx:
        starts = datetime(2026, 11, 25, 10)  # noqa: DTZ001  local, as events are stored
        values = {"title": "Meetmarkt", "starts_at": starts, "ends_at": starts + timedelta(hours=8), "place": place}
        return tx.add("event", {**values, "status": "aangevraagd", "rrule": f"FREQ=WEEKLY;COUNT={WEEKS}"})


def _looked_up(desk: Desk, event: str) -> int:
    """Each date of an event looked up by place and time, in SQLite's own words."""
    found = 0
    with desk.read() as reader:
        raw: Any = reader.connection.connection.driver_connection
        own = raw.execute("select place, begins, ends from occurrence_place where event = ?", (event,)).fetchall()
        for place, begins, ends in own:
            found += len(
                raw.execute(
                    "select event from occurrence_place where place = ? and begins < ? and ends > ? and event <> ?",
                    (place, ends, begins, event),
                ).fetchall()
            )
    return found


# --- series ----------------------------------------------------------------------------------------------------------


def expand(workshop: Workshop) -> Iterator[Line]:
    """The dates of one weekly series worked out again into the rows that are stored, as after an edit of it."""
    with workshop.desk() as desk:
        values = desk.get(_series(desk))
        assert values is not None
        yield beside(
            f"dates of a series after an edit, {WEEKS}", 2, lambda: standing(lambda: stored(values)),
            lambda: ms_of(lambda: _by_dateutil(values)), 8 * workshop.sizes.rounds, note="floor: dateutil on that series",
        )  # fmt: skip


def _by_dateutil(values: Any) -> list[datetime]:
    from dateutil.rrule import rrulestr

    starts = values["starts_at"].replace(tzinfo=zone_of(values["zone"]))
    return [at.astimezone(UTC) for at in rrulestr(values["rrule"], dtstart=starts)]
