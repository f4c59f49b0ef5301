"""Tickets of planned maintenance, made so many days ahead; on two laptops they are the same tickets (T17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.queries import upkeep as queries
from vaartdesk.kinds.tickets.rules import upkeep
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.ref import Problem, Ref, Refused, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx


def make_tickets(desk: Desk) -> list[Ref]:
    """A ticket for each day of maintenance that comes within its lead; what has one, or had one, is left as it is."""
    with desk.read() as reader:
        planned, fallback = queries.last_planned(reader), queries.any_category(reader)
        due = [
            (row, day)
            for row in queries.running(reader)
            for day in upkeep.due_days(row, planned.get(row["id"]), reader.today)
        ]
    if not due:
        return []
    with desk.change(_("Onderhoud ingepland"), kind="auto") as tx:
        return [ref for row, day in due if (ref := _plan(tx, row, day, fallback)) is not None]


def _plan(tx: Tx, row: Values, day: date, fallback: str | None) -> Ref | None:
    """The ticket of a day; None where there is one, or no category to put it under."""
    key, category = upkeep.ticket_id(row["id"], day), row["category"] or fallback
    if category is None or tx.find(Ref("ticket", key)) is not None:
        return None
    where = tx.reader.titles([row["place"] or row["street"] or ""])
    fields = upkeep.ticket_of(row, day, category=category, where=next(iter(where.values()), str(_("Centrum"))))
    return tx.add("ticket", fields, id=key)


def plan_next(desk: Desk, ref: Ref) -> Ref:
    """The ticket of the first day to come, whatever its lead. Raises Refused where no day comes."""
    values = desk.get(ref) or {}
    last = date(desk.today.year + 20, 12, 31)
    with desk.read() as reader:
        planned, fallback = queries.last_planned(reader).get(ref.id), queries.any_category(reader)
    days = [day for day in upkeep.days_between(values, desk.today, last) if planned is None or day > planned]
    if not days:
        raise Refused([Problem("rrule", str(_("Er komt geen dag meer waarop dit gebeurt.")))])
    with desk.change(_("Onderhoud ingepland")) as tx:
        made = _plan(tx, values, days[0], fallback)
    return made or Ref("ticket", upkeep.ticket_id(ref.id, days[0]))


def _run_next(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = [plan_next(desk, ref) for ref in refs]
    first = desk.get(made[0]) or {}
    told = ngettext("{number} ingepland op {day}", "{n} meldingen ingepland", len(made))
    day = upkeep.planned_day(first)
    sentence = told.format(n=len(made), number=first.get("number", ""), day=day_short(day, desk.today) if day else "")
    return Outcome(sentence, made[0] if len(made) == 1 else None)


PLAN_NEXT: Final = Command(
    "plan_next",
    _("Volgende keer inplannen"),
    _run_next,
    icon="calendar-plus",
    fits=lambda values: values["status"] == "actief",
    many=True,
    primary=True,
)
