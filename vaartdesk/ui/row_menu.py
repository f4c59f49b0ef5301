"""The menu of a list's chosen rows: the commands that fit all of them, and the bin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from vaartdesk.core.text import _
from vaartdesk.schema.command import Command


def row_menu(
    parent: QWidget,
    commands: Sequence[Command],
    rows: Sequence[Mapping[str, Any]],
    run: Callable[[Command], None],
    delete: Callable[[], None],
) -> QMenu:
    """Empty without rows."""
    menu = QMenu(parent)
    for command in commands if rows else ():
        is_offered = len(rows) == 1 or command.many
        if is_offered and all(_fits(command, row) for row in rows):
            menu.addAction(str(command.label), lambda command=command: run(command))  # type: ignore[misc]
    if rows:
        menu.addSeparator()
        menu.addAction(str(_("Verwijderen")), delete)
    return menu


def _fits(command: Command, row: Mapping[str, Any]) -> bool:
    """A row holds the list's fields only; a command that looks at others is offered and may refuse."""
    try:
        return command.fits(row)
    except KeyError:
        return True
