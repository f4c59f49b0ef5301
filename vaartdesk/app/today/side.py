"""Beside the list: the week and the pictures; in a wide window also the next meeting and what colleagues did.

Each part is asked for on its own, one per turn of the event loop, and only while it is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vaartdesk.app.today import changes_card, meeting_card, week
from vaartdesk.app.today.pictures import Pictures
from vaartdesk.ui.after_import import AfterImport, is_imported
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

NARROW, MIDDLE, RIGHT = 388, 392, 380
WEEK, MEETING, CHANGES, PICTURES = "week", "meeting", "changes", "pictures"
SCROLL_BAR: Final = 12
FIGURES: Final = "vaartdesk.app.today.figures"
"""Brings ReportLab along: a tenth of a second, during which the window must answer."""


class Side(QScrollArea):
    """``stale``: the names of the parts to ask for again."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk, self.stage = desk, stage
        self.is_wide = False
        self.setObjectName("side")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.week = week.WeekCard(stage.open, lambda: stage.show_kind("event"))
        self.meeting = meeting_card.MeetingCard(stage.open)
        self.changes = changes_card.ChangesCard(stage.open)
        self.pictures = Pictures(stage.show_kind)
        for card in (self.week, self.meeting, self.changes):
            card.hide()
        self._parts: dict[str, Callable[[], None]] = {
            WEEK: self._ask_week, MEETING: self._ask_meeting, CHANGES: self._ask_changes,
        }  # fmt: skip
        self.stale: set[str] = set()
        self._coming: AfterImport | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._ask_next)
        self._build()
        self.forget()

    def _build(self) -> None:
        self._inner = QWidget()
        self._inner.setProperty("look", "plain")
        self._columns = QHBoxLayout(self._inner)
        self._columns.setSpacing(sizes.SPACE_4)
        self._middle, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._middle, self._right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(sizes.SPACE_3)
            self._columns.addLayout(column)
        for card in (self.week, self.meeting, self.changes):
            self._middle.addWidget(card)
        self._middle.addStretch(1)
        self.setWidget(self._inner)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._leave_room())
        self._lay()

    def _lay(self) -> None:
        """One column with the pictures below the week, or two columns beside each other."""
        (self._middle if self.is_wide else self._right).removeWidget(self.pictures)
        for column in (self._middle, self._right):
            column.removeWidget(self.pictures)
        while (item := self._right.takeAt(0)) is not None:
            del item
        if self.is_wide:
            self._right.addWidget(self.pictures)
            self._right.addStretch(1)
        else:
            self._middle.insertWidget(1, self.pictures)
        self._columns.setSpacing(sizes.SPACE_3 if self.is_wide else 0)
        self._columns.setStretch(0, MIDDLE)
        self._columns.setStretch(1, RIGHT if self.is_wide else 0)
        self._leave_room()
        width = MIDDLE + sizes.SPACE_3 + RIGHT if self.is_wide else NARROW
        self.setFixedWidth(width + sizes.PAGE_PADDING)

    def _leave_room(self) -> None:
        """The cards end at the same edge with a scroll bar and without."""
        taken = SCROLL_BAR if self.verticalScrollBar().maximum() else 0
        self._columns.setContentsMargins(0, 0, sizes.PAGE_PADDING - taken, sizes.PAGE_PADDING)

    def set_wide(self, *, is_wide: bool) -> None:
        """A third column, or none."""
        if is_wide == self.is_wide:
            return
        self.is_wide = is_wide
        self.pictures.set_wide(is_wide=is_wide)
        self.meeting.hide()
        self.changes.hide()
        self._lay()
        self.forget()
        self.begin()

    # ---------------------------------------------------------------- asking
    def forget(self) -> None:
        """Everything must be asked again."""
        self.stale = {WEEK, PICTURES, *((MEETING, CHANGES) if self.is_wide else ())}

    def hear(self, change: ChangeSet) -> None:
        """Note what a change made stale, and ask again for what is seen."""
        if change.kinds & week.KINDS:
            self.stale.add(WEEK)
        if self.is_wide:
            self.stale |= {MEETING} if change.kinds & meeting_card.KINDS else set()
            self.stale.add(CHANGES)
        self.stale |= self._stale_pictures(change)
        self.begin()

    def _stale_pictures(self, change: ChangeSet) -> set[str]:
        if PICTURES in self.stale:
            return set()
        from vaartdesk.app.today.figures import PICTURES as FOUR  # loads ReportLab

        return {picture.name for picture in FOUR if picture.kinds & change.kinds}

    def begin(self) -> None:
        """Ask for what is stale, part by part, once what waits to be painted is painted."""
        if self.stale and self.isVisible():
            self._turn.start()

    def _ask_next(self) -> None:
        if not self.stale or not self.isVisible():
            return
        known = next((name for name in self._parts if name in self.stale), None)
        if known is None and not is_imported(FIGURES):
            self._await_figures()
            return
        if known is not None:
            self.stale.discard(known)
            self._parts[known]()
        else:
            self._ask_picture()
        self._turn.start()

    def _await_figures(self) -> None:
        if self._coming is None:
            self._coming = AfterImport(FIGURES, self._turn.start, self)

    def _ask_picture(self) -> None:
        from vaartdesk.app.today.figures import PICTURES as FOUR  # loads ReportLab

        if PICTURES in self.stale:
            self.stale = (self.stale - {PICTURES}) | {picture.name for picture in FOUR}
        picture = next((picture for picture in FOUR if picture.name in self.stale), None)
        if picture is None:
            self.stale.clear()
            return
        self.stale.discard(picture.name)
        with self.desk.read() as reader:
            self.pictures.ask(picture, reader)

    def _ask_week(self) -> None:
        today = self.desk.today
        sunday = week.rest_of_week(today)
        with self.desk.read() as reader:
            this = week.happenings(reader, today, sunday)
            coming = week.happenings(reader, sunday + timedelta(1), sunday + timedelta(7)) if self.is_wide else []
        self.week.show_weeks(today, this, coming)

    def _ask_meeting(self) -> None:
        self.meeting.show_meeting(meeting_card.coming(self.desk))

    def _ask_changes(self) -> None:
        mine = [self.desk.who.id] if self.desk.who else []
        self.changes.show_changes(*changes_card.changed(self.desk, mine))
