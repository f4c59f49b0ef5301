"""Walking a round: begun from a route, a finding per point, one ticket for each that is not in order (T13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.ids import rule_id
from vaartdesk.core.order import spread
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.intake import attach_photos
from vaartdesk.kinds.tickets.queries import rounds as queries
from vaartdesk.kinds.tickets.queries.upkeep import any_category
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.times import DayType
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.formats.photo import Photo
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

COPIED: Final = ("title", "place_text", "street", "place", "category")
"""What a point of a round takes from the point of its route."""


def start_round(desk: Desk, template: Ref, held_on: date | None = None) -> Ref:
    """A round along a route, with a point for each of its points. Raises Refused for a route without points."""
    with desk.change(_("Schouwronde gemaakt")) as tx:
        route = tx.get(template)
        points = queries.route_of(tx.reader, template.id)
        if not points:
            raise Refused(
                [Problem("template", str(_("Deze route heeft nog geen punten. Voeg er eerst een paar toe.")))]
            )
        fields = {"title": route["title"], "template": template.id, "theme_line": route["theme_line"]}
        given = {"held_on": held_on or tx.today, "inspector": route["owner"] or (desk.who.id if desk.who else None)}
        made = tx.add("inspection_round", fields | given)
        for pos, point in zip(spread(len(points)), points, strict=True):
            values = {name: point[name] for name in COPIED}
            tx.add("inspection_point", values | {"round": made.id, "template_point": point["id"], "pos": pos})
    return made


def judge(desk: Desk, point: Ref, result: str, *, note: str | None = None) -> Ref | None:
    """What was found at a point, in one change with what follows: its ticket, or none; answers the ticket.

    A point that turns out to be in order after all takes its ticket along into the bin while nobody worked on it.
    """
    with desk.change(_("Schouwpunt bekeken")) as tx:
        fields: dict[str, Any] = {"result": result, "seen_at": tx.now if result in rounds.SEEN else None}
        tx.update(point, fields if note is None else fields | {"note": note})
        values = tx.get(point)
        _begin(tx, values)
        ticket = _ask(tx, values) if result == rounds.WRONG else _withdraw(tx, values)
        tx.set(point, "ticket", ticket.id if ticket is not None else None)
    return ticket


def remark(desk: Desk, point: Ref, note: str) -> None:
    """A remark at a point; the ticket of the point says the same for as long as it stands as it was made."""
    with desk.change(_("Opmerking bij schouwpunt")) as tx:
        before = dict(tx.get(point))
        tx.set(point, "note", note)
        ticket = _untouched(tx, before)
        if ticket is not None:
            values = tx.get(point)
            tx.update(ticket, {"title": rounds.ticket_title(values), "description": note})


def add_point_photos(desk: Desk, point: Ref, photos: Sequence[Photo]) -> None:
    """Photos of a point, and of its ticket where it has one."""
    with desk.change(_("Foto toegevoegd")) as tx:
        attach_photos(tx, point, photos)
        ticket = tx.get(point)["ticket"]
        if ticket:
            attach_photos(tx, Ref("ticket", ticket), photos)


def finish_round(desk: Desk, ref: Ref) -> rounds.Tally:
    """The round is done; points nobody looked at count as skipped."""
    with desk.change(_("Schouwronde afgerond")) as tx:
        points = tx.where("inspection_point", "round", ref.id)
        for point in points:
            if point["result"] == rounds.OPEN:
                tx.set(Ref("inspection_point", point["id"]), "result", rounds.SKIPPED)
        tx.set(ref, "status", "gereed")
        if tx.get(ref)["held_on"] is None:
            tx.set(ref, "held_on", tx.today)
        return rounds.tally(tx.where("inspection_point", "round", ref.id))


def _begin(tx: Tx, point: Values) -> None:
    """The first finding begins the round."""
    ref = Ref("inspection_round", point["round"])
    if tx.get(ref)["status"] == "gepland":
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
        for photo in tx.where("attachment", "record_id", point["id"]):
            shown = {name: photo[name] for name in ("title", "sha256", "mime", "size", "is_photo", "taken_at", "pos")}
            tx.add("attachment", shown | {"record_id": ref.id})
    elif not known["alive"]:
        tx.restore(ref)
        tx.update(ref, {"title": rounds.ticket_title(point), "description": point["note"]})
    tx.link(start, CHAIN, ref)
    return ref


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


# --- commands --------------------------------------------------------------------------------------------------------


def _asks_day(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (Field(DayType(), _("Wanneer"), "held_on", required=True, default=reader.today),)


def _run_start(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = start_round(desk, refs[0], answers.get("held_on"))
    return Outcome(str(_("Schouwronde staat klaar")), made)


def _run_finish(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    counted = finish_round(desk, refs[0])
    return Outcome(rounds.summary(counted), refs[0])


START: Final = Command("start_round", _("Schouwronde beginnen"), _run_start, icon="play", asks=_asks_day, primary=True)
FINISH: Final = Command(
    "finish_round",
    _("Ronde afronden"),
    _run_finish,
    icon="check",
    fits=lambda values: values["status"] in ("gepland", "bezig"),
    primary=True,
)
