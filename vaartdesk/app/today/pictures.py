"""The four pictures as cards: in two columns beside the list, in one where there is room; a card without news is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from vaartdesk.ui.chart_card import ChartCard
from vaartdesk.ui.theme import sizes

if TYPE_CHECKING:
    from vaartdesk.app.today.figures import Picture
    from vaartdesk.schema.reader import Reader

WIDE_HEIGHT = 24
"""So much higher than in a narrow card a chart is in a wide one."""


class Pictures(QWidget):
    """Asks for one picture at a time. ``shown`` is called with the kind that a card is about when it is clicked."""

    def __init__(self, shown: Callable[[str], None]) -> None:
        super().__init__()
        self._shown = shown
        self.cards: dict[str, ChartCard] = {}
        self._order: dict[ChartCard, int] = {}
        self.is_wide = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(sizes.SPACE_3)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_wide(self, *, is_wide: bool) -> None:
        """One column of wide cards, or two columns of narrow ones; the pictures must be asked again."""
        self.is_wide = is_wide
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards, self._order = {}, {}

    def ask(self, picture: Picture, reader: Reader) -> None:
        """Ask for a picture and show it; without anything to show its card goes."""
        figure = picture.ask(reader, is_wide=self.is_wide)
        card = self.cards.get(picture.name)
        if figure is None:
            if card is not None:
                card.hide()
        else:
            card = card or self._made(picture)
            card.show_chart(figure.chart, remark=figure.remark, caption=figure.caption, end=figure.end, tip=figure.tip)
            card.show()
        self._arrange()

    def _made(self, picture: Picture) -> ChartCard:
        height = picture.height + (WIDE_HEIGHT if self.is_wide else 0) if picture.height else 0
        card = ChartCard(str(picture.title), height, self)
        card.setObjectName(picture.name)
        card.clicked.connect(lambda _on=False: self._shown(picture.source))
        self.cards[picture.name] = card
        self._order[card] = picture.places[int(self.is_wide)]
        return card

    def _arrange(self) -> None:
        """Cards that are there, in the order they were asked for; the last of an odd number takes the whole width."""
        columns = 1 if self.is_wide else 2
        there = sorted(
            (card for card in self.cards.values() if not card.isHidden()), key=lambda card: self._order[card]
        )
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for number, card in enumerate(there):
            span = columns if number == len(there) - 1 and number % columns == 0 else 1
            self._grid.addWidget(card, number // columns, number % columns, 1, span)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.setVisible(bool(there))
        self._grid.activate()  # now: the next picture takes a while, and a card not placed yet would lie over the first
