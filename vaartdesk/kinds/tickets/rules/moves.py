"""Which states a ticket can go to, and what follows by itself from a move."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.text import _
from vaartdesk.formats.terms import Pause
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

WAITING: Final = "wacht_op_reactie"
FORWARDED: Final = "doorgezet"
DONE: Final = "afgehandeld"
CLOSED: Final = frozenset({"afgehandeld", "geannuleerd", "dubbel"})
_WORK: Final = ("in_behandeling", "ingepland", "doorgezet", "wacht_op_reactie", "afgehandeld")
_AWAY: Final = ("geannuleerd", "dubbel")
MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "nieuw": (*_WORK, *_AWAY),
    "in_behandeling": ("ingepland", "doorgezet", "wacht_op_reactie", "afgehandeld", *_AWAY),
    "ingepland": ("in_behandeling", "doorgezet", "wacht_op_reactie", "afgehandeld", *_AWAY),
    "doorgezet": ("in_behandeling", "ingepland", "doorgezet", "wacht_op_reactie", "afgehandeld", *_AWAY),
    "wacht_op_reactie": ("in_behandeling", "ingepland", "doorgezet", "afgehandeld", *_AWAY),
    "heropend": (*_WORK, *_AWAY),
    "afgehandeld": ("heropend",),
    "geannuleerd": ("heropend",),
    "dubbel": ("heropend",),
}
"""Generous on purpose: a huismeester may close what is new, and hand over again what was handed over."""


def allowed(status: str) -> tuple[str, ...]:
    """The states offered from here; from a state of a newer version, all that are open."""
    return MOVES.get(status, _WORK)


def is_open(values: Values) -> bool:
    """True until a ticket is solved, called off, or found to be a double."""
    return values["status"] not in CLOSED


def local_day(moment: datetime) -> date:
    """The date of a moment in Assen."""
    return moment.astimezone(amsterdam()).date()


# --- pauses, kept as "2026-11-03/2026-11-05 2026-11-10/2026-11-11" (ISO 8601 intervals) -------------------------------


def closed_pauses(text: str) -> tuple[Pause, ...]:
    """The pauses that ended; what cannot be read is left out, as a list must open whatever a laptop wrote."""
    found: list[Pause] = []
    for part in text.split():
        begin, _slash, end = part.partition("/")
        try:
            found.append((date.fromisoformat(begin), date.fromisoformat(end)))
        except ValueError:
            continue
    return tuple(found)


def pauses_of(values: Values) -> tuple[Pause, ...]:
    """All pauses of a ticket, the one it stands in last, with an open end."""
    ended = closed_pauses(values["pauses"] or "")
    return (*ended, (values["paused_since"], None)) if values["paused_since"] else ended


def _with_pause(text: str, begin: date, end: date) -> str:
    return f"{text} {begin.isoformat()}/{end.isoformat()}".strip() if end > begin else text


# --- what follows ----------------------------------------------------------------------------------------------------


def settle(before: Values | None, after: Values, reader: Reader) -> dict[str, Any]:
    """The fields that follow from a change by themselves: moments and pauses."""
    follows: dict[str, Any] = {"reported_at": reader.now} if before is None and after["reported_at"] is None else {}
    old = "nieuw" if before is None else before["status"]
    if after["status"] != old:
        follows |= moved(old, after, reader.today, reader.now)
        if (
            before is not None
            and old in CLOSED
            and after["status"] not in CLOSED
            and after["result"] == before["result"]
        ):
            follows["result"] = ""  # what was done then is history: solving it again is asked anew
    return follows


def moved(old: str, after: Values, today: date, now: datetime) -> dict[str, Any]:
    """What a move from ``old`` to ``after["status"]`` brings along. The clock stands still while a ticket waits or is closed."""
    status = after["status"]
    follows: dict[str, Any] = {}
    if status == WAITING and after["paused_since"] is None:
        follows["paused_since"] = today
    if status != WAITING and after["paused_since"] is not None:
        follows["pauses"] = _with_pause(after["pauses"] or "", after["paused_since"], today)
        follows["paused_since"] = None
    if status in CLOSED and after["closed_at"] is None:
        follows["closed_at"] = now
    if old in CLOSED and status not in CLOSED and after["closed_at"] is not None:
        follows["pauses"] = _with_pause(after["pauses"] or "", local_day(after["closed_at"]), today)
        follows["closed_at"] = None
    if status == FORWARDED and after["forwarded_on"] is None:
        follows["forwarded_on"] = today
    return follows


# --- checks ----------------------------------------------------------------------------------------------------------


def needs_result(values: Values, reader: Reader) -> Problem | None:
    """A solved ticket says how."""
    if values["status"] == DONE and not values["result"].strip():
        return Problem("result", str(_("Schrijf op wat er gedaan is; daarna is de melding afgehandeld.")))
    return None


def names_original(values: Values, reader: Reader) -> Problem | None:
    """A double says of which."""
    if values["duplicate_of"] == values["id"]:
        return Problem("duplicate_of", str(_("Een melding kan niet dubbel van zichzelf zijn.")))
    if values["status"] == "dubbel" and not values["duplicate_of"]:
        return Problem("duplicate_of", str(_("Kies van welke melding dit een dubbele is.")))
    return None


def is_no_part_of_itself(values: Values, reader: Reader) -> Problem | None:
    """A part belongs to another ticket."""
    if values["parent"] == values["id"]:
        return Problem("parent", str(_("Een melding kan geen deel van zichzelf zijn.")))
    return None
