"""The focus chain of a window, read so that no widget is lost by it.

PySide takes what `QWidget.nextInFocusChain` gives for a child of the widget that was asked. When that one goes, so does the
Python side of the other, though Qt still shows it: a list whose viewport "is already deleted". So each is given back to its own parent.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def focus_chain(start: QWidget) -> list[QWidget]:
    """Every widget of the window in the order of Tab, from the one behind ``start`` to the one before it."""
    found: list[QWidget] = []
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        found.append(widget)
        widget = widget.nextInFocusChain()
    for one in (*found, start):
        parent = one.parentWidget()
        if parent is not None:
            one.setParent(parent)  # for Qt nothing changes
    return found
