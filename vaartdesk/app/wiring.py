"""What crosses kinds is tied together here: reactions join every change of an open desk."""

from __future__ import annotations

from vaartdesk.kinds.meetings.commands.reactions import REACTIONS
from vaartdesk.store.desk import Desk


def wire(desk: Desk) -> None:
    """Register what joins every change."""
    desk.door.reactions.extend(REACTIONS)
