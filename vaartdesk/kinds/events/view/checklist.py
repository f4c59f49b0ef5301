"""The run-book of an event: points to tick, with their offset when done and their day while open (design 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu
from sqlalchemy import select

from vaartdesk.core.text import _, fold, ngettext
from vaartdesk.kinds.events.commands.filling import fill_runbook
from vaartdesk.kinds.events.commands.planning import finish_points
from vaartdesk.kinds.events.model.runbook import RunbookTemplate
from vaartdesk.kinds.events.queries.planning import checklist_of
from vaartdesk.kinds.events.rules.permits import offset_text
from vaartdesk.kinds.events.rules.rows import checklist_label
from vaartdesk.schema.listing import Due
from vaartdesk.schema.living import table
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.form.ticks import Tick, Ticks
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.record_dialog import RecordDialog
from vaartdesk.ui.stage import Stage

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

TEMPLATE = table(RunbookTemplate)


class Checklist(Ticks):
    """objectName `checklist`. Ticking is a change of its own."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(str(_("Draaiboek")), opens=True, indent=0)
        self.desk, self.stage = desk, stage
        self.setObjectName("checklist")
        self._ref: Ref | None = None
        self.fill = self.add_action(str(_("Uit draaiboek")), "")
        self.fill.setObjectName("fillRunbook")
        self.fill.hide()  # until it is known that there are run-books
        self.fill.clicked.connect(self.show_templates)
        self.add = self.add_action(str(_("Punt")))
        self.add.setObjectName("addPoint")
        self.add.setAccessibleName(str(_("Draaiboekpunt toevoegen")))
        self.add.clicked.connect(self.add_point)
        self.ticked.connect(self.tick)
        self.opened.connect(self.open_point)

    def show_record(self, ref: Ref) -> None:
        """Read the points of an event, in order of day."""
        self._ref = ref
        with self.desk.read() as reader:
            points = checklist_of(reader, ref.id)
            self.fill.setVisible(reader.value(select(TEMPLATE.c.id).where(TEMPLATE.c.alive).limit(1)) is not None)
        self.show_ticks([Tick(p["id"], p["title"], bool(p["is_done"]), self._due(p)) for p in points])

    def _due(self, point: Values) -> Due | None:
        """The offset of a finished point, the day of an open one."""
        if point["is_done"]:
            text = offset_text(point["offset_days"])
            return Due(text, is_done=True) if text else None
        found = checklist_label(point["due_on"], self.desk.today)
        return Due(found.text, found.tone) if found else None

    def tick(self, key: str, is_done: bool) -> None:
        """Tick a point off, or take the tick away."""
        ref = Ref("checklist_item", key)
        if is_done:
            finish_points(self.desk, [ref])
            return
        with self.desk.change(_("Draaiboekpunt weer open")) as tx:
            tx.set(ref, "is_done", False)

    def open_point(self, key: str) -> None:
        """A point whole: its day, whose it is, what it came to."""
        self.stage.show_dialog(self, RecordDialog(self.desk, Ref("checklist_item", key), self.stage))

    def add_point(self) -> None:
        """One more point, asked in one line."""
        assert self._ref is not None
        kind = self.desk.kinds["checklist_item"]
        self.stage.show_dialog(self, QuickEntry(self.desk, kind, self.stage, values={"event": self._ref.id}))

    def show_templates(self) -> QMenu:
        """The run-books to start from; what is here already stays as it is."""
        menu = QMenu(self)
        for row in sorted(self.desk.rows("runbook_template"), key=lambda row: fold(row["title"])):
            menu.addAction(row["title"], lambda key=row["id"]: self.fill_from(Ref("runbook_template", key)))  # type: ignore[misc]
        menu.popup(self.fill.mapToGlobal(self.fill.rect().bottomLeft()))
        return menu

    def fill_from(self, template: Ref) -> None:
        """The points of a run-book, as points of this event."""
        assert self._ref is not None
        points = fill_runbook(self.desk, self._ref, template)
        told = ngettext("{n} punt uit het draaiboek", "{n} punten uit het draaiboek", len(points)).format(n=len(points))
        self.stage.announce(told, is_undoable=True)
