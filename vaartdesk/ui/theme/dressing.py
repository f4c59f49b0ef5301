"""Giving all widgets another stylesheet in one go.

Qt gives a changed stylesheet to each widget and then, for each, to all that is in it: a widget ten deep is dressed ten
times, and a window in which every tab was opened stands still for six seconds. Taking the stylesheet away and setting
the new one dresses each once.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

HAS_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle


def dress(app: QApplication, palette: QPalette, sheet: str) -> None:
    """Palette and stylesheet for everything there is."""
    untold = [widget for widget in app.allWidgets() if not widget.testAttribute(HAS_OWN_STYLE)]
    for widget in untold:
        widget.setAttribute(HAS_OWN_STYLE)  # Qt then does not tell it of the moment between the two, which nobody sees
    app.setStyleSheet("")
    app.setPalette(palette)
    for widget in untold:
        widget.setAttribute(HAS_OWN_STYLE, False)
    app.setStyleSheet(sheet)
