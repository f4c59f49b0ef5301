"""Overleggen: each body with its seats, its members and the standing items that a new meeting begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.kinds.meetings.view.parts_section import PartsSection
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.list_detail import ListDetailPage

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

ASKED = {
    "seat": ("organisation", "holder", "deputy", "function", "has_vote", "from_on"),
    "membership": ("member", "function", "has_vote", "from_on"),
    "template_item": ("title", "purpose", "minutes", "presenter"),
}
"""Kind of part -> what is asked of a new one."""


class BodiesPage(ListDetailPage):
    """The list of bodies, and on a body's page its parts."""

    def __init__(self, desk: Desk, stage: Stage, title: str) -> None:
        kind = desk.kinds["body"]
        super().__init__(desk, kind, stage, title=title, page=lambda: RecordPage(desk, kind, stage))
        self.parts = {kind: PartsSection(desk, stage, kind, asked) for kind, asked in ASKED.items()}
        for section in self.parts.values():
            self.page.add_section(section)
            self.page.filled.connect(section.show_body)
        self.list.load()
        self.list.choose_first()
