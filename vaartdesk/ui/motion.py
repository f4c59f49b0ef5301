"""The little that moves: 120 ms, ease-out, and nothing at all where the system asks for less motion."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtWidgets import QApplication, QWidget

from vaartdesk.ui.theme import sizes

UNBOUND = 16_777_215
"""Qt's own largest height: a widget without a limit."""


def duration() -> int:
    """Milliseconds a movement takes; 0 where the desktop has its effects switched off (on Windows: "Animations")."""
    return sizes.ANIMATION_MS if QApplication.isEffectEnabled(Qt.UIEffect.UI_General) else 0


def move(owner: QObject, start: float, end: float, step: Callable[[float], None], done: Callable[[], None]) -> None:
    """Call ``step`` with values from ``start`` to ``end``, then ``done``; at once where nothing is to move.

    A movement of the same owner that is still going on ends first, where it meant to.
    """
    finish(owner)
    if duration() == 0:
        step(end)
        done()
        return
    moving = QVariantAnimation(owner)
    moving.setObjectName("moving")
    moving.setDuration(duration())
    moving.setEasingCurve(QEasingCurve.Type.OutCubic)
    moving.setStartValue(float(start))
    moving.setEndValue(float(end))
    moving.valueChanged.connect(step)
    moving.finished.connect(done)
    moving.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def finish(owner: QObject) -> None:
    """Bring what still moves to its end."""
    moving = owner.findChild(QVariantAnimation, "moving", Qt.FindChildOption.FindDirectChildrenOnly)
    if moving is not None:
        moving.setObjectName("")
        moving.setCurrentTime(moving.duration())


def unfold(body: QWidget, *, is_open: bool) -> None:
    """Let a part of a page grow to its height, or shrink away."""
    if not body.isVisible() and not is_open:
        body.hide()
        return
    body.setVisible(True)
    full = body.heightForWidth(body.width()) if body.hasHeightForWidth() else body.sizeHint().height()
    start, end = (0, max(0, full)) if is_open else (body.height(), 0)

    def settle() -> None:
        body.setMaximumHeight(UNBOUND)
        body.setVisible(is_open)

    move(body, start, end, lambda height: body.setMaximumHeight(round(height)), settle)
