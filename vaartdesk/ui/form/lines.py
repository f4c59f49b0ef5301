"""A section of a record's page that tells of other records: a row each, opened on a click; a family says which and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.labels import Label
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry
from vaartdesk.ui.list.view import MARGIN, RowView
from vaartdesk.ui.row_delegate import row_height
from vaartdesk.ui.section import INDENT, Section

MOST_SHOWN = 8
"""So many rows are shown at once; more of them scroll."""

Line = tuple[Ref, RowParts]


class LineModel(EntryModel):
    """Records of any kind by key."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, Line] = {}

    def show(self, lines: Sequence[Line]) -> None:
        """Show these; a record that comes twice is shown once."""
        self.beginResetModel()
        self._lines = {ref.id: (ref, parts) for ref, parts in lines}
        entries: list[Entry] = list(self._lines)
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self._lines[entry][1]

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self._lines[key][0]


class Lines(Section):
    """`opened(Ref)`; with ``add`` an action in the head, `add_requested()`. Without lines and without ``add`` it is hidden;
    with it the sentence ``nothing`` stands there.
    """

    opened = Signal(object)
    add_requested = Signal()

    def __init__(self, title: str, name: str, *, add: str = "", nothing: str = "") -> None:
        super().__init__(str(title), indent=0)
        self.setObjectName(name)
        self._can_add = bool(add)
        self.model = LineModel()
        self.view = RowView()
        self.view.setAccessibleName(str(title))
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.opened.connect(self._open)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.body.addWidget(self.view)
        self.nothing = Label(nothing, "body", "text3", wrap=True)
        self.nothing.setContentsMargins(INDENT, 0, 0, 0)
        self.body.addWidget(self.nothing)
        if add:
            button = self.add_action(str(add))
            button.setObjectName(f"add_{name}")
            button.clicked.connect(self.add_requested)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these in their order."""
        self.model.show(lines)
        count = len(self.model.entries)
        self.set_count(str(count) if count else "")
        self.view.setFixedHeight(min(count, MOST_SHOWN) * row_height() + 2 * MARGIN if count else 0)
        self.view.setVisible(bool(count))
        self.nothing.setVisible(not count and bool(self.nothing.text()))
        self.setVisible(bool(count) or self._can_add)

    def _open(self, row: int) -> None:
        ref = self.model.ref(row)
        if ref is not None:
            self.opened.emit(ref)
