"""What follows from a finding, a remark or a photo at a point of a round, whichever way it was made (T13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.queries.upkeep import any_category
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.store.tx import Tx

POINT = "inspection_point"
PARENTS = {POINT: "round", "inspection_template_point": "template"}


def order_points(tx: Tx, touched: Mapping[Ref, frozenset[str]]) -> None:
    """A new point of a route or a round comes last, unless it was given its place."""
    for ref in list(touched):
        parent = PARENTS.get(ref.kind)
        if parent is None or ref not in tx.new or tx.get(ref)["pos"]:
            continue
        siblings = [Ref(ref.kind, row["id"]) for row in tx.where(ref.kind, parent, tx.get(ref)[parent])]
        tx.place(ref, siblings)


def follow_points(tx: Tx, touched: Mapping[Ref, frozenset[str]]) -> None:
    """A point that was there already and is judged, remarked on or photographed takes its ticket along."""
    for ref, fields in list(touched.items()):
        if ref.kind == "attachment":
            _follow_photo(tx, ref, fields)
        elif ref.kind != POINT or ref in tx.new or not tx.get(ref)["alive"]:
            continue
        elif "result" in fields:
            _follow_finding(tx, ref)
        elif "note" in fields:
            _follow_remark(tx, ref)


def _follow_finding(tx: Tx, point: Ref) -> None:
    """One ticket for what is not in order; what is in order after all takes it back while nobody worked on it."""
    values = tx.get(point)
    _begin(tx, values)
    ticket = _ask(tx, values) if values["result"] == rounds.WRONG else _withdraw(tx, values)
    tx.set(point, "ticket", ticket.id if ticket is not None else None)


def _follow_remark(tx: Tx, point: Ref) -> None:
    """The ticket says what the point says, for as long as it stands as it was made."""
    ticket = _untouched(tx, tx.before[point])
    if ticket is not None:
        values = tx.get(point)
        tx.update(ticket, {"title": rounds.ticket_title(values), "description": values["note"]})


def _follow_photo(tx: Tx, photo: Ref, fields: frozenset[str]) -> None:
    """A photo of a point is one of its ticket too, and so is its going: black boxes drawn on one stand on both."""
    values = tx.get(photo)
    point = tx.find(Ref(POINT, values["record_id"] or ""))
    if point is None or not point["ticket"]:
        return
    if photo in tx.new:
        _copy_photos(tx, [values], Ref("ticket", point["ticket"]))
    elif "alive" in fields and not values["alive"]:
        content = tx.before[photo]["sha256"]
        for twin in tx.where("attachment", "record_id", point["ticket"]):
            if twin["sha256"] == content:
                tx.delete(Ref("attachment", twin["id"]))
                if not values["sha256"]:
                    tx.erase(Ref("attachment", twin["id"]), ["sha256"])


def _begin(tx: Tx, point: Values) -> None:
    """The first finding begins the round."""
    ref = Ref("inspection_round", point["round"])
    if point["result"] in rounds.SEEN and tx.get(ref)["status"] == "gepland":
        tx.update(ref, {"status": "bezig", "held_on": tx.today})


def _ticket_ref(point: Values) -> Ref:
    return Ref("ticket", rule_id(rounds.RULE, point["id"]))


def _ask(tx: Tx, point: Values) -> Ref:
    """The ticket of a point: made, or fetched back from the bin; linked to its round."""
    ref, start = _ticket_ref(point), Ref("inspection_round", point["round"])
    known = tx.find(ref)
    if known is None:
        category = point["category"] or any_category(tx.reader)
        if category is None:
            raise Refused([Problem("category", str(_("Er is nog geen categorie om de melding onder te zetten.")))])
        places = tx.reader.titles([point["place"] or point["street"] or ""])
        where = next(iter(places.values()), "") or tx.get(start)["title"]
        tx.add("ticket", rounds.ticket_of(point, category=category, where=where), id=ref.id)
        _copy_photos(tx, tx.where("attachment", "record_id", point["id"]), ref)
    elif not known["alive"]:
        tx.restore(ref)
        tx.update(ref, {"title": rounds.ticket_title(point), "description": point["note"]})
    tx.link(start, CHAIN, ref)
    return ref


def _copy_photos(tx: Tx, photos: list[Values], ticket: Ref) -> None:
    """The same files on the ticket; what it has already is not hung on it twice."""
    known = {row["sha256"] for row in tx.where("attachment", "record_id", ticket.id)}
    for photo in photos:
        if photo["sha256"] not in known:
            shown = {name: photo[name] for name in ("title", "sha256", "mime", "size", "is_photo", "taken_at", "pos")}
            tx.add("attachment", shown | {"record_id": ticket.id})


def _withdraw(tx: Tx, point: Values) -> Ref | None:
    """The ticket of a point goes to the bin while it is new; a ticket that is worked on stays, and is answered."""
    ref = _ticket_ref(point)
    known = tx.find(ref)
    if known is None or not known["alive"]:
        return None
    if known["status"] != "nieuw":
        return ref
    tx.delete(ref)
    tx.unlink(Ref("inspection_round", point["round"]), CHAIN, ref)
    return None


def _untouched(tx: Tx, point: Values) -> Ref | None:
    """The ticket of a point where its words are still those of the point."""
    ref = _ticket_ref(point)
    known = tx.find(ref)
    if known is None or not known["alive"] or point["ticket"] != ref.id:
        return None
    return ref if known["title"] == rounds.ticket_title(point) else None


REACTIONS = (order_points, follow_points)
