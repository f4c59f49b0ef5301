"""Omzetten in...: a signal becomes a ticket, an action, an event or a contact moment in one step, and stays linked to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.actions.model import Action
from vaartdesk.kinds.contacts.model import Interaction
from vaartdesk.kinds.events.model.event import Event
from vaartdesk.kinds.signals.model import Signal
from vaartdesk.kinds.signals.rules.rows import is_open, signal_title
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

Given = Callable[[Values, Reader], dict[str, Any]]


def _for_ticket(signal: Values, reader: Reader) -> dict[str, Any]:
    """Where and what it is about, and who is to hear of it."""
    reporter = reader.refs([signal["reported_by"]]).get(signal["reported_by"]) if signal["reported_by"] else None
    return {
        "description": signal["text"],
        "place_text": signal["place_text"],
        "street": signal["street"],
        "place": signal["place"],
        "category": signal["category"],
        "reporter": reporter.id if reporter is not None and reporter.kind in {"person", "organisation"} else None,
        "reporter_name": signal["reporter_text"],
        "wants_answer": signal["wants_answer"],
    }


def _for_action(signal: Values, reader: Reader) -> dict[str, Any]:
    return {"description": signal["text"], "owner": signal["owner"], "status": "gepland"}


def _for_event(signal: Values, reader: Reader) -> dict[str, Any]:
    return {"place": signal["place"], "place_text": signal["place_text"], "status": "idee"}


def _for_interaction(signal: Values, reader: Reader) -> dict[str, Any]:
    """The moment it was heard, by whom and of whom."""
    heard = {"text": signal["text"], "at": signal["noted_at"] or reader.now, "by": signal["noted_by"]}
    return heard | {"contact": _for_ticket(signal, reader)["reporter"]}


@dataclass(frozen=True)
class Target:
    """A kind that a signal can become: the command's name and label, what it asks, and what the signal gives."""

    name: str
    model: type[Record]
    label: str
    icon: str
    asked: tuple[str, ...]
    given: Given

    @property
    def kind(self) -> str:
        return str(self.model.__tablename__)  # type: ignore[attr-defined]


TARGETS: Final = (
    Target(
        "to_ticket",
        Ticket,
        _("Omzetten in melding"),
        "message-square-warning",
        ("title", "place_text", "category", "urgency"),
        _for_ticket,
    ),
    Target("to_action", Action, _("Omzetten in actie"), "circle-check", ("title", "owner", "due_on"), _for_action),
    Target("to_event", Event, _("Omzetten in evenement"), "calendar-days", ("title", "starts_at", "place"), _for_event),
    Target(
        "to_contact",
        Interaction,
        _("Omzetten in contactmoment"),
        "message-circle",
        ("contact", "title", "medium"),
        _for_interaction,
    ),
)


def convert(desk: Desk, signal: Ref, target: Target, answers: Mapping[str, Any]) -> Ref:
    """Make the record, with the chain from the signal to it; the signal is then done. One change, one undo.

    Raises Refused as making the record by hand would.
    """
    with desk.change(_("Signaal omgezet")) as tx:
        before = tx.get(signal)
        known = {name: value for name, value in _given(before, target, tx.reader).items() if value}
        answered = {name: value for name, value in answers.items() if value not in (None, "")}
        made = tx.add(target.kind, known | answered)
        tx.link(signal, CHAIN, made)
        tx.set(signal, "status", "omgezet")
        return made


def _given(signal: Values, target: Target, reader: Reader) -> dict[str, Any]:
    """What the new record takes over from the signal."""
    same = {name: signal[name] for name in ("theme_line", "other_lines") if name in fields_of(target.model)}
    return {"title": signal_title(signal)} | same | target.given(signal, reader)


def _asks(target: Target, reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """The fields to check, filled with what the signal says."""
    rows = living(reader, Signal, table(Signal).c.id.in_([ref.id for ref in refs]))
    known = _given({**rows[0], "other_lines": ()}, target, reader) if rows else {}
    fields = (fields_of(target.model)[name] for name in target.asked)
    return tuple(replace(field, default=known.get(field.name) or field.default) for field in fields)


def _run(target: Target, desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    signal = (desk.get(refs[0]) or {}).get("number", "")
    made = convert(desk, refs[0], target, answers)
    name = (desk.get(made) or {}).get("number") or desk.title(made)
    shown = made if target.kind != "interaction" else None  # it is read on the page of its contact
    return Outcome(str(_("{signal} is nu {name}").format(signal=signal, name=name)), shown)


COMMANDS: Final = tuple(
    Command(
        target.name,
        target.label,
        partial(_run, target),
        icon=target.icon,
        asks=partial(_asks, target),
        fits=is_open,
    )
    for target in TARGETS
)
