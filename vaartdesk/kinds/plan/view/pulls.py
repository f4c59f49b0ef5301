"""What is meant to move a goal: every record that names it, on one click (D3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vaartdesk.core.text import _
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.parts import PartRows
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import MARGIN, RowView
from vaartdesk.ui.row_delegate import row_height
from vaartdesk.ui.section import Section

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

ROLE = "doel"
MOST_SHOWN = 8


class PullModel(EntryModel):
    """Records of any kind by key."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, tuple[Ref, RowParts]] = {}

    def show(self, rows: Mapping[str, tuple[Ref, RowParts]]) -> None:
        self.beginResetModel()
        self._rows = dict(rows)
        entries: list[Entry] = list(self._rows)
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self._rows[entry][1]

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self._rows[key][0]


class Pulls(Section):
    """objectName `pulls`; hidden while nothing names the goal. `opened(Ref)`."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(str(_("Wat hieraan trekt")), indent=0)
        self.setObjectName("pulls")
        self.desk = desk
        self.model = PullModel()
        self.view = RowView()
        self.view.setAccessibleName(str(_("Wat hieraan trekt")))
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.opened.connect(self._open)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.body.addWidget(self.view)

    def show_goal(self, goal: Ref) -> None:
        """Every living record that names this goal, by kind and then in the order of its list."""
        refs = self.desk.backlinks(goal, ROLE)
        rows: dict[str, tuple[Ref, RowParts]] = {}
        for name in dict.fromkeys(ref.kind for ref in refs):
            found = PartRows(self.desk, self.desk.kinds[name])
            keys = [row["id"] for row in found.show([ref.id for ref in refs if ref.kind == name])]
            rows |= {key: (found.ref(key), found.parts(key)) for key in keys}
        self.model.show(rows)
        self.set_count(str(len(rows)) if rows else "")
        self.view.setFixedHeight(min(len(rows), MOST_SHOWN) * row_height() + 2 * MARGIN)
        self.setVisible(bool(rows))

    def _open(self, row: int) -> None:
        ref = self.model.ref(row)
        if ref is not None:
            self.opened.emit(ref)
