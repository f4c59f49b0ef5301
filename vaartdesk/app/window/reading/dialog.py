"""Reading a file in (C7): what it holds, which column is what, what will happen; then one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from vaartdesk.app.window.reading.columns import ColumnsArea
from vaartdesk.app.window.reading.preview import PlanModel, PlanView
from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.file_import import Opened
from vaartdesk.flows.table_columns import mapped, with_column
from vaartdesk.flows.table_import import ReadIn, apply, refused_csv, refused_name, refused_tables
from vaartdesk.flows.table_plan import Plan, State
from vaartdesk.store.errors import translate
from vaartdesk.store.files import write_file
from vaartdesk.ui.busy import BusyBar
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.editors.choice import Choices
from vaartdesk.ui.labels import Label
from vaartdesk.ui.saving_as import ask_where
from vaartdesk.ui.scrim import Dialog
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.work import Act, Work

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

WIDTH, HEIGHT = 980, 240
REMARKS: Final = 3
"""So many remarks about the file are shown; the rest is counted."""


class ImportDialog(Dialog):
    """`read_in(ReadIn)` when it was done. The plan is worked out beside the window, again after each choice."""

    read_in = Signal(object)

    def __init__(self, desk: Desk, opened: Opened) -> None:
        names = ", ".join(dict.fromkeys(table.table.source for table in opened.tables))
        super().__init__(str(_("Inlezen")), names, width=WIDTH)
        self.setObjectName("importDialog")
        self.desk, self.opened = desk, opened
        self.plan: Plan | None = None
        self._work: Work | None = None
        self._is_stale = False
        self.which, self.kind = Choices(), Choices()
        self.columns = ColumnsArea()
        self.lenient = QCheckBox(str(_("Laat verwijzingen leeg naar wat hier niet is")))
        self.lenient.setObjectName("lenient")
        self.busy = BusyBar()
        self.summary = Label("", "body", weight=600)
        self.summary.setObjectName("summary")
        self.remarks = Label("", "meta", "warning", wrap=True)
        self.model = PlanModel()
        self.view = PlanView(self.model)
        self.view.setMinimumHeight(HEIGHT)
        self._build()
        self._connect()
        self._show_table()
        self.work_out()

    def _build(self) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(sizes.SPACE_3)
        for box, name, words in ((self.which, "which", _("Tabel")), (self.kind, "kind", _("Hier staat in"))):
            box.setObjectName(name)
            box.setAccessibleName(str(words))
            box.setFixedHeight(sizes.INPUT)
            label = Label(str(words), "body", "text2")
            label.setBuddy(box)
            heads.addWidget(label)
            heads.addWidget(box, 1)
            if box is self.which and len(self.opened.tables) < 2:
                label.hide()
                box.hide()
        for table in self.opened.tables:
            self.which.addItem(f"{table.table.source}, {table.kind.plural}")
        for declared in sorted(self.desk.kinds.values(), key=lambda kind: str(kind.plural)):
            self.kind.addItem(str(declared.plural).capitalize(), declared.name)
        self.body.addLayout(heads)
        for part in (self.columns, self.busy, self.summary, self.remarks, self.view):
            self.body.addWidget(part)
        self.add_note(self.lenient)
        self.cancel = self.add_button(Button(str(_("Annuleren")), kind="quiet"))
        self.cancel.setObjectName("cancel")
        self.keep = self.add_button(Button(str(_("Geweigerde rijen bewaren…")), "download"))
        self.keep.setObjectName("keepRefused")
        self.go = self.add_button(Button(str(_("Inlezen")), kind="primary"))
        self.go.setObjectName("readIn")

    def _connect(self) -> None:
        self.which.activated.connect(lambda _index: self._show_table())
        self.kind.activated.connect(lambda _index: self.choose_kind(str(self.kind.currentData())))
        self.columns.chosen.connect(self.choose_column)
        self.lenient.toggled.connect(lambda _on: self.work_out())
        self.busy.cancelled.connect(self.stop)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(lambda _on=False: self.keep_refused())
        self.go.clicked.connect(self.begin)

    # --- choosing ----------------------------------------------------------------------------------------------------

    @property
    def at(self) -> int:
        """The table that is shown."""
        return max(0, self.which.currentIndex())

    def _show_table(self) -> None:
        found = self.opened.tables[self.at]
        self.kind.setCurrentIndex(self.kind.findData(found.kind.name))
        self.kind.setEnabled(not found.table.is_plain)
        self.columns.setVisible(not found.table.is_plain)
        if not found.table.is_plain:
            self.columns.show_table(found)

    def choose_kind(self, name: str) -> None:
        """The table holds something else."""
        found = self.opened.tables[self.at]
        if name != found.kind.name:
            self._replace(mapped(self.desk, found.table, self.desk.kinds[name]))
            self._show_table()

    def choose_column(self, at: int, name: str) -> None:
        """A column becomes another attribute, or is not read."""
        self._replace(with_column(self.opened.tables[self.at], at, name))
        for box, column in zip(self.columns.boxes, self.opened.tables[self.at].columns, strict=True):
            box.setCurrentIndex(box.findData(column))

    def _replace(self, table: Any) -> None:
        tables = list(self.opened.tables)
        tables[self.at] = table
        self.opened = replace(self.opened, tables=tuple(tables))
        self.work_out()

    # --- the plan ----------------------------------------------------------------------------------------------------

    def work_out(self) -> None:
        """Make the plan anew; one that is being made is stopped first."""
        self.plan = None
        self._tell()
        if self._work is not None:
            self._is_stale = True
            self._work.stop()
            return
        opened, is_lenient = self.opened, self.lenient.isChecked()
        act: Act = lambda progress: opened.plan(self.desk, is_lenient=is_lenient, progress=progress)  # noqa: E731
        self._run(str(_("Kijken wat er verandert…")), act, self._show)

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        self.model.show(plan)
        self._tell()

    def _tell(self) -> None:
        """Counts, remarks, and which buttons make sense."""
        plan = self.plan
        self.summary.setText(plan.summary if plan is not None else str(_("Even kijken…")))
        remarks = list(plan.remarks) if plan is not None else []
        more = len(remarks) - REMARKS
        shown = [str(remark) for remark in remarks[:REMARKS]]
        self._remark(" ".join([*shown, str(_("En nog {n}.").format(n=more))] if more > 0 else shown))
        self.keep.setVisible(plan is not None and bool(plan.count(State.REFUSED)))
        count = plan.work if plan is not None else 0
        told = ngettext("{n} record inlezen", "{n} records inlezen", count).format(n=count)
        self.go.setText(told if count else str(_("Niets te doen")) if plan is not None else str(_("Inlezen")))
        self.go.setEnabled(count > 0)

    def _remark(self, words: str) -> None:
        self.remarks.setText(words)
        self.remarks.setVisible(bool(words))

    # --- doing -------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read it in."""
        plan = self.plan
        if plan is None or not plan.work or self._work is not None:
            return
        for widget in (self.columns, self.kind, self.which, self.lenient, self.go):
            widget.setEnabled(False)
        self._run(str(_("Inlezen…")), lambda progress: apply(self.desk, plan, progress), self._finish)

    def _finish(self, done: ReadIn) -> None:
        """Close; where rows were refused the dialog stays, so that they can be kept."""
        self.read_in.emit(done)
        if not done.refused:
            self.accept()
            return
        told = ngettext(
            "Ingelezen. {n} rij is geweigerd: bewaar die, verbeter haar en lees dat bestand in.",
            "Ingelezen. {n} rijen zijn geweigerd: bewaar ze, verbeter ze en lees dat bestand in.",
            done.refused,
        )
        self.summary.setText(told.format(n=done.refused))
        self.go.hide()
        self.cancel.setText(str(_("Sluiten")))

    def keep_refused(self, folder: Path | None = None) -> list[Path]:
        """Write the refused rows, each table's to a file of its own; asks where, unless a folder is given."""
        if self.plan is None:
            return []
        kept = []
        for at in refused_tables(self.plan):
            name = refused_name(self.plan, at)
            title = str(_("Geweigerde rijen bewaren"))
            where = folder / name if folder else ask_where(self, title, name, "CSV (*.csv)")
            if where is None:
                continue
            try:
                write_file(where, refused_csv(self.plan, at))
            except OSError as error:
                self._remark(str(translate(error) or error))
                continue
            kept.append(where)
        if kept:
            self._remark(str(_("Bewaard: {names}.").format(names=", ".join(path.name for path in kept))))
        return kept

    # --- beside the window -------------------------------------------------------------------------------------------

    def _run(self, words: str, act: Act, done: Callable[[Any], None]) -> None:
        work = Work(act, self)
        self._work = work
        self.busy.start(words)
        work.advanced.connect(self.busy.progress)
        work.done.connect(lambda result: self._over(lambda: done(result)))
        work.failed.connect(lambda sentence: self._over(lambda: self._fail(sentence)))
        work.stopped.connect(lambda: self._over(self._halt))
        work.start()

    def _over(self, then: Callable[[], None]) -> None:
        """The work came to an end; a choice made meanwhile asks for another plan."""
        if self._work is not None:
            self._work.deleteLater()
        self._work = None
        self.busy.stop()
        if self._is_stale:
            self._is_stale = False
            self.work_out()
        else:
            then()

    def _fail(self, sentence: str) -> None:
        self._release()
        self.summary.setText(sentence)

    def _halt(self) -> None:
        """Stopped: nothing was written, and it can be begun again."""
        self._release()
        if self.plan is None:
            self.reject()

    def _release(self) -> None:
        for widget in (self.columns, self.which, self.lenient):
            widget.setEnabled(True)
        self._show_table()
        self._tell()

    def stop(self) -> None:
        """Stop what is being done."""
        if self._work is not None:
            self._work.stop()

    def reject(self) -> None:
        """Escape: stop what is being done; a dialog in which nothing is being done closes."""
        if self._work is None:
            super().reject()
        else:
            self.stop()
