"""Themalijnen: actions as list and board, the matrix of roles and theme lines, the goals they serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vaartdesk.app.themes.matrix_page import MatrixPage
from vaartdesk.core.text import _
from vaartdesk.kinds.actions.view.board_page import BoardPage
from vaartdesk.ui.views import View, Views, kind_view

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage


def build(desk: Desk, stage: Stage) -> QWidget:
    """The page for the window."""
    return ThemeViews(desk, stage)


class ThemeViews(Views):
    """The list comes first; what the matrix counts is shown there."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        self.desk, self.stage, self.title = desk, stage, str(_("Themalijnen"))
        board = View("board", str(_("Bord")), "square-kanban", (), self._board)
        matrix = View("matrix", str(_("Matrix")), "table", ("matrix_cell",), self._matrix)
        super().__init__(
            self.title,
            [
                kind_view(desk, stage, "action", str(_("Lijst")), "list", self.title),
                board,
                matrix,
                kind_view(desk, stage, "goal", title=self.title),
                kind_view(desk, stage, "theme_line", str(_("Lijnen")), "layers", self.title),
                kind_view(desk, stage, "role", str(_("Rollen")), "users", self.title),
            ],
        )

    def _board(self) -> BoardPage:
        return BoardPage(self.desk, self.stage, self.title)

    def _matrix(self) -> MatrixPage:
        page = MatrixPage(self.desk, self.stage, self.title)
        page.list_requested.connect(self.show_query)
        return page
