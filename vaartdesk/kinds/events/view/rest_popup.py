"""The events of a day that had no room in its cell, as a list under "+3 meer"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vaartdesk.core.dates import day_weekday_long, time_text
from vaartdesk.kinds.events.rules.shown import Shown
from vaartdesk.kinds.events.view.month_model import MonthModel
from vaartdesk.ui.icons import icon
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

WIDTH = 260
MOST_SHOWN = 12


class RestPopup(QFrame):
    """All events of a day. `chosen(Shown)` with a click or Enter; Escape or a click outside closes."""

    chosen = Signal(object)

    def __init__(self, day: date, shown: Sequence[Shown], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self.setObjectName("restPopup")
        self._shown = list(shown)
        self.title = Label(day_weekday_long(day), "body", weight=600)
        self.list = QListWidget()
        for named in (self, self.list):
            named.setAccessibleName(self.title.text())
        self.list.setProperty("look", "popup")
        for one in self._shown:
            told = one.title if one.is_span else f"{time_text(one.starts_at)}  {one.title}"
            item = QListWidgetItem(told)
            if one.is_clashing:
                item.setIcon(icon("triangle-alert", "danger"))
            item.setForeground(QColor(theme().line(one.letter).ink))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, MonthModel.event_text(one))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemClicked.connect(lambda _item: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.SPACE_2] * 4)
        column.addWidget(self.title)
        column.addWidget(self.list)

    def open_at(self, rect: QRect, anchor: QWidget) -> None:
        """Show below ``rect`` of ``anchor``, inside the screen."""
        rows = min(MOST_SHOWN, self.list.count())
        self.list.setFixedHeight(rows * max(sizes.TARGET_LEAST, self.list.sizeHintForRow(0)) + 10)
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(rect.left(), rect.bottom()))
        room = anchor.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        self.move(left, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self) -> None:
        shown = self._shown[self.list.currentRow()]
        self.close()
        self.chosen.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
