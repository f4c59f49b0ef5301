"""The meetings at the left: narrow rows under this week, the coming months, and earlier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.rules.rows import narrow_meeting_row
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.header import SearchField
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LEAST = 190


class MeetingList(QWidget):
    """A search field above the list; the filters wait in the rail and in the palette."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("look", "page")
        kind = replace(desk.kinds["meeting"], row=narrow_meeting_row)
        self.records = RecordList(desk, kind)
        self.records.bar.hide()
        self.records.setMinimumWidth(LEAST)
        self.search = SearchField(str(_("Zoek in overleg")))
        self.records.attach_search(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_2)
        above = QVBoxLayout()
        above.setContentsMargins(sizes.PAGE_PADDING, 0, sizes.PAGE_PADDING, 0)
        above.addWidget(self.search)
        column.addLayout(above)
        column.addWidget(self.records, 1)

    def load(self) -> None:
        """Read the meetings; the next one, else the latest, becomes current when none is."""
        self.records.load()
        if self.records.current() is None:
            self._choose_next()

    def _choose_next(self) -> None:
        today = self.records.desk.today
        rows = [row for row in self.records.rows.values.values() if row["starts_at"] is not None]
        coming = [row for row in rows if row["starts_at"].date() >= today and row["status"] != "vervallen"]
        found = min(coming, key=lambda r: r["starts_at"], default=None) or max(
            rows, key=lambda r: r["starts_at"], default=None
        )
        if found is None:
            self.records.choose_first()
        else:
            self.records.choose(Ref("meeting", found["id"]))
