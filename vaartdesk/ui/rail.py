"""The left rail, 208 px (60 folded): mark, menu, find field, tabs with live counts, pinned filters, backup line, who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import IconButton
from vaartdesk.ui.labels import Label, rule
from vaartdesk.ui.rail_parts import BackupLine, FindButton, MarkLabel, Pin, PinButton, WhoButton
from vaartdesk.ui.rail_tabs import RailTabs, rail_width
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

NAME: Final = "VaartDesk"
AROUND: Final = 64
"""What lies between the parts of the rail."""
UNBOUND: Final = 16_777_215
"""Qt's own for no greatest height."""
PINS_LEAST: Final = 60
"""Of two pinned filters; in less room none is shown."""


class Foldable(Protocol):
    """A part of the rail that has a form for 60 px."""

    def set_folded(self, is_folded: bool) -> None: ...


class Rail(QFrame):
    """The rail. It asks (`find_requested`, `menu_requested`, ...) and never opens anything itself."""

    find_requested = Signal()
    menu_requested = Signal(QPoint)
    who_requested = Signal(QPoint)
    backup_requested = Signal()
    pin_chosen = Signal(str)
    pin_menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("look", "rail")
        self.is_folded = False
        self.mark = MarkLabel(NAME)
        self.menu_button = IconButton("menu", _("Menu"), key="F10")
        self.menu_button.setObjectName("menuButton")
        self.find_button = FindButton()
        self.tabs = RailTabs()
        self.backup = BackupLine()
        self.who = WhoButton()
        self._pins_title = Label(_("Vastgezet"), "meta", "text3", weight=600)
        self._pin_rows = QVBoxLayout()
        self._pins: list[PinButton] = []
        self._build()
        self._connect()
        self.set_pins(())
        self.set_folded(False)

    def _build(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.mark)
        self._head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.SPACE_2, 12, sizes.SPACE_2, sizes.SPACE_1)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(10)
        column.addWidget(self.find_button)
        column.addSpacing(11)
        column.addWidget(self.tabs)
        column.addSpacing(sizes.SPACE_3)
        column.addWidget(self._titled())
        column.addWidget(self._pin_area(), 1)
        column.addStretch(0)
        column.addWidget(self.backup)
        column.addSpacing(sizes.SPACE_2)
        column.addWidget(rule())
        column.addSpacing(sizes.SPACE_1)
        column.addWidget(self.who)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Also when its parts come or change."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """In a low window the tabs go before all else: the pinned filters go, the mark, the line of the backup; then rows are
        lower.
        """
        count, row = max(1, self.tabs.count()), RailTabs.tab_height()
        least = sum(part.sizeHint().height() for part in (self.menu_button, self.find_button, self.who))
        room = self.height() - least - count * row - AROUND
        mark, backup = self.mark.sizeHint().height(), self.backup.sizeHint().height()
        has_pins = room >= mark + backup + PINS_LEAST
        self._pins_shown.setVisible(has_pins)
        self._title_row.setVisible(bool(self._pins) and not self.is_folded and has_pins)
        self.mark.setVisible(not self.is_folded or room >= mark + backup)
        self.backup.setMaximumHeight(UNBOUND if room >= backup else 0)
        self.tabs.set_row_height(row if room >= 0 else max(sizes.TARGET_LEAST, row + room // count))

    def _titled(self) -> QWidget:
        """The heading of the pinned filters, aligned with the tab icons."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(10, 4, 0, 4)
        row.addWidget(self._pins_title)
        self._title_row = holder
        return holder

    def _pin_area(self) -> QWidget:
        """The pinned filters; more of them than fit scroll."""
        inner = QWidget()
        inner.setProperty("look", "plain")
        self._pin_rows.setContentsMargins(0, 0, 0, 0)
        self._pin_rows.setSpacing(0)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._pin_rows)
        whole.addStretch(1)
        area = self._pins_shown = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _connect(self) -> None:
        theme().changed.connect(self._refold)  # a bound method goes with the rail, a lambda would outlive it
        self.find_button.clicked.connect(self.find_requested)
        self.backup.clicked.connect(self.backup_requested)
        self.menu_button.clicked.connect(self.ask_menu)
        self.who.clicked.connect(lambda: self.who_requested.emit(self.who.mapToGlobal(self.who.rect().topLeft())))

    def ask_menu(self) -> None:
        """Ask for the menu below the menu button; also what F10 and Alt+M do."""
        self.menu_requested.emit(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def pins(self) -> list[PinButton]:
        """The pinned filters from top to bottom."""
        return list(self._pins)

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these pinned filters; the same ids keep their buttons, so that focus stays."""
        known = {button.pin.id: button for button in self.pins()}
        if [pin.id for pin in pins] == list(known):
            for pin in pins:
                known[pin.id].set_pin(pin)
            return
        for button in known.values():
            self._pin_rows.removeWidget(button)
            button.hide()  # until it is deleted it would be painted under its successor
            button.deleteLater()
        before: QWidget = self.tabs
        self._pins = [self._pin_button(pin) for pin in pins]
        for button in self._pins:
            self._pin_rows.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self._title_row.setVisible(bool(pins) and not self.is_folded)

    def _pin_button(self, pin: Pin) -> PinButton:
        button = PinButton(pin)
        button.set_folded(self.is_folded)
        button.clicked.connect(lambda: self.pin_chosen.emit(pin.id))
        button.customContextMenuRequested.connect(
            lambda at: self.pin_menu_requested.emit(pin.id, button.mapToGlobal(at))
        )
        return button

    def _refold(self) -> None:
        """Take new widths after the font changed."""
        self.set_folded(self.is_folded)

    def set_folded(self, is_folded: bool) -> None:
        """Fold to icons, or unfold."""
        self.is_folded = is_folded
        self.setFixedWidth(rail_width(is_folded=is_folded))
        direction = QBoxLayout.Direction.TopToBottom if is_folded else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(direction)
        parts: tuple[Foldable, ...] = (self.mark, self.find_button, self.tabs, self.backup, self.who, *self.pins())
        for part in parts:
            part.set_folded(is_folded)
        self._title_row.setVisible(bool(self.pins()) and not is_folded)
