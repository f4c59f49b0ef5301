"""Who sends a paper: the organisation of the team's settings."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.pdf.letterhead import Sender
from vaartdesk.store.desk import Desk

NAME, SLOGAN = _("Vaart in Assen"), _("voor de binnenstad")


def sender(desk: Desk) -> Sender:
    """Name and slogan; the settings ``organisation`` and ``slogan`` go before the house's own."""
    return Sender(str(desk.setting("organisation", str(NAME))), str(desk.setting("slogan", str(SLOGAN))))
