"""Contracts and recurring maintenance: their dates, and the next time (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from vaartdesk.core.dates import day_short
from vaartdesk.core.text import _
from vaartdesk.formats.ics.series import is_rule, series_starts
from vaartdesk.kinds.tickets.model.contract import CONTRACT_STATUSES, SUBJECTS
from vaartdesk.kinds.tickets.rules.upkeep import days_between, until
from vaartdesk.schema.chips import word
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Header
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

SHOWN: Final = 3
FAR: Final = 10
"""Years ahead in which the next days are looked for."""


def by_status(values: Values, context: RowContext) -> tuple[int, Header]:
    """Running contracts first, then what is being arranged, then what is over."""
    order = ("lopend", "onderhandeling", "offerte", "opgezegd", "afgelopen", "afgewezen")
    status = values["status"]
    place = order.index(status) if status in order else len(order)
    return place, Header(word(CONTRACT_STATUSES, status), 0)


def by_subject(values: Values, context: RowContext) -> tuple[int, Header]:
    """Lights, green, flags and the rest, each together."""
    order = [option.slug for option in SUBJECTS]
    subject = values["subject"]
    return order.index(subject) if subject in order else len(order), Header(word(SUBJECTS, subject), 0)


def contract_dates(values: Values, reader: Reader) -> Problem | None:
    """A contract begins before it ends, and is ended before that."""
    begins, ends, notice = values["starts_on"], values["ends_on"], values["notice_on"]
    if begins and ends and ends < begins:
        return Problem("ends_on", str(_("Het contract eindigt voor het begint.")))
    if notice and ends and notice > ends:
        return Problem("notice_on", str(_("De opzegdatum ligt na het einde van het contract.")))
    return None


def maintenance_series(values: Values, reader: Reader) -> Problem | None:
    """The rule can be read and has a date, and ends after it begins."""
    if values["starts_on"] and values["ends_on"] and values["ends_on"] < values["starts_on"]:
        return Problem("ends_on", str(_("De laatste keer ligt voor de eerste.")))
    if values["rrule"] and not is_rule(values["rrule"], values["starts_on"] or reader.today):
        return Problem("rrule", str(_("Deze herhaling heeft geen dag, of is niet te lezen.")))
    return None


def route_series(values: Values, reader: Reader) -> Problem | None:
    """The rule of a route can be read and has a date."""
    if values["rrule"] and not is_rule(values["rrule"], values["starts_on"] or reader.today):
        return Problem("rrule", str(_("Deze herhaling heeft geen dag, of is niet te lezen.")))
    return None


def maintenance_moves(status: str) -> tuple[str, ...]:
    """The states offered from here."""
    return tuple(slug for slug in ("actief", "onderbroken", "gestopt") if slug != status)


def next_days(values: Values, today: date) -> list[date]:
    """The next days of a maintenance, whatever its state."""
    return days_between(values, today, date(today.year + FAR, 12, 31))[:SHOWN]


def coming_days(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    """The next days of a maintenance that goes on, for its page, and until when what is put up then hangs."""
    days = next_days(values, reader.today) if values["status"] == "actief" else []
    if not days:
        return ()
    told = ((str(_("Volgende keren")), ", ".join(day_short(day, reader.today) for day in days)),)
    hangs = _hanging(values, reader.today)
    return (*told, (str(_("Hangt nu")), hangs)) if hangs else told


def _hanging(values: Values, today: date) -> str:
    """`tot en met zo 10 jan 2027` while what was put up hangs; '' else."""
    stays = values["stays_days"] or 1
    since = days_between(values, today - timedelta(stays - 1), today) if stays > 1 else []
    return str(_("tot en met {day}")).format(day=day_short(until(values, since[-1]), today)) if since else ""


def next_on(begins: date | None, rule: str, ends: date | None, today: date) -> date | None:
    """The first date of the series that is not before ``today``; None when there is none, or the rule cannot be read."""
    if begins is None:
        return None
    if not rule:
        return begins if begins >= today else None
    coming = series_starts(rule, begins, first=max(begins, today), last=ends)
    return coming[0] if coming else None
