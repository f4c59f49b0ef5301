"""A calendar in lines, for paper: every date with its time, name, place and state."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_short, time_text
from vaartdesk.core.text import _
from vaartdesk.kinds.events.model.event import STATUSES
from vaartdesk.kinds.events.queries.dates import shown_between
from vaartdesk.schema.chips import word
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

HEADS: Final = (_("Dag"), _("Tijd"), _("Evenement"), _("Plaats"), _("Status"))


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date: of which event, the day under which it stands, and its cells as `HEADS` names them."""

    event: str
    day: date
    cells: tuple[str, ...]


def date_lines(reader: Reader, first: date, last: date, only: Collection[str] | None) -> list[DateLine]:
    """The dates from ``first`` to ``last`` by day and time, of the events ``only`` where some are filtered out."""
    rows = [row for row in shown_between(reader, first, last) if only is None or row["event"] in only]
    places = reader.titles({row["place"] for row in rows if row["place"]})
    rows.sort(key=lambda row: (max(row["first_on"], first), row["starts_at"], row["title"], row["occurrence"]))
    return [_line(row, places.get(row["place"], ""), max(row["first_on"], first), reader.today) for row in rows]


def _line(row: Values, place: str, day: date, today: date) -> DateLine:
    days = day_short(row["first_on"], today)
    if row["last_on"] != row["first_on"]:
        days = f"{days} – {day_short(row['last_on'], today)}"
    times = "" if row["is_whole_day"] else f"{time_text(row['starts_at'])} – {time_text(row['ends_at'])}"
    status = word(STATUSES, row["status"])
    return DateLine(row["event"], day, (days, times, row["title"], row["place_text"] or place, status))
