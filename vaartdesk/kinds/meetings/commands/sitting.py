"""Verbs during and after a meeting: who is there, what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from vaartdesk.core.ids import rule_id
from vaartdesk.core.order import spread
from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.store.desk import Desk
from vaartdesk.store.model import CHAIN
from vaartdesk.store.tx import Tx

ITEM_STATE = {"aangehouden": "aangehouden"}
"""Outcome of a decision -> state of its item, where that is not ``behandeld``."""


def invite(desk: Desk, meeting: Ref) -> list[Ref]:
    """Record who is invited on the meeting's day; from then on changes of seats do not touch this meeting.

    People that are recorded already stay as they are. Raises Refused for a meeting without a start.
    """
    with desk.change(_("Leden uitgenodigd")) as tx:
        return _invite(tx, meeting)


def _invite(tx: Tx, meeting: Ref) -> list[Ref]:
    values = tx.get(meeting)
    if values["starts_at"] is None or not values["body"]:
        raise Refused([Problem("starts_at", str(_("Vul eerst in wanneer de vergadering is.")))])
    people = queries.invited(tx.reader, values["body"], values["starts_at"].date())
    known = {row["member"] for row in tx.where("attendance", "meeting", meeting.id)}
    fresh = [p for p in people if p.member not in known]
    made = []
    for pos, person in zip(spread(len(fresh)), fresh, strict=True):
        row = {
            "meeting": meeting.id,
            "member": person.member,
            "organisation": person.organisation,
            "function": person.function,
            "has_vote": person.has_vote,
            "pos": pos,
        }
        made.append(tx.add("attendance", row, id=rule_id("attendance", meeting.id, person.member)))
    return made


def mark_attendance(desk: Desk, meeting: Ref, member: str, status: str, **values: Any) -> Ref:
    """Note that somebody is there, signed off or missing; who was not invited is a guest without a vote."""
    with desk.change(_("Presentie genoteerd")) as tx:
        if not tx.where("attendance", "meeting", meeting.id):
            _invite(tx, meeting)
        known = [row for row in tx.where("attendance", "meeting", meeting.id) if row["member"] == member]
        if known:
            ref = Ref("attendance", known[0]["id"])
        else:
            guest = {"meeting": meeting.id, "member": member, "function": "toehoorder", "is_guest": True}
            ref = tx.add("attendance", guest, id=rule_id("attendance", meeting.id, member))
        tx.update(ref, {"status": status, **values})
        return ref


def decide(
    desk: Desk,
    item: Ref,
    outcome: str,
    text: str,
    *,
    title: str = "",
    owner: str | None = None,
    due_on: date | None = None,
    **values: Any,
) -> Ref:
    """A decision on an item, with the next number of the year (B-2026-001); the item counts as dealt with.

    Without a title the decision is called after the item. ``owner``: key of a role or person.
    """
    with desk.change(_("Besluit genomen")) as tx:
        on = tx.get(item)
        meeting: Mapping[str, Any] = tx.get(Ref("meeting", on["meeting"])) if on["meeting"] else {}
        day = meeting.get("starts_at")
        given = {
            "title": title or on["title"],
            "text": text,
            "outcome": outcome,
            "owner": owner,
            "due_on": due_on,
            "decided_on": day.date() if day else tx.today,
            "body": meeting.get("body"),
            "meeting": on["meeting"],
            "agenda_item": item.id,
            "theme_line": on["theme_line"],
            "other_lines": on["other_lines"],
            "is_confidential": on["is_confidential"],
        }
        decision = tx.add("decision", given | values)
        tx.set(item, "status", ITEM_STATE.get(outcome, "behandeld"))
        tx.link(item, CHAIN, decision)
        return decision


def change_holder(desk: Desk, seat: Ref, holder: str | None, from_on: date, deputy: str | None = None) -> Ref:
    """Another holder of a seat from that day: the old row ends the day before, so that past meetings keep theirs.

    Raises Refused when the day is not after the day the present holder began.
    """
    with desk.change(_("Zetel opnieuw bezet")) as tx:
        old = tx.get(seat)
        if old["from_on"] is not None and from_on <= old["from_on"]:
            raise Refused([Problem("from_on", str(_("Kies een dag na het begin van de huidige houder.")))])
        tx.set(seat, "to_on", date.fromordinal(from_on.toordinal() - 1))
        kept = {name: old[name] for name in ("body", "organisation", "function", "has_vote", "pos")}
        return tx.add("seat", {**kept, "holder": holder, "deputy": deputy, "from_on": from_on})
