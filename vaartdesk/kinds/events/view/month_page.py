"""The page of the month: header, grid, and the record of the chosen event at the right."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries.dates import next_date
from vaartdesk.kinds.events.view.calendar_filter import CalendarFilter
from vaartdesk.kinds.events.view.calendar_list import calendar_list
from vaartdesk.kinds.events.view.date_question import date_question, is_of_series, skip
from vaartdesk.kinds.events.view.event_record import EventRecord
from vaartdesk.kinds.events.view.following_question import ask_following
from vaartdesk.kinds.events.view.month_pane import MonthPane
from vaartdesk.kinds.events.view.period import Period
from vaartdesk.kinds.events.view.turn_header import TurnHeader
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.after_paint import AfterPaint
from vaartdesk.ui.list.keeping import ask_to_keep
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.panes import TwoPanes
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.record_slot import RecordSlot
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.way_back import WayBack

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

WIDE: Final = 1500
DETAIL_WIDE: Final = 400
NEW_AT: Final = time(10)
"""When a new event begins until somebody says otherwise."""
GRID_LEAST: Final = 560


def _detail(width: int) -> int:
    """The grid is the page; the record stands beside it, a little wider on a wide screen."""
    return DETAIL_WIDE if width >= WIDE else sizes.DETAIL_LEAST


class MonthPage(QWidget):
    """Ctrl+N and N make an event on the chosen day, Del deletes, F2 renames."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.month = MonthPane(desk, stage)
        titles = [Period(desk.today.year, number + 1).title for number in range(12)]
        self.header = TurnHeader(titles, str(_("Vorige maand")), str(_("Volgende maand")))
        self._show_title(self.month.period)
        self.filter = CalendarFilter(desk)
        self.slot = RecordSlot(partial(EventRecord, desk, stage))
        self._coming: Ref | None = None
        """The event that is shown once the month has painted."""
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(self.month, 1)
        self.panes = TwoPanes("month", left, self.slot, stage, detail=_detail)
        self.panes.setStretchFactor(0, 1)
        self.panes.setStretchFactor(1, 0)
        self._was_shown = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.panes, 1)
        self.setFocusProxy(self.month)
        self._connect()
        self._keys()

    def _connect(self) -> None:
        header, month = self.header, self.month
        header.turned.connect(month.turn)
        header.today_requested.connect(month.show_today)
        header.filter_toggled.connect(self.filter.set_open)
        if header.primary is not None:
            header.primary.clicked.connect(lambda _on=False: self.make_new())
        month.chosen.connect(self._show_chosen)
        month.opened.connect(self.open_record)
        month.new_requested.connect(self.make_on)
        month.turned.connect(self._show_title)
        month.grid.customContextMenuRequested.connect(self.show_event_menu)
        self.filter.changed.connect(self._filter)
        self.filter.save_requested.connect(self.save_filter)
        self.slot.built.connect(self._welcome)

    @property
    def page(self) -> EventRecord:
        """The record at the right, built now where it is not there yet."""
        page = self.slot.page
        assert isinstance(page, EventRecord)
        return page

    def _welcome(self, page: EventRecord) -> None:
        page.back_requested.connect(self.show_month)
        page.delete_requested.connect(self.delete)
        page.head.back.setVisible(self.panes.is_stepped)
        page.show_record(self._coming)

    def _keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F2"), self, self.rename).setContext(inside)
        WayBack(self, self.month.grid, self.show_month)
        delete = QShortcut(QKeySequence("Del"), self.month.grid, self.delete_chosen)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _build_record(self) -> None:
        """The month is on the screen: now the record, unless the window closed by then."""
        if not self.desk.is_closed:
            self.slot.build()

    def _show_chosen(self, ref: Ref) -> None:
        self.page.show_record(ref)

    # --- what the window asks ------------------------------------------------------------------------------------------

    def show_record(self, ref: Ref) -> None:
        """The event's next date in its month, and its record."""
        if all(shown.event != ref.id for shown in self.month.grid.shown):
            with self.desk.read() as reader:
                day = next_date(reader, ref.id)
            self.month.show_event(ref, day)
        else:
            self.month.show_event(ref, None)
        self.page.show_record(ref)
        self._show_detail()

    def make_new(self, kind: str = "") -> None:
        """An event on the chosen day."""
        self.make_on(self.month.grid.day() or self.desk.today)

    def current(self) -> Ref | None:
        """The event whose record is shown."""
        return self.page.ref if self.slot.is_built else self._coming

    def shown_list(self) -> ShownList:
        """The dates of the month, for paper and files."""
        period = self.month.period
        return calendar_list(self.desk, self.filter, period.title.lower(), period.own_first, period.own_last)

    def show_query(self, query: Query) -> None:
        """Show what fits these filters only."""
        self.filter.show_query(query)

    # --- showing -------------------------------------------------------------------------------------------------------

    def open_record(self, ref: Ref) -> None:
        """To the record, the cursor in its title."""
        self.page.show_record(ref)
        self._show_detail()
        if self.page.head.title is not None:
            self.page.head.title.focus()

    def show_month(self) -> None:
        """Back to the grid."""
        self.page.flush()
        self.panes.shows_record = False
        self.panes.arrange()
        self.month.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self, period: Period) -> None:
        self.header.set_title(period.title)

    def _show_detail(self) -> None:
        self.panes.shows_record = True
        self.panes.arrange()

    def save_filter(self) -> None:
        """Keep the filter of now under a name."""
        ask_to_keep(self, self.desk, self.stage, self.desk.kinds["event"], self.filter.query)

    def _filter(self) -> None:
        self.month.filter(self.filter.events())
        self.header.show_filters(self.filter.count())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where grid and record do not fit beside each other they become two steps."""
        super().resizeEvent(event)
        is_stepped = self.width() < GRID_LEAST + sizes.DETAIL_LEAST or self.window().width() < sizes.STEP_BELOW
        if is_stepped != self.panes.is_stepped:
            self.panes.step(is_stepped=is_stepped)
        if self.slot.is_built:
            self.page.head.back.setVisible(is_stepped)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time: with the event that comes next, so that the record is not empty."""
        super().showEvent(event)
        coming = self.month.ring_next() if not self._was_shown and self.current() is None else None
        self._was_shown = True
        if coming is not None:
            self._coming = coming
            if self.slot.is_built:
                self.page.show_record(coming)
        if not self.slot.is_built:  # half of the work of this tab: the month is on the screen first
            AfterPaint(self.month.grid.viewport(), self._build_record)

    # --- doing ---------------------------------------------------------------------------------------------------------

    def make_on(self, day: date) -> None:
        """A new event that begins on a day."""
        self.page.flush()
        values = {"starts_at": datetime.combine(day, NEW_AT)}
        entry = QuickEntry(self.desk, self.desk.kinds["event"], self.stage, values=values)
        entry.saved.connect(self.show_record)
        self.stage.show_dialog(self, entry)

    def rename(self) -> None:
        """F2: to the title, all of it selected."""
        if self.page.ref is not None and self.page.head.title is not None:
            self._show_detail()
            self.page.head.title.focus()
            self.page.head.title.line.selectAll()

    def delete_chosen(self) -> None:
        """Del: the event that the keys stand on to the bin; of a series it asks whether this date or all. On a day nothing goes,
        whatever record is shown beside it.
        """
        entry = self.month.grid.entry()
        shown = entry.shown if entry is not None else None
        if shown is None:
            self.stage.announce(str(_("Kies eerst het evenement dat weg kan.")))
            return
        self.page.flush()
        ref = Ref("event", shown.event)
        if not is_of_series(self.desk, shown):
            self.delete(ref)
            return
        only, whole = partial(skip, self.desk, self.stage, shown), partial(self.delete, ref)
        self.stage.show_dialog(self.month.grid, date_question(shown, self.desk, only, whole))

    def delete(self, ref: Ref | None) -> None:
        """An event to the bin, with a way back."""
        if ref is None:
            return
        title = self.desk.title(ref)
        self.page.flush()
        try:
            with self.desk.change(_("Verwijderd")) as tx:
                tx.delete(ref)
        except Refused as refused:
            self.stage.announce(str(refused))
            return
        self.page.show_record(None)
        self.stage.announce(str(_("Naar de prullenbak: {title}")).format(title=title), is_undoable=True)

    def show_event_menu(self, at: QPoint) -> QMenu | None:
        """What can be done with the event under the pointer, or that the keys stand on."""
        entry = self.month.grid.entry()
        if entry is None:
            return None
        menu = QMenu(self)
        if entry.shown is not None:
            self.page.show_record(Ref("event", entry.shown.event))
            for command in self.page.kind.commands:
                if command.fits(self.page.values):
                    menu.addAction(str(command.label), lambda command=command: self.page.run(command))  # type: ignore[misc]
            menu.addSeparator()
            shown = entry.shown
            if is_of_series(self.desk, shown) and not self.desk.is_read_only:
                following = partial(ask_following, self.desk, self.stage, self.month.grid, shown, self.show_record)
                menu.addAction(str(_("Deze en volgende verplaatsen")), following)
            menu.addAction(str(_("Verwijderen")), self.delete_chosen)
        else:
            menu.addAction(str(_("Nieuw evenement")), lambda: self.make_on(entry.day))
        menu.popup(self.month.grid.viewport().mapToGlobal(at))
        return menu
