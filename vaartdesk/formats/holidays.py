"""Dutch public holidays and terms in working days.

Which holidays count is a value, a collection of slugs, because the answer differs: Goede Vrijdag counts for terms of
the Algemene termijnenwet and is an ordinary day in most shops; 5 May counts for that law every year and for many
employers once in five years. Calendars show `ALL_DAYS`, terms use `TERM_DAYS` unless the team chose otherwise.

A term of N working days from the day of report ends on the Nth working day after that day: the day of report itself
never counts, the last day does, and on the last day nothing is late yet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from vaartdesk.core.dates import FIRST_YEAR, LAST_YEAR
from vaartdesk.core.text import Message, _, fold

NAMES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "nieuwjaarsdag": _("Nieuwjaarsdag"),
        "goede_vrijdag": _("Goede Vrijdag"),
        "eerste_paasdag": _("Eerste paasdag"),
        "tweede_paasdag": _("Tweede paasdag"),
        "koningsdag": _("Koningsdag"),
        "bevrijdingsdag": _("Bevrijdingsdag"),
        "hemelvaartsdag": _("Hemelvaartsdag"),
        "eerste_pinksterdag": _("Eerste pinksterdag"),
        "tweede_pinksterdag": _("Tweede pinksterdag"),
        "eerste_kerstdag": _("Eerste kerstdag"),
        "tweede_kerstdag": _("Tweede kerstdag"),
    }
)
LUSTRUM: Final = "bevrijdingsdag_lustrum"
"""In a set: 5 May counts in years that end in 0 or 5 only."""

ALL_DAYS: Final = tuple(NAMES)
TERM_DAYS: Final = ALL_DAYS
"""Algemene termijnenwet, article 3: 5 May every year, and Goede Vrijdag."""
SETS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "termijnenwet": TERM_DAYS,
        "winkels": tuple(slug for slug in ALL_DAYS if slug not in {"goede_vrijdag", "bevrijdingsdag"}),
        "kantoor": (*(slug for slug in ALL_DAYS if slug not in {"goede_vrijdag", "bevrijdingsdag"}), LUSTRUM),
    }
)
_LIBRARY_YEARS: Final = range(1966, 2014)
"""Years of other laws, Koninginnedag among them. From Koningsdag (2014) on the rule gives what the library gives, without its
import, which the first list would wait for."""
_SATURDAY: Final = 5


def dutch_holidays(year: int, chosen: Collection[str] = ALL_DAYS) -> dict[date, str]:
    """Day -> Dutch name of the holidays of `chosen` (slugs of `NAMES`, or `LUSTRUM`) in `year`, in order of date.

    Two on one day are joined by "en". Slugs that are not known are ignored, as an older program may meet newer ones.
    ValueError for a year outside 1800-2199.
    """
    return {
        day: _(" en ").join(str(NAMES[slug]) for slug in counted)
        for day, slugs in _holidays(year)
        if (counted := [slug for slug in slugs if _counts(slug, year, chosen)])
    }


def _counts(slug: str, year: int, chosen: Collection[str]) -> bool:
    return slug in chosen or (slug == "bevrijdingsdag" and LUSTRUM in chosen and year % 5 == 0)


@lru_cache(maxsize=512)
def _holidays(year: int) -> tuple[tuple[date, tuple[str, ...]], ...]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("Feestdagen zijn alleen bekend van {first} tot en met {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
        )
    return _by_library(year) if year in _LIBRARY_YEARS else _by_rule(year)


def _by_library(year: int) -> tuple[tuple[date, tuple[str, ...]], ...]:
    # Imported here because it costs a tenth of a second, which start-up has no need of. Without `language` the names
    # follow the locale of the machine, and 5 May is "optional" except in a lustrum.
    import holidays

    found = holidays.country_holidays("NL", years=year, language="nl", categories=("public", "optional"))
    return tuple((day, tuple(_slug(name) for name in found[day].split("; "))) for day in sorted(found))


def _slug(name: str) -> str:
    slug = fold(name).replace(" ", "_")
    return "koningsdag" if slug == "koninginnedag" else slug


def _by_rule(year: int) -> tuple[tuple[date, tuple[str, ...]], ...]:
    """The law of today, since 2014."""
    from dateutil.easter import easter

    sunday = easter(year)
    kings = date(year, 4, 27)
    days: dict[date, tuple[str, ...]] = {}
    for slug, day in (
        ("nieuwjaarsdag", date(year, 1, 1)),
        ("goede_vrijdag", sunday - timedelta(2)),
        ("eerste_paasdag", sunday),
        ("tweede_paasdag", sunday + timedelta(1)),
        ("koningsdag", kings if kings.weekday() != 6 else kings - timedelta(1)),
        ("bevrijdingsdag", date(year, 5, 5)),
        ("hemelvaartsdag", sunday + timedelta(39)),
        ("eerste_pinksterdag", sunday + timedelta(49)),
        ("tweede_pinksterdag", sunday + timedelta(50)),
        ("eerste_kerstdag", date(year, 12, 25)),
        ("tweede_kerstdag", date(year, 12, 26)),
    ):
        days[day] = (*days.get(day, ()), slug)
    return tuple(sorted(days.items()))


class WorkCalendar:
    """Which days are worked: Monday to Friday without the `chosen` holidays and the `extra_free` days.

    Years are worked out once and kept, so keep the calendar too: counting then costs two searches.
    """

    def __init__(self, chosen: Collection[str] = TERM_DAYS, extra_free: Iterable[date] = ()) -> None:
        self._chosen = frozenset(chosen)
        self._extra_free = frozenset(extra_free)
        self._years: dict[int, list[date]] = {}

    def is_working_day(self, day: date) -> bool:
        """True when `day` is worked."""
        days = self._working_days(day.year)
        i = bisect_left(days, day)
        return i < len(days) and days[i] == day

    def add_working_days(self, day: date, n: int) -> date:
        """The `n`th working day after `day`, before it when `n` is negative, `day` itself when 0."""
        if n == 0:
            return day
        return self._forward(day, n) if n > 0 else self._back(day, -n)

    def _forward(self, day: date, n: int) -> date:
        days = self._working_days(day.year)
        i = bisect_right(days, day) + n - 1
        year = day.year
        while i >= len(days):
            i -= len(days)
            year += 1
            days = self._working_days(year)
        return days[i]

    def _back(self, day: date, n: int) -> date:
        i = bisect_left(self._working_days(day.year), day) - n
        year = day.year
        while i < 0:
            year -= 1
            i += len(self._working_days(year))
        return self._working_days(year)[i]

    def working_days_between(self, a: date, b: date) -> int:
        """The working days after `a` up to and including `b`; negative when `b` is earlier (from `b` up to `a`).

        So `working_days_between(day, add_working_days(day, n)) == n` for every `n`.
        """
        if b < a:
            return self._before(b) - self._before(a) - self._whole_years(b, a)
        return self._until(b) - self._until(a) + self._whole_years(a, b)

    def _until(self, day: date) -> int:
        return bisect_right(self._working_days(day.year), day)

    def _before(self, day: date) -> int:
        return bisect_left(self._working_days(day.year), day)

    def _whole_years(self, a: date, b: date) -> int:
        return sum(len(self._working_days(year)) for year in range(a.year, b.year))

    def _working_days(self, year: int) -> list[date]:
        days = self._years.get(year)
        if days is None:
            free = dutch_holidays(year, self._chosen).keys() | self._extra_free
            first = date(year, 1, 1)
            every = (first + timedelta(i) for i in range((date(year, 12, 31) - first).days + 1))
            days = [day for day in every if day.weekday() < _SATURDAY and day not in free]
            self._years[year] = days
        return days
