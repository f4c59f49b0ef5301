"""Moving a ticket to another state, with what that state needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import Message, _
from vaartdesk.kinds.tickets.model.ticket import STATUSES
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules import moves
from vaartdesk.kinds.tickets.rules.parts import OPEN_PARTS
from vaartdesk.schema.chips import word
from vaartdesk.schema.ref import Problem, Ref, Refused, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

LABELS: Final[Mapping[str, Message]] = {
    "in_behandeling": _("Melding in behandeling genomen"),
    "ingepland": _("Melding ingepland"),
    "doorgezet": _("Melding doorgezet"),
    "wacht_op_reactie": _("Melding wacht op reactie"),
    "afgehandeld": _("Melding afgehandeld"),
    "heropend": _("Melding heropend"),
    "geannuleerd": _("Melding geannuleerd"),
    "dubbel": _("Melding als dubbel gemerkt"),
}
_FORWARDING: Final = ("forwarded_to", "forwarded_text", "reference", "expected_on", "return_after", "contract")
_TAKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "in_behandeling": ("lies_with",),
    "ingepland": ("planned_at", "lies_with"),
    "doorgezet": (*_FORWARDING, "lies_with"),
    "wacht_op_reactie": ("waits_for",),
    "afgehandeld": ("result", "cost"),
    "heropend": (),
    "geannuleerd": ("result",),
    "dubbel": ("duplicate_of",),
}
"""State -> the answers that become fields of the ticket."""


def move_ticket(desk: Desk, ref: Ref, status: str, answers: Mapping[str, Any] | None = None) -> Ref:
    """Bring a ticket in another state. Raises Refused when the move is not offered, or misses what it needs.

    ``answers``: fields by name (doorzetten: ``forwarded_to``, ``reference``, ``expected_on`` ...; afhandelen: ``result``;
    dubbel: ``duplicate_of``), ``note`` for the log, and ``with_open_parts`` to close a ticket whose parts are still open.
    """
    answers = answers or {}
    with desk.change(LABELS.get(status, _("Melding bijgewerkt"))) as tx:
        before = dict(tx.get(ref))
        _refuse(before, status, answers)
        fields = {name: answers[name] for name in _TAKEN.get(status, ()) if name in answers}
        if status == moves.FORWARDED:
            fields = _handing_over(tx, before, fields)
        if answers.get(OPEN_PARTS):
            tx.consents.add((ref, OPEN_PARTS))
        tx.update(ref, {"status": status} | fields)
        tx.update(ref, queries.settle(before, tx.get(ref), tx.reader))
        if status == "dubbel":
            hand_reporter_on(tx, before, fields["duplicate_of"])
        if note := str(answers.get("note") or "").strip():
            tx.note(ref, note)
    return ref


def _refuse(values: Values, status: str, answers: Mapping[str, Any]) -> None:
    if status not in moves.allowed(values["status"]):
        old, new = word(STATUSES, values["status"]), word(STATUSES, status)
        sentence = _("Van ‘{old}’ kan een melding niet naar ‘{new}’.").format(old=old, new=new)
        raise Refused([Problem("status", sentence)])
    if status == moves.FORWARDED and not _names_a_party(answers):
        raise Refused([Problem("forwarded_to", str(_("Kies aan wie je de melding doorzet.")))])
    if status == "dubbel" and not answers.get("duplicate_of"):
        raise Refused([Problem("duplicate_of", str(_("Kies van welke melding dit een dubbele is.")))])


def _names_a_party(answers: Mapping[str, Any]) -> bool:
    return any(answers.get(name) for name in ("forwarded_to", "forwarded_text", "contract", "lies_with"))


def _handing_over(tx: Tx, before: Values, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a handing over sets: its day, at whom it lies, and nothing left of an earlier one to somebody else."""
    fields: dict[str, Any] = dict.fromkeys(_FORWARDING)
    fields |= {"forwarded_text": "", "reference": ""} | dict(given) | {"forwarded_on": tx.today}
    if not fields.get("lies_with"):
        is_own = before["lies_with"] in ("huismeester", "")
        fields["lies_with"] = "leverancier" if fields["contract"] else "gemeente" if is_own else before["lies_with"]
    return fields


def hand_reporter_on(tx: Tx, values: Values, original: str) -> None:
    """Who reported the double is a reporter of the original, so that both are told."""
    if not any(values[name] for name in ("reporter", "reporter_name", "reporter_email", "reporter_phone")):
        return
    reporter = {
        "ticket": original,
        "contact": values["reporter"],
        "name": values["reporter_name"],
        "email": values["reporter_email"],
        "phone": values["reporter_phone"],
        "reported_at": values["reported_at"],
        "channel": values["channel"],
        "wants_answer": values["wants_answer"],
    }
    tx.add("ticket_reporter", reporter)
