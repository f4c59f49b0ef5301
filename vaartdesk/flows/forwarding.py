"""Doorzetten: a ticket goes to who can solve it, and the mail or letter that tells so is ready (T7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import Message, _, ngettext
from vaartdesk.flows import standard_texts
from vaartdesk.flows.outbox import photos_of, put_draft, signed_by
from vaartdesk.kinds.tickets.commands.mailing import forwarding_mail
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.exchange import forwarding_subject, forwarding_text
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules.moves import FORWARDED, allowed
from vaartdesk.kinds.tickets.rules.rows import category_title
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.living import living, table
from vaartdesk.schema.paper import Paper
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.texts import ChoiceType, LongTextType

# What prints (ReportLab) is imported where it is used: commands are known at start, papers are not.
if TYPE_CHECKING:
    from vaartdesk.pdf.letter import Letter
    from vaartdesk.pdf.parts import Part, Photo
    from vaartdesk.store.desk import Desk

AFTER: Final = (
    Option("mail", _("Mail openen"), "mail"),
    Option("brief", _("Brief maken"), "file-text"),
    Option("niets", _("Alleen vastleggen"), "check"),
)
ASKED: Final = ("forwarded_to", "lies_with", "contract", "reference", "expected_on", "return_after")
MORE: Final = "more"
PHOTOS: Final = 4
SHARE: Final = 0.2
"""Of the page's height a photo takes: letter and photos together are a page, mostly."""


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    """Whom, with what the category and an earlier handing over say, and what is to be made ready."""
    rows = living(reader, Ticket, table(Ticket).c.id.in_([ref.id for ref in refs]))
    known = _known(reader, rows[0]) if rows else {}
    fields = (fields_of(Ticket)[name] for name in ASKED)
    labels = {"forwarded_to": _("Doorzetten naar"), "expected_on": _("Verwacht op")}
    asked = [replace(f, default=known.get(f.name), label=labels.get(f.name, f.label)) for f in fields]
    return (*asked, Field(ChoiceType(options=AFTER), _("Daarna"), "after", default="mail"), *_words(reader, rows))


def _words(reader: Reader, rows: Sequence[Values]) -> tuple[Field, ...]:
    """What is written besides the facts: one's own words, or a standard text for what is handed over."""
    choice = standard_texts.field_of(standard_texts.suiting(reader, rows[0], FORWARDED)) if rows else ()
    return (*choice, Field(LongTextType(), _("Tekst erbij"), MORE))


def _follows(reader: Reader, refs: Sequence[Ref], field: str, value: Any) -> Mapping[str, Any]:
    ticket = standard_texts.ticket_of(reader, refs)
    if field != standard_texts.CHOICE or not value or ticket is None:
        return {}
    party = reader.titles([ticket["forwarded_to"]]).get(ticket["forwarded_to"] or "", "")
    return {MORE: standard_texts.filled(reader, str(value), ticket, party)}


def _known(reader: Reader, ticket: Values) -> dict[str, Any]:
    category = queries.categories(reader).get(ticket["category"] or "", {})
    own = ticket["lies_with"] in {"huismeester", ""}
    return {
        "forwarded_to": ticket["forwarded_to"] or category.get("forward_to"),
        "lies_with": "gemeente" if own else ticket["lies_with"],
        "contract": ticket["contract"],
        "return_after": ticket["return_after"],
    }


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    given = dict(answers)
    after, more = given.pop("after", "niets"), str(given.pop(MORE, "") or "").strip()
    (ref,) = refs
    ready = _READY.get(after)
    if ready is not None:
        party = _party(desk, {**(desk.get(ref) or {}), **given})
        # With the move, so that one Ctrl+Z takes back both.
        given["note"] = "\n".join(part for part in (str(ready.note.format(party=party)), more) if part)
    elif more:
        given["note"] = more
    move_ticket(desk, ref, FORWARDED, given)
    if ready is not None:
        return replace(ready.make(desk, ref, more), show=ref)
    number = (desk.get(ref) or {}).get("number", "")
    return Outcome(str(_("{number} doorgezet").format(number=number)), ref)


def make_mail(desk: Desk, ref: Ref, more: str = "") -> Outcome:
    """The draft to whom a ticket lies with, its photos enclosed, opened to be sent. ``more``: what is written besides."""
    draft = replace(forwarding_mail(desk, ref, more), enclosures=photos_of(desk, [ref]))
    path = put_draft(desk, draft, draft.subject)
    values = desk.get(ref) or {}
    party = _party(desk, values)
    told = _("{number}: mail aan {party} klaargezet") if draft.to else _("{number}: mail klaargezet; vul het adres in")
    return Outcome(str(told.format(number=values["number"], party=party)), file=str(path))


