"""The part-tickets of a ticket on its page: whose each is and how far it is; Ctrl+Shift+D makes one (T9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.parts import MAKE_PART
from vaartdesk.kinds.tickets.rules import parts
from vaartdesk.ui.form.parts import PartSection

if TYPE_CHECKING:
    from vaartdesk.ui.form.record_page import RecordPage


class PartTickets(PartSection):
    """See the module. A part opens on a page of its own, for it is a ticket."""

    def __init__(self, page: RecordPage) -> None:
        kind = replace(page.desk.kinds["ticket"], row=parts.row)
        super().__init__(page.desk, kind, parent="parent", label=str(_("deelmelding")), plural=str(_("deelmeldingen")))
        self.opened.connect(page.stage.open)
        self.add_requested.connect(lambda: page.run(MAKE_PART))

    def count(self, rows: Sequence[Mapping[str, Any]]) -> str:
        return parts.count(rows)
