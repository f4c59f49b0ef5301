"""A menu of fields as the record's page arranges them: those of its head at once, the others by their section. A letter goes to
the next entry that begins with it, as in any list of choices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from vaartdesk.core.text import fold
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind


def fill_field_menu(menu: QMenu, kind: Kind, fields: Iterable[Field], pick: Callable[[str], object]) -> None:
    """An entry for each of ``fields``; ``pick`` gets the name of the chosen one. A menu of all would not fit a screen."""
    waiting = {field.name: field for field in fields}
    letters = Letters(menu)
    for part in kind.sections:
        own = [waiting.pop(name) for name in (*part.fields, *part.optional) if name in waiting]
        inside = menu.addMenu(str(part.label)) if part.label and own else menu
        inside.installEventFilter(letters)
        for field in own:
            inside.addAction(str(field.label), partial(pick, field.name))


class Letters(QObject):
    """Lets a letter go to the next entry that begins with it. Qt does so only for letters that are underlined."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QMenu) or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        letter, entries = fold(event.text()), watched.actions()
        if not letter.isalnum():
            return False
        active = watched.activeAction()
        start = entries.index(active) + 1 if active in entries else 0
        found = [entry for entry in (*entries[start:], *entries[:start]) if fold(entry.text()).startswith(letter)]
        if found:
            watched.setActiveAction(found[0])
        return bool(found)
