"""Drafts of mail about a ticket; the user's own mail program sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from vaartdesk.formats.mail import Draft, Enclosure
from vaartdesk.kinds.tickets.exchange import forwarding_draft
from vaartdesk.kinds.tickets.model.contract import Contract
from vaartdesk.kinds.tickets.ports import ORGANISATION, PERSON
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules.rows import category_title
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def forwarding_mail(desk: Desk, ref: Ref, more: str = "") -> Draft:
    """The mail to whom a ticket was handed over, its photos enclosed. A photo that vanished is left out.

    ``more``: what is written besides.
    """
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
        to = address_of(reader, values)
    named = category_title(category) if category else ""
    since = values["forwarded_on"] if values["forwarded_on"] and values["forwarded_on"] < desk.today else None
    return forwarding_draft(values, category=named, to=to, signed=signed, photos=photos, since=since, more=more)


def address_of(reader: Reader, values: Values) -> str:
    """The mail address of whom a ticket lies with: the party itself, else the fault desk of the contract, else its supplier."""
    found = _address(reader, values["forwarded_to"])
    contract = table(Contract)
    terms = reader.first(select(contract).where(contract.c.id == values["contract"])) if values["contract"] else None
    if found or terms is None:
        return found
    known = terms._mapping  # noqa: SLF001  the public name of a row's columns
    return str(known["fault_email"] or _address(reader, known["supplier"]))


def _address(reader: Reader, key: str | None) -> str:
    """The mail address of a person or organisation; '' where none is known."""
    for contact in (ORGANISATION, PERSON):
        found = reader.value(select(contact.c.email).where(contact.c.id == key)) if key else None
        if found:
            return str(found)
    return ""
