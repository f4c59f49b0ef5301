"""Overleg: agendas, decisions, and the bodies that meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.agenda_page import AgendaPage
from vaartdesk.kinds.meetings.view.bodies_page import BodiesPage
from vaartdesk.kinds.meetings.view.chosen import ChosenMeeting
from vaartdesk.kinds.meetings.view.report_page import ReportPage
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.views import View, Views, kind_view

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ON_AGENDA = ("meeting", "agenda_item", "stock_topic")


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    return MeetingViews(desk, stage)


class MeetingViews(Views):
    """The views share the chosen meeting: going from one to another stays with it."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self.desk, self.chosen = desk, ChosenMeeting(desk)
        title = str(_("Overleg"))
        agenda = View(
            "agenda", str(_("Agenda")), "list-ordered", ON_AGENDA, lambda: AgendaPage(desk, stage, self.chosen)
        )
        report = View("report", str(_("Verslag")), "notebook-pen", (), lambda: ReportPage(desk, stage, self.chosen))
        super().__init__(
            title,
            [
                agenda,
                report,
                kind_view(desk, stage, "decision", title=title),
                View("body", str(_("Overleggen")), "users", ("body",), lambda: BodiesPage(desk, stage, title)),
            ],
        )
        self.chosen.setParent(self)

    def show_record(self, ref: Ref) -> None:
        """On the view of its kind; what belongs to the meeting whose minutes are taken stays there."""
        page = self.currentWidget()
        if isinstance(page, ReportPage) and self.chosen.ref is not None and self._meeting_of(ref) == self.chosen.ref:
            page.show_record(ref)
        else:
            super().show_record(ref)

    def _meeting_of(self, ref: Ref) -> Ref | None:
        """The meeting that a record is or belongs to."""
        if ref.kind != "agenda_item":
            return ref if ref.kind == "meeting" else None
        values = self.desk.get(ref)
        return Ref("meeting", values["meeting"]) if values and values["meeting"] else None

    def make_new(self, kind: str = "") -> None:
        """A new record; from the minutes a new meeting."""
        is_report = isinstance(self.currentWidget(), ReportPage)
        super().make_new(kind or ("meeting" if is_report else ""))

    def show_query(self, query: Query) -> None:
        """A pinned filter of meetings."""
        page = self.choose(self.views[0].id)
        if isinstance(page, AgendaPage):
            page.show_query(query)
