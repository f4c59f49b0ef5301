"""A short message above the lower edge, mostly with "Ongedaan maken"; it waits while one points at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.icons import pixmap
from vaartdesk.ui.labels import Label
from vaartdesk.ui.motion import move
from vaartdesk.ui.shadow import cast_shadow
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

RISE = sizes.SPACE_3


@dataclass(frozen=True, slots=True)
class ToastAction:
    """What the button of a toast says and does."""

    label: str
    run: Callable[[], None]


def undo_action(run: Callable[[], None]) -> ToastAction:
    """The usual one."""
    return ToastAction(_("Ongedaan maken"), run)


class Toast(QFrame):
    """One message over `host`. `closed` comes when it goes, by time, by its button or by another toast."""

    closed = Signal()

    def __init__(
        self,
        host: QWidget,
        text: str,
        action: ToastAction | None = None,
        icon_name: str = "check",
        foot: Callable[[], int] = lambda: 0,
    ) -> None:
        """``foot``: the height of what must stay in sight at the lower edge."""
        super().__init__(host)
        self._foot = foot
        self.setObjectName("toast")
        self.setProperty("look", "toast")
        self.setAccessibleName(str(text))
        self.text = str(text)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.dismiss)
        self._host = host
        self._build(icon_name, action)
        cast_shadow(self)
        host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        move(self, RISE, 0, self._rise, self._place)
        self._announce()
        self.timer.start(sizes.TOAST_MS)

    def _build(self, icon_name: str, action: ToastAction | None) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8 if action else 16, 0)
        row.setSpacing(sizes.SPACE_3)
        sign = QLabel()
        sign.setObjectName(f"sign_{icon_name}")
        sign.setPixmap(pixmap(icon_name, theme().colour("window"), sizes.ICON, self.devicePixelRatioF()))
        row.addWidget(sign)
        row.addWidget(Label(self.text, "body", "window"))
        if action is not None:
            self._add_action(row, action)
        self.setMinimumHeight(sizes.TOAST)

    def _add_action(self, row: QHBoxLayout, action: ToastAction) -> None:
        button = Button(action.label, kind="toast", small=True)
        button.setObjectName("toastAction")
        button.clicked.connect(lambda: self._act(action))
        button.installEventFilter(self)
        row.addWidget(button)

    def _act(self, action: ToastAction) -> None:
        """Go first: what runs may show a toast of its own."""
        self.dismiss()
        action.run()

    def _place(self) -> None:
        self.adjustSize()
        left = (self._host.width() - self.width()) // 2
        raised = max(sizes.TOAST_RAISED, self._foot() + sizes.SPACE_2)
        self.move(max(0, left), self._host.height() - self.height() - raised)

    def _rise(self, below: float) -> None:
        """So far below its place, while it comes."""
        self._place()
        self.move(self.x(), self.y() + round(below))

    def _announce(self) -> None:
        """Say it, without taking the focus."""
        event = QAccessibleAnnouncementEvent(self._host, self.text)
        QAccessible.updateAccessibility(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; stop the clock while the button has the focus."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is not self._host and event.type() == QEvent.Type.FocusIn:
            self.timer.stop()
        elif watched is not self._host and event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self.timer.start(sizes.TOAST_MS)
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while one points at it."""
        self.timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The full time again."""
        self.timer.start(sizes.TOAST_MS)
        super().leaveEvent(event)

    def dismiss(self) -> None:
        """Go now."""
        self.timer.stop()
        self._host.removeEventFilter(self)
        self.hide()
        self.closed.emit()
        self.deleteLater()
