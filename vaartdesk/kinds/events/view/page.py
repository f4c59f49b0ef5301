"""Evenementen: the month, the list of the same events, permits, and what else belongs to planning them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.events.view.event_record import EventRecord
from vaartdesk.kinds.events.view.month_filter import OF_TIME
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.views import KindPage, View, Views, kind_view

if TYPE_CHECKING:
    from vaartdesk.schema.ref import Ref
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

MONTH, LIST = "month", "list"
ALWAYS: Final = frozenset({MONTH, LIST, "permit"})
"""The views that the switch always offers; the others are in the menu of the month and join the switch while shown."""
FURTHER: Final = ("grant", "checklist_item", "runbook_template", "runbook_item", "publication", "marker")


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    title = str(_("Evenementen"))
    views = (
        View(MONTH, str(_("Maand")), "", ("event",), lambda: MonthPage(desk, stage)),
        View(LIST, str(_("Lijst")), "", ("event",), lambda: _list(desk, stage, title)),
        *(replace(kind_view(desk, stage, name, title=title), icon="") for name in ("permit", *FURTHER)),
    )
    return EventViews(title, views)


def _list(desk: Desk, stage: Stage, title: str) -> QWidget:
    page = KindPage(desk, desk.kinds["event"], stage, title=title, page=EventRecord(desk, stage))
    page.list.load()
    return page


class EventViews(Views):
    """Month and list show the same filtered events and the same record (K2)."""

    def choose(self, view_id: str) -> QWidget:
        """Bring a view on top; between month and list filters and record go along."""
        before = self.currentWidget()
        page = super().choose(view_id)
        if isinstance(page, MonthPage) and not page.header.further.actions():
            for view in self.views:
                if view.id in FURTHER:
                    page.header.further.addAction(str(view.label), lambda view_id=view.id: self.choose(view_id))  # type: ignore[misc]
        if page is not before and before is not None:
            self._carry(before, page)
        return page

    @staticmethod
    def _carry(before: QWidget, page: QWidget) -> None:
        ref: Ref | None = None
        if isinstance(before, MonthPage) and isinstance(page, KindPage) and page.kind.name == "event":
            _show_in_list(page, before.filter.query)
            ref = before.current()
            if ref is not None and page.list.model.row_of(ref.id) < 0:
                ref = None  # to show it, the list would drop the filters
        elif isinstance(page, MonthPage) and isinstance(before, KindPage) and before.kind.name == "event":
            page.show_query(before.list.query)
            ref = before.current()
        if ref is not None:
            page.show_record(ref)  # type: ignore[attr-defined]

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
        """A pinned filter: on the list where that is on top, else on the month."""
        page = self.currentWidget()
        if isinstance(page, KindPage) and page.kind.name == "event":
            page.show_query(query)
        else:
            self.choose(MONTH).show_query(query)  # type: ignore[attr-defined]


def _show_in_list(page: KindPage, query: Query) -> None:
    """The filters of the month; what the list asks about time, and its order, stay as they are."""
    own = page.list.query
    kept = own.filters & OF_TIME
    page.list.show_query(replace(own, words=query.words, filters=query.filters | kept, picks=query.picks))
