"""A dialog inside the window: a raised card over a scrim, with the manners of a QDialog.

The scrim covers the window and takes its clicks; Tab stays inside; Escape and a click beside the card reject; when it
closes, focus goes back to where it was. Native file and print dialogs stay native.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from vaartdesk.ui.focus_chain import focus_chain
from vaartdesk.ui.labels import Label
from vaartdesk.ui.shadow import cast_shadow
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

LIGHT_SCRIM: Final = 0.28
DARK_SCRIM: Final = 0.50
MARGIN: Final = sizes.SPACE_6
ALL_ROOM: Final = 100
LEAST_TALL: Final = 120
"""How low the part of a dialog that gives way may become."""
BESIDE: Final = "rail"
"""The name of what stands beside every page."""


class Dialog(QFrame):
    """The card: a title, the caller's content in `body`, buttons at the right, the last one default.

    `accept()` and `reject()` close it; `finished(bool)` tells which.
    """

    finished = Signal(bool)
    open_keys: frozenset[str] = frozenset()
    """Keys of the window below that work in this dialog too."""

    def __init__(self, title: str, explanation: str = "", *, width: int = 560) -> None:
        super().__init__()
        self.setObjectName("dialog")
        self.setProperty("look", "dialog")
        self.setAccessibleName(str(title))
        self.setAccessibleDescription(str(explanation))
        self.wanted_width = width
        self.title = Label(title, "section", wrap=True)
        self.explanation = Label(explanation, "body", "text2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.SPACE_2)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(sizes.SPACE_2)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.DIALOG_PADDING] * 4)
        column.setSpacing(sizes.SPACE_3)
        for label in (self.title, self.explanation):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(label)
        self.explanation.setVisible(bool(explanation))  # only now: without a parent it would be a window
        column.addLayout(self.body)
        column.addSpacing(sizes.SPACE_1)
        column.addLayout(self.buttons)
        self._default: QPushButton | None = None
        self._tall: tuple[QWidget, int] | None = None

    def give_room(self, widget: QWidget, height: int) -> None:
        """The part that scrolls or zooms: so high where the window has room for it, lower where it has not."""
        self._tall = (widget, height)
        widget.setMinimumHeight(height)

    def fit(self, room: int, width: int) -> None:
        """Let that part give way as far as it can, and no further than is needed, so that all the rest is seen."""
        if self._tall is None:
            return
        widget, height = self._tall
        now = widget.minimumHeight()
        wanted = min(height, max(LEAST_TALL, now - (self.least_height(width) - room)))
        if wanted != now:
            widget.setMinimumHeight(wanted)

    def least_height(self, width: int) -> int:
        """How low it can be in this width."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.minimumSizeHint().height()
        return layout.totalMinimumHeightForWidth(width)

    def add_note(self, widget: QWidget, *, is_wide: bool = False) -> None:
        """Something at the left of the button row, such as a check box; ``is_wide``: a sentence, that takes all the room."""
        self.buttons.insertWidget(0, widget, ALL_ROOM if is_wide else 0)

    def add_button(self, button: QPushButton, *, accepts: bool | None = None) -> QPushButton:
        """Append a button; the last one is the default. `accepts` closes the dialog so; None leaves it open."""
        self.buttons.addWidget(button)
        self._default = button
        if accepts is not None:
            button.clicked.connect(self.accept if accepts else self.reject)
        return button

    def accept(self) -> None:
        """Close as agreed."""
        self.finished.emit(True)

    def reject(self) -> None:
        """Close as cancelled."""
        self.finished.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape rejects; Enter presses the button that has the focus, else the default one."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            now = self.focusWidget()
            button = now if isinstance(now, QPushButton) else self._default
            if button is not None:
                button.click()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """Where the focus starts: the first field of the body, else the default button, else the first of the choices."""
        every = self.focusable()
        inside = [child for child in every if not isinstance(child, QPushButton)]
        return inside[0] if inside else self._default or next(iter(every), self)

    def focusable(self) -> list[QWidget]:
        """Everything inside that Tab can reach, in tab order."""
        return [widget for widget in focus_chain(self) if self.isAncestorOf(widget) and _takes_tab(widget)]


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled()


