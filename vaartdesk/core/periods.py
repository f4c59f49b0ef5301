"""Periods of whole days, some open at either end, and how a stretch of the calendar reads."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR, MONTHS, MONTHS_SHORT, day_long
from vaartdesk.core.text import _

_SPAN: Final = re.compile(r"(\d{4})(?:-(?:k([1-4])|(0?[1-9]|1[0-2])))?", re.IGNORECASE)


def covers(from_on: date | None, to_on: date | None, on: date) -> bool:
    """True when `on` lies in the period, both ends included; a missing end is open."""
    return (from_on is None or from_on <= on) and (to_on is None or on <= to_on)


def whole_months(earlier: date, later: date) -> int:
    """Full months from `earlier` to `later`: 15 March to 14 April is 0, to 15 April is 1; negative when reversed."""
    if later < earlier:
        return -whole_months(later, earlier)
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a day up to and including another."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def months(self) -> tuple[Span, ...]:
        """The calendar months it touches, whole, in order."""
        found = [month_of(self.first)]
        while found[-1].last < self.last:
            found.append(month_of(found[-1].last + timedelta(1)))
        return tuple(found)


def month_of(day: date) -> Span:
    """The calendar month of a day."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def quarter_of(day: date) -> Span:
    """The quarter of a day."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return months_from(first, 3)


def year_of(day: date) -> Span:
    """The calendar year of a day."""
    return Span(date(day.year, 1, 1), date(day.year, 12, 31))


def months_from(first: date, count: int) -> Span:
    """So many calendar months, that of `first` and those after it; before it where `count` is negative."""
    number = first.year * 12 + first.month - 1 + count + (1 if count < 0 else -1)
    other = month_of(date(number // 12, number % 12 + 1, 1))
    here = month_of(first)
    return Span(min(here.first, other.first), max(here.last, other.last))


def span_text(span: Span) -> str:
    """`november 2026`, `2026`, `september tot en met november 2026`, else with days."""
    first, last = span.first, span.last
    is_whole = first == month_of(first).first and last == month_of(last).last
    if not is_whole:
        return _("{first} tot en met {last}").format(first=day_long(first), last=day_long(last))
    if span == year_of(first):
        return str(first.year)
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if span == month_of(first):
        return end
    begin = str(MONTHS[first.month - 1]) + (f" {first.year}" if first.year != last.year else "")
    return _("{first} tot en met {last}").format(first=begin, last=end)


def month_text(span: Span) -> str:
    """`nov 2026`: a month in a table."""
    return f"{MONTHS_SHORT[span.first.month - 1]} {span.first.year}"


def span_key(span: Span) -> str:
    """`2026-11`, `2026-K4`, `2026`: a month, a quarter or a year as one types it."""
    first = span.first
    if span == month_of(first):
        return f"{first:%Y-%m}"
    return str(first.year) if span == year_of(first) else f"{first.year}-K{(first.month + 2) // 3}"


def parse_span(text: str) -> Span:
    """What `span_key` gives, back; ValueError with a Dutch sentence for anything else."""
    found = _SPAN.fullmatch(text.strip())
    year = int(found[1]) if found else 0
    if found is None or not FIRST_YEAR <= year <= LAST_YEAR:
        told = _(
            "‘{text}’ is geen periode. Schrijf een maand als 2026-11, een kwartaal als 2026-K4 of een jaar als 2026."
        )
        raise ValueError(told.format(text=text))
    if found[2]:
        return quarter_of(date(year, 3 * int(found[2]), 1))
    return month_of(date(year, int(found[3]), 1)) if found[3] else year_of(date(year, 1, 1))
