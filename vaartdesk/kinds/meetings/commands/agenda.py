"""Verbs on meetings and their agendas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vaartdesk.core.ids import rule_id
from vaartdesk.core.order import spread
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.model import CHAIN
from vaartdesk.store.tx import Tx

COPIED = ("title", "purpose", "minutes", "presenter", "explanation", "proposed_decision", "source", "is_closing")
"""What a standing item brings from the template."""
FROM_TOPIC = (
    "title",
    "purpose",
    "minutes",
    "subject",
    "related",
    "explanation",
    "proposed_decision",
    "presenter",
    "theme_line",
    "other_lines",
    "is_confidential",
    "internal_note",
)
"""What a topic of the stock brings onto the agenda."""


def new_meeting(desk: Desk, body: Ref, starts_at: datetime, **values: Any) -> Ref:
    """A meeting of a body with the body's standing items, place and duration. ``starts_at``: naive wall-clock time.

    The items are copies: changing the template later does not touch them. ``values`` overrule what the body gives.
    """
    with desk.change(_("Vergadering gemaakt")) as tx:
        found = tx.get(body)
        given = {
            "body": body.id,
            "title": found["title"],
            "starts_at": starts_at,
            "planned_minutes": found["duration"],
            "place": found["place"],
            "chair": found["chair"],
            "secretary": found["secretary"],
        }
        meeting = tx.add("meeting", given | values)
        add_standing(tx, meeting)
        return meeting


def add_standing(tx: Tx, meeting: Ref) -> None:
    """Copies of the body's standing items; doing it twice is doing it once."""
    standing = tx.where("template_item", "body", tx.get(meeting)["body"])
    for pos, item in zip(spread(len(standing)), standing, strict=True):
        copied = {name: item[name] for name in COPIED}
        row = copied | {"meeting": meeting.id, "is_standing": True, "pos": pos}
        tx.add("agenda_item", row, id=rule_id("standing", meeting.id, item["id"]))


def items_of(tx: Tx, meeting: str, parent: str | None = None) -> list[Values]:
    """The items of a meeting under ``parent`` in order, as this change sees them."""
    return [item for item in tx.where("agenda_item", "meeting", meeting) if item["parent"] == parent]


def add_item(desk: Desk, meeting: Ref, title: str, *, parent: Ref | None = None, **values: Any) -> Ref:
    """A new item at the end of the agenda, but above the items that stay at the bottom (rondvraag, sluiting)."""
    with desk.change(_("Agendapunt toegevoegd")) as tx:
        return _add_item(tx, meeting, {"title": title, "parent": parent.id if parent else None, **values})


def _add_item(tx: Tx, meeting: Ref, values: Mapping[str, Any]) -> Ref:
    siblings = items_of(tx, meeting.id, values.get("parent"))
    before = _first_closing(siblings)
    item = tx.add("agenda_item", {**values, "meeting": meeting.id})
    tx.place(item, [Ref("agenda_item", s["id"]) for s in siblings], before=before)
    return item


def _first_closing(siblings: list[Values]) -> Ref | None:
    """The first of the closing items at the end of the list."""
    first = None
    for item in reversed(siblings):
        if not item["is_closing"]:
            break
        first = Ref("agenda_item", item["id"])
    return first


def move_item(desk: Desk, item: Ref, *, before: Ref | None = None, parent: Ref | None = None) -> None:
    """Move an item in front of ``before`` (or last) among the items under ``parent`` (None: the main items).

    Raises Refused when the item would come under itself.
    """
    with desk.change(_("Agendapunt verplaatst")) as tx:
        if parent is not None and item.id in _above(tx, parent):
            sentence = _("Een agendapunt kan niet onder zichzelf staan.")
            raise Refused([Problem("parent", str(sentence))])
        tx.set(item, "parent", parent.id if parent else None)
        siblings = items_of(tx, tx.get(item)["meeting"], parent.id if parent else None)
        tx.place(item, [Ref("agenda_item", s["id"]) for s in siblings], before=before)


def _above(tx: Tx, item: Ref) -> set[str]:
    """The item and everything it stands under."""
    seen: set[str] = set()
    key: str | None = item.id
    while key and key not in seen:
        seen.add(key)
        key = tx.get(Ref("agenda_item", key))["parent"]
    return seen


def propose_topic(desk: Desk, body: Ref, title: str, *, subject: Ref | None = None, **values: Any) -> Ref:
    """A topic in the stock of a body; with ``subject`` the chain runs from that record to the topic."""
    with desk.change(_("Onderwerp aangedragen")) as tx:
        waiting = [Ref("stock_topic", t["id"]) for t in tx.where("stock_topic", "body", body.id)]
        row = {"body": body.id, "title": title, "proposed_on": tx.today, **values}
        if subject is not None:
            row["subject"] = subject.id
        row.setdefault("proposed_by", tx.author or None)
        topic = tx.add("stock_topic", row)
        tx.place(topic, waiting)
        if subject is not None:
            tx.link(subject, CHAIN, topic)
        return topic


def put_on_agenda(desk: Desk, topic: Ref, meeting: Ref, *, before: Ref | None = None) -> Ref:
    """Make a topic of the stock an item of a meeting; it leaves the stock until the item is removed.

    Raises Refused for a topic that is on an agenda already.
    """
    with desk.change(_("Op de agenda gezet")) as tx:
        values = tx.get(topic)
        if values["status"] == "geagendeerd":
            raise Refused([Problem("status", str(_("Dit onderwerp staat al op een agenda.")))])
        item = _add_item(tx, meeting, {name: values[name] for name in FROM_TOPIC})
        if before is not None:
            siblings = items_of(tx, meeting.id)
            tx.place(item, [Ref("agenda_item", s["id"]) for s in siblings], before=before)
        tx.update(topic, {"status": "geagendeerd", "meeting_item": item.id})
        tx.link(topic, CHAIN, item)
        return item


def remove_item(desk: Desk, item: Ref) -> None:
    """Take an item off the agenda, with its sub items; a topic that came from the stock goes back there."""
    with desk.change(_("Agendapunt verwijderd")) as tx:
        todo = [item]
        while todo:
            ref = todo.pop()
            todo += [Ref("agenda_item", i["id"]) for i in tx.where("agenda_item", "parent", ref.id)]
            tx.delete(ref)
            return_topics(tx, ref)


def return_topics(tx: Tx, item: Ref) -> None:
    """The topics behind a removed item are in stock again."""
    for topic in tx.where("stock_topic", "meeting_item", item.id):
        if topic["status"] == "geagendeerd":
            tx.update(Ref("stock_topic", topic["id"]), {"status": "voorraad", "meeting_item": None})
