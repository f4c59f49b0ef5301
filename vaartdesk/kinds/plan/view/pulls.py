"""What is meant to move a goal: every record that names it, on one click (D3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.form.parts import PartRows

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

ROLE = "doel"


class Pulls(Lines):
    """objectName `pulls`; hidden while nothing names the goal. `opened(Ref)`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(str(_("Wat hieraan trekt")), "pulls")
        self.desk = desk

    def show_goal(self, goal: Ref) -> None:
        """Every living record that names this goal, by kind and then in the order of its list."""
        refs = self.desk.backlinks(goal, ROLE)
        lines: list[Line] = []
        for name in dict.fromkeys(ref.kind for ref in refs):
            found = PartRows(self.desk, self.desk.kinds[name])
            keys = [row["id"] for row in found.show([ref.id for ref in refs if ref.kind == name])]
            lines += [(found.ref(key), found.parts(key)) for key in keys]
        self.show_lines(lines)
