"""``vaartdesk ticket``: add and list here, move and show beside it."""

from __future__ import annotations

import argparse
from contextlib import nullcontext
from pathlib import Path

from vaartdesk.app.output import as_plain, print_json, print_table, summary
from vaartdesk.app.place import Place, place
from vaartdesk.app.session import open_for_reading, open_for_writing
from vaartdesk.app.verbs import ticket_work
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _, fold
from vaartdesk.kinds.tickets.commands.intake import log_ticket, offer_of, read_photos
from vaartdesk.kinds.tickets.rules.moves import is_open
from vaartdesk.schema.field import Field
from vaartdesk.schema.ref import Problem, Refused
from vaartdesk.schema.types.base import Invalid, ParseContext
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Dispatch by act."""
    where = place(arguments.data_dir, clock)
    return {"add": _add, "list": _list, "move": ticket_work.move, "show": ticket_work.show}[arguments.act](
        arguments, where
    )


def _add(arguments: argparse.Namespace, where: Place) -> int:
    photos = read_photos([Path(name).read_bytes() for name in arguments.photo])
    with open_for_writing(where) as desk:
        kind, context = desk.kinds["ticket"], ParseContext(desk.today)
        fields = {
            "title": arguments.title,
            "place_text": arguments.where,
            "category": _category(desk, arguments.category),
            "urgency": _option(kind.fields["urgency"], arguments.urgency, context),
            "type": _option(kind.fields["type"], arguments.kind, context),
        }
        offer = offer_of(photos)
        taken = {} if offer.is_place_doubtful else offer.fields()
        with desk.door.despite_warnings() if arguments.toch_bewaren else nullcontext():
            ref = log_ticket(desk, fields | {n: v for n, v in taken.items() if n != "reported_at"}, photos)
        values = desk.get(ref) or {}
    if arguments.json:
        print_json(as_plain(kind, values))
    else:
        due = kind.fields["due_on"].type.field_text(values["due_on"])
        told = _("{number} vastgelegd, uiterlijk {due}") if due else _("{number} vastgelegd")
        print(told.format(number=values["number"], due=due))
    return 0


def _option(field: Field, words: str, context: ParseContext) -> str:
    """The slug of one of the field's options. Raises Refused, naming which there are."""
    try:
        return str(field.type.parse(words, context))
    except Invalid as error:
        told = _("‘{words}’ kan niet bij {label}. {error}").format(
            words=words, label=str(field.label).lower(), error=error
        )
        raise Refused([Problem(field.name, told)]) from error


def _category(desk: Desk, words: str) -> str:
    """The key of the category with this name, or whose name alone holds these words. Raises Refused, naming which can be."""
    kind, wanted = desk.kinds["ticket_category"], fold(words)
    rows = [row for row in desk.rows("ticket_category") if not row["is_retired"]]
    exact = [row for row in rows if wanted in (fold(row["title"]), fold(kind.title_of(row)))]
    found = exact or [row for row in rows if wanted and wanted in fold(kind.title_of(row))]
    if len(found) == 1:
        return str(found[0]["id"])
    names = ", ".join(sorted(row["title"] for row in found or rows))
    told = (
        _("‘{words}’ past bij meer dan één categorie. Kies een van: {names}.")
        if found
        else _("Categorie ‘{words}’ is er niet. Kies een van: {names}.")
    )
    raise Refused([Problem("category", told.format(words=words, names=names))])


def _list(arguments: argparse.Namespace, where: Place) -> int:
    with open_for_reading(where) as desk, desk.read() as reader:
        kind = desk.kinds["ticket"]
        rows = read_rows(reader.connection, kind, tuple(kind.fields))
        found = [row for row in rows if not arguments.open or is_open(row)]
        if arguments.json:
            print_json([as_plain(kind, row) for row in found])
        else:
            print_table(summary(desk, kind, row) for row in found)
    return 0
