"""The menus under the right mouse button: what the keys do, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.agenda_doing import AgendaDoing
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.icons import icon

Entry = tuple[str, str, str, Callable[[], object]] | None
"""Label, icon, key and what it does; None is a line between groups."""


def pop_menu(anchor: QWidget, at: QPoint, entries: Iterable[Entry]) -> QMenu:
    """Show a menu at a point on the screen. The keys are told, not bound: the lists know them."""
    menu = QMenu(anchor)
    menu.setObjectName("rowMenu")
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        label, picture, key, act = entry
        told = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(icon(picture), f"{label}\t{told}" if key else str(label))
        action.triggered.connect(lambda _on=False, act=act: act())
    menu.popup(at)
    return menu


class AgendaMenus:
    """The menus of the agenda's three columns. ``opens``: shows a record."""

    def __init__(self, doing: AgendaDoing, opens: Callable[[Ref], None]) -> None:
        self.doing, self.opens = doing, opens
        self._on(doing.agenda.view, self.of_item)
        self._on(doing.stock.view, self.of_topic)
        self._on(doing.meetings.records.view, self.of_meeting)

    @staticmethod
    def _on(view: QAbstractItemView, make: Callable[[QPoint], QMenu | None]) -> None:
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda at: make(view.viewport().mapToGlobal(at)))

    def of_item(self, at: QPoint) -> QMenu | None:
        """An item of the agenda."""
        view, doing, ref = self.doing.agenda.view, self.doing, self.doing.agenda.view.current()
        if ref is None:
            return None
        entries: list[Entry] = [(_("Openen"), "maximize-2", "Return", lambda: self.opens(ref))]
        if not view.is_fixed:
            entries += [
                (_("Minuten wijzigen"), "clock", "", view.edit_minutes),
                (_("Doel kiezen"), "tag", "Space", view.show_purposes),
                None,
                (_("Omhoog"), "arrow-up", "Alt+Up", lambda: doing.step(ref, -1)),
                (_("Omlaag"), "arrow-down", "Alt+Down", lambda: doing.step(ref, 1)),
                (_("Onder het vorige punt"), "arrow-right", "Alt+Right", lambda: doing.level(ref, 1)),
                (_("Een niveau hoger"), "arrow-left", "Alt+Left", lambda: doing.level(ref, -1)),
                None,
                (_("Besluit vastleggen"), "gavel", "F8", doing.decide),
                (_("Van de agenda halen"), "undo-2", "Del", lambda: doing.remove(ref)),
            ]
        return pop_menu(view, at, entries)

    def of_topic(self, at: QPoint) -> QMenu | None:
        """A topic in stock."""
        view, doing, ref = self.doing.stock.view, self.doing, self.doing.stock.view.current()
        if ref is None:
            return None
        return pop_menu(
            view,
            at,
            [
                (_("Openen"), "maximize-2", "Return", lambda: self.opens(ref)),
                (_("Op de agenda zetten"), "list-ordered", "Alt+Right", lambda: doing.put(ref)),
                None,
                (_("Verwijderen"), "trash-2", "Del", lambda: doing.withdraw(ref)),
            ],
        )

    def of_meeting(self, at: QPoint) -> QMenu | None:
        """A meeting."""
        records, doing = self.doing.meetings.records, self.doing
        ref = records.current()
        if ref is None:
            return None
        return pop_menu(
            records,
            at,
            [
                (_("Vergadering bewerken"), "pencil", "F4", lambda: self.opens(ref)),
                None,
                (_("Verwijderen"), "trash-2", "Del", doing.delete_meetings),
            ],
        )
