"""Marked days from a CSV file: school holidays, market days, days of the team's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import parse_day
from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _, fold
from vaartdesk.formats.tables import read_csv
from vaartdesk.kinds.events.model.runbook import MARKER_TYPES

_HEADINGS: Final[Mapping[str, str]] = {
    "naam": "title",
    "titel": "title",
    "vakantie": "title",
    "omschrijving": "title",
    "vanaf": "from_on",
    "van": "from_on",
    "begin": "from_on",
    "start": "from_on",
    "datum": "from_on",
    "tot en met": "to_on",
    "t/m": "to_on",
    "tot": "to_on",
    "einde": "to_on",
    "eind": "to_on",
    "soort": "type",
    "regio": "region",
    "bron": "source",
}


@dataclass(frozen=True)
class MarkedDays:
    """What a file holds: markers by key, so that reading it again makes no doubles, and (line, reason) of what is wrong."""

    markers: Mapping[str, Mapping[str, Any]]
    refused: Sequence[tuple[int, str]]


def read_markers(data: bytes, today: date, *, usual: str = "schoolvakantie") -> MarkedDays:
    """Marked days of a CSV file with headings (naam, vanaf, tot en met; soort, regio, bron). ``usual``: the sort where none is told.

    Raises TableError for bytes that are no table.
    """
    rows = read_csv(data)
    if not rows:
        return MarkedDays({}, ((1, str(_("Het bestand is leeg."))),))
    columns = {_HEADINGS[fold(cell)]: place for place, cell in enumerate(rows[0]) if fold(cell) in _HEADINGS}
    if not {"title", "from_on"} <= columns.keys():
        return MarkedDays({}, ((1, str(_("De eerste regel moet kolommen ‘naam’ en ‘vanaf’ hebben."))),))
    markers: dict[str, Mapping[str, Any]] = {}
    refused: list[tuple[int, str]] = []
    for line, row in enumerate(rows[1:], 2):
        cells = {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}
        try:
            marker = _marker(cells, today, usual)
        except ValueError as error:
            refused.append((line, str(error)))
        else:
            markers[_key(marker)] = marker
    return MarkedDays(markers, tuple(refused))


def _marker(cells: Mapping[str, str], today: date, usual: str) -> dict[str, Any]:
    if not cells["title"]:
        raise ValueError(_("De naam ontbreekt."))
    from_on = parse_day(cells["from_on"], today)
    to_on = parse_day(cells["to_on"], today) if cells.get("to_on") else from_on
    if to_on < from_on:
        raise ValueError(_("De laatste dag ligt voor de eerste."))
    told = fold(cells.get("type", ""))
    sort = next((o.slug for o in MARKER_TYPES if told in (fold(o.slug), fold(o.label))), usual)
    found = {"title": cells["title"], "from_on": from_on, "to_on": to_on, "type": sort}
    return found | {name: cells[name] for name in ("region", "source") if cells.get(name)}


def _key(marker: Mapping[str, Any]) -> str:
    """The same name in the same region in the same school year is the same marker, whatever its days become."""
    name = f"{fold(marker['title'])} {fold(marker.get('region', ''))}".replace("|", " ")
    begins: date = marker["from_on"]
    period = begins.isoformat() if marker["type"] != "schoolvakantie" else str(begins.year)
    return rule_id("marker", name, period)
