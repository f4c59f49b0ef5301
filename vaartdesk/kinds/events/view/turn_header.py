"""The header of a calendar: its name, the buttons to turn it, the filter, and the primary button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button, IconButton
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.icons import icon
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme

ROOMY = 1040
"""From this width on the filter has its word."""


class TurnHeader(PageHeader):
    """`turned(int)`: -1 back, 1 on. `today_requested()`, `filter_toggled(bool)`. ``titles``: all that may stand there."""

    turned = Signal(int)
    today_requested = Signal()
    filter_toggled = Signal(bool)

    def __init__(self, titles: Sequence[str], back: str, on: str) -> None:
        super().__init__(titles[0])
        self._titles = tuple(titles)
        self.before = IconButton("chevron-left", back, key="PgUp")
        self.before.setObjectName("before")
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self._today = str(_("Vandaag"))
        self.today = Button(self._today, key="T")
        self.today.setAccessibleName(self._today)
        self.today.setObjectName("today")
        self.today.clicked.connect(self.today_requested)
        self.after = IconButton("chevron-right", on, key="PgDn")
        self.after.setObjectName("after")
        self.after.clicked.connect(lambda: self.turned.emit(1))
        turn = QWidget()
        row = QHBoxLayout(turn)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.SPACE_1)
        for button in (self.before, self.today, self.after):
            row.addWidget(button)
        self.insert_after_title(turn)
        self._filters = str(_("Filter"))
        self.filter = self.add_quiet(str(_("Filter")), "list-filter")
        self.filter.setObjectName("filterButton")
        self.filter.setAccessibleName(self._filters)
        self.filter.setCheckable(True)
        self.filter.toggled.connect(self.filter_toggled)
        self.more = IconButton("ellipsis", str(_("Subsidies, draaiboeken en markeringen")))
        self.more.setObjectName("moreViews")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.further = QMenu(self)
        self.more.setMenu(self.further)
        self._row.addWidget(self.more)
        self.set_primary(str(_("Nieuw evenement")))
        self._hold_still()
        theme().changed.connect(self.squeeze)

    def insert_after_title(self, widget: QWidget) -> None:
        """In front of the view switch, which comes later."""
        self._insert(1, widget)

    def _hold_still(self) -> None:
        """Room for the longest name, so that the buttons stay under the pointer while months turn."""
        widest = max(metrics("title", 600).horizontalAdvance(title) for title in self._titles)
        self.title.setFixedWidth(round(widest) + 2)

    def squeeze(self) -> None:
        """As every header; on the smallest window the way to today is a picture before anything is cut."""
        self._hold_still()
        self.today.setText(self._today)
        self.today.setIcon(QIcon())
        super().squeeze()
        if self._needed() > self.width():
            self.today.setText("")
            self.today.setIcon(icon("calendar-check-2", "text1"))
            self._row.activate()

    def show_filters(self, count: int) -> None:
        """How many filters are on."""
        self._filters = str(_("Filter: {n}").format(n=count) if count else _("Filter"))
        self.filter.setAccessibleName(self._filters)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for the word, the icon says it."""
        self.filter.setText(self._filters if self.width() >= ROOMY else "")
        self.filter.setToolTip("" if self.width() >= ROOMY else self._filters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
