"""The states of an event, and what must be true to confirm it (K9)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.events.rules import times
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "idee": ("optie", "aangevraagd", "bevestigd", "afgelast"),
    "optie": ("idee", "aangevraagd", "bevestigd", "afgelast"),
    "aangevraagd": ("optie", "bevestigd", "afgelast"),
    "bevestigd": ("aangevraagd", "geweest", "afgelast"),
    "geweest": ("bevestigd",),
    "afgelast": ("optie", "aangevraagd", "bevestigd"),
}


def allowed(status: str) -> tuple[str, ...]:
    """The states offered from here."""
    return MOVES.get(status, ("optie",))


def settle(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """An event that is placed on the municipal calendar has the day on which it was; one that begins later than it ended moves."""
    along = {} if before is None else times.along(before, after)
    placed = after["calendar_status"] == "geplaatst" and after["calendar_on"] is None
    if placed and (before is None or before["calendar_status"] != "geplaatst"):
        return {**along, "calendar_on": reader.today}
    return along


def is_not_both_public_and_confidential(values: Values, reader: Reader) -> Problem | None:
    """What is confidential is not published."""
    if values["is_public"] and values["is_confidential"]:
        return Problem("is_public", str(_("Een vertrouwelijk evenement kan niet openbaar zijn.")))
    return None


def marker_days(values: Values, reader: Reader) -> Problem | None:
    """Marked days begin before they end."""
    if values["from_on"] and values["to_on"] and values["to_on"] < values["from_on"]:
        return Problem("to_on", str(_("De laatste dag ligt voor de eerste.")))
    return None
