"""What crosses kinds is tied to an open desk here: reactions that join every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vaartdesk.kinds.meetings.commands import reactions as meetings
from vaartdesk.kinds.plan.queries import own_names
from vaartdesk.kinds.tickets.commands import reactions as tickets
from vaartdesk.kinds.tickets.commands import round_reactions as rounds

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def wire(desk: Desk) -> None:
    """Register the reactions of families and flows, and what a person's roles are."""
    desk.door.reactions.extend((*meetings.REACTIONS, *tickets.REACTIONS, *rounds.REACTIONS))
    desk.own_names = own_names
