"""Small changes of an agenda and its meeting, as the agenda's own page makes them: one field, one step back."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def set_minutes(desk: Desk, item: Ref, minutes: int | None) -> None:
    """How long an item takes; every time after it follows. Raises Refused for what is no length of time."""
    with desk.change(_("Minuten gewijzigd")) as tx:
        tx.set(item, "minutes", minutes)


def set_purpose(desk: Desk, item: Ref, purpose: str) -> None:
    """What the item is for."""
    with desk.change(_("Doel gewijzigd")) as tx:
        tx.set(item, "purpose", purpose)


def move_meeting(desk: Desk, meeting: Ref, status: str) -> None:
    """Another stage of a meeting. Raises Refused for a step that the stages do not allow."""
    with desk.change(_("Status gewijzigd")) as tx:
        tx.set(meeting, "status", status)
        if status == "verzonden" and tx.get(meeting)["sent_on"] is None:
            tx.set(meeting, "sent_on", tx.today)
