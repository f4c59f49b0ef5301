"""Several tickets about one thing become one: reporters, photos and log of all of them stay, and one Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.tickets.commands.moving import hand_reporter_on
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules import moves
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.references import RefType
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

HANGING: Final = (
    ("attachment", "record_id"),
    ("note", "record_id"),
    ("ticket_reporter", "ticket"),
    ("mediation", "ticket"),
)
"""What goes along to the ticket that stays: kinds, and the field that names their ticket."""


def merge_tickets(desk: Desk, refs: Sequence[Ref]) -> Ref:
    """One ticket of them all: the oldest that is open, else the oldest. The others become doubles of it, with what is theirs
    in the one that stays: reporters, photos, notes, parts. Raises Refused for fewer than two.
    """
    chosen = list(dict.fromkeys(refs))
    if len(chosen) < 2:
        raise Refused([Problem("", str(_("Kies twee meldingen of meer om samen te voegen.")))])
    with desk.change(_("Meldingen samengevoegd")) as tx:
        kept, *others = sorted(chosen, key=lambda ref: _rank(tx.get(ref)))
        for other in others:
            _merge(tx, kept, other)
    return kept


def _rank(values: Values) -> tuple[bool, str, str]:
    """The open and the oldest first."""
    at = values["reported_at"]
    return not moves.is_open(values), at.isoformat() if at else "", values["id"]


def _merge(tx: Tx, kept: Ref, other: Ref) -> None:
    values = dict(tx.get(other))
    for kind, field in HANGING:
        for row in tx.where(kind, field, other.id):
            tx.set(Ref(kind, row["id"]), field, kept.id)
    for part in tx.where("ticket", "parent", other.id):
        tx.set(Ref("ticket", part["id"]), "parent", None if part["id"] == kept.id else kept.id)
    for double in tx.where("ticket", "duplicate_of", other.id):
        tx.set(Ref("ticket", double["id"]), "duplicate_of", kept.id)
    hand_reporter_on(tx, values, kept.id)
    tx.note(kept, _told(values))
    fields: dict[str, Any] = {"status": "dubbel", "duplicate_of": kept.id}
    if tx.get(kept)["parent"] == other.id:
        tx.set(kept, "parent", values["parent"])
    tx.update(other, fields)
    tx.update(other, queries.settle(values, tx.get(other), tx.reader))
    tx.link(other, CHAIN, kept)


def _told(values: Values) -> str:
    """What the log of the ticket that stays says of the other: its number, words and what was said."""
    head = _("Samengevoegd met {number}: {title}, {place}.").format(
        number=values["number"], title=values["title"], place=values["place_text"]
    )
    return "\n".join(part for part in (head, values["description"].strip()) if part)


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    if len(refs) > 1:
        return ()
    return (Field(RefType(target="ticket"), _("Samenvoegen met"), "other", required=True),)


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    other = answers.get("other")
    every = [*refs, Ref("ticket", other)] if other else list(refs)
    kept = merge_tickets(desk, every)
    number = (desk.get(kept) or {}).get("number", "")
    told = ngettext("Samengevoegd in {number}", "{n} meldingen samengevoegd in {number}", len(every) - 1)
    return Outcome(told.format(n=len(every), number=number), kept)


MERGE: Final = Command("merge", _("Samenvoegen met…"), _run, icon="merge", asks=_asks, many=True, in_menu=True)
