"""How the walk is laid out: the points at the left as any list, the point one stands at as any record, the way on below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vaartdesk.core.dates import day_weekday_long
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries.rounds import Stop
from vaartdesk.kinds.tickets.rules import rounds, rows
from vaartdesk.kinds.tickets.view.walk.bar import WalkBar
from vaartdesk.kinds.tickets.view.walk.big_button import BigButton
from vaartdesk.kinds.tickets.view.walk.end_card import EndCard
from vaartdesk.kinds.tickets.view.walk.point_card import PointCard
from vaartdesk.schema.context import row_context
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.ui.form.lines import LineModel
from vaartdesk.ui.labels import ElidedLabel, Label
from vaartdesk.ui.list.view import RowView
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.ui.header import PageHeader
    from vaartdesk.ui.stage import Stage

WIDEST = 760


class WalkParts:
    """The widgets of the walk, and what they show."""

    def __init__(self, desk: Desk, stage: Stage, header: PageHeader) -> None:
        self.desk, self.header = desk, header
        self.name = ElidedLabel("", "body", weight=600)
        self.when = ElidedLabel("", "meta", "text2")
        self.model = LineModel()
        self.list = RowView()
        self.list.setObjectName("points")
        self.list.setAccessibleName(str(_("Punten van deze ronde")))
        self.list.setModel(self.model)
        self.list.clicked.connect(lambda index: self.list.opened.emit(index.row()))
        self.bar = WalkBar()
        self.bar.setObjectName("walkBar")
        self.place = Label("", "meta", "text2")
        self.place.setObjectName("place")
        self.tally = Label("", "meta", "text2")
        self.tally.setObjectName("tally")
        self.card, self.end = PointCard(desk, stage), EndCard(desk, stage)
        self.previous = BigButton(str(_("Vorige")), "arrow-left", "←", height=sizes.TARGET_LARGE)
        self.previous.setObjectName("previous")
        self.next = BigButton(str(_("Volgende")), "arrow-right", "Enter", height=sizes.TARGET_LARGE)
        self.next.setObjectName("next")
        self.stack = QStackedWidget()
        self.left = QWidget()

    # --- layout --------------------------------------------------------------------------------------------------------

    def fill(self, page: QWidget) -> None:
        """Lay them out on the page, below its header."""
        for widget in (self.card, self.end):
            self.stack.addWidget(_scrolled(widget))
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._left_pane())
        body.addWidget(self._right_pane(), 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)

    def _left_pane(self) -> QWidget:
        head = QVBoxLayout()
        head.setContentsMargins(sizes.PAGE_PADDING, sizes.SPACE_2, sizes.PAGE_PADDING, sizes.SPACE_2)
        head.setSpacing(0)
        head.addWidget(self.name)
        head.addWidget(self.when)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.left.setFixedWidth(sizes.LIST_LEAST)
        return self.left

    def _right_pane(self) -> QWidget:
        pane = QWidget()
        pane.setProperty("look", "detail")
        pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        above, words = QVBoxLayout(), QHBoxLayout()
        above.setContentsMargins(sizes.SPACE_1, 0, sizes.SPACE_1, 0)
        above.setSpacing(sizes.SPACE_2)
        above.addWidget(self.bar)
        above.addLayout(words)
        words.addWidget(self.place)
        words.addStretch(1)
        words.addWidget(self.tally)
        ways = QHBoxLayout()
        ways.setSpacing(sizes.SPACE_3)
        ways.setContentsMargins(*[sizes.SPACE_1] * 4)  # the focus ring lies outside its button
        ways.addWidget(self.previous, 1)
        ways.addWidget(self.next, 2)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.SPACE_2)
        column.addLayout(above)
        column.addSpacing(sizes.SPACE_1)
        column.addWidget(self.stack, 1)
        column.addLayout(ways)
        whole = QHBoxLayout(pane)
        padding = sizes.DETAIL_PADDING
        whole.setContentsMargins(padding - sizes.SPACE_1, sizes.SPACE_4, padding - sizes.SPACE_1, sizes.SPACE_4)
        whole.addWidget(inner, 1)
        whole.addStretch(0)  # beyond its widest it keeps to the left, as every record does
        return pane

    def fit(self, *, is_narrow: bool) -> None:
        """The list of points goes where there is no room for it."""
        self.left.setVisible(not is_narrow)

    def focus(self) -> None:
        """To the way on, so that Enter goes on and the letters are free."""
        is_end = self.stack.currentIndex() == 1
        button = (self.end.finish if not self.end.finish.isHidden() else self.end.report) if is_end else self.next
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing -------------------------------------------------------------------------------------------------------

    def show_way(self, values: Values, way: Sequence[Stop], at: int, *, is_open: bool) -> None:
        """The way as it is now, and where on it one stands."""
        self.name.set_text(str(values.get("title", "")))
        held_on = values.get("held_on")
        self.when.set_text(day_weekday_long(held_on) if held_on else "")
        is_end = at >= len(way)
        counted = rounds.tally(stop.point for stop in way)
        self.bar.show_way([stop.point["result"] for stop in way], at)
        self.bar.setAccessibleName(rounds.summary(counted))
        told = _("Einde van de ronde") if is_end else _("Punt {n} van {all}")
        self.place.setText(str(told).format(n=at + 1, all=len(way)))
        self.tally.setText(rounds.summary(counted).partition(": ")[2])
        self.previous.setEnabled(at > 0)
        self.next.setVisible(not is_end)
        if is_end:
            with self.desk.read() as reader:
                self.end.show_way(way, reader, is_open=is_open)
        else:
            self.card.show_stop(way[at], is_open=is_open)
        self.stack.setCurrentIndex(int(is_end))
        self._show_list(way, at)

    def _show_list(self, way: Sequence[Stop], at: int) -> None:
        with self.desk.read() as reader:
            context = row_context(reader, [stop.point for stop in way], ("street", "place"))
        self.model.show(
            [(Ref("inspection_point", stop.point["id"]), rows.point_row(stop.point, context)) for stop in way]
        )
        if at < len(way):
            index = self.model.index(at, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)


def _scrolled(widget: QWidget) -> QScrollArea:
    """In an area that scrolls where the window is low."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    widget.setProperty("look", "plain")
    area.setWidget(widget)
    return area
