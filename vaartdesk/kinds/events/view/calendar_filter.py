"""The filters of the list, above a calendar: the same questions, asked of the same rows (K2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vaartdesk.ui.hearing import Hearing
from vaartdesk.ui.list.filter_bar import FilterBar
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.shown import told_query
from vaartdesk.ui.list.sift import Sift

if TYPE_CHECKING:
    from vaartdesk.store.bus import ChangeSet
    from vaartdesk.store.desk import Desk

OF_TIME: Final = frozenset({"komend"})
"""Filters that only ask when an event is, which a calendar itself answers."""


class CalendarFilter(QWidget):
    """The bar, hidden until asked for. `changed()` comes when other events are left over, `save_requested()` when the filter is
    to be kept. Rows are read on first use.
    """

    changed = Signal()
    save_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.query = Query()
        self._rows = Rows(desk, desk.kinds["event"])
        self._sift = Sift(self._rows)
        self._is_loaded = False
        self.bar: FilterBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        Hearing(desk, self).changed.connect(self._hear)

    def events(self) -> Collection[str] | None:
        """The events that fit; None while nothing is filtered."""
        if not self.query.is_filtered:
            return None
        self._load()
        return frozenset(self._sift.keys(self.query))

    def count(self) -> int:
        """How many filters are on."""
        picks = sum(bool(keys) for keys in self.query.picks.values())
        return len(self.query.filters) + picks + bool(self.query.words.strip())

    def told(self) -> str:
        """The filters in words."""
        if not self.query.is_filtered:
            return ""
        self._load()
        return told_query(self.query, self.desk.kinds["event"], self._rows.context)

    def show_query(self, query: Query) -> None:
        """Filter so; grouping and order are the list's business."""
        wanted = Query(query.words, query.filters - OF_TIME, query.picks)
        if wanted == self.query:
            return
        self.query = wanted
        if self.bar is not None:
            self.bar.show_query(wanted)
        self.changed.emit()

    def set_open(self, is_open: bool) -> None:
        """Show the bar, or hide it; its filters stay on."""
        if is_open and self.bar is None:
            self._load()
            self.bar = FilterBar(self._sift)
            self.bar.order.hide()
            self.bar.save_requested.connect(self.save_requested)
            self.bar.changed.connect(lambda query: self.show_query(replace(query, grouping="", sort="")))
            self.bar.show_query(self.query)
            self._column.addWidget(self.bar)
        self.setVisible(is_open)

    def _load(self) -> None:
        if not self._is_loaded:
            self._is_loaded = True
            self._rows.load()

    def _hear(self, change: ChangeSet) -> None:
        """What changed may fit now, or no longer."""
        if self._is_loaded and self._rows.hear(change) and self.query.is_filtered:
            self.changed.emit()
