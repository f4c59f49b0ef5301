"""Walking a round: begun from a route, a finding per point, one ticket for each that is not in order (T13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.order import spread
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.intake import attach_photos
from vaartdesk.kinds.tickets.queries import rounds as queries
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.schema.types.times import DayType

if TYPE_CHECKING:
    from vaartdesk.formats.photo import Photo
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

COPIED: Final = ("title", "place_text", "street", "place", "category")
"""What a point of a round takes from the point of its route."""


def start_round(desk: Desk, template: Ref, held_on: date | None = None) -> Ref:
    """A round along a route, with a point for each of its points. Raises Refused for a route without points."""
    with desk.change(_("Schouwronde gemaakt")) as tx:
        if not queries.route_of(tx.reader, template.id):
            raise Refused(
                [Problem("template", str(_("Deze route heeft nog geen punten. Voeg er eerst een paar toe.")))]
            )
        who = desk.who.id if desk.who else None
        return _lay_ready(tx, template, held_on or tx.today, inspector=who)


def make_rounds(desk: Desk) -> list[Ref]:
    """A round for each day of a route that comes within a week; on two laptops they are the same rounds."""
    with desk.read() as reader:
        due = [(route, day) for route in queries.routes(reader) for day in rounds.due_days(route, reader.today)]
        known = queries.known_rounds(reader, [rounds.round_id(route["id"], day) for route, day in due])
        due = [(route, day) for route, day in due if rounds.round_id(route["id"], day) not in known]
        due = [(route, day) for route, day in due if queries.route_of(reader, route["id"])]
    if not due:
        return []
    with desk.change(_("Schouwronde gepland"), kind="auto") as tx:
        return [
            _lay_ready(tx, Ref("inspection_template", route["id"]), day, key=rounds.round_id(route["id"], day))
            for route, day in due
        ]


def _lay_ready(tx: Tx, template: Ref, held_on: date, *, inspector: str | None = None, key: str | None = None) -> Ref:
    """The round of a day with its points; with a ``key`` they have keys that follow from it."""
    route = tx.get(template)
    points = queries.route_of(tx.reader, template.id)
    fields = {"title": route["title"], "template": template.id, "theme_line": route["theme_line"]}
    made = tx.add("inspection_round", fields | {"held_on": held_on, "inspector": route["owner"] or inspector}, id=key)
    for pos, point in zip(spread(len(points)), points, strict=True):
        values = {name: point[name] for name in COPIED}
        values |= {"round": made.id, "template_point": point["id"], "pos": pos}
        tx.add("inspection_point", values, id=rounds.point_id(key, point["id"]) if key else None)
    return made


def judge(desk: Desk, point: Ref, result: str, *, note: str | None = None) -> Ref | None:
    """What was found at a point, in one change with what follows (see `round_reactions`); answers its ticket, if any."""
    with desk.change(_("Schouwpunt bekeken")) as tx:
        tx.update(point, {"result": result} | ({} if note is None else {"note": note}))
    ticket = (desk.get(point) or {}).get("ticket")
    return Ref("ticket", ticket) if ticket else None


def add_point_photos(desk: Desk, point: Ref, photos: Sequence[Photo]) -> None:
    """Photos of a point, and so of its ticket where it has one."""
    with desk.change(_("Foto toegevoegd")) as tx:
        attach_photos(tx, point, photos)


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


# --- commands --------------------------------------------------------------------------------------------------------


def _asks_day(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    return (Field(DayType(), _("Wanneer"), "held_on", required=True, default=reader.today),)


def _run_start(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = start_round(desk, refs[0], answers.get("held_on"))
    held_on = (desk.get(made) or {}).get("held_on")
    if held_on is not None and held_on > desk.today:
        return Outcome(str(_("Schouwronde staat klaar")), made)
    return Outcome("", walk_from(desk, made))


def walk_from(desk: Desk, ref: Ref) -> Ref:
    """Where a round is taken up: its first point that was not looked at, else its first; a round without points itself."""
    with desk.read() as reader:
        points = queries.points_of(reader, ref.id)
    chosen = next((point for point in points if point["result"] == rounds.OPEN), points[0] if points else None)
    return Ref("inspection_point", chosen["id"]) if chosen is not None else ref


def _run_walk(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    found = walk_from(desk, refs[0])
    if found == refs[0]:
        raise Refused([Problem("template", str(_("Deze ronde heeft geen punten om langs te lopen.")))])
    return Outcome("", found)


def _run_finish(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    counted = finish_round(desk, refs[0])
    return Outcome(rounds.summary(counted), refs[0])


START: Final = Command("start_round", _("Schouwronde beginnen"), _run_start, icon="play", asks=_asks_day, primary=True)
WALK: Final = Command(
    "walk_round",
    _("Ronde lopen"),
    _run_walk,
    icon="play",
    fits=lambda values: values["status"] in rounds.WALKED,
    primary=True,
)
FINISH: Final = Command(
    "finish_round",
    _("Ronde afronden"),
    _run_finish,
    icon="check",
    fits=lambda values: values["status"] in rounds.WALKED,
)
