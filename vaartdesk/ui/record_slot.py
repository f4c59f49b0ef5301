"""Where a list's record is shown: its page is half of the work of a tab, so it is built when something asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


class RecordSlot(QWidget):
    """`built(RecordPage)` comes once, when the page is there."""

    built = Signal(object)

    def __init__(self, make: Callable[[], RecordPage]) -> None:
        super().__init__()
        self._make = make
        self._made: RecordPage | None = None
        """The page before it is in its place."""
        self._page: RecordPage | None = None
        self.setProperty("look", "detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(sizes.DETAIL_LEAST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_built(self) -> bool:
        return self._page is not None

    @property
    def is_coming(self) -> bool:
        """The page is made and not yet in its place: who looks at the window waits a moment longer."""
        return self._made is not None

    @property
    def page(self) -> RecordPage:
        """The page, built now where it is not there yet."""
        return self.build()

    def begin(self, desk: Desk, then: Callable[[], object]) -> None:
        """Make the page now; ``then``, a turn later, has it put in its place and filled. The window answers in between. Neither
        happens once the workspace is closed.
        """
        if not desk.is_closed:
            self._made = self._made or self._make()
            QTimer.singleShot(0, self, partial(self._go_on, desk, then))

    @staticmethod
    def _go_on(desk: Desk, then: Callable[[], object]) -> None:
        if not desk.is_closed:
            then()

    def build(self) -> RecordPage:
        """Have the page there from now on."""
        if self._page is None:
            self._page, self._made = self._made or self._make(), None
            self._column.addWidget(self._page)
            self.built.emit(self._page)
        return self._page
