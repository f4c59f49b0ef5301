"""This date of a series and all that follow on other days: the series is cut, and what follows goes on as an event of its own."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.events.commands.copying import LASTING, PARTS
from vaartdesk.kinds.events.rules.following import Split, split
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.kinds.events.rules.times import TIMES
from vaartdesk.schema.ref import Problem, Ref, Refused, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

GOES_ON: Final = (
    *LASTING,
    "status",
    "confirm_reason",
    "calendar_status",
    "calendar_on",
    "calendar_reference",
    "is_public",
    "picture",
)
"""What holds for what follows as it did for the whole."""


def move_following(desk: Desk, event: Ref, original: str, days: int) -> Ref:
    """Let a date (`Occurrence.original`) and those after it come ``days`` later, in one change; answers the event that they are
    of now. As many dates as there were, with what was skipped or moved among them. Raises Refused.
    """
    with desk.change(_("Deze en volgende data verplaatst")) as tx:
        values = tx.get(event)
        cut = split(values, datetime.fromisoformat(original), days)
        if cut is None:
            sentence = _(
                "Deze herhaling is zo niet te verschuiven. Verplaats alleen deze datum, of wijzig de herhaling."
            )
            raise Refused([Problem("day", str(sentence))])
        target = event
        if cut.before is None:
            tx.update(event, cut.after)
        else:
            target = _go_on(tx, values, cut.after)
            tx.update(event, cut.before)
        _bring_exceptions(tx, event, target, cut)
        return target


def _go_on(tx: Tx, values: Values, after: dict[str, Any]) -> Ref:
    """The event that what follows is of. Permits and run-book stay where they are; it says so where that counts."""
    times = dict.fromkeys(TIMES) | after
    given = {name: values[name] for name in GOES_ON} | times
    if values["status"] == "bevestigd" and not values["confirm_reason"]:
        told = _("Vervolg van {number}, de vergunning staat daar").format(number=values["number"] or values["title"])
        given["confirm_reason"] = str(told)
    made = tx.add("event", given)
    for kind in ("event_member", "event_partner"):
        for part in tx.where(kind, "event", values["id"]):
            tx.add(kind, {name: part[name] for name in PARTS[kind]} | {"event": made.id})
    return made


def _bring_exceptions(tx: Tx, event: Ref, target: Ref, cut: Split) -> None:
    """What was skipped or moved among the dates that go on is so on their new days."""
    moves, found = dict(cut.moves), list(tx.where("event_override", "event", event.id))
    for row in found:
        if row["original_at"] in moves:
            tx.delete(Ref("event_override", row["id"]))
    for row in found:
        new = moves.get(row["original_at"])
        if new is None:
            continue
        step = new - row["original_at"]
        times = {name: row[name] + step if row[name] is not None else None for name in TIMES}
        kept = {name: row[name] for name in ("is_skipped", "place", "title", "reason")}
        override = Ref("event_override", date_id(target.id, new.isoformat(timespec="minutes")))
        if tx.find(override) is None:
            tx.add("event_override", {"event": target.id, "original_at": new}, id=override.id)
        tx.restore(override)
        tx.update(override, times | kept)
