"""The next edition of an event: what is planned once comes back a year later (K14)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.events.rules.editions import next_edition
from vaartdesk.kinds.events.rules.times import shifted
from vaartdesk.schema.ref import Ref, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

LASTING: Final = (
    "title", "zone", "is_whole_day", "place", "places", "place_text", "type", "category", "organiser", "contact", "owner",
    "visitors", "audience", "is_large", "theme_line", "other_lines", "description", "internal_note", "is_confidential",
    "public_text", "public_url", "price_text", "budget", "fund", "emergency_text",
)  # fmt: skip
"""What holds for every edition; states, reasons, what was spent and what was learned belong to one."""
PARTS: Final = {
    "checklist_item": ("title", "offset_days", "time_text", "owner", "phase", "template_item", "note", "pos"),
    "event_member": ("member", "task", "phone", "is_on_card", "pos"),
    "event_partner": ("organisation", "relation", "note"),
}
PERMIT: Final = ("type", "category", "authority", "owner")
NOT_NEEDED: Final = "niet_nodig"


def is_once(values: Values) -> bool:
    """A series goes on by itself: there is nothing to copy."""
    return not (values["rrule"] or values["dates"])


def copy_to_next_year(desk: Desk, refs: Sequence[Ref]) -> list[Ref]:
    """An idea for each event a year later, with its run-book, group, partners and the permits to ask again; a series, and an
    event that has its copy already, are passed over.
    """
    with desk.change(_("Naar volgend jaar gekopieerd")) as tx:
        return [
            _copied(tx, ref) for ref in refs if is_once(tx.get(ref)) and not tx.where("event", "copied_from", ref.id)
        ]


def _copied(tx: Tx, ref: Ref) -> Ref:
    values = tx.get(ref)
    starts = values["starts_at"]
    later = shifted(values, starts + timedelta((next_edition(starts.date()) - starts.date()).days))
    made = tx.add("event", {**{name: values[name] for name in LASTING}, **later, "copied_from": ref.id})
    for kind, names in PARTS.items():
        for part in tx.where(kind, "event", ref.id):
            tx.add(kind, {name: part[name] for name in names} | {"event": made.id})
    for permit in tx.where("permit", "record", ref.id):
        status = {"status": NOT_NEEDED} if permit["status"] == NOT_NEEDED else {}
        tx.add("permit", {name: permit[name] for name in PERMIT} | status | {"record": made.id})
    return made