def make_letter(desk: Desk, ref: Ref, more: str = "") -> Outcome:
    """The letter to whom a ticket lies with, to be looked at and printed."""
    from vaartdesk.flows.letters import print_all

    values = desk.get(ref) or {}
    party = _party(desk, values)
    sentence = str(_("{number}: brief aan {party}").format(number=values["number"], party=party))
    paper = Paper(f"brief-{values['number']}.pdf", lambda: print_all(desk, [letter_of(desk, ref, more)]))
    return Outcome(sentence, paper=paper)


def letter_of(desk: Desk, ref: Ref, more: str = "") -> Letter:
    """The letter to whom a ticket was handed over. Nothing of the reporter is in it."""
    from vaartdesk.flows.letters import address_of, letter

    values = desk.get(ref)
    if values is None:
        raise KeyError(ref)
    with desk.read() as reader:
        category = queries.categories(reader).get(values["category"] or "")
        supplier = _supplier(desk, values)
    since = values["forwarded_on"] if values["forwarded_on"] and values["forwarded_on"] < desk.today else None
    photos = _photos(desk, ref)
    count = len(photos)
    told = ngettext("Bij deze brief: {n} foto.", "Bij deze brief: {n} foto’s.", count).format(n=count) if count else ""
    return letter(
        desk,
        address_of(desk, values["forwarded_to"] or supplier, values["forwarded_text"]),
        forwarding_subject(values, is_reminder=since is not None),
        "\n\n".join(forwarding_text(values, category_title(category) if category else "", since, more)),
        references=((str(_("Ons kenmerk")), values["number"]), (str(_("Uw kenmerk")), values["reference"])),
        parts=tuple(_pairs(photos)),
        signed=signed_by(desk),
        after=told,
    )


def _photos(desk: Desk, ref: Ref) -> list[Photo]:
    from vaartdesk.pdf.parts import Photo

    found = []
    for row in [a for a in desk.attachments(ref) if a["is_photo"]][:PHOTOS]:
        data = desk.files.get(row["sha256"])
        if data is not None:
            found.append(Photo(data, str(_("Foto bij de melding")), caption=row["title"], share=SHARE))
    return found


def _pairs(photos: Sequence[Photo]) -> list[Part]:
    from vaartdesk.pdf.parts import Beside, Prose

    pairs = [photos[at : at + 2] for at in range(0, len(photos), 2)]
    return [Beside(pair[0], pair[1] if len(pair) > 1 else Prose("")) for pair in pairs]


def _supplier(desk: Desk, values: Values) -> str | None:
    found = desk.get(Ref("contract", values["contract"])) if values["contract"] else None
    return found["supplier"] if found else None


def _party(desk: Desk, values: Values) -> str:
    """Whom it lies with, in words."""
    for key in (values["forwarded_to"], _supplier(desk, values)):
        ref = desk.ref(key) if key else None
        if ref is not None:
            return desk.title(ref)
    option = desk.kinds["ticket"].fields["lies_with"].type.field_text(values["lies_with"])
    return values["forwarded_text"] or option.lower()


def _is_forwarded(values: Values) -> bool:
    return bool(values["status"] == FORWARDED)


@dataclass(frozen=True)
class _Ready:
    """What can be made ready for the party: how, and the line in the ticket's log about it."""

    make: Callable[[Desk, Ref, str], Outcome]
    note: Message
    label: Message

    def run(self, desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
        """As a command of its own: a reminder, mostly."""
        outcome = self.make(desk, refs[0], "")
        with desk.change(self.label) as tx:
            tx.note(refs[0], str(self.note.format(party=_party(desk, tx.get(refs[0])))))
        return outcome


_READY: Final[Mapping[str, _Ready]] = {
    "mail": _Ready(make_mail, _("Mail klaargezet aan {party}."), _("Mail klaargezet")),
    "brief": _Ready(make_letter, _("Brief gemaakt aan {party}."), _("Brief gemaakt")),
}


FORWARD: Final = Command(
    "forward",
    _("Doorzetten"),
    _run,
    icon="share",
    key="Ctrl+D",
    asks=_asks,
    follows=_follows,
    fits=lambda values: FORWARDED in allowed(values["status"]),
)
"""In place of the family's own, which knows neither mail nor paper."""
COMMANDS: Final = (
    Command(
        "mail_party", _("Mail aan wie het doet"), _READY["mail"].run, icon="mail", fits=_is_forwarded, in_menu=True
    ),
    Command(
        "letter_party",
        _("Brief aan wie het doet"),
        _READY["brief"].run,
        icon="file-text",
        fits=_is_forwarded,
        in_menu=True,
    ),
)
