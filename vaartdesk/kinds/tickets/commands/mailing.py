"""Drafts of mail about a ticket; the user's own mail program sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from vaartdesk.formats.mail import Draft, Enclosure
from vaartdesk.kinds.tickets.exchange import forwarding_draft
from vaartdesk.kinds.tickets.ports import ORGANISATION, PERSON
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules.rows import category_title
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def forwarding_mail(desk: Desk, ref: Ref) -> Draft:
    """The mail to whom a ticket was handed over, its photos enclosed. A photo that vanished is left out."""
    values = desk.get(ref)
    if values is None:
        raise KeyError(ref)
    photos = [
        Enclosure(photo["title"], desk.file(photo["sha256"]).read_bytes(), photo["mime"] or "image/jpeg")
        for photo in desk.attachments(ref)
        if photo["is_photo"] and desk.file(photo["sha256"]).exists()
    ]
    who = desk.title(desk.who) if desk.who else ""
    with desk.read() as reader:
        category = queries.categories(reader).get(values["category"] or "")
        signed = [line for line in (who, str(reader.settings.get("organisation", ""))) if line]
        to = _address(reader, values["forwarded_to"])
    named = category_title(category) if category else ""
    return forwarding_draft(values, category=named, to=to, signed=signed, photos=photos)


def _address(reader: Reader, key: str | None) -> str:
    """The mail address of a person or organisation; '' where none is known."""
    for table in (ORGANISATION, PERSON):
        found = reader.value(select(table.c.email).where(table.c.id == key)) if key else None
        if found:
            return str(found)
    return ""
