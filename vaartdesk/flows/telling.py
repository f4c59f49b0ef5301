"""The mails to everyone who was not told yet: one draft each, noted with the record and with the contact (X15)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.flows.outbox import put_draft, signed_by
from vaartdesk.flows.untold import Untold, mark_told
from vaartdesk.formats.mail import Draft
from vaartdesk.kinds.contacts.commands import note_interaction

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def text_of(desk: Desk, item: Untold) -> str:
    """What the mail says, with who signs it."""
    closing = "\n".join([str(_("Met vriendelijke groet,")), *signed_by(desk)])
    return f"{item.body}\n\n{closing}"


def draft_of(desk: Desk, item: Untold) -> Draft:
    """The mail to one of them."""
    return Draft(item.subject, text_of(desk, item), to=(item.who.address,))


def make_drafts(desk: Desk, items: Sequence[Untold]) -> list[Path]:
    """A draft for each who has an address; they count as told from now. Raises Refused when a draft cannot be written."""
    ready = [item for item in items if item.who.email]
    paths = [put_draft(desk, draft_of(desk, item), f"{item.subject} {item.who.name}") for item in ready]
    if not ready:
        return []
    with desk.change(_("Mails klaargezet")):
        mark_told(desk, ready, note=str(_("Mail klaargezet aan {name}.")))
        for item in ready:
            if item.who.contact is not None:
                note_interaction(
                    desk, item.who.contact, item.subject, medium="mail", text=item.body, subject=item.about.id
                )
    return paths
