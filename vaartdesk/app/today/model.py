"""The rows of Vandaag: what every kind says needs a person, under four headers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vaartdesk.core.text import _
from vaartdesk.schema.kind import Need
from vaartdesk.schema.listing import Header, RowParts, Tone
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.model import EntryModel
from vaartdesk.ui.list.sift import Entry

TITLES: Final[dict[str, tuple[str, Tone]]] = {
    "nu": (_("Nu"), "danger"),
    "week": (_("Deze week"), "neutral"),
    "opvolgen": (_("Opvolgen"), "neutral"),
    "signalen": (_("Nieuwe signalen"), "neutral"),
}


class NeedModel(EntryModel):
    """Needs by the key of their record."""

    def __init__(self) -> None:
        super().__init__()
        self._needs: dict[str, Need] = {}

    def show(self, needs: Sequence[Need]) -> None:
        """Show these, in their order; a header goes before each group."""
        self.beginResetModel()
        self._needs = {need.ref.id: need for need in needs}
        entries: list[Entry] = []
        group = ""
        for need in needs:
            if need.group != group:
                group = need.group
                title, tone = TITLES[group]
                entries.append(Header(str(title), sum(n.group == group for n in needs), tone))
            entries.append(need.ref.id)
        self.entries = entries
        self.endResetModel()

    def parts(self, entry: Entry) -> RowParts | Header:
        return entry if isinstance(entry, Header) else self._needs[entry].parts

    def ref(self, row: int) -> Ref | None:
        key = self.key(row)
        return None if key is None else self._needs[key].ref
