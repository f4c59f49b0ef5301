"""What a quick entry of tickets says below its fields: a double, or a question about the photos. None of it blocks Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, ngettext
from vaartdesk.schema.ref import Values
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.card import Card
from vaartdesk.ui.labels import ElidedLabel, KeyLabel, Label
from vaartdesk.ui.theme import sizes

MOST = 2


class Double(QWidget):
    """One open ticket that looks the same, and the way to join it."""

    def __init__(self, row: Values, told: str, key: str) -> None:
        super().__init__()
        self.row = row
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        text = ElidedLabel(f"{row['title']}  ·  {told}", "body")
        self.button = Button(str(_("Melder toevoegen")), "user-plus", small=True, key=key)
        self.button.setObjectName("joinDouble")
        line.addWidget(text, 1)
        line.addWidget(self.button)


def notice(title: str, key: str = "") -> Card:
    """A card in the colour of a warning."""
    card = Card()
    card.setProperty("look", "notice")
    card.setAccessibleName(title)
    head = QHBoxLayout()
    head.addWidget(Label(title, "body", "warning", weight=600, wrap=True), 1)
    if key:
        head.addWidget(KeyLabel(key))
    card.body.addLayout(head)
    return card


def doubles_card(rows: Sequence[Values], told: Callable[[Values], str], join: Callable[[Values], None]) -> Card:
    """The open tickets that look the same; its `doubles` are the lines."""
    card = notice(ngettext("Lijkt op een open melding", "Lijkt op open meldingen", len(rows)), "Alt+D")
    card.setObjectName("doubles")
    for place, row in enumerate(rows[:MOST]):
        double = Double(row, told(row), "Alt+D" if place == 0 else "")
        double.button.clicked.connect(lambda _on=False, row=row: join(row))
        card.body.addWidget(double)
    return card


@dataclass(frozen=True)
class Answer:
    """One way to answer a question: its name for tests, label, key and deed."""

    name: str
    label: str
    key: str
    run: Callable[[], None]


class Hints:
    """The cards below the fields, one per name: a new one of a name takes the place of the old."""

    def __init__(self, layout: QVBoxLayout) -> None:
        self._layout = layout
        self._cards: dict[str, Card] = {}

    def put(self, name: str, card: Card | None) -> None:
        """Show a card, or (None) take it away."""
        old = self._cards.pop(name, None)
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        if card is not None:
            self._layout.addWidget(card)
            self._cards[name] = card

    def ask(self, name: str, sentence: str, answers: Sequence[Answer]) -> None:
        """A question with its ways to answer; it goes when one is chosen."""
        card = notice(sentence)
        card.setObjectName(name)
        line = QHBoxLayout()
        for answer in answers:
            button = Button(answer.label, small=True, key=answer.key)
            button.setObjectName(answer.name)
            button.clicked.connect(lambda _on=False, answer=answer: self._answered(name, answer))
            QShortcut(QKeySequence(answer.key), card, button.click)
            line.addWidget(button)
            line.addWidget(KeyLabel(answer.key))
            line.addSpacing(sizes.SPACE_3)
        line.addStretch(1)
        card.body.addLayout(line)
        self.put(name, card)

    def _answered(self, name: str, answer: Answer) -> None:
        self.put(name, None)
        answer.run()
