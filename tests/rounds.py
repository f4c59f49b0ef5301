"""A route with points, and the rounds along it, for the tests of walking, papers and journeys."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image

from vaartdesk.core.order import spread
from vaartdesk.kinds.tickets.commands.rounds import start_round
from vaartdesk.kinds.tickets.queries.rounds import points_of
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

TWELVE = (
    "Bestrating",
    "Afvalbakken",
    "Verlichting passage",
    "Gevels",
    "Bankjes",
    "Fietsenstalling",
    "Terrassen",
    "Plantenbakken",
    "Borden",
    "Vlaggen",
    "Putdeksels",
    "Hekwerk",
)


def make_route(desk: Desk, titles: Sequence[str] = TWELVE, hint: str = "") -> Ref:
    """A route of these points, all in one street and of one category."""
    category = next(row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating")
    street = next(row["id"] for row in desk.rows("street") if row["title"] == "Brink")
    with desk.change("Route") as tx:
        ref = tx.add("inspection_template", {"title": "Route Noord"})
        for number, (title, pos) in enumerate(zip(titles, spread(len(titles)), strict=True), 1):
            values = {"template": ref.id, "title": title, "pos": pos, "hint": hint}
            where = {"category": category, "street": street, "place_text": f"Brink {number}"}
            tx.add("inspection_template_point", values | where)
    return ref


def begin(desk: Desk, route: Ref) -> tuple[Ref, list[Ref]]:
    """A round of today along a route, and its points in order."""
    ref = start_round(desk, route)
    with desk.read() as reader:
        return ref, [Ref("inspection_point", row["id"]) for row in points_of(reader, ref.id)]


def jpeg(colour: str = "brown") -> bytes:
    """A small photo."""
    out = BytesIO()
    Image.new("RGB", (400, 300), colour).save(out, "JPEG")
    return out.getvalue()
