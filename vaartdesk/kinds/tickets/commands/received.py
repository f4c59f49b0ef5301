"""From a mail or a chat to the fields of a ticket: who, what, where and when, so that nothing is typed again (T21)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol

from sqlalchemy import func, select

from vaartdesk.core.text import _, fold
from vaartdesk.formats.chat import Message
from vaartdesk.formats.received import Received
from vaartdesk.kinds.tickets.model.ticket import Ticket
from vaartdesk.kinds.tickets.ports import ORGANISATION, PERSON, STREET
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

LONGEST: Final = 80
MOST: Final = 200_000
"""Characters of a chat that are read."""
_PHONE: Final = re.compile(r"\+?[\d ()\-]{8,20}")
_NUMBER: Final = re.compile(r"\bM-\d{4}-[A-Z]?\d{3,6}\b", re.IGNORECASE)
_SIGNATURE: Final = re.compile(r"\n-- \n")


class Enclosed(Protocol):
    """A file as it is kept."""

    @property
    def name(self) -> str: ...

    @property
    def data(self) -> bytes: ...

    @property
    def mime(self) -> str: ...

    @property
    def is_photo(self) -> bool: ...

    @property
    def taken_at(self) -> datetime | None: ...


def of_mail(desk: Desk, mail: Received) -> dict[str, Any]:
    """The fields that a mail fills. Nothing of it is thrown away: what is no title stands in the description."""
    with desk.read() as reader:
        text = _SIGNATURE.split(mail.text)[0].strip() or mail.text
        fields = {
            "title": short(mail.plain_subject or text),
            "description": mail.text,
            "place_text": place_in(reader, f"{mail.plain_subject}\n{text}"),
            "channel": "mail",
            "reporter": contact_of(reader, mail.sender_email),
            "reporter_name": mail.sender_name,
            "reporter_email": mail.sender_email,
            "reported_at": _past(mail.sent_at, reader.now),
            "message_id": mail.message_id,
            "wants_answer": bool(mail.sender_email),
        }
    return {name: value for name, value in fields.items() if value}


def of_chat(desk: Desk, messages: Sequence[Message]) -> dict[str, Any]:
    """The fields that pasted messages fill; who said the first thing reported it."""
    if not messages:
        return {}
    who = messages[0].who
    is_phone = bool(_PHONE.fullmatch(who))
    several = len({message.who for message in messages}) > 1
    lines = [f"{message.who}: {message.text}" if several and message.who else message.text for message in messages]
    with desk.read() as reader:
        fields = {
            "title": short(next((m.text for m in messages if m.who == who and m.text.strip()), "")),
            "description": "\n".join(lines),
            "place_text": place_in(reader, "\n".join(lines)),
            "channel": "appbericht" if who else "",
            "reporter_name": "" if is_phone else who,
            "reporter_phone": who if is_phone else "",
            "reported_at": _past(messages[0].at, reader.now),
        }
    return {name: value for name, value in fields.items() if value}


def short(text: str) -> str:
    """A title: the first line or sentence, cut at a word."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    first = re.split(r"(?<=[.!?])\s", line, maxsplit=1)[0].rstrip(".")
    if len(first) <= LONGEST:
        return first
    cut = first[: LONGEST - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def place_in(reader: Reader, text: str) -> str:
    """The first street that is named, with its house number: `Mulderstraat 14`; '' where none is."""
    names = [str(row[0]) for row in reader.all(select(STREET.c.title).where(STREET.c.alive)) if row[0]]
    words = re.findall(r"[\w'’.-]+", text)
    plain = [fold(word).strip(".") for word in words]
    found: list[tuple[int, int, str]] = []
    for name in names:
        parts = fold(name).split()
        size = len(parts)
        starts = (at for at in range(len(plain) - size + 1) if plain[at : at + size] == parts)
        found += [(at, -size, name) for at in starts]
    if not found:
        return ""
    at, size, name = min(found)
    number = words[at - size].strip(".") if at - size < len(words) else ""
    return f"{name} {number}" if re.fullmatch(r"\d{1,4}[a-zA-Z]?", number) else name


def contact_of(reader: Reader, email: str) -> str | None:
    """The person or organisation with this address; None where there is none, or several."""
    found: list[str] = []
    for contact in (PERSON, ORGANISATION) if email else ():
        chosen = select(contact.c.id).where(contact.c.alive, func.lower(contact.c.email) == email)
        found += [row[0] for row in reader.all(chosen)]
    return found[0] if len(found) == 1 else None


def ticket_of(desk: Desk, mail: Received) -> Ref | None:
    """The ticket that was made of this very mail before."""
    if not mail.message_id:
        return None
    with desk.read() as reader:
        rows = living(reader, Ticket, table(Ticket).c.message_id == mail.message_id)
    return Ref("ticket", rows[0]["id"]) if rows else None


def answered(desk: Desk, mail: Received) -> Ref | None:
    """The ticket whose number stands in the subject: an answer to what was sent about it."""
    for number in _NUMBER.findall(mail.subject):
        ref = desk.find_number(number)
        if ref is not None and ref.kind == "ticket":
            return ref
    return None


def add_mail(desk: Desk, ref: Ref, mail: Received, files: Sequence[Enclosed]) -> None:
    """What a mail says and encloses, with a ticket that is there. Raises Refused for words that are warned of."""
    who = mail.sender_name or mail.sender_email or str(_("onbekend"))
    with desk.change(_("Mail toegevoegd")) as tx:
        tx.note(ref, "\n".join([str(_("Mail van {who}:").format(who=who)), mail.text]).strip())
        for file in files:
            tx.attach(ref, file.data, file.name, mime=file.mime, is_photo=file.is_photo, taken_at=file.taken_at)


def _past(at: datetime | None, now: datetime) -> datetime | None:
    """When it was reported; a sender's clock that runs ahead is not believed."""
    return at if at is not None and at <= now + timedelta(minutes=5) else None
