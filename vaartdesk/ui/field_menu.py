"""A menu of fields as the record's page arranges them: those of its head at once, the others by their section."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QMenu

from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind


def fill_field_menu(menu: QMenu, kind: Kind, fields: Iterable[Field], pick: Callable[[str], object]) -> None:
    """An entry for each of ``fields``; ``pick`` gets the name of the chosen one. A menu of all would not fit a screen."""
    waiting = {field.name: field for field in fields}
    for part in kind.sections:
        own = [waiting.pop(name) for name in (*part.fields, *part.optional) if name in waiting]
        inside = menu.addMenu(str(part.label)) if part.label and own else menu
        for field in own:
            inside.addAction(str(field.label), partial(pick, field.name))
