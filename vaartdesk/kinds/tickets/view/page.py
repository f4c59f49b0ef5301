"""Huismeester: tickets with their quick entry, contracts, planned maintenance, categories, and signals from the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.view.parts_section import PartTickets
from vaartdesk.kinds.tickets.view.rounds_page import round_views
from vaartdesk.kinds.tickets.view.spot_section import SpotSection
from vaartdesk.kinds.tickets.view.upkeep_page import upkeep_views
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.record_dialog import add_parts
from vaartdesk.ui.views import View, Views, kind_view

if TYPE_CHECKING:
    from vaartdesk.kinds.tickets.view.entry import TicketEntry
    from vaartdesk.kinds.tickets.view.inbox import Inbox
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    title = str(_("Huismeester"))
    tickets = View(
        "ticket", str(_("Lijst")), "list", ("ticket", "ticket_reporter"), lambda: TicketPage(desk, stage, title)
    )
    plan = View("plan", str(_("Plattegrond")), "map", (), lambda: _plan_page(desk, stage, title))
    figures = View("figures", str(_("Cijfers")), "chart-column", (), lambda: _figures_page(desk, stage, title, views))
    views = Views(
        title,
        [
            tickets,
            plan,
            figures,
            kind_view(desk, stage, "contract", title=title),
            *upkeep_views(desk, stage, title, lambda: views),
            *round_views(desk, stage, title, lambda page, values: _enter(desk, stage, page, values)),
            replace(kind_view(desk, stage, "ticket_category", title=title), within="ticket"),
            replace(kind_view(desk, stage, "standard_text", title=title), within="ticket"),
        ],
    )
    return views


def _plan_page(desk: Desk, stage: Stage, title: str) -> QWidget:
    from vaartdesk.kinds.tickets.view.map_page import MapPage  # not before the plan is looked at

    page = MapPage(desk, stage, title, lambda values: _enter(desk, stage, page, values))
    return page


def _enter(desk: Desk, stage: Stage, page: QWidget, values: Mapping[str, Any]) -> None:
    """The quick entry over a page that shows no list of tickets."""
    from vaartdesk.kinds.tickets.view.entry import TicketEntry  # after the first list, as below

    stage.show_dialog(page, TicketEntry(desk, stage, values))


def _figures_page(desk: Desk, stage: Stage, title: str, views: Views) -> QWidget:
    from vaartdesk.kinds.tickets.view.figures_page import FiguresPage  # draws charts: not before they are looked at

    page = FiguresPage(desk, stage, title)
    page.list_requested.connect(views.show_query)
    return page


def _record(desk: Desk, stage: Stage) -> RecordPage:
    page = RecordPage(desk, desk.kinds["ticket"], stage)
    add_parts(page, more=(PartTickets(page),))
    spot = SpotSection(desk, stage)
    page.add_section(spot)
    page.filled.connect(spot.show_ref)
    return page


class TicketPage(ListDetailPage):
    """The list of tickets; Ctrl+N opens the quick entry."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        record = partial(_record, desk, stage)
        super().__init__(desk, desk.kinds["ticket"], stage, title=title, add=self._begin, page=record)
        self.list.load()
        self.list.choose_first()
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.list.view, self.paste)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _begin(self) -> None:
        self.enter()

    def enter(self, values: Mapping[str, Any] | None = None) -> TicketEntry:
        """What, where, category, urgency, Enter."""
        from vaartdesk.kinds.tickets.view.entry import TicketEntry  # half of what the list itself needs

        self.page.flush()
        entry = TicketEntry(self.desk, self.stage, values)
        entry.saved.connect(self._show_new)
        self.stage.show_dialog(self, entry)
        return entry

    # --- what comes in by mail or chat ---------------------------------------------------------------------------------

    @cached_property
    def inbox(self) -> Inbox:
        """Made when something comes in."""
        from vaartdesk.kinds.tickets.view.inbox import Inbox  # reads mails and chats

        return Inbox(self.desk, self.stage, self, self.enter)

    def paste(self) -> None:
        """Ctrl+V in the list: a ticket of the message, mail or photo on the clipboard."""
        if not self.inbox.take_clipboard():
            self.stage.announce(str(_("Op het klembord staat geen bericht, mail of foto.")))

    def take_mime(self, mime: QMimeData) -> bool:
        """What was dropped on the window."""
        return self.inbox.take_mime(mime)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.inbox.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.inbox.take_mime(event.mimeData()):
            event.acceptProposedAction()
