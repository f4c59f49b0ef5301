"""The model of the agenda: its rows, whole."""

from __future__ import annotations

from vaartdesk.kinds.meetings.view.agenda_data import AgendaRow
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.list.rows_model import RowsModel


class AgendaModel(RowsModel[AgendaRow]):
    """The items in order."""

    def key(self, row: AgendaRow) -> Ref:
        return row.ref

    def spoken(self, row: AgendaRow) -> str:
        return row.spoken()

    def tip(self, row: AgendaRow) -> str:
        return row.title

    def number_of(self, key: str | None) -> int:
        """The place of an item, -1 when it is not on this agenda."""
        return next((n for n, row in enumerate(self.rows) if row.ref.id == key), -1)
