"""A series cut in two at a date: what comes before stays, this date and those after it go to other days (K7)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from vaartdesk.core.rule_words import CODES
from vaartdesk.formats.ics.event import CalendarError
from vaartdesk.formats.ics.rule import parts_of
from vaartdesk.kinds.events.rules.occurrences import hand_picked, starts_of
from vaartdesk.kinds.events.rules.times import shifted
from vaartdesk.schema.ref import Values

WEEK: Final = 7
PLACED: Final = 4
"""The fifth of a weekday is not in every month."""
DAILY: Final = frozenset({"DAILY", "WEEKLY"})


class Split(NamedTuple):
    """``before``: the fields of the series that stays, None where nothing comes before; ``after``: of the one that moves;
    ``moves``: the start that each date of it had, and has now.
    """

    before: dict[str, Any] | None
    after: dict[str, Any]
    moves: Sequence[tuple[datetime, datetime]]


def split(values: Values, original: datetime, days: int) -> Split | None:
    """Let the date that the series began at ``original``, and all after it, come ``days`` later. None where a rule cannot
    say that: no date is ever lost or added.
    """
    step, whole = timedelta(days), starts_of(values)
    following = [start for start in whole if start >= original]
    if not following:
        return None
    try:
        after = _after(values, original, step)
    except CalendarError:
        return None
    if after is None:
        return None
    found = starts_of({**values, **after})
    if not _is_endless(values) and len(found) != len(following):
        return None
    before = None if following[0] == whole[0] else _before(values, original)
    return Split(before, after, list(zip(following, found, strict=False)))


def _parted(values: Values, original: datetime) -> tuple[list[datetime], list[datetime], list[datetime]]:
    """The starts that the rule gives (the event's own without one), and those picked by hand before and after."""
    picked = sorted(hand_picked(values["dates"] or ""))
    ruled = starts_of({**values, "dates": ""})
    return ruled, [at for at in picked if at < original], [at for at in picked if at >= original]


def _after(values: Values, original: datetime, step: timedelta) -> dict[str, Any] | None:
    ruled, _before, picked = _parted(values, original)
    rest = [at for at in ruled if at >= original]
    begin = min([*rest[:1], *picked])
    rule: str | None = ""
    if rest and values["rrule"]:
        begin = rest[0]
        rule = moved_rule(values["rrule"], begin.date(), (begin + step).date(), len(rest))
    elif rest:
        begin = rest[0]
    if rule is None:
        return None
    listed = " ".join((at + step).isoformat(timespec="minutes") for at in picked)
    return {**shifted(values, begin + step), "rrule": rule, "dates": listed}


def _before(values: Values, original: datetime) -> dict[str, Any]:
    ruled, picked, _after = _parted(values, original)
    kept = [at for at in ruled if at < original]
    listed = " ".join(at.isoformat(timespec="minutes") for at in picked)
    if len(kept) > 1 and values["rrule"]:
        return {"rrule": _counted(parts_of(values["rrule"]), len(kept)), "dates": listed}
    begin = min([*kept, *picked])
    return {**shifted(values, begin), "rrule": "", "dates": listed}


def _counted(parts: dict[str, str], count: int) -> str:
    kept = {name: value for name, value in parts.items() if name not in {"COUNT", "UNTIL"}}
    return ";".join(f"{name}={value}" for name, value in {**kept, "COUNT": str(count)}.items())


def _is_endless(values: Values) -> bool:
    return bool(values["rrule"]) and "COUNT=" not in values["rrule"] and "UNTIL=" not in values["rrule"]


# --- the rule on other days ------------------------------------------------------------------------------------------


def moved_rule(rule: str, before: date, after: date, count: int) -> str | None:
    """The rule whose dates come as many days later as ``after`` does; None where no rule says that. Raises CalendarError."""
    parts = parts_of(rule)
    if before != after:
        found = _by_week(parts, before, after) if parts["FREQ"] in DAILY else _by_month(parts, before, after)
        if found is None:
            return None
        parts |= found
    if parts.keys() & {"COUNT", "UNTIL"}:
        return _counted(parts, count)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _by_week(parts: dict[str, str], before: date, after: date) -> dict[str, str] | None:
    """Every weekday as much later, the week too: else two days of one week would fall in two."""
    if parts.keys() & {"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYSETPOS"}:
        return None
    step = (after - before).days

    def later(code: str) -> str:
        return CODES[(CODES.index(code) + step) % WEEK]

    found = {"WKST": later(parts.get("WKST", "MO"))} if parts["FREQ"] == "WEEKLY" and "INTERVAL" in parts else {}
    if "BYDAY" in parts:
        found["BYDAY"] = ",".join(sorted(map(later, parts["BYDAY"].split(",")), key=CODES.index))
    return found


def _by_month(parts: dict[str, str], before: date, after: date) -> dict[str, str] | None:
    """The day of the month, or the place of the weekday, that the new day has."""
    months = parts.get("BYMONTH", str(before.month)).split(",")
    if parts.keys() & {"BYYEARDAY", "BYSETPOS"} or (len(months) > 1 and before.month != after.month):
        return None
    found = {"BYMONTH": str(after.month)} if parts.get("BYMONTH") == str(before.month) else {}
    if "BYMONTHDAY" in parts:
        return found | {"BYMONTHDAY": str(after.day)} if parts["BYMONTHDAY"] == str(before.day) else None
    if "BYDAY" not in parts:
        return found
    place = _place(parts["BYDAY"], after)
    is_of_year = parts["FREQ"] == "YEARLY" and "BYMONTH" not in parts
    return None if place is None or is_of_year else found | {"BYDAY": place}


def _place(byday: str, after: date) -> str | None:
    """`2SA` of the day itself; the last of the month stays the last."""
    number, code = byday[:-2], CODES[after.weekday()]
    if not number or "," in byday:
        return None
    if number == "-1" and after.day + WEEK > monthrange(after.year, after.month)[1]:
        return f"-1{code}"
    nth = (after.day - 1) // WEEK + 1
    return f"{nth}{code}" if not number.startswith("-") and nth <= PLACED else None
