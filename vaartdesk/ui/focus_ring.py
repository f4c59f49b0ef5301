"""The focus ring of buttons and chips: 2 px of `focus` with a gap of 2 px around the control.

A stylesheet cannot draw outside a control, so one transparent sibling follows whichever control has the focus. It
shows for keyboard and program focus, not after a mouse press; coming back to the window restores it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vaartdesk.ui.painting import paint_ring
from vaartdesk.ui.theme import sizes

OUTSET: Final = sizes.FOCUS_RING + sizes.FOCUS_GAP
FOLLOWED: Final = frozenset({QEvent.Type.Move, QEvent.Type.Resize})
BY_KEY: Final = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)
COMING_BACK: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
RINGED: Final = "isRinged"
LEFT: Final = frozenset({QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.ParentChange})


class FocusRing(QWidget):
    """A ring around one control, on top of it, or (``is_inside``) along its own edge; it goes when the focus goes.

    It lies in the nearest widget around the control that has room for it, not beyond what is scrolled; where there is no room
    at all it keeps to the edge.
    """

    def __init__(self, control: QWidget, *, is_inside: bool = False) -> None:
        self.control, self._outset = control, 0 if is_inside else OUTSET
        self._between = _up_to_room(control, self._outset)
        super().__init__(self._between[-1])
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place()
        for watched in (control, *self._between):
            watched.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control, and leave with its focus."""
        if event.type() in FOLLOWED:
            self._place()
        elif watched is self.control and event.type() in LEFT:
            is_coming_back = isinstance(event, QFocusEvent) and event.reason() in COMING_BACK
            self.control.setProperty(RINGED, is_coming_back)
            for widget in (self.control, *self._between):
                widget.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False

    def _place(self) -> None:
        host, out = self._between[-1], self._outset
        at = QRect(self.control.mapTo(host, QPoint()), self.control.size())
        self.setGeometry(at.adjusted(-out, -out, out, out).intersected(host.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), sizes.RADIUS + self._outset)


def _up_to_room(control: QWidget, out: int) -> list[QWidget]:
    """The widgets around a control, up to the first that has ``out`` pixels around it, or the last that moves when one scrolls."""
    found: list[QWidget] = []
    at, parent = control.geometry().adjusted(-out, -out, out, out), control.parentWidget()
    while parent is not None:
        found.append(parent)
        if parent.rect().contains(at) or parent.isWindow() or _is_scrolled(parent):
            break
        at.translate(parent.pos())
        parent = parent.parentWidget()
    return found


def _is_scrolled(widget: QWidget) -> bool:
    """Whether it is what an area scrolls, or scrolls in."""
    around = widget.parentWidget()
    return isinstance(around, QAbstractScrollArea) or (
        around is not None and isinstance(around.parentWidget(), QAbstractScrollArea)
    )


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # a mixin: the widget is the class beside it


class Ringed(_Widget):
    """Mixed into a widget that shows the ring when the focus comes by key: `class Chip(Ringed, QWidget)`."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self, event.reason())


class RingedInside(_Widget):
    """Mixed into a widget that paints the ring itself, along its own edge, while `is_ringed`."""

    is_ringed: bool = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.is_ringed = needs_ring(self, event.reason())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.is_ringed = False
        self.update()


def show_ring(control: QWidget, reason: Qt.FocusReason, *, is_inside: bool = False) -> None:
    """Ring `control` when the focus came by key, or came back to a control that was ringed. ``is_inside``: where what it stands
    in has no room around it.
    """
    if needs_ring(control, reason) and control.parentWidget() is not None:
        FocusRing(control, is_inside=is_inside)


def needs_ring(control: QWidget, reason: Qt.FocusReason) -> bool:
    """Whether focus that came for `reason` should be seen."""
    return reason in BY_KEY or (reason in COMING_BACK and bool(control.property(RINGED)))
