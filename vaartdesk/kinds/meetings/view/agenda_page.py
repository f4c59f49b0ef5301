"""Building an agenda: the meetings, the items, and the stock; on a wide screen the chosen item beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.agenda_doing import AgendaDoing
from vaartdesk.kinds.meetings.view.agenda_pane import AgendaPane
from vaartdesk.kinds.meetings.view.chosen import ChosenMeeting
from vaartdesk.kinds.meetings.view.header import MeetingHeader
from vaartdesk.kinds.meetings.view.item_page import ItemDialog, page_of
from vaartdesk.kinds.meetings.view.meeting_list import MeetingList
from vaartdesk.kinds.meetings.view.menus import AgendaMenus
from vaartdesk.kinds.meetings.view.new_meeting import NewMeeting
from vaartdesk.kinds.meetings.view.papers import AGENDA_SET, make_paper, paper_command
from vaartdesk.kinds.meetings.view.stock_pane import StockPane
from vaartdesk.kinds.meetings.view.turns import Turns
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.fresh import Fresh
from vaartdesk.ui.list.query import Query

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

WIDE = 1500
"""From this width on the chosen item stands beside the list."""
NARROW = 1040
SIZES = {"wide": (247, 640, 466, 359), "usual": (240, 618, 0, 300), "narrow": (196, 534, 0, 232)}
"""Widths of meetings, agenda, item and stock to begin with."""


class AgendaPage(Fresh, QWidget):
    """See the module. The window calls ``show_record``, ``make_new``, ``current`` and ``show_query``."""

    def __init__(self, desk: Desk, stage: Stage, chosen: ChosenMeeting) -> None:
        super().__init__()
        self.desk, self.stage, self.chosen = desk, stage, chosen
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = MeetingHeader()
        self.meetings = MeetingList(desk)
        self.agenda = AgendaPane(desk)
        self.stock = StockPane(desk)
        self.side: RecordPage | None = None
        self.doing = AgendaDoing(desk, stage, chosen, (self.meetings, self.agenda, self.stock))
        self._room = "usual"
        self._build()
        self._connect()
        self._keys()
        self.menus = AgendaMenus(self.doing, self.open_record)

    def _build(self) -> None:
        self.preview = self.header.add_secondary(str(_("Voorbeeld")), "eye", key="Ctrl+P")
        self.preview.setObjectName("previewButton")
        self.whole = self.header.add_secondary(str(_("Vergaderset")), "file-down")
        self.whole.setObjectName("agendaSet")
        self.whole.setVisible(paper_command(self.desk, AGENDA_SET) is not None)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setObjectName("panes")
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.beside = QWidget()
        self.beside.setProperty("look", "detail")
        self.beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(self.beside)
        inside.setContentsMargins(0, 0, 0, 0)
        self.beside.hide()
        for number, pane in enumerate((self.meetings, self.agenda, self.beside, self.stock)):
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(number, 1 if pane is self.agenda else 0)
        self.panes.setSizes(list(SIZES["usual"]))
        self.turns = Turns(self.header, self.meetings, self.stock, "inbox", str(_("Voorraad")))
        self.header.set_primary(str(_("Nieuwe vergadering")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        view, stock, doing = self.agenda.view, self.stock.view, self.doing
        self.meetings.records.chosen.connect(self.chosen.choose)
        self.meetings.records.opened.connect(lambda _ref: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.meetings.records.new_requested.connect(self.make_new)
        self.chosen.turned.connect(self._turn)
        self.chosen.changed.connect(self.outdate)
        view.chosen.connect(self._show_beside)
        view.opened.connect(self.open_record)
        view.moved.connect(doing.move)
        view.stepped.connect(doing.step)
        view.levelled.connect(doing.level)
        view.removed.connect(doing.remove)
        view.purposed.connect(doing.set_purpose)
        view.timed.connect(doing.set_minutes)
        view.carried_out.connect(self._drop_outside)
        stock.put.connect(doing.put)
        stock.opened.connect(self.open_record)
        stock.removed.connect(doing.withdraw)
        stock.carried.connect(lambda _ref, at: view.show_drop(view.place_for_topic(at)))
        stock.dropped.connect(self._drop_topic)
        stock.let_go.connect(lambda: view.show_drop(None))
        self.agenda.moved_to.connect(doing.move_meeting)
        self.agenda.item_requested.connect(doing.ask_item)
        self.agenda.meeting_requested.connect(self.open_meeting)
        self.agenda.new_requested.connect(self.make_new)
        self.stock.add.clicked.connect(doing.ask_topic)
        self.preview.clicked.connect(self.print_meeting)
        self.whole.clicked.connect(self.print_set)
        if self.header.primary is not None:
            self.header.primary.clicked.connect(lambda _on=False: self.make_new())

    def _keys(self) -> None:
        """Keys that work anywhere on the page. Ctrl+N and Ctrl+P are the window's: two would be ambiguous."""
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: tuple[tuple[str, Any], ...] = (
            ("Ins", self.doing.ask_item),
            ("F4", self.open_meeting),
            ("F2", self.rename),
            ("F8", self.doing.decide),
            ("Ctrl+F", self.meetings.search.enter),
        )
        for name, act in keys:
            QShortcut(QKeySequence(name), self, act).setContext(inside)
        delete = QShortcut(QKeySequence("Del"), self.meetings.records.view, self.doing.delete_meetings)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    # --- what the window asks ------------------------------------------------------------------------------------------

    def show_record(self, ref: Ref) -> None:
        """A meeting; an item on its agenda; a topic in the stock of its body, or where it was put."""
        self.meetings.load()
        if ref.kind == "meeting":
            self.meetings.records.choose(ref)
            self.chosen.choose(ref)
            return
        values = self.desk.get(ref)
        if values is None:
            return
        if ref.kind == "agenda_item" and values["meeting"]:
            self.show_record(Ref("meeting", values["meeting"]))
            self.refresh()
            self.agenda.view.choose(ref.id)
            self.agenda.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif ref.kind == "stock_topic":
            self._show_topic(ref, values["body"], values["meeting_item"])

    def _show_topic(self, ref: Ref, body: str | None, item: str | None) -> None:
        if item:
            self.show_record(Ref("agenda_item", item))
            return
        shown = self.chosen.agenda
        if body and (shown is None or shown.meeting["body"] != body):
            coming = self.doing.next_of(body)
            if coming is not None:
                self.show_record(coming)
        self.refresh()
        if self.stock.view.choose(ref.id):
            self.stock.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.open_record(ref)

    def make_new(self, kind: str = "") -> None:
        """A new meeting, item or topic."""
        if kind == "agenda_item":
            self.doing.ask_item()
        elif kind == "stock_topic":
            self.doing.ask_topic()
        else:
            shown = self.chosen.agenda
            dialog = NewMeeting(self.desk, self._show_new, shown.meeting["body"] if shown else None)
            self.stage.show_dialog(self, dialog)

    def _show_new(self, ref: Ref) -> None:
        self.show_record(ref)
        self.agenda.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Ref | None:
        """The meeting that is shown."""
        return self.chosen.ref

    def show_query(self, query: Query) -> None:
        """A pinned filter."""
        self.meetings.load()
        self.meetings.records.show_query(query)

    def foot_height(self) -> int:
        """The time bar: it tells what the last step did to the evening."""
        return self.agenda.bar.height() if self.agenda.bar.isVisible() else 0

    # --- showing -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.meetings.load()
        super().showEvent(event)

    def _turn(self) -> None:
        if self.side is not None:
            self.side.show_record(None)
        self.outdate()
        view = self.agenda.view
        if self.isVisible() and view.current() is None and view.rows_model.rows:
            view.choose(view.rows_model.rows[0].ref.id)

    def _fill(self) -> None:
        agenda = self.chosen.agenda
        self.header.show_meeting(agenda)
        self.agenda.show_agenda(agenda)
        self.turns.offer(has_right=agenda is not None)
        self.stock.show_body(agenda.meeting["body"] if agenda else None)
        self.preview.setEnabled(agenda is not None)
        self.whole.setEnabled(agenda is not None)
        self._place_beside()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turns.follow(self.width())
        room = "wide" if self.width() >= WIDE else "usual" if self.width() >= NARROW else "narrow"
        if room != self._room:
            self._room = room
            self._place_beside()
            self.panes.setSizes(list(SIZES[room]))

    @property
    def _is_wide(self) -> bool:
        return self._room == "wide"

    def _place_beside(self) -> None:
        """The column of the chosen item is there on a wide screen, while there is an agenda."""
        is_there = self._is_wide and self.chosen.agenda is not None
        if is_there and self.side is None:
            self.side = page_of(self.desk, self.stage, "agenda_item")
            self.side.delete_requested.connect(self.doing.remove)
            layout = self.beside.layout()
            assert layout is not None
            layout.addWidget(self.side)
        self.beside.setVisible(is_there)
        self._show_beside(self.agenda.view.current())

    def _show_beside(self, ref: Ref | None) -> None:
        if self.side is not None and self._is_wide:
            self.side.show_record(ref)

    # --- opening -------------------------------------------------------------------------------------------------------

    def open_record(self, ref: Ref) -> None:
        """Enter: an item beside the list where it stands there already, anything else over the window."""
        if ref.kind == "agenda_item" and self.side is not None and self._is_wide:
            self.side.show_record(ref)
            if self.side.head.title is not None:
                self.side.head.title.focus()
            return
        dialog = ItemDialog(self.desk, ref, self.stage)
        dialog.removed.connect(self.doing.remove_any)
        self.stage.show_dialog(self, dialog)

    def open_meeting(self) -> None:
        """The meeting's own fields: when, where, who chairs."""
        if self.chosen.ref is not None:
            self.open_record(self.chosen.ref)

    def rename(self) -> None:
        """F2: the title of the chosen item."""
        ref = self.agenda.view.current()
        if ref is not None:
            self.open_record(ref)

    def print_meeting(self) -> None:
        """The agenda on paper."""
        if self.chosen.ref is not None:
            self.stage.print_requested.emit(self.chosen.ref)

    def print_set(self) -> None:
        """The agenda with all its papers, for whom one says."""
        if self.chosen.ref is not None:
            make_paper(self, self.desk, self.stage, AGENDA_SET, self.chosen.ref)

    # --- dragging between the columns ----------------------------------------------------------------------------------

    def _drop_topic(self, ref: Ref, pointer: QPoint) -> None:
        place = self.agenda.view.place_for_topic(pointer)
        if place is not None:
            self.doing.put(ref, place)

    def _drop_outside(self, ref: Ref, pointer: QPoint) -> None:
        """An item dropped on the stock leaves the agenda."""
        if self.stock.isVisible() and self.stock.rect().contains(self.stock.mapFromGlobal(pointer)):
            self.doing.remove(ref)
