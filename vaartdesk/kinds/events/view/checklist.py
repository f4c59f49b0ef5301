"""The run-book of an event: points to tick, with their offset when done and their day while open (design 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QSizePolicy, QVBoxLayout
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
from vaartdesk.ui.focus_ring import show_ring
from vaartdesk.ui.icons import paint_icon
from vaartdesk.ui.painting import due_width, paint_box, paint_due, paint_text
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import line_height
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

TEMPLATE = table(RunbookTemplate)


class PointRow(QCheckBox):
    """One point: box, title, day at the right. Painted whole, so that the title elides and never pushes the day away."""

    def __init__(self) -> None:
        super().__init__()
        self.key = ""
        self._due: Due | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tell(self, key: str, title: str, due: Due | None, *, is_done: bool) -> None:
        """Which point this is now; telling it is not ticking it."""
        self.key, self._due = key, due
        self.setText(title)
        self.setAccessibleName(", ".join(part for part in (title, due.text if due else "") if part))
        self.setToolTip(title)
        self.blockSignals(True)
        self.setChecked(is_done)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(max(sizes.TARGET_LEAST, line_height() + sizes.SPACE_2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        """All of the row ticks."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), theme(), QRectF(self.rect())
        if self.underMouse():
            paint_box(painter, rect.adjusted(-4, 0, 4, 0), colours.colour("hover"), sizes.RADIUS_SMALL)
        box = QRectF(0, rect.center().y() - sizes.ICON / 2, sizes.ICON, sizes.ICON)
        if self.isChecked():
            paint_box(painter, box, colours.colour("accent"), sizes.RADIUS_FIELD)
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", colours.colour("on_accent"))
        else:
            paint_box(painter, box, colours.colour("surface"), sizes.RADIUS_FIELD, colours.colour("line"), 1.5)
        right = rect.right()
        if self._due is not None:
            right -= due_width(self._due) + sizes.SPACE_2
            paint_due(painter, rect.right(), rect.center().y(), self._due)
        line = QRectF(box.right() + sizes.SPACE_2, 0, right - box.right() - sizes.SPACE_2, rect.height())
        paint_text(painter, line, self.text(), colours.colour("text2" if self.isChecked() else "text1"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event.reason())


class Checklist(Section):
    """objectName `checklist`. Ticking is a change of its own."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(str(_("Draaiboek")), indent=0)
        self.desk, self.stage = desk, stage
        self.setObjectName("checklist")
        self.rows: list[PointRow] = []
        self._ref: Ref | None = None
        self.fill = self.add_action(str(_("Uit draaiboek")), "list-ordered")
        self.fill.setObjectName("fillRunbook")
        self.fill.clicked.connect(self.show_templates)
        self.add = self.add_action(str(_("Punt")))
        self.add.setObjectName("addPoint")
        self.add.setAccessibleName(str(_("Draaiboekpunt toevoegen")))
        self.add.clicked.connect(self.add_point)
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        self.body.addLayout(self._points)

    def show_record(self, ref: Ref) -> None:
        """Read the points of an event, in order of day."""
        self._ref = ref
        with self.desk.read() as reader:
            points = checklist_of(reader, ref.id)
            self.fill.setVisible(reader.value(select(TEMPLATE.c.id).where(TEMPLATE.c.alive).limit(1)) is not None)
        while len(self.rows) < len(points):
            self._add_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(points))
            if number < len(points):
                point = points[number]
                row.tell(point["id"], point["title"], self._due(point), is_done=bool(point["is_done"]))
        done = sum(bool(point["is_done"]) for point in points)
        told = _("{done} van {all}").format(done=done, all=len(points)) if points else ""
        self.set_count(str(told))

    def _add_row(self) -> None:
        row = PointRow()
        row.toggled.connect(lambda is_on: self.tick(row.key, is_on))
        self._points.addWidget(row)
        self.rows.append(row)

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
