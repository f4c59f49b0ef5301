"""Inspection rounds: what a round says of its points, and the ticket that a point asks for (T13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _, ngettext
from vaartdesk.formats.ics.series import series_starts
from vaartdesk.kinds.tickets.model.ticket import STATUSES
from vaartdesk.schema.chips import word
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

OPEN: Final = "open"
OK: Final = "ok"
WRONG: Final = "niet_ok"
SKIPPED: Final = "overgeslagen"
RULE: Final = "schouwpunt"
LONGEST_TITLE: Final = 80
AHEAD: Final = 7
"""So many days ahead a round that comes by rule is laid ready."""
SEEN: Final = frozenset({OK, WRONG, SKIPPED})
WALKED: Final = frozenset({"gepland", "bezig"})
"""States of a round that is still to be walked, or being walked."""
MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "gepland": ("bezig", "vervallen"),
    "bezig": ("gereed", "vervallen"),
    "gereed": ("bezig",),
    "vervallen": ("gepland",),
}


def due_days(route: Values, today: date) -> list[date]:
    """The days within a week on which a route is walked by its rule."""
    begins = route["starts_on"]
    if begins is None or not route["rrule"]:
        return []
    last = today + timedelta(AHEAD)
    days = series_starts(route["rrule"], begins, first=max(begins, today), last=last) if begins <= last else []
    return [day for day in days if today <= day <= last]


def round_id(template: str, day: date) -> str:
    """The key of the round of a day: the same on every laptop."""
    return rule_id("schouwronde", template, day.isoformat())


def point_id(round_key: str, template_point: str) -> str:
    """The key of a point of such a round."""
    return rule_id("rondepunt", round_key, template_point)


def allowed(status: str) -> tuple[str, ...]:
    """The states of a round that may follow."""
    return MOVES.get(status, ("gepland", "bezig", "gereed", "vervallen"))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many points of a round there are, and how many of each finding."""

    total: int
    ok: int
    wrong: int
    skipped: int

    @property
    def seen(self) -> int:
        return self.ok + self.wrong + self.skipped

    @property
    def is_whole(self) -> bool:
        """True when every point was looked at, or skipped on purpose."""
        return self.total > 0 and self.seen == self.total


def tally(points: Iterable[Values]) -> Tally:
    """Counted over the points of a round."""
    results = [point["result"] for point in points]
    return Tally(len(results), results.count(OK), results.count(WRONG), results.count(SKIPPED))


def summary(counted: Tally) -> str:
    """`12 punten: 9 in orde, 3 niet in orde`."""
    parts = [str(_("{n} in orde").format(n=counted.ok))] if counted.ok else []
    parts += [str(_("{n} niet in orde").format(n=counted.wrong))] if counted.wrong else []
    parts += [str(_("{n} overgeslagen").format(n=counted.skipped))] if counted.skipped else []
    left = counted.total - counted.seen
    parts += [str(_("{n} nog te bekijken").format(n=left))] if left else []
    told = ngettext("{n} punt", "{n} punten", counted.total).format(n=counted.total)
    return f"{told}: {', '.join(parts)}" if parts else told


def finding_text(point: Values, ticket: Values | None) -> str:
    """`niet in orde, M-2026-0007 afgehandeld`: what was found another time; '' where nothing was found out."""
    if point["result"] not in (OK, WRONG):
        return ""
    told = str(_("in orde") if point["result"] == OK else _("niet in orde"))
    return f"{told}, {ticket['number']} {word(STATUSES, ticket['status']).lower()}" if ticket is not None else told


def settle_point(before: Values | None, after: Values, reader: Reader) -> dict[str, Any]:
    """When a point was looked at follows from what was found there."""
    if before is None or before["result"] == after["result"]:
        return {}
    if after["result"] not in (OK, WRONG):
        return {"seen_at": None}
    return {"seen_at": after["seen_at"] or reader.now}


def ticket_title(point: Values) -> str:
    """What is wrong: the first line of the remark, else that the point is not in order."""
    first = next((line.strip() for line in str(point["note"] or "").splitlines() if line.strip()), "")
    if not first:
        return str(_("{point}: niet in orde").format(point=point["title"]))
    return first if len(first) <= LONGEST_TITLE else first[: LONGEST_TITLE - 1].rstrip() + "…"


def ticket_of(point: Values, *, category: str, where: str) -> dict[str, Any]:
    """The fields of the ticket that a point asks for."""
    return {
        "title": ticket_title(point),
        "place_text": str(point["place_text"] or "").strip() or where,
        "street": point["street"],
        "place": point["place"],
        "category": category,
        "channel": "schouw",
        "description": str(point["note"] or ""),
    }
