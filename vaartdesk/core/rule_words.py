"""Recurrence rules (RFC 5545) in Dutch words: `FREQ=MONTHLY;BYDAY=1MO` is "eerste maandag van de maand".

What these words cannot say is shown as the rule itself. `core.rule_reading` reads them back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from vaartdesk.core.dates import DAYS, MONTHS, day_long
from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import Message, _, ngettext

CODES: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS: Final = "MO,TU,WE,TH,FR"
ORDINALS: Final[Mapping[int, Message]] = {
    1: _("eerste"),
    2: _("tweede"),
    3: _("derde"),
    4: _("vierde"),
    5: _("vijfde"),
    -1: _("laatste"),
    -2: _("voorlaatste"),
}
_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "DAILY": (_("elke dag"), _("elke {n} dagen")),
    "WEEKLY": (_("elke week"), _("elke {n} weken")),
    "MONTHLY": (_("elke maand"), _("elke {n} maanden")),
    "YEARLY": (_("elk jaar"), _("elke {n} jaar")),
}
_DAY: Final = Pattern(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN: Final = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"})


class _Beyond(ValueError):
    """These words cannot say it."""


def rule_words(rule: str) -> str:
    """A rule in words; the rule itself where it says more than words can. '' for ''."""
    if not rule:
        return ""
    try:
        parts = dict(part.split("=", 1) for part in rule.upper().split(";"))
        if not parts.keys() <= _KNOWN:
            return rule
        return _often(parts) + _end(parts)
    except (_Beyond, ValueError, KeyError, IndexError):
        return rule


def _often(parts: Mapping[str, str]) -> str:
    freq, n = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    one, many = _UNITS[freq]
    every = ngettext(one, many, n).format(n=n)
    if freq == "YEARLY":
        return every + _in_year(parts)
    tail = _months_tail(parts)
    if freq == "MONTHLY":
        return _in_month(parts, every, n, tail) + (tail if "BYDAY" not in parts or n > 1 else "")
    _refuse(parts, "BYMONTHDAY", "BYSETPOS")
    if "BYDAY" in parts:
        every = _on_days(parts["BYDAY"], every, n, freq)
    return every + tail


def _refuse(parts: Mapping[str, str], *names: str) -> None:
    if any(name in parts for name in names):
        raise _Beyond


def _on_days(byday: str, every: str, n: int, freq: str) -> str:
    """`elke maandag en donderdag`, `elke 2 weken op maandag`."""
    if byday == WORKDAYS:
        days = str(_("werkdag"))
    else:
        found = [_DAY.fullmatch(code) for code in byday.split(",")]
        if any(match is None or match.group(1) for match in found):
            raise _Beyond
        days = listed([str(DAYS[CODES.index(match.group(2))]) for match in found if match])
    if n == 1:
        return str(_("elke {days}").format(days=days))
    if freq == "DAILY":
        raise _Beyond
    return str(_("{every} op {days}").format(every=every, days=days))


def _in_month(parts: Mapping[str, str], every: str, n: int, tail: str) -> str:
    if "BYMONTHDAY" in parts:
        _refuse(parts, "BYDAY", "BYSETPOS")
        return str(_("{every} op {days}").format(every=every, days=_month_days(parts["BYMONTHDAY"])))
    if "BYDAY" not in parts:
        _refuse(parts, "BYSETPOS")
        return every
    days = _placed_days(parts)
    if n > 1:
        return str(_("{every} op de {days}").format(every=every, days=days))
    return days + (tail.replace(str(_(" in ")), str(_(" van ")), 1) if tail else str(_(" van de maand")))


def _in_year(parts: Mapping[str, str]) -> str:
    if "BYMONTH" not in parts:
        _refuse(parts, "BYDAY", "BYMONTHDAY", "BYSETPOS")
        return ""
    months = _months(parts["BYMONTH"])
    if "BYDAY" in parts:
        _refuse(parts, "BYMONTHDAY")
        return str(_(" op de {days} van {months}").format(days=_placed_days(parts), months=months))
    _refuse(parts, "BYSETPOS")
    if "BYMONTHDAY" not in parts:
        return str(_(" in {months}").format(months=months))
    days = [int(day) for day in parts["BYMONTHDAY"].split(",")]
    if any(day < 1 for day in days):
        raise _Beyond
    return str(_(" op {days} {months}").format(days=listed([str(day) for day in days]), months=months))


def _month_days(text: str) -> str:
    """`de 1e en de 15e`, `de laatste dag`."""
    days = [int(day) for day in text.split(",")]
    if any(day < -1 for day in days):
        raise _Beyond
    return listed([str(_("de laatste dag")) if day == -1 else str(_("de {n}e").format(n=day)) for day in days])


def _placed_days(parts: Mapping[str, str]) -> str:
    """`eerste maandag en derde vrijdag`, `laatste werkdag`."""
    if "BYSETPOS" in parts:
        if parts["BYDAY"] != WORKDAYS:
            raise _Beyond
        places = [str(ORDINALS[int(place)]) for place in parts["BYSETPOS"].split(",")]
        return f"{listed(places)} {_('werkdag')}"
    by_day: dict[str, list[str]] = {}
    for code in parts["BYDAY"].split(","):
        match = _DAY.fullmatch(code)
        if match is None or not match.group(1):
            raise _Beyond
        by_day.setdefault(match.group(2), []).append(str(ORDINALS[int(match.group(1))]))
    return listed([f"{listed(places)} {DAYS[CODES.index(day)]}" for day, places in by_day.items()])


def _months_tail(parts: Mapping[str, str]) -> str:
    return f"{_(' in ')}{_months(parts['BYMONTH'])}" if "BYMONTH" in parts else ""


def _months(text: str) -> str:
    """`maart, juni en september`; three or more in a row as `april tot en met september`."""
    numbers = sorted({int(number) for number in text.split(",")})
    names = [str(MONTHS[number - 1]) for number in numbers]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return str(_("{first} tot en met {last}").format(first=names[0], last=names[-1]))
    return listed(names)


def listed(words: Sequence[str]) -> str:
    """`a, b en c`."""
    if len(words) < 2:
        return "".join(words)
    return str(_("{first} en {last}").format(first=", ".join(words[:-1]), last=words[-1]))


def _end(parts: Mapping[str, str]) -> str:
    if "COUNT" in parts:
        return str(_(", {n} keer").format(n=int(parts["COUNT"])))
    if "UNTIL" in parts:
        day = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        return str(_(", tot en met {day}").format(day=day_long(day)))
    return ""


def suggestions(start: date) -> tuple[str, ...]:
    """Rules, in words, that a series which starts on a day is likely to follow."""
    code, place = CODES[start.weekday()], (start.day - 1) // 7 + 1
    rules = [
        f"FREQ=WEEKLY;BYDAY={code}",
        f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}",
        f"FREQ=MONTHLY;BYDAY={place if place < 5 else -1}{code}",
        f"FREQ=MONTHLY;BYMONTHDAY={start.day}",
        f"FREQ=MONTHLY;BYDAY={WORKDAYS};BYSETPOS=1",
        f"FREQ=MONTHLY;INTERVAL=3;BYDAY={place if place < 5 else -1}{code}",
        f"FREQ=YEARLY;BYMONTH={start.month};BYMONTHDAY={start.day}",
    ]
    return tuple(rule_words(rule) for rule in rules)
