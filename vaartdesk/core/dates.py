"""Dutch days and times: how they are shown, and a strict reading of how people type them.

Nothing is guessed: `12-13-2026` is an error and never 13 December. Errors are `ValueError` with a Dutch sentence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Final

from vaartdesk.core.pattern import Pattern
from vaartdesk.core.text import Message, _, fold

DAYS: Final[tuple[Message, ...]] = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)
DAYS_SHORT: Final[tuple[Message, ...]] = (_("ma"), _("di"), _("wo"), _("do"), _("vr"), _("za"), _("zo"))
MONTHS: Final[tuple[Message, ...]] = (
    _("januari"),
    _("februari"),
    _("maart"),
    _("april"),
    _("mei"),
    _("juni"),
    _("juli"),
    _("augustus"),
    _("september"),
    _("oktober"),
    _("november"),
    _("december"),
)
MONTHS_SHORT: Final[tuple[Message, ...]] = (
    _("jan"),
    _("feb"),
    _("mrt"),
    _("apr"),
    _("mei"),
    _("jun"),
    _("jul"),
    _("aug"),
    _("sep"),
    _("okt"),
    _("nov"),
    _("dec"),
)
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2199
NEAR_YEARS: Final = 20
"""Four figures behind a month are a year as far off as this, and a time beyond it."""

# --- showing -----------------------------------------------------------------------------------------------------


def day_field(d: date) -> str:
    """`di 24-11-2026`, as a field shows it."""
    return f"{DAYS_SHORT[d.weekday()]} {d.day:02}-{d.month:02}-{d.year:04}"


def day_short(d: date, today: date) -> str:
    """`di 24 nov`, as a list shows it; with the year when it is not this one."""
    text = f"{DAYS_SHORT[d.weekday()]} {d.day} {MONTHS_SHORT[d.month - 1]}"
    return text if d.year == today.year else f"{text} {d.year}"


def day_long(d: date) -> str:
    """`24 november 2026`, as paper shows it."""
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def day_weekday_long(d: date) -> str:
    """`dinsdag 24 november 2026`."""
    return f"{DAYS[d.weekday()]} {day_long(d)}"


def time_text(t: time | datetime) -> str:
    """`19:30`, as fields and lists show it."""
    return f"{t.hour:02}:{t.minute:02}"


def time_prose(t: time | datetime) -> str:
    """`19.30 uur`, as running text shows it."""
    return _("{hour}.{minute:02} uur").format(hour=t.hour, minute=t.minute)


def week_number(d: date) -> int:
    """The ISO week, 1 to 53; weeks start on Monday."""
    return d.isocalendar().week


# --- reading a day -----------------------------------------------------------------------------------------------

_WORDS: Final = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_WEEKDAYS: Final = {name.source: i for names in (DAYS, DAYS_SHORT) for i, name in enumerate(names)}
_MONTHS: Final = {name.source: i + 1 for names in (MONTHS, MONTHS_SHORT) for i, name in enumerate(names)} | {
    "mar": 3,
    "sept": 9,
}


def month_named(word: str) -> int | None:
    """3 for `maart` and `mrt`, None for any other word."""
    return _MONTHS.get(fold(word))


_NAMED: Final = Pattern(r"([0-9]{1,2}) ?([a-z]+)\.?(?: ?'?([0-9]{4}|[0-9]{2}))?")
_DIGITAL: Final = Pattern(r"([0-9]{1,2})([-/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_ISO: Final = Pattern(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_STEP: Final = Pattern(r"([+-]) ?([0-9]{1,4}) ?([dw])")
_WEEK: Final = Pattern(r"(?:wk|week) ?([0-9]{1,2})(?: ([0-9]{4}))?")
_LEADING_DAY: Final = Pattern(r"([a-z]+)\.?,? (.+)")


def parse_day(text: str, today: date) -> date:
    """The day that `text` names, seen from `today`.

    Reads 24-11-2026, 24-11-26, 24/11/2026, 24-11, 24 nov (the year nearest to today), 24 november 2026, 2026-11-24,
    each also behind its weekday; vandaag, morgen, overmorgen, gisteren; vr and vrijdag (the first after today);
    +3d, -1w; wk 47 (its Monday). ValueError with a Dutch sentence.
    """
    plain = fold(text)
    if not plain:
        raise ValueError(_("Vul een datum in."))
    leading = _LEADING_DAY.fullmatch(plain)
    if leading and leading.group(1) in _WEEKDAYS:
        return _agreeing(_in_range(_read_day(leading.group(2), today, text)), _WEEKDAYS[leading.group(1)])
    return _in_range(_read_day(plain, today, text))


def ends_in_year(words: list[str], today: date) -> bool:
    """Whether the last word is the year of a day and no time: `20 jun 2027`, `wk 47 2027`; but `za 2030` and `24 nov 1930`."""
    last = words[-1]
    if len(words) < 2 or len(last) != 4 or not last.isdecimal() or abs(int(last) - today.year) > NEAR_YEARS:
        return False
    return fold(words[-2]).rstrip(".") in _MONTHS or (len(words) > 2 and fold(words[-3]) in {"wk", "week"})


def _read_day(plain: str, today: date, text: str) -> date:
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    if plain in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS[plain] - today.weekday() - 1) % 7 + 1)
    for form, read in _FORMS:
        match = form.fullmatch(plain)
        if match:
            return read(match, today)
    raise ValueError(
        _("‘{text}’ is geen datum. Schrijf bijvoorbeeld 24-11-2026 of 24 nov.").format(text=text.strip()[:40])
    )


def _named(match: re.Match[str], today: date) -> date:
    day, name, year = match.groups()
    if name not in _MONTHS:
        raise ValueError(_("‘{name}’ is geen maand.").format(name=name))
    return _day(int(day), _MONTHS[name], year, today)


def _digital(match: re.Match[str], today: date) -> date:
    return _day(int(match.group(1)), int(match.group(3)), match.group(4), today)


def _iso(match: re.Match[str], today: date) -> date:
    year, month, day = match.groups()
    return _day(int(day), int(month), year, today)


def _step(match: re.Match[str], today: date) -> date:
    sign, count, unit = match.groups()
    days = int(count) * (7 if unit == "w" else 1)
    try:
        return today + timedelta(days=-days if sign == "-" else days)
    except OverflowError:
        raise ValueError(_outside()) from None


def _week(match: re.Match[str], today: date) -> date:
    week = int(match.group(1))
    years = [int(match.group(2))] if match.group(2) else range(today.year - 1, today.year + 2)
    mondays = [monday for year in years if (monday := _monday(year, week))]
    if not mondays:
        raise ValueError(_("Week {week} bestaat niet.").format(week=week))
    return _nearest(mondays, today)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


_FORMS: Final[tuple[tuple[Pattern, Callable[[re.Match[str], date], date]], ...]] = (
    (_DIGITAL, _digital),
    (_NAMED, _named),
    (_ISO, _iso),
    (_STEP, _step),
    (_WEEK, _week),
)


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if not 1 <= month <= 12:
        raise ValueError(_("Maand {month} bestaat niet.").format(month=month))
    if day < 1:
        raise ValueError(_("Dag 0 bestaat niet."))
    if year is not None:
        return _exact(day, month, _year(year, today))
    if day > monthrange(2024, month)[1]:
        raise ValueError(_length(MONTHS[month - 1], monthrange(2024, month)[1]))
    # 29 February may be eight years away, around 2100.
    years = range(today.year - 8, today.year + 9)
    return _nearest([date(y, month, day) for y in years if day <= monthrange(y, month)[1]], today)


def _exact(day: int, month: int, year: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(_outside())
    length = monthrange(year, month)[1]
    if day > length:
        name = f"{MONTHS[month - 1]} {year}" if month == 2 else str(MONTHS[month - 1])
        raise ValueError(_length(name, length))
    return date(year, month, day)


def _year(text: str, today: date) -> int:
    """Four digits as they are; two digits in the century that brings them nearest to today."""
    year = int(text)
    if len(text) == 4:
        return year
    century = today.year // 100 * 100
    return min((century + year, century + 100 + year, century - 100 + year), key=lambda y: abs(y - today.year))


def _nearest(days: list[date], today: date) -> date:
    """The day nearest to today; of two as near the later."""
    return min(days, key=lambda d: (abs((d - today).days), -d.toordinal()))


def _length(month: str, days: int) -> str:
    name = str(month)
    return _("{month} heeft {days} dagen.").format(month=name[:1].upper() + name[1:], days=days)


def _outside() -> str:
    return _("Het jaar moet tussen {first} en {last} liggen.").format(first=FIRST_YEAR, last=LAST_YEAR)


def _in_range(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(_outside())
    return day


def _agreeing(day: date, weekday: int) -> date:
    if day.weekday() != weekday:
        raise ValueError(_("{day} is een {weekday}.").format(day=day_long(day), weekday=DAYS[day.weekday()]))
    return day


# --- reading a time ----------------------------------------------------------------------------------------------

_TIME: Final = Pattern(r"([0-9]{1,2})(?:[:.u]([0-9]{2})|([0-9]{2}))?(?: ?u(?:ur)?)?")


def parse_time(text: str) -> time:
    """A time of day: 19:30, 19.30, 1930, 930, 19u, 19u30, 19, 19.30 uur. ValueError with a Dutch sentence."""
    match = _TIME.fullmatch(fold(text))
    if not match:
        raise ValueError(
            _("‘{text}’ is geen tijd. Schrijf bijvoorbeeld 19:30.").format(text=text.strip()[:40])
            if text.strip()
            else _("Vul een tijd in.")
        )
    hour, minute = int(match.group(1)), int(match.group(2) or match.group(3) or 0)
    if (hour, minute) == (24, 0):
        raise ValueError(_("24:00 is 0:00 van de volgende dag; schrijf 0:00 of 23:59."))
    if hour > 23 or minute > 59:
        raise ValueError(_("De tijd {hour}:{minute:02} bestaat niet.").format(hour=hour, minute=minute))
    return time(hour, minute)
