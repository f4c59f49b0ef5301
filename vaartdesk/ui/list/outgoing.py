"""What goes out of a list: paper, and files of its rows; and what comes in. Two quiet buttons in the head of its page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton

from vaartdesk.core.text import Message, _, ngettext
from vaartdesk.schema.shown import ShownList
from vaartdesk.ui.buttons import IconButton
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.icons import icon
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.list.shown import shown_list
from vaartdesk.ui.stage import Stage

FORMS: Final[tuple[tuple[str, Message, str], ...]] = (
    ("xlsx", _("Excel (.xlsx)"), "table"),
    ("csv", _("CSV voor Excel (.csv)"), "rows-3"),
    ("json", _("JSON (.json)"), "file-text"),
)
"""Ending, label and icon of the files that every kind can be written to."""


class Outgoing(QObject):
    """The printer and the arrow. `stage` hears what is asked; a window that cannot do it leaves them out of sight."""

    def __init__(self, header: PageHeader, shown: RecordList, stage: Stage) -> None:
        super().__init__(header)
        self.shown, self.stage = shown, stage
        self.printer = IconButton("printer", str(_("Lijst afdrukken")), key="Ctrl+P")
        self.printer.setObjectName("printList")
        self.printer.clicked.connect(lambda _on=False: stage.list_print_requested.emit(self.now()))
        self.export = IconButton("download", str(_("Exporteren en importeren")))
        self.export.setObjectName("exportList")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.export)
        self.menu.setObjectName("exportMenu")
        self.menu.aboutToShow.connect(self._fill)
        self.export.setMenu(self.menu)
        header.add_action(self.printer)
        header.add_action(self.export)
        self._fill()

    def now(self) -> ShownList:
        """What the list shows."""
        return shown_list(self.shown)

    def _fill(self) -> None:
        """The rows that would go are counted in the heading: the chosen ones, or all that are shown."""
        self.menu.clear()
        heading = self.menu.addAction(self._heading())
        heading.setEnabled(False)
        more = self.stage.more_forms.get(self.shown.kind.name, ())
        for ending, label, picture in (*FORMS, *more):
            self._add(ending, str(label), picture, lambda ending=ending: self._ask(ending))  # type: ignore[misc]
        self.menu.addSeparator()
        self._add("import", str(_("Importeren…")), "upload", self._import)

    def _add(self, name: str, label: str, picture: str, act: Callable[[], None]) -> None:
        action = self.menu.addAction(icon(picture), label, act)
        action.setObjectName(f"export_{name}")

    def _heading(self) -> str:
        chosen = len(self.shown.selected())
        kind = self.shown.kind
        if chosen > 1:
            return str(_("{n} gekozen {plural}").format(n=chosen, plural=kind.plural))
        count = self.shown.model.count
        return f"{count} {ngettext(str(kind.label), str(kind.plural), count)}"

    def _ask(self, ending: str) -> None:
        self.stage.list_export_requested.emit(self.now(), ending)

    def _import(self) -> None:
        self.stage.import_requested.emit(self.shown.kind.name)
