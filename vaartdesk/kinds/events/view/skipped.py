"""The dates of a series that were skipped, each with the way back (K4)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.kinds.events.commands.skipping import put_back
from vaartdesk.kinds.events.queries.dates import skipped_dates
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.labels import ElidedLabel
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class SkippedDates(Section):
    """objectName `skippedDates`; hidden while no date is skipped."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(str(_("Overgeslagen data")))
        self.desk, self.stage = desk, stage
        self.setObjectName("skippedDates")
        self._rows: QWidget | None = None
        self.hide()

    def show_record(self, ref: Ref) -> None:
        """Read which dates of an event are left out."""
        with self.desk.read() as reader:
            skipped = skipped_dates(reader, ref.id)
        if self._rows is not None:
            self._rows.hide()
            self._rows.setParent(None)
            self._rows.deleteLater()
        self._rows = QWidget() if skipped else None
        if self._rows is not None:
            column = QVBoxLayout(self._rows)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for row in skipped:
                column.addLayout(self._line(row))
            self.body.addWidget(self._rows)
        self.set_count(str(len(skipped)))
        self.setVisible(bool(skipped))

    def _line(self, row: Values) -> QHBoxLayout:
        day = day_short(row["original_at"].date(), self.desk.today)
        told = f"{day}, {row['reason']}" if row["reason"] else day
        back = Button(str(_("Terugzetten")), "undo-2", "link", small=True)
        back.setObjectName("putBack")
        back.setAccessibleName(str(_("{day} terugzetten")).format(day=day))
        back.clicked.connect(partial(self._put_back, Ref("event_override", row["id"]), day))
        line = QHBoxLayout()
        line.setSpacing(sizes.SPACE_2)
        line.addWidget(ElidedLabel(told, "body"), 1)
        line.addWidget(back)
        return line

    def _put_back(self, override: Ref, day: str) -> None:
        put_back(self.desk, override)
        self.stage.announce(str(_("{day} gaat weer door")).format(day=day), is_undoable=True)
