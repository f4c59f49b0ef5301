"""A view is read when somebody looks: what changed while another was on top is read when it is shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # what it is mixed into brings the widget; a second among the bases would be a second C++ object


class Fresh(_Widget):
    """Mixed into a view: `class YearPage(Fresh, QWidget)`. The view says how it is read (`_fill`), and calls `outdate` when
    what it shows is no longer so.
    """

    is_stale: bool = True
    """What is shown must be read again."""

    def refresh(self) -> None:
        """Read what is shown, now."""
        self.is_stale = False
        self._fill()

    def outdate(self) -> None:
        """What is shown changed: it is read at once while somebody may see it, else when the view is next shown."""
        self.is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_past() or self.is_stale:
            self.refresh()

    def _fill(self) -> None:
        raise NotImplementedError

    def _is_past(self) -> bool:
        """True when the view shows another day as today."""
        return False
