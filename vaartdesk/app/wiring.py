"""What crosses kinds is tied together here: reactions of flows join every change of an open desk."""

from __future__ import annotations

from vaartdesk.store.desk import Desk


def wire(desk: Desk) -> None:
    """Register the reactions of flows."""
    desk.door.reactions.extend(())
