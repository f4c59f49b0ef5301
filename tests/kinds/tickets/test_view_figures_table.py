"""The table of figures has room for what its columns say."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from vaartdesk.kinds.tickets.view.figures_table import INSET, WIDTHS
from vaartdesk.ui.theme.fonts import metrics
from vaartdesk.ui.theme.theme import theme


def test_no_figure_that_can_come_ends_in_dots(qapp: QApplication) -> None:
    theme().install(qapp, "light")
    drawn = metrics("body", tabular=True)
    longest = {"came": "9.999", "went": "9.999", "open": "9.999", "days": "100 werkdagen", "share": "te weinig"}
    room = {name: width - 2 * INSET for name, width in WIDTHS.items()}
    assert [name for name, words in longest.items() if drawn.horizontalAdvance(words) > room[name]] == []
