"""Other days for an event, or for one date of a series: what dragging in a calendar and its keys do."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.events.commands.planning import move_event, resize_event
from vaartdesk.kinds.events.rules.occurrences import Dated, date_id, expand
from vaartdesk.kinds.events.rules.times import Span, span_of
from vaartdesk.schema.ref import Problem, Ref, Refused, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """The times now, and whether only one date of a series has them."""

    span: Span
    is_one_date: bool


def reschedule(desk: Desk, event: Ref, original: str, *, first: int = 0, last: int = 0) -> Rescheduled:
    """Let the date begin ``first`` days later and end ``last`` days later (negative: earlier), in one change.

    ``original``: the start that the series gave it (`Occurrence.original`). Of a series only this date changes. Set-up
    stays as far before the begin as it was, break-down as far behind the end. Raises Refused.
    """
    values = desk.get(event)
    if values is None or not values["alive"]:
        raise Refused([Problem("", str(_("Dit evenement bestaat niet meer.")))])
    if values["rrule"] or values["dates"]:
        return Rescheduled(_one_date(desk, values, original, first, last), is_one_date=True)
    span = span_of(values)
    if span is None or _stretched(span, first, last) is None:
        raise Refused([Problem("ends_at", str(_("Het evenement eindigt voor het begint.")))])
    if first == last:
        move_event(desk, event, values["starts_at"] + timedelta(first))
    elif first == 0:
        end = values["starts_at"] if values["is_whole_day"] and values["ends_at"] is None else span.ends
        resize_event(desk, event, (values["ends_at"] or end) + timedelta(last))
    else:
        _begin_otherwise(desk, event, values, first)
    after = span_of(desk.get(event) or values)
    return Rescheduled(after or span, is_one_date=False)


def _stretched(span: Span, first: int, last: int) -> Span | None:
    """The times with another begin and end; None where it would end before it begins."""
    begin, end = timedelta(first), timedelta(last)
    if span.starts + begin >= span.ends + end and span.starts + begin != span.ends + end:
        return None
    return Span(span.setup + begin, span.starts + begin, span.ends + end, span.breakdown + end)


def _begin_otherwise(desk: Desk, event: Ref, values: Values, days: int) -> None:
    """Another first day; the end stays where it is."""
    fields: dict[str, Any] = {"starts_at": values["starts_at"] + timedelta(days)}
    if values["setup_at"] is not None:
        fields["setup_at"] = values["setup_at"] + timedelta(days)
    if values["ends_at"] is None:
        fields["ends_at"] = values["starts_at"]
    with desk.change(_("Evenement verlengd of verkort")) as tx:
        tx.update(event, fields)


def _one_date(desk: Desk, values: Values, original: str, first: int, last: int) -> Span:
    """Write the exception of a series that gives one date these times."""
    label = _("Datum verplaatst") if first == last else _("Datum verlengd of verkort")
    with desk.change(label) as tx:
        dated = _date(tx, values, original)
        span = _stretched(dated.span, first, last)
        if span is None:
            raise Refused([Problem("ends_at", str(_("Het evenement eindigt voor het begint.")))])
        ends = span.ends - timedelta(1) if values["is_whole_day"] else span.ends
        times = {
            "starts_at": span.starts,
            "ends_at": ends,
            "setup_at": span.setup if span.setup != span.starts else None,
            "breakdown_at": span.breakdown if span.breakdown != span.ends else None,
        }
        override = Ref("event_override", date_id(values["id"], original))
        if tx.find(override) is None:
            at = datetime.fromisoformat(original)
            tx.add("event_override", {"event": values["id"], "original_at": at}, id=override.id)
        tx.restore(override)
        tx.update(override, {**times, "is_skipped": False})
    return span


def _date(tx: Tx, values: Values, original: str) -> Dated:
    """The date of a series that its original start names. Raises Refused when it was skipped or dropped since."""
    overrides = tx.where("event_override", "event", values["id"])
    key = date_id(values["id"], original)
    found = next((dated for dated in expand(values, overrides) if dated.id == key), None)
    if found is None:
        raise Refused([Problem("", str(_("Deze datum hoort niet meer bij de reeks.")))])
    return found
