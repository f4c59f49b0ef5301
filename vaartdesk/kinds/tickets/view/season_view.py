"""The rows of a season, to scale: at the left as in any list what it is, at the right a bar from the day it is put up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from vaartdesk.charts.season import months, share
from vaartdesk.core.dates import MONTHS_SHORT, day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.contract import SUBJECTS
from vaartdesk.kinds.tickets.queries.upkeep import SeasonRow
from vaartdesk.schema.chips import word
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.painting import LEFT, paint_box, paint_text
from vaartdesk.ui.row_delegate import RowDelegate, paint_row
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
NAMES: Final = 0.36
NAMES_MOST: Final = 420
BAR: Final = 14.0
LEAST_BAR: Final = 4.0
SPOKEN: Final = 6
"""So many of its dates a row says aloud."""


class Scale:
    """Where days lie: between the names and the right edge of a view of this width."""

    def __init__(self, first: date, last: date, width: float) -> None:
        self.first, self.last = first, last
        self.left = min(NAMES * width, NAMES_MOST)
        self.wide = max(1.0, width - self.left - sizes.PAGE_PADDING)

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + share(day, self.first, self.last) * self.wide

    def months(self) -> list[tuple[date, float]]:
        """The months and where each begins."""
        return [(month, self.x(month)) for month in months(self.first, self.last)]


class SeasonModel(EntryModel):
    """A header per subject, a row per maintenance."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Mapping[str, SeasonRow] = {}
        self.today = date.min

    def show(self, rows: Sequence[SeasonRow], today: date) -> None:
        """Show these, which come per subject."""
        self.beginResetModel()
        self.rows, self.today = {row.maintenance["id"]: row for row in rows}, today
        entries: list[Entry] = []
        for subject, found in groupby(rows, key=lambda row: row.maintenance["subject"]):
            keys = [row.maintenance["id"] for row in found]
            entries += [Header(word(SUBJECTS, subject), len(keys)), *keys]
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        if isinstance(entry, Header):
            return entry
        row = self.rows[entry]
        subject = next((option for option in SUBJECTS if option.slug == row.maintenance["subject"]), None)
        title, told = str(row.maintenance["title"]), row.told or str(row.maintenance["place_text"])
        spoken = ", ".join([title, *([told] if told else []), self._dates(row)])
        return RowParts(
            title, icon=subject.icon if subject else "repeat", meta=(told,) if told else (), accessible=spoken
        )

    def _dates(self, row: SeasonRow) -> str:
        if not row.bars:
            return str(_("niet dit seizoen"))
        told = [
            day_short(bar.first, self.today)
            if bar.first == bar.last
            else str(_("{first} tot en met {last}")).format(
                first=day_short(bar.first, self.today), last=day_short(bar.last, self.today)
            )
            for bar in row.bars[:SPOKEN]
        ]
        more = len(row.bars) - SPOKEN
        return ", ".join(told) + (str(_(" en {n} keer meer")).format(n=more) if more > 0 else "")

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else Ref("maintenance", key)


class SeasonDelegate(RowDelegate):
    """A row with its bars; headers are those of every list."""

    def __init__(self, view: SeasonList) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._view.season
        entry = model.entry(index.row())
        if not isinstance(entry, str):
            super().paint(painter, option, index)
            return
        rect, parts = QRectF(option.rect), model.parts(entry)
        assert isinstance(parts, RowParts)
        scale = self._view.scale(rect.width())
        self._paint_ground(painter, rect, option.state)
        names = QRectF(rect.left(), rect.top(), scale.left, rect.height())
        quiet = option.state & ~(QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        paint_row(painter, names, parts, quiet)
        paint_months(painter, scale, rect.top(), rect.bottom())
        for bar in model.rows[entry].bars:
            begins, ends = scale.x(bar.first), scale.x(bar.last + timedelta(1))
            colours = theme()
            fill = colours.colour("accent") if bar.tone == "accent" else QColor(colours.state(bar.tone).solid)
            box = QRectF(begins, rect.center().y() - BAR / 2, max(LEAST_BAR, ends - begins), BAR)
            paint_box(painter, box, fill, min(sizes.RADIUS_FIELD, box.width() / 2))
        paint_today(painter, scale, model.today, rect.top(), rect.bottom())

    @staticmethod
    def _paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            box = rect.adjusted(sizes.SPACE_2, 0, -sizes.SPACE_2, 0)
            paint_box(painter, box, theme().colour("selection" if is_selected else "hover"))


def paint_months(painter: QPainter, scale: Scale, top: float, bottom: float) -> None:
    """A hairline where each month begins."""
    for _month, at in scale.months():
        painter.fillRect(QRectF(round(at), top, 1, bottom - top), theme().colour("border"))


def paint_today(painter: QPainter, scale: Scale, today: date, top: float, bottom: float) -> None:
    """The line of today, where it lies in the season."""
    if scale.first <= today <= scale.last:
        painter.fillRect(QRectF(round(scale.x(today)), top, 2, bottom - top), theme().colour("accent"))


class SeasonAxis(QWidget):
    """The names of the months above the rows."""

    def __init__(self, view: SeasonList) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, round(line_height("micro")) + sizes.SPACE_2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scale = QPainter(self), self._view.scale(self._view.viewport().width())
        paint_months(painter, scale, 0, self.height())
        wide = scale.wide / max(1, len(scale.months()))
        for month, at in scale.months():
            name = str(MONTHS_SHORT[month.month - 1])
            told = f"{name} {month.year}" if month.month == 1 or month == scale.first else name
            box = QRectF(at + sizes.SPACE_1, 0, wide - sizes.SPACE_1, self.height())
            paint_text(painter, box, told, theme().colour("text3"), "micro", align=LEFT)
        paint_today(painter, scale, self._view.season.today, self.height() - sizes.SPACE_1, self.height())


class SeasonList(RowView):
    """The rows; Enter and a double click open one."""

    def __init__(self) -> None:
        super().__init__()
        self.season = SeasonModel()
        self.first, self.last = date(2000, 3, 1), date(2001, 2, 28)
        self.setObjectName("season")
        self.setAccessibleName(str(_("Wat wanneer hangt of gebeurt")))
        self.setModel(self.season)
        self.setItemDelegate(SeasonDelegate(self))

    def scale(self, width: float) -> Scale:
        """Where days lie in this width."""
        return Scale(self.first, self.last, width)


class SeasonView(QWidget):
    """Months above, rows below. `opened(Ref)`."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.list = SeasonList()
        self.axis = SeasonAxis(self.list)
        self.list.opened.connect(self._open)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.axis)
        column.addWidget(self.list, 1)

    def show_season(self, rows: Sequence[SeasonRow], first: date, last: date, today: date) -> None:
        """The rows of a season; one stays where one stood."""
        before = self.list.season.ref(self.list.currentIndex().row())
        self.list.first, self.list.last = first, last
        self.list.season.show(rows, today)
        at = next((n for n, entry in enumerate(self.list.season.entries) if before and entry == before.id), -1)
        if at >= 0:
            self.list.setCurrentIndex(self.list.season.index(at, 0))
        self.axis.update()

    def _open(self, row: int) -> None:
        ref = self.list.season.ref(row)
        if ref is not None:
            self.opened.emit(ref)
