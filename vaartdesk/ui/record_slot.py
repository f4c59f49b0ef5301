"""Where a list's record is shown: its page is half of the work of a tab, so it is built when something asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.theme import sizes


class RecordSlot(QWidget):
    """`built(RecordPage)` comes once, when the page is there."""

    built = Signal(object)

    def __init__(self, make: Callable[[], RecordPage]) -> None:
        super().__init__()
        self._make = make
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
    def page(self) -> RecordPage:
        """The page, built now where it is not there yet."""
        return self.build()

    def build(self) -> RecordPage:
        """Have the page there from now on."""
        if self._page is None:
            self._page = self._make()
            self._column.addWidget(self._page)
            self.built.emit(self._page)
        return self._page
