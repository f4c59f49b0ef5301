"""Filling the calendar and run-books from elsewhere: marked days from a file, points from a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _
from vaartdesk.formats.tables import TableError
from vaartdesk.kinds.events.exchange import MarkedDays, read_markers
from vaartdesk.schema.ref import Problem, Ref, Refused

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

_COPIED = ("title", "offset_days", "time_text", "owner", "phase", "note", "pos")


def import_markers(desk: Desk, data: bytes, *, usual: str = "schoolvakantie") -> MarkedDays:
    """Marked days from a CSV file, in one change; those known already get the file's days. Raises Refused."""
    try:
        found = read_markers(data, desk.today, usual=usual)
    except TableError as error:
        raise Refused([Problem("", str(error))]) from error
    with desk.change(_("Markeringen ingelezen"), kind="import") as tx:
        for key, marker in found.markers.items():
            ref = tx.add("marker", marker, id=key)
            tx.restore(ref)
            tx.update(ref, marker)
    return found


def fill_runbook(desk: Desk, event: Ref, template: Ref) -> list[Ref]:
    """The points of a template as points of the event; a point that is there already stays as it is."""
    with desk.change(_("Draaiboek gevuld")) as tx:
        return [
            tx.add(
                "checklist_item",
                {name: item[name] for name in _COPIED} | {"event": event.id, "template_item": item["id"]},
                id=rule_id("runbook", event.id, item["id"]),
            )
            for item in tx.where("runbook_item", "template", template.id)
        ]
