"""Answering who reported a ticket: a standard text filled in, or one's own words, as a mail that is ready to be sent (T11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.flows import standard_texts
from vaartdesk.flows.hearers import Hearer, reporters
from vaartdesk.flows.outbox import put_draft, signed_by
from vaartdesk.formats.mail import Draft
from vaartdesk.kinds.tickets.rules.moves import CLOSED, DONE, FORWARDED
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused, Values
from vaartdesk.schema.types.contact import EmailType
from vaartdesk.schema.types.texts import LongTextType, TextType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def subject_of(ticket: Values) -> str:
    """What the mail is about."""
    told = _("Uw melding {number}: {title}, {place}")
    return str(told.format(number=ticket["number"], title=ticket["title"], place=ticket["place_text"]))


def plain_text(ticket: Values, name: str) -> str:
    """What is written where no standard text suits: how the ticket stands."""
    greeting = str(_("Beste {name},").format(name=name or str(standard_texts.LOOSE)))
    return "\n\n".join(part for part in (greeting, _news(ticket), str(ticket["result"] or "").strip()) if part)


def _news(ticket: Values) -> str:
    known = {"number": ticket["number"], "title": ticket["title"], "place": ticket["place_text"]}
    if ticket["status"] == DONE:
        return str(_("Uw melding {number} ({title}, {place}) is afgehandeld.").format(**known))
    if ticket["status"] in CLOSED:
        return str(_("Uw melding {number} ({title}, {place}) is gesloten.").format(**known))
    if ticket["status"] == FORWARDED:
        told = str(_("Uw melding {number} ({title}, {place}) is doorgezet aan wie het kan oplossen.").format(**known))
        expected = ticket["expected_on"]
        return f"{told} {_('Wij verwachten dat op {day}.').format(day=day_long(expected))}" if expected else told
    return str(_("Wij hebben uw melding {number} ({title}, {place}) ontvangen en zijn ermee bezig.").format(**known))


def reply(desk: Desk, ref: Ref, answers: Mapping[str, Any]) -> Outcome:
    """The draft to who reported a ticket; others who did get it unseen by each other. What was written is noted in the log.

    Of a closed ticket it is noted that they were told. Raises Refused where nothing is written.
    """
    if not str(answers.get("text") or "").strip():
        raise Refused([Problem("text", str(_("Schrijf eerst het antwoord.")))])
    with desk.read() as reader:
        ticket = standard_texts.ticket_of(reader, [ref])
        told = reporters(reader, ticket) if ticket is not None else []
    if ticket is None:
        raise KeyError(ref)
    to = str(answers.get("to") or "")
    text = str(answers["text"]).strip()
    others = [who for who in told if who.email and who.email != to]
    closing = "\n".join([str(_("Met vriendelijke groet,")), *signed_by(desk)])
    draft = Draft(
        str(answers.get("subject") or "") or subject_of(ticket),
        f"{text}\n\n{closing}",
        to=(to,) if to else (),
        bcc=tuple(dict.fromkeys(who.email for who in others)),
    )
    path = put_draft(desk, draft, draft.subject)
    heard = [who for who in told if who.email in {to, *draft.bcc} and who.email] or told[:1]
    note_reply(desk, ref, ticket, heard, text)
    sentence = _("{number}: antwoord klaargezet") if to else _("{number}: antwoord klaargezet; vul het adres in")
    return Outcome(str(sentence.format(number=ticket["number"])), file=str(path))


def note_reply(desk: Desk, ref: Ref, ticket: Values, heard: Sequence[Hearer], text: str) -> None:
    """In the log of the ticket; of a closed one also that they know."""
    names = ", ".join(who.name or str(_("de melder")) for who in heard) or str(_("de melder"))
    with desk.change(_("Antwoord klaargezet")) as tx:
        tx.note(ref, f"{_('Antwoord klaargezet aan {names}.').format(names=names)}\n{text}")
        for who in heard if ticket["status"] in CLOSED else ():
            tx.set(who.source, "told_on", tx.today)


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    ticket = standard_texts.ticket_of(reader, refs)
    if ticket is None:
        return ()
    who = next(iter(reporters(reader, ticket)), None)
    suiting = standard_texts.suiting(reader, ticket)
    best = standard_texts.best(suiting, ticket)
    name = who.name if who is not None else ""
    first = standard_texts.filled(reader, best["id"], ticket, name) if best else plain_text(ticket, name)
    choice = standard_texts.field_of(suiting)
    return (
        Field(EmailType(), str(_("Aan")), "to", default=who.email if who is not None else ""),
        Field(TextType(), str(_("Onderwerp")), "subject", default=subject_of(ticket)),
        *(replace(field, default=best["id"] if best else "") for field in choice),
        Field(LongTextType(), str(_("Tekst")), "text", default=first),
    )


def _follows(reader: Reader, refs: Sequence[Ref], field: str, value: Any) -> Mapping[str, Any]:
    ticket = standard_texts.ticket_of(reader, refs)
    if field != standard_texts.CHOICE or not value or ticket is None:
        return {}
    who = next(iter(reporters(reader, ticket)), None)
    return {"text": standard_texts.filled(reader, str(value), ticket, who.name if who is not None else "")}


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    return reply(desk, refs[0], answers)


REPLY: Final = Command(
    "reply", _("Melder antwoorden"), _run, icon="mail", key="Ctrl+R", asks=_asks, follows=_follows, in_menu=True
)
