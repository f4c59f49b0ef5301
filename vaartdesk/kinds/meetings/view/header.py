"""The head of the meetings' views: body and evening at the left, the views and what one does at the right."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from vaartdesk.core.dates import day_short, time_prose
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.view.agenda_data import Agenda
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.segments import Segments
from vaartdesk.ui.theme import sizes


class MeetingHeader(PageHeader):
    """The view switch stands beside the buttons; where room is short the date goes and stays in the tooltip."""

    def __init__(self) -> None:
        super().__init__(str(_("Overleg")))
        self._told = ""

    def add_segments(self, segments: Segments) -> None:
        self._row.insertWidget(self._before_stretch + 1, segments)

    def show_meeting(self, agenda: Agenda | None) -> None:
        """Name and evening of a meeting."""
        if agenda is None:
            self._told = ""
            self.set_title(str(_("Overleg")))
            return
        start = agenda.starts_at
        self._told = f"{day_short(start.date(), start.date())} {start.year}, {time_prose(start)}" if start else ""
        self.set_title(str(agenda.meeting["title"]), self._told)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The date stands there whole or not at all."""
        self.subtitle.setVisible(False)
        self.squeeze()
        room = self.width() - self._needed() - sizes.SPACE_3
        self.subtitle.setVisible(bool(self._told) and self.subtitle.sizeHint().width() <= room)
        self.title.setToolTip(self._told)
