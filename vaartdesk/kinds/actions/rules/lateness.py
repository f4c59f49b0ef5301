"""When an action is late, hidden or blocked, and what follows from its state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.formats.terms import days_text
from vaartdesk.schema.listing import Due
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

WARN_DAYS: Final = 7
FINISHED: Final = frozenset({"gereed", "vervallen"})
_ALL: Final = ("idee", "gepland", "loopt", "wacht", "gereed", "vervallen")


def allowed(status: str) -> tuple[str, ...]:
    """Any other state: a board is dragged both ways."""
    return tuple(slug for slug in _ALL if slug != status)


def is_open(values: Values) -> bool:
    """True until an action is done or dropped."""
    return values["status"] not in FINISHED


def is_late(values: Values, today: date) -> bool:
    """Open, and its deadline has passed."""
    return is_open(values) and values["due_on"] is not None and values["due_on"] < today


def is_near(values: Values, today: date) -> bool:
    """Open, and its deadline is within seven days, the day itself included."""
    due: date | None = values["due_on"]
    return is_open(values) and due is not None and today <= due <= today + timedelta(WARN_DAYS)


def is_shown(values: Values, today: date) -> bool:
    """False before the day from which an action may be seen."""
    return values["visible_from"] is None or values["visible_from"] <= today


def is_blocked(values: Values) -> bool:
    """Waiting for something or somebody."""
    return is_open(values) and (
        values["status"] == "wacht" or bool(values["waits_for"]) or bool(values["waits_text"].strip())
    )


def due_label(values: Values, today: date) -> Due | None:
    """Amber from seven days before, red from the day after, never for what is done (A6)."""
    due: date | None = values["due_on"]
    if not is_open(values):
        done = values["finished_on"] or due
        return Due(day_short(done, today), is_done=True) if done else None
    if due is None:
        return None
    if due < today:
        text = _("{days} te laat").format(days=days_text((today - due).days, "kalenderdagen"))
        return Due(text, "danger", "clock-alert")
    if due == today:
        return Due(str(_("vandaag")), "warning", "clock")
    if is_near(values, today):
        return Due(day_short(due, today), "warning", "clock")
    return Due(day_short(due, today))


def settle(before: Values | None, after: Values, reader: Reader) -> Mapping[str, Any]:
    """A finished action has a day and is at 100 %; reopened it has neither; waiting begins on a day."""
    if before is not None and after["status"] == before["status"]:
        return {}
    follows: dict[str, Any] = {}
    if after["status"] == "gereed" and after["finished_on"] is None:
        follows |= {"finished_on": reader.today, "progress": 100}
    if before is not None and before["status"] == "gereed" and after["finished_on"] is not None:
        follows["finished_on"] = None
        if after["progress"] == 100:
            follows["progress"] = None
    if after["status"] == "wacht" and after["waits_since"] is None:
        follows["waits_since"] = reader.today
    if before is not None and before["status"] == "wacht" and after["waits_since"] is not None:
        follows["waits_since"] = None
    return follows


def dates_in_order(values: Values, reader: Reader) -> Problem | None:
    """An action begins before its deadline."""
    if values["starts_on"] and values["due_on"] and values["due_on"] < values["starts_on"]:
        return Problem("due_on", str(_("De deadline ligt voor het begin.")))
    return None


def is_no_part_of_itself(values: Values, reader: Reader) -> Problem | None:
    """A sub-action belongs to another action."""
    if values["parent"] == values["id"]:
        return Problem("parent", str(_("Een actie kan geen deel van zichzelf zijn.")))
    return None