class Scrim(QWidget):
    """Covers `host` and shows one dialog in the middle. It removes itself when the dialog is finished.

    The top of the dialog stays where it is while the dialog grows under somebody's hands. One that cannot be made as small as
    the window moves along with the focus and the wheel, so that all of it can be reached.
    """

    def __init__(self, host: QWidget, dialog: Dialog) -> None:
        super().__init__(host)
        self.setObjectName("scrim")
        self.dialog = dialog
        dialog.setParent(self)
        self._before = QApplication.focusWidget()
        self._top: int | None = None
        dialog.finished.connect(self._close)
        host.installEventFilter(self)
        cast_shadow(dialog)
        self._cover()
        self.show()
        self.raise_()
        dialog.show()
        self._place()
        dialog.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._application().focusChanged.connect(self._follow)

    @staticmethod
    def _application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the window when it changes size."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
            self._top = None
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Grow with the dialog; keep the keys of the window below from it: Ctrl+N does not open a second entry."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not self._has_key(QKeySequence(event.keyCombination())))
            return True
        return super().event(event)

    def _has_key(self, keys: QKeySequence) -> bool:
        """Whether something in the dialog listens to this key, or it may pass."""
        if keys.toString() in self.dialog.open_keys:
            return True
        buttons = self.dialog.findChildren(QAbstractButton)
        return any(each.key() == keys for each in self.dialog.findChildren(QShortcut)) or any(
            button.shortcut() == keys for button in buttons
        )

    def _cover(self) -> None:
        host = self.parentWidget()
        assert host is not None
        self.setGeometry(host.rect())

    def _place(self) -> None:
        """The upper middle of the page, or of the window where that is too narrow; where it can be, no larger than the window."""
        width = min(self.dialog.wanted_width, self.width() - 2 * MARGIN)
        height = self._height(width)
        if self._top is None:
            self._top = max(MARGIN, (self.height() - height) // 3)
        start = self._page_left()
        start = start if width <= self.width() - start - 2 * MARGIN else 0
        left = start + (self.width() - start - width) // 2
        self.dialog.setGeometry(QRect(left, self._top, width, height))
        self._shift(0)
        self._follow(None, QApplication.focusWidget())

    def _height(self, width: int) -> int:
        """What it wants, else what there is; never less than it can be."""
        room, layout = self.height() - 2 * MARGIN, self.dialog.layout()
        self.dialog.fit(room, width)
        has_width = layout is not None and layout.hasHeightForWidth()
        wanted = (
            layout.totalHeightForWidth(width) if layout is not None and has_width else self.dialog.sizeHint().height()
        )
        return max(min(wanted, room), self.dialog.least_height(width))

    def _shift(self, by: int) -> None:
        """Move the dialog up or down, as far as its ends and those of the window allow."""
        lowest = self.height() - MARGIN - self.dialog.height()
        highest = min(MARGIN, lowest)
        top = max(highest, min(self.dialog.y() + by, max(lowest, MARGIN)))
        self.dialog.move(self.dialog.x(), top)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus into sight."""
        if now is None or not self.dialog.isAncestorOf(now) or self.dialog.height() <= self.height() - 2 * MARGIN:
            return
        above = 2 * MARGIN - now.mapTo(self, QPoint(0, 0)).y()
        below = now.mapTo(self, QPoint(0, now.height())).y() - (self.height() - 2 * MARGIN)
        if above > 0:
            self._shift(above)
        elif below > 0:
            self._shift(-below)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A dialog that is higher than the window goes up and down."""
        self._shift(event.angleDelta().y())

    def _page_left(self) -> int:
        """Where the page begins beside what always stands at its left."""
        host = self.parentWidget()
        beside = host.findChild(QWidget, BESIDE) if host is not None else None
        return beside.width() if beside is not None and beside.isVisible() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(0, 0, 0) if theme().is_dark else theme().colour("text1")
        colour.setAlphaF(DARK_SCRIM if theme().is_dark else LIGHT_SCRIM)
        QPainter(self).fillRect(self.rect(), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card cancels; one on a word or bare ground of the card, which comes here too, does nothing."""
        if not self.dialog.geometry().contains(event.position().toPoint()):
            self.dialog.reject()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        """Tab and Shift+Tab go round inside the dialog."""
        inside = self.dialog.focusable()
        if not inside:
            return True
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        inside[(at + (1 if next else -1)) % len(inside)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dialog.reject()
        event.accept()

    def _close(self) -> None:
        host = self.parentWidget()
        if host is not None:
            host.removeEventFilter(self)
        self._application().focusChanged.disconnect(self._follow)
        self.hide()
        # What had the focus may be gone by now: a dialog that led to this one and closed first.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()
