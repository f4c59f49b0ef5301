"""The list under a filter chip: options with a check mark and a count, and a field to find one among many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vaartdesk.core.text import _, fold
from vaartdesk.ui.list.picks import Option
from vaartdesk.ui.theme import sizes

MANY = 9
"""From so many options on there is a field to find one."""
WIDTH = 280
MOST_SHOWN = 12
FRAME = 2
"""What the list itself takes above and below its rows."""
KEY = int(Qt.ItemDataRole.UserRole)


class FilterPopup(QFrame):
    """`changed(set of keys)` comes with every mark; Escape or a click outside closes."""

    changed = Signal(object)

    def __init__(self, label: str, options: Sequence[Option], chosen: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "card")
        self.setObjectName("filterPopup")
        self.setAccessibleName(label)
        self.field = QLineEdit()
        self.field.setPlaceholderText(str(_("Zoeken")))
        self.field.setAccessibleName(str(_("Zoeken in {label}")).format(label=label))
        self.field.setVisible(len(options) >= MANY)
        self.list = QListWidget()
        self.list.setProperty("look", "popup")
        self.list.setAccessibleName(label)
        self._fill(options, frozenset(chosen))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[sizes.SPACE_1] * 4)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(lambda _item: self.changed.emit(self.chosen()))
        self.list.itemClicked.connect(self._toggle_by_text)
        self._pressed: Qt.CheckState | None = None
        self.list.itemPressed.connect(self._remember)

    def _fill(self, options: Sequence[Option], chosen: frozenset[str]) -> None:
        for option in options:
            item = QListWidgetItem(f"{option.label}  {option.count}", self.list)
            item.setData(KEY, option.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if option.key in chosen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def chosen(self) -> frozenset[str]:
        """The keys that are marked."""
        return frozenset(i.data(KEY) for i in self._items() if i.checkState() == Qt.CheckState.Checked)

    def _remember(self, item: QListWidgetItem) -> None:
        self._pressed = item.checkState()

    def _toggle_by_text(self, item: QListWidgetItem) -> None:
        """A click beside the box marks as well; one on the box was Qt's own work already."""
        if self._pressed == item.checkState():
            self._toggle(item)

    @staticmethod
    def _toggle(item: QListWidgetItem) -> None:
        is_on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    def _narrow(self, words: str) -> None:
        """Hide what does not fit the words."""
        for item in self._items():
            item.setHidden(fold(words) not in fold(item.text()))
        first = next((i for i in self._items() if not i.isHidden()), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def open_under(self, anchor: QWidget) -> None:
        """Show below ``anchor``, inside the screen."""
        self.ensurePolished()
        self.list.ensurePolished()
        self.list.doItemsLayout()  # the stylesheet says how high a row is, and came after the rows
        rows = min(MOST_SHOWN, self.list.count())
        self.list.setFixedHeight(rows * max(sizes.TARGET_LEAST, self.list.sizeHintForRow(0)) + FRAME)
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + sizes.SPACE_1))
        room = anchor.screen().availableGeometry()
        self.move(max(room.left(), min(corner.x(), room.right() - self.width())), corner.y())
        self.show()
        target = self.field if not self.field.isHidden() else self.list
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down from the field goes to the list; Enter marks what is current."""
        item = self.list.currentItem()
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self._toggle(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
