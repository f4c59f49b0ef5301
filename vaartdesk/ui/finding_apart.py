"""What tells found records apart: the month that was typed (`graffiti maart`), and of namesakes where and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import day_short, month_named
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Values
from vaartdesk.schema.types.times import ZONE, DayType, LocalTimeType, MomentType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.search import Hit

MANY: Final = 300
"""Records looked at for the few of one month."""


def of_month(desk: Desk, words: str, kinds: Sequence[str], limit: int) -> list[Hit]:
    """The records that fit the other words and are of the month among them, newest first; none where no month is named."""
    rest = [word for word in words.split() if month_named(word) is None and not _is_year(word)]
    months = {month for word in words.split() if (month := month_named(word)) is not None}
    years = {int(word) for word in words.split() if _is_year(word)}
    if not rest or len(months) != 1:
        return []
    found: list[tuple[date, Hit]] = []
    for hit in desk.search(" ".join(rest), kinds=kinds, limit=MANY):
        day = day_of(desk.kinds[hit.ref.kind], desk.get(hit.ref) or {})
        if day is not None and day.month in months and (not years or day.year in years):
            found.append((day, hit))
    return [hit for _day, hit in sorted(found, key=lambda pair: pair[0], reverse=True)[:limit]]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.startswith(("19", "20")) and word.isdigit()


def day_of(kind: Kind, values: Values) -> date | None:
    """The day a record is of: the first of its days and times that is filled."""
    for field in kind.fields.values():
        value = values.get(field.name) if isinstance(field.type, DayType | LocalTimeType | MomentType) else None
        if isinstance(value, datetime):
            return (value.astimezone(ZONE) if value.tzinfo is not None else value).date()
        if isinstance(value, date):
            return value
    return None


def where_and_when(desk: Desk, kind: Kind, values: Values) -> list[str]:
    """`Brink 3` and `12 mrt`: what namesakes differ in."""
    day, told = day_of(kind, values), list[str]()
    if kind.row is not None:
        refs = [field.name for field in kind.fields.values() if field.targets]
        with desk.read() as reader:
            told += kind.row(values, row_context(reader, [values], refs, kind)).meta[:1]
    return [*told, *([day_short(day, desk.today)] if day is not None else [])]
