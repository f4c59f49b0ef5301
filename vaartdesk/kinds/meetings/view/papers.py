"""Papers of the chosen meeting, by the commands that the program lends the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.schema.command import Command
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.question import CommandRunner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

AGENDA_SET, MINUTES = "agenda_set", "minutes"


def paper_command(desk: Desk, name: str) -> Command | None:
    """The command that makes a paper, where the program has it."""
    return next((command for command in desk.kinds["meeting"].commands if command.name == name), None)


def make_paper(page: QWidget, desk: Desk, stage: Stage, name: str, meeting: Ref) -> bool:
    """Ask for whom, then show it; False where this meeting has no such paper (yet)."""
    command, values = paper_command(desk, name), desk.get(meeting)
    if command is None or values is None or not command.fits(values):
        return False
    CommandRunner(desk, stage).run(page, command, [meeting])
    return True
