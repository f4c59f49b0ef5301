"""A record that has no page of its own, over the page it is part of: the same form, each field saved when it is left."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.form.parts import Parts, PartSection
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.question import Question
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.scrim import Dialog

if TYPE_CHECKING:
    from vaartdesk.schema.kind import Kind
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

HEIGHT = 460
FEW = 5
"""So many fields are asked of a part that requires none."""


class RecordDialog(Dialog):
    """One record in a dialog; closing saves what was being typed, and stays open when that is wrong."""

    open_keys = frozenset({"Ctrl+Z", "Ctrl+Shift+Z"})

    def __init__(self, desk: Desk, ref: Ref, stage: Stage) -> None:
        super().__init__(desk.title(ref), width=760)
        self.setObjectName("recordDialog")
        self.title.hide()
        self.page = RecordPage(desk, desk.kinds[ref.kind], stage)
        self.page.setObjectName("part")
        self.page.setProperty("look", "")
        self.page.setMinimumHeight(HEIGHT)
        self.body.addWidget(self.page)
        self.page.show_record(ref)
        self.page.delete_requested.connect(self._delete)
        self.close_button = self.add_button(Button(str(_("Sluiten"))))
        self.close_button.setObjectName("close")
        self.close_button.clicked.connect(self.accept)

    def first_focus(self) -> QWidget:
        """The title, else the first field."""
        boxes = list(self.page.saver.boxes.values())
        return boxes[0].editor.focus_widget if boxes else self.close_button

    def accept(self) -> None:
        if self.page.flush():
            super().accept()

    def reject(self) -> None:
        """Escape and a click beside the card save as well: nothing typed is lost."""
        self.accept()

    def _delete(self, ref: Ref) -> None:
        title = self.page.desk.title(ref)
        with self.page.desk.change(_("Verwijderd")) as tx:
            tx.delete(ref)
        self.page.stage.announce(str(_("Naar de prullenbak: {title}")).format(title=title), is_undoable=True)
        super().accept()


def make_record(page: RecordPage, kind: Kind, values: Mapping[str, Any]) -> None:
    """Ask what a new record of a kind needs: its quick entry, else its title and required fields."""
    desk, stage = page.desk, page.stage
    if kind.quick:
        stage.show_dialog(page, QuickEntry(desk, kind, stage, values=values))
        return
    asked = [f for f in kind.fields.values() if not f.hidden and not f.derived and not f.auto and f.name not in values]
    fields = [f for f in asked if f.required or f.name == kind.title]
    fields = fields or [f for f in asked if f.name in kind.list_fields][:FEW]

    def act(answers: Mapping[str, Any]) -> None:
        with desk.change(_("Toegevoegd")) as tx:
            tx.add(kind.name, {**values, **answers})

    title = str(kind.label)
    stage.show_dialog(page, Question(desk, title[:1].upper() + title[1:], fields, act, agree=str(_("Toevoegen"))))


def page_with_parts(desk: Desk, kind: Kind, stage: Stage) -> RecordPage:
    """The record's page of a kind without one of its own."""
    page = RecordPage(desk, kind, stage)
    add_parts(page)
    return page


def add_parts(page: RecordPage, without: Collection[str] = (), more: Sequence[PartSection] = ()) -> Parts:
    """Put the sections of parts on a record's page; ``without`` names kinds that the page shows in its own way, ``more`` are
    sections of its own, which it hears itself.
    """
    parts = Parts(page.desk, page.kind, page.stage, without, more)
    page.add_section(parts)
    page.filled.connect(parts.show_record)
    parts.opened.connect(lambda ref: page.stage.show_dialog(page, RecordDialog(page.desk, ref, page.stage)))
    parts.add_requested.connect(lambda name: _make_part(page, page.desk.kinds[name]))
    return parts


def _make_part(page: RecordPage, kind: Kind) -> None:
    if page.ref is not None and page.flush():
        make_record(page, kind, {kind.parent: page.ref.id})
