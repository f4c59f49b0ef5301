"""Evenementen: month and year, the list of the same events, permits, and what else belongs to planning them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.events.view.calendar_filter import OF_TIME
from vaartdesk.kinds.events.view.event_record import EventRecord
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.year_page import YearPage
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.views import View, Views, kind_view

if TYPE_CHECKING:
    from datetime import date

    from vaartdesk.schema.ref import Ref
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

MONTH, YEAR, LIST = "month", "year", "list"
ALWAYS: Final = frozenset({MONTH, YEAR, LIST, "permit"})
"""The views that the switch always offers; the others are in the menu of the month and join the switch while shown."""
FURTHER: Final = ("grant", "checklist_item", "runbook_template", "runbook_item", "publication", "marker")


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    title = str(_("Evenementen"))
    views = (
        View(MONTH, str(_("Maand")), "", ("event",), lambda: MonthPage(desk, stage)),
        View(YEAR, str(_("Jaar")), "", (), lambda: YearPage(desk, stage)),
        View(LIST, str(_("Lijst")), "", ("event",), lambda: _list(desk, stage, title)),
        *(replace(kind_view(desk, stage, name, title=title), icon="") for name in ("permit", *FURTHER)),
    )
    return EventViews(title, views)


def _list(desk: Desk, stage: Stage, title: str) -> QWidget:
    page = ListDetailPage(desk, desk.kinds["event"], stage, title=title, page=lambda: EventRecord(desk, stage))
    page.list.load()
    return page


class EventViews(Views):
    """Month, year and list show the same filtered events, month and list the same record (K2)."""

    def choose(self, view_id: str) -> QWidget:
        """Bring a view on top; filters and record go along from calendar to list and back."""
        before = self.currentWidget()
        is_new = view_id not in self._pages
        page = super().choose(view_id)
        if is_new:
            self._welcome(page)
        if page is not before and before is not None:
            _carry(before, page)
        return page

    def shown_list(self) -> ShownList | None:
        """What the list or the calendar on top shows."""
        page = self.currentWidget()
        return page.shown_list() if isinstance(page, MonthPage | YearPage) else super().shown_list()

    def _welcome(self, page: QWidget) -> None:
        """What joins a calendar to the other views, once it is there."""
        if isinstance(page, YearPage):
            page.day_requested.connect(self._show_day)
        if isinstance(page, MonthPage | YearPage):
            for view in self.views:
                if view.id in FURTHER:
                    page.header.further.addAction(str(view.label), lambda view_id=view.id: self.bring(view_id))  # type: ignore[misc]

    def _show_day(self, day: date) -> None:
        """A day of the year, in its month."""
        page = self.choose(MONTH)
        assert isinstance(page, MonthPage)
        page.month.show_day(day)
        page.month.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_segments(self, page: QWidget, view_id: str) -> None:
        header = getattr(page, "header", None)
        if not isinstance(header, PageHeader):
            return
        offered = [view for view in self.views if view.id in ALWAYS or view.id == view_id]
        segments = Segments(tuple(Segment(view.id, str(view.label)) for view in offered), self.name)
        segments.setObjectName(f"views_{self.name}")
        segments.choose(view_id)
        segments.chosen.connect(self._switch)
        header.add_left(segments)

    def _view_of(self, kind: str) -> View | None:
        """The view on top where it shows that kind; else the first that does."""
        page = self.currentWidget()
        on_top = [view for view in self.views if self._pages.get(view.id) is page and page is not None]
        return next((view for view in (*on_top, *self.views) if kind in view.kinds), None)

    def show_query(self, query: Query) -> None:
        """A pinned filter: on the view on top where that shows events, else on the month."""
        page = self.currentWidget()
        if not _shows_events(page):
            page = self.choose(MONTH)
        page.show_query(query)  # type: ignore[union-attr]


def _shows_events(page: QWidget | None) -> bool:
    return isinstance(page, MonthPage | YearPage) or (isinstance(page, ListDetailPage) and page.kind.name == "event")


def _carry(before: QWidget, page: QWidget) -> None:
    """Filters go along between the views of events, and the record where both show one."""
    if not (_shows_events(before) and _shows_events(page)):
        return
    query = before.list.query if isinstance(before, ListDetailPage) else before.filter.query  # type: ignore[attr-defined]
    if isinstance(page, ListDetailPage):
        _show_in_list(page, query)
    else:
        page.show_query(query)  # type: ignore[attr-defined]
    ref: Ref | None = before.current()  # type: ignore[attr-defined]
    is_hidden = ref is not None and isinstance(page, ListDetailPage) and page.list.model.row_of(ref.id) < 0
    if ref is not None and not is_hidden and not isinstance(page, YearPage):
        page.show_record(ref)  # type: ignore[attr-defined]


def _show_in_list(page: ListDetailPage, query: Query) -> None:
    """The filters of the month; what the list asks about time, and its order, stay as they are."""
    own = page.list.query
    kept = own.filters & OF_TIME
    page.list.show_query(replace(own, words=query.words, filters=query.filters | kept, picks=query.picks))
