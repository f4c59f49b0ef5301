"""The end of a round: what was found, each ticket that came of it, and on to the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.queries.rounds import Stop
from vaartdesk.kinds.tickets.rules import rounds, rows
from vaartdesk.kinds.tickets.view.walk.big_button import BigButton
from vaartdesk.schema.context import row_context
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.form.lines import Line, Lines
from vaartdesk.ui.labels import Label
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.stage import Stage

WIDEST = 760
_WORDS = (
    (rounds.OK, _("in orde")),
    (rounds.WRONG, _("niet in orde")),
    (rounds.SKIPPED, _("niet bekeken")),
)


class EndCard(QWidget):
    """`finish_requested`, `report_requested`, and `point_requested(index)` for one that was not looked at."""

    finish_requested = Signal()
    report_requested = Signal()
    point_requested = Signal(int)

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("endCard")
        self.setMaximumWidth(WIDEST)
        self._first_open = 0
        self.title = Label("", "title", weight=600, wrap=True)
        self.title.setObjectName("endTitle")
        self.told = Label("", "body", "text2", wrap=True)
        self.told.setObjectName("endTold")
        self.counts = {result: _Count(word) for result, word in _WORDS}
        self.lines = Lines(str(_("Meldingen van deze ronde")), "roundTickets")
        self.lines.opened.connect(stage.open)
        self.back = BigButton("", "arrow-left", "", height=sizes.TARGET_LARGE)
        self.back.setObjectName("toOpen")
        self.back.clicked.connect(lambda: self.point_requested.emit(self._first_open))
        self.finish = BigButton(str(_("Ronde afronden")), "check", "Enter", height=sizes.TARGET_HUGE, is_primary=True)
        self.finish.setObjectName("finish")
        self.finish.clicked.connect(self.finish_requested)
        self.report = BigButton(str(_("Rapport")), "file-text", "Enter", height=sizes.TARGET_HUGE, is_primary=True)
        self.report.setObjectName("report")
        self.report.clicked.connect(self.report_requested)
        self._build()

    def _build(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(sizes.SPACE_6)
        for count in self.counts.values():
            figures.addWidget(count)
        figures.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes.SPACE_1] * 4)  # the focus ring lies outside its button
        column.setSpacing(sizes.SPACE_2)
        column.addWidget(self.title)
        column.addWidget(self.told)
        column.addSpacing(sizes.SPACE_2)
        column.addLayout(figures)
        column.addSpacing(sizes.SPACE_2)
        for button in (self.finish, self.report, self.back):
            column.addWidget(button)
        column.addSpacing(sizes.SPACE_2)
        column.addWidget(self.lines)
        column.addStretch(1)

    def show_way(self, way: Sequence[Stop], reader: Reader, *, is_open: bool) -> None:
        """What was found on the whole way."""
        counted = rounds.tally(stop.point for stop in way)
        left = counted.total - counted.seen
        self.title.setText(str(_("Alle punten bekeken") if not left else _("Nog niet alles bekeken")))
        if not is_open:
            self.title.setText(str(_("De ronde is afgerond") if way else _("Er is nog geen ronde")))
        made = sum(stop.ticket is not None for stop in way)
        told = ngettext("Er is {n} melding van gemaakt.", "Er zijn {n} meldingen van gemaakt.", made).format(n=made)
        nothing = _("Niets om een melding van te maken.") if way else _("Begin er een bij de schouwrondes, met Ctrl+N.")
        self.told.setText(told if made else str(nothing))
        passed = counted.skipped + left
        for result, figure in ((rounds.OK, counted.ok), (rounds.WRONG, counted.wrong), (rounds.SKIPPED, passed)):
            self.counts[result].tell(figure)
        self._first_open = next((n for n, stop in enumerate(way) if stop.point["result"] == rounds.OPEN), 0)
        self.back.setText(
            ngettext("Naar het punt dat nog open is", "Naar de {n} punten die nog open zijn", left).format(n=left)
        )
        self.back.setAccessibleName(self.back.text())
        self.back.setVisible(bool(left) and is_open)
        self.finish.setVisible(is_open)
        self.report.setVisible(not is_open and bool(way))
        self.lines.show_lines(_lines(way, reader))


class _Count(QWidget):
    """A figure, and what it counts below it."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.figure = Label("", "title", weight=600)
        self.word = Label(str(word), "meta", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figure)
        column.addWidget(self.word)

    def tell(self, figure: int) -> None:
        """Another figure."""
        self.figure.setText(str(figure))
        self.setAccessibleName(f"{figure} {self.word.text()}")


def _lines(way: Sequence[Stop], reader: Reader) -> list[Line]:
    tickets = [stop.ticket for stop in way if stop.ticket is not None]
    context = row_context(reader, tickets, queries.SHOWN)
    return [(Ref("ticket", row["id"]), rows.ticket_row(row, context)) for row in tickets]
