"""Where room is short, the columns left and right of the middle take turns."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vaartdesk.core.text import _
from vaartdesk.ui.buttons import IconButton
from vaartdesk.ui.header import PageHeader

TIGHT = 830
"""In a narrower view three columns do not fit beside each other."""


class Turns:
    """``left`` is there first; the button in the header, seen only where room is short, brings ``right`` in its place."""

    def __init__(self, header: PageHeader, left: QWidget, right: QWidget, icon: str, name: str) -> None:
        self.left, self.right = left, right
        self._is_tight = False
        self.button = IconButton(icon, str(_("{name} tonen of verbergen").format(name=name)), framed=True)
        self.button.setObjectName("otherColumn")
        self.button.setCheckable(True)
        self.button.toggled.connect(lambda _on: self._arrange())
        self.button.hide()
        header.add_action(self.button)
        self._has_right = True

    def follow(self, width: int) -> None:
        """The view got this wide."""
        if (width < TIGHT) != self._is_tight:
            self._is_tight = width < TIGHT
            self.button.setVisible(self._is_tight)
            self._arrange()

    def offer(self, *, has_right: bool) -> None:
        """Whether there is something to show at the right."""
        self._has_right = has_right
        self.button.setEnabled(has_right)
        self._arrange()

    def _arrange(self) -> None:
        is_right = self._has_right and (not self._is_tight or self.button.isChecked())
        self.left.setVisible(not (self._is_tight and is_right))
        self.right.setVisible(is_right)
