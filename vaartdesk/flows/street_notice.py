"""Telling a street what happens there: a mail with everyone in bcc, a letter for each, noted with each contact (T18)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _, ngettext
from vaartdesk.flows.neighbours import Neighbour, entrepreneurs, neighbours
from vaartdesk.flows.outbox import put_draft, signed_by
from vaartdesk.formats.mail import Draft
from vaartdesk.kinds.contacts.commands import note_interaction
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field
from vaartdesk.schema.living import living, table
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType, LongTextType, TextType

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

WAYS: Final = (
    Option("beste", _("Mail, en een brief voor wie geen mailadres heeft"), "mail"),
    Option("mail", _("Alleen mail"), "mail"),
    Option("brief", _("Brief voor iedereen"), "file-text"),
    Option("beide", _("Mail en brief"), "mail"),
)
GREETING: Final = _("Beste ondernemer,")


def fields(reader: Reader, refs: Sequence[Ref] = ()) -> tuple[Field, ...]:
    """Which streets, what is told and how; of tickets their streets and what they are about."""
    rows = living(reader, Ticket, table(Ticket).c.id.in_([ref.id for ref in refs])) if refs else []
    streets = tuple(dict.fromkeys(row["street"] for row in rows if row["street"]))
    return (
        Field(LinksType(target="street"), str(_("Straten")), "streets", required=True, default=streets),
        Field(RefType(target="contact_segment"), str(_("Aan wie")), "segment", default=entrepreneurs(reader)),
        Field(TextType(), str(_("Onderwerp")), "subject", required=True, default=_subject(reader, streets)),
        Field(LongTextType(), str(_("Tekst")), "text", required=True, default=_text(rows)),
        Field(ChoiceType(options=WAYS), str(_("Hoe")), "way", default="beste"),
    )


def _subject(reader: Reader, streets: Sequence[str]) -> str:
    names = list(reader.titles(streets).values())
    return str(_("Werk in {streets}").format(streets=", ".join(names))) if names else ""


def _text(rows: Sequence[Mapping[str, Any]]) -> str:
    """What the tickets are about; nothing of who reported them."""
    lines = [f"- {row['title']}, {row['place_text']}" for row in rows]
    return "\n".join([str(_("In uw straat gebeurt het volgende:")), *lines]) if lines else ""


def tell_streets(desk: Desk, answers: Mapping[str, Any]) -> Outcome:
    """The draft and the letters, and a contact moment with everyone. Raises Refused where nobody can be told."""
    with desk.read() as reader:
        found = neighbours(reader, set(answers["streets"]), answers.get("segment"))
    way = answers.get("way") or "beste"
    mailed = [one for one in found.told if one.email and way != "brief"]
    written = [one for one in found.told if way in {"brief", "beide"} or (way == "beste" and not one.email)]
    if not mailed and not written:
        raise Refused([Problem("streets", _nobody(len(found.told), found.signed_off))])
    subject, text = str(answers["subject"]), str(answers["text"]).strip()
    path = put_draft(desk, _draft(desk, subject, text, mailed), subject) if mailed else None
    with desk.change(_("Straat ingelicht")):
        for medium, reached in (("mail", mailed), ("brief", written)):
            for one in reached:
                note_interaction(desk, one.ref, subject, medium=medium, text=text)
    told = _told(len(mailed), len(written), found.signed_off)
    return Outcome(told, file=str(path or ""), paper=_paper(desk, subject, text, written) if written else None)


def _nobody(known: int, signed_off: int) -> str:
    if known:
        return str(_("Van niemand in deze straten is een mailadres bekend. Kies een brief."))
    if signed_off:
        return str(_("Iedereen in deze straten heeft zich afgemeld voor mailingen."))
    return str(_("In deze straten staat nog niemand bij Contacten."))


def _told(mails: int, letters: int, signed_off: int) -> str:
    parts = []
    if mails:
        parts.append(ngettext("mail aan {n} klaargezet", "mail aan {n} klaargezet", mails).format(n=mails))
    if letters:
        parts.append(ngettext("{n} brief gemaakt", "{n} brieven gemaakt", letters).format(n=letters))
    if signed_off:
        parts.append(ngettext("{n} afgemeld", "{n} afgemeld", signed_off).format(n=signed_off))
    told = ", ".join(str(part) for part in parts)
    return told[:1].upper() + told[1:]


def _draft(desk: Desk, subject: str, text: str, told: Sequence[Neighbour]) -> Draft:
    """One mail: nobody sees who else gets it."""
    greeting, closing = str(GREETING), str(_("Met vriendelijke groet,"))
    body = "\n\n".join((greeting, text, "\n".join([closing, *signed_by(desk)])))
    own = str(desk.setting("house_email", ""))
    bcc = tuple(dict.fromkeys(one.email for one in told))
    return Draft(subject, body, to=(own,) if own else (), bcc=bcc)


def _paper(desk: Desk, subject: str, text: str, told: Sequence[Neighbour]) -> Paper:
    """A letter each, in one file; made when it is looked at."""

    def make() -> tuple[bytes, tuple[str, ...]]:
        from vaartdesk.flows.letters import address_of, letter, print_all  # reportlab, only when something is printed

        signed = signed_by(desk)
        letters = [
            letter(desk, address_of(desk, one.ref.id), subject, text, signed=signed, greeting=str(GREETING))
            for one in told
        ]
        return print_all(desk, letters)

    return Paper(f"brief-straat-{desk.today.isoformat()}.pdf", make)


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    with desk.change(_("Straat ingelicht")) as tx:
        outcome = tell_streets(desk, answers)
        for ref in refs:
            tx.note(ref, str(_("Straat ingelicht: {told}.").format(told=outcome.sentence)))
    return outcome


TELL_STREET: Final = Command(
    "tell_street", _("Straat inlichten"), _run, icon="megaphone", asks=fields, many=True, in_menu=True
)
