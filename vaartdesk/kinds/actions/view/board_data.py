"""The columns of the board: by state, by role or by theme line. A column is a value of one field; a card moves by changing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.actions.model import STATUSES
from vaartdesk.kinds.actions.rules import lateness
from vaartdesk.kinds.actions.rules.cards import Card, card_of, part_counts
from vaartdesk.schema.listing import Chip
from vaartdesk.ui.list.query import Query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Sift

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

MOST: Final = 200
"""So many cards of a column are shown; the list shows the rest."""
DONE: Final = "gereed"
LEFT_OUT: Final = "vervallen"
HIDDEN: Final = "verborgen"
"""The filter that asks for what may not be seen yet."""
GROUPS: Final = (("status", _("Staat")), ("owner", _("Rol")), ("theme_line", _("Themalijn")))
"""The fields that the board can be laid out by."""


@dataclass(frozen=True, slots=True)
class Column:
    """``value`` is what a card gets that is moved here; None: the field is empty. ``chip`` or ``letter`` heads it."""

    value: str | None
    label: str
    chip: Chip | None = None
    letter: str = ""
    cards: tuple[Card, ...] = ()
    total: int = 0


class BoardData:
    """Sorts the rows of a query into columns."""

    def __init__(self, desk: Desk, rows: Rows) -> None:
        self.desk, self.rows = desk, rows
        self.sift = Sift(rows)

    def columns(self, query: Query, field: str) -> list[Column]:
        """The columns of a field with the cards that fit the query; what may not be seen yet only when asked for."""
        today, values = self.rows.context.today, self.rows.values
        parts = part_counts(values.values())
        found: dict[str | None, list[str]] = defaultdict(list)
        for key in self.sift.keys(query):
            row = values[key]
            if row["status"] != LEFT_OUT and (HIDDEN in query.filters or lateness.is_shown(row, today)):
                found[row[field] or None].append(key)
        if field == "status" and DONE in found:
            found[DONE].sort(key=lambda key: values[key]["finished_on"] or date.min, reverse=True)
        for keys in found.values():
            keys.sort(key=lambda key: values[key]["status"] == DONE)  # what is still to be done comes first
        heads = list(self._heads(field, found))

        def cards(keys: Sequence[str]) -> tuple[Card, ...]:
            context = self.rows.context
            known = {"names_owner": field != "owner", "tells_done": field != "status"}
            return tuple(card_of(values[k], context, parts.get(k, (0, 0)), **known) for k in keys[:MOST])

        return [Column(h.value, h.label, h.chip, h.letter, cards(found[h.value]), len(found[h.value])) for h in heads]

    def place(self, query: Query, key: str, value: str | None, cards: Sequence[Card]) -> int:
        """In front of which of the cards of a column an action would come; what is just done stands on top."""
        if value == DONE:
            return 0
        order = {found: place for place, found in enumerate(self.sift.keys(query))}
        mine = order.get(key, 0)
        return sum(order.get(card.key, 0) < mine for card in cards)

    def _heads(self, field: str, found: dict[str | None, list[str]]) -> Iterable[Column]:
        if field == "status":
            yield from (_state(option) for option in STATUSES if option.slug != LEFT_OUT)
        elif field == "owner":
            yield from self._owners(found)
        else:
            yield from self._lines(found)

    def _owners(self, found: dict[str | None, list[str]]) -> Iterable[Column]:
        """The roles in the order of the plan, then who else has actions, then nobody."""
        roles = sorted(self.desk.rows("role"), key=lambda row: (row["pos"], row["id"]))
        yield from (Column(row["id"], row["title"]) for row in roles)
        known = {row["id"] for row in roles}
        title = self.rows.context.title
        others = sorted((title(key), key) for key in found if key and key not in known)
        yield from (Column(key, name) for name, key in others)
        if None in found:
            yield Column(None, str(_("Zonder trekker")))

    def _lines(self, found: dict[str | None, list[str]]) -> Iterable[Column]:
        lines = sorted(self.desk.rows("theme_line"), key=lambda row: (row["pos"], row["code"]))
        yield from (Column(row["id"], row["title"], letter=row["code"]) for row in lines)
        yield Column(None, str(_("Organisatie")), letter="O")


def _state(option: Any) -> Column:
    return Column(option.slug, str(option.label), Chip(str(option.label), option.icon, option.tone))
