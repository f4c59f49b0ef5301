"""Verbs while the meeting is going on: notes, decisions made of notes and back, and how the evening proceeds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.commands.sitting import decide
from vaartdesk.kinds.meetings.queries.gatherings import local_now
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.store.desk import Desk
from vaartdesk.store.tx import Tx


def write_note(desk: Desk, item: Ref, text: str) -> Ref:
    """A line of the report of an item, signed and timed. Raises Refused for an empty one."""
    if not text.strip():
        raise Refused([Problem("text", str(_("Typ eerst wat er gezegd is.")))])
    with desk.change(_("Notitie toegevoegd")) as tx:
        return tx.note(item, text.strip())


def correct_note(desk: Desk, note: Ref, text: str) -> None:
    """Another wording of a line; its time stays."""
    with desk.change(_("Notitie gewijzigd")) as tx:
        tx.set(note, "text", text.strip())


def drop_note(desk: Desk, note: Ref) -> None:
    """The line goes to the bin."""
    with desk.change(_("Notitie verwijderd")) as tx:
        tx.delete(note)


def decide_from_note(desk: Desk, item: Ref, note: Ref, outcome: str, text: str, **values: Any) -> Ref:
    """A decision in the place of a note, in one change. ``values``: as for `sitting.decide`."""
    with desk.change(_("Besluit genomen")) as tx:
        tx.delete(note)
        return decide(desk, item, outcome, text, **values)


def note_from_decision(desk: Desk, decision: Ref) -> Ref:
    """A decision that was none after all is a note of its item again.

    Raises Refused while actions hang on it: they would lose their reason.
    """
    with desk.change(_("Notitie van besluit gemaakt")) as tx:
        values = tx.get(decision)
        if not values["agenda_item"]:
            raise Refused([Problem("agenda_item", str(_("Dit besluit hoort bij geen agendapunt.")))])
        if any(link.direction == "naar" for link in desk.chain(decision)):
            raise Refused([Problem("", str(_("Er hangen al acties aan dit besluit.")))])
        tx.delete(decision)
        return tx.note(Ref("agenda_item", values["agenda_item"]), values["text"] or values["title"])


def go_on(desk: Desk, now_at: Ref | None, to: Ref | None) -> None:
    """Finish the item one is at, and begin another; either may be None. The clock of now is written at both."""
    with desk.change(_("Naar het volgende punt")) as tx:
        moment = local_now(tx.reader)
        if now_at is not None and now_at != to:
            _finish(tx, now_at, moment)
        if to is not None and tx.get(to)["started_at"] is None:
            tx.set(to, "started_at", moment)


def _finish(tx: Tx, item: Ref, moment: datetime) -> None:
    values = tx.get(item)
    if values["started_at"] is None:
        return
    if values["ended_at"] is None:
        tx.set(item, "ended_at", moment)
    if values["status"] == "open":
        tx.set(item, "status", "behandeld")


def mark_interest(desk: Desk, item: Ref, member: str, *, has_interest: bool) -> None:
    """A member with an interest in an item is left out of its count and quorum."""
    with desk.change(_("Belang genoteerd")) as tx:
        others = tuple(key for key in tx.get(item)["with_interest"] if key != member)
        tx.set(item, "with_interest", (*others, member) if has_interest else others)
