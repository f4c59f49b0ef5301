"""Verbs on contacts, and the commands that offer them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts.model import Interaction
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import fields_of
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.desk import Desk


def note_interaction(desk: Desk, contact: Ref, title: str, **values: Any) -> Ref:
    """A contact moment with a person or organisation, just now unless ``at`` says otherwise, by who sits here."""
    with desk.change(_("Contactmoment toegevoegd")) as tx:
        given = {"contact": contact.id, "title": title, "at": tx.now, "by": tx.author or None}
        return tx.add("interaction", given | values)


def unsubscribe(desk: Desk, contact: Ref, on: date | None = None) -> None:
    """Leave a contact out of every mailing from that day (today when None)."""
    with desk.change(_("Afgemeld voor mailingen")) as tx:
        tx.update(contact, {"is_unsubscribed": True, "unsubscribed_on": on or tx.today})


def _note(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    given = dict(answers)
    note_interaction(desk, refs[0], given.pop("title"), **given)
    return Outcome(_("Contactmoment met {name} opgeschreven.").format(name=desk.title(refs[0])), refs[0])


def _unsubscribe(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    with desk.change(_("Afgemeld voor mailingen")):
        for ref in refs:
            unsubscribe(desk, ref)
    return Outcome(_("{n} afgemeld voor mailingen.").format(n=len(refs)))


def _takes_mail(values: Values) -> bool:
    return not values["is_unsubscribed"]


COMMANDS = (
    Command(
        "contactmoment",
        _("Contactmoment opschrijven"),
        _note,
        icon="message-square",
        asks=lambda reader, refs: tuple(fields_of(Interaction)[name] for name in ("title", "medium", "text")),
        primary=True,
    ),
    Command(
        "afmelden", _("Afmelden voor mailingen"), _unsubscribe, icon="bell", fits=_takes_mail, many=True, in_menu=True
    ),
)
