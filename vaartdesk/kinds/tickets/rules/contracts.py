"""Contracts: their stages, the day before which they must be ended, and two offers told side by side (T14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_field
from vaartdesk.core.money import format_money
from vaartdesk.core.text import _, ngettext
from vaartdesk.formats import terms
from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import Running, days_text
from vaartdesk.kinds.tickets.model.contract import CONTRACT_STATUSES, PRICE_PERIODS
from vaartdesk.schema.chips import word
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values

OFFERED: Final = frozenset({"offerte", "onderhandeling"})
RUNNING: Final = "lopend"
ENDED: Final = "opgezegd"
MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "offerte": ("onderhandeling", "lopend", "afgewezen"),
    "onderhandeling": ("offerte", "lopend", "afgewezen"),
    "lopend": ("opgezegd", "afgelopen"),
    "opgezegd": ("lopend", "afgelopen"),
    "afgelopen": ("lopend",),
    "afgewezen": ("offerte",),
}
_A_YEAR: Final = {"jaar": 1, "kwartaal": 4, "maand": 12}


def allowed(status: str) -> tuple[str, ...]:
    """The stages that may follow; of a newer version's stage all of them."""
    return MOVES.get(status, tuple(option.slug for option in CONTRACT_STATUSES))


def notice_day(values: Values) -> date | None:
    """The last day to end a contract, from its end and its term of notice; None where one is not known."""
    ends, days = values["ends_on"], values["notice_days"]
    return ends - timedelta(days) if ends is not None and days is not None else None


def settle(before: Values | None, after: Values, reader: Reader) -> dict[str, Any]:
    """The notice date follows end and term of notice, for as long as nobody chose another."""
    day, known = notice_day(after), after["notice_on"]
    follows = known is None or (before is not None and known == before["notice_on"] == notice_day(before))
    return {"notice_on": day} if day is not None and follows and day != known else {}


def clock(values: Values, today: date, calendar: WorkCalendar) -> TermFace | None:
    """To the day before which a running contract must be ended, else to its end, drawn to scale; None where it has no such day."""
    if values["status"] not in (RUNNING, ENDED):
        return None
    notice, ends = values["notice_on"], values["ends_on"]
    is_notice = values["status"] == RUNNING and notice is not None and notice >= today
    day: date | None = notice if is_notice else ends
    if day is None or day < today:
        return None
    begins = values["starts_on"]
    start = begins if begins is not None and begins < today else min(today, day - timedelta(values["warn_days"] or 0))
    drawn = terms.clock(
        Running(start=start, amount=terms.between(start, day, terms.WORKING, calendar)), today, calendar
    )
    left = days_text(terms.between(today, day, terms.WORKING, calendar), terms.WORKING)
    told = _("Nog {days} om op te zeggen") if is_notice else _("Loopt nog {days}")
    detail = _("opzegdatum {day}") if is_notice else _("tot en met {day}")
    tone = terms.permit_tone(day, today, values["warn_days"] or 0) if is_notice else "accent"
    words = str(told).format(days=left)
    detail_text = str(detail).format(day=day_field(day))
    return replace(
        drawn,
        tone="accent" if tone == "neutral" else tone,
        words=words,
        detail=detail_text,
        sentence=f"{words}, {detail_text}",
        icon="bell" if is_notice else "clock",
    )


def a_year(values: Values) -> int | None:
    """What it costs a year, in cents; None for a price that is not paid by the year, quarter or month."""
    times = _A_YEAR.get(values["price_period"])
    return values["price"] * times if values["price"] is not None and times else None


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of two or more offers side by side. ``best``: the column that is cheapest, None where it says nothing."""

    label: str
    texts: tuple[str, ...]
    best: int | None = None


def compare(offers: Sequence[Values], suppliers: Sequence[str]) -> list[Compared]:
    """Offers side by side; a line that none of them fills is left out."""
    yearly = [a_year(offer) for offer in offers]
    lines = [
        Compared(str(_("Leverancier")), tuple(suppliers)),
        Compared(str(_("Stand")), tuple(word(CONTRACT_STATUSES, offer["status"]) for offer in offers)),
        Compared(str(_("Prijs")), tuple(_price(offer) for offer in offers)),
        Compared(str(_("Per jaar")), tuple(_money(amount) for amount in yearly), _lowest(yearly)),
        Compared(str(_("Looptijd")), tuple(_period(offer) for offer in offers)),
        Compared(str(_("Opzegtermijn")), tuple(_days(offer["notice_days"]) for offer in offers)),
        Compared(str(_("Opzegdatum")), tuple(day_field(o["notice_on"]) if o["notice_on"] else "" for o in offers)),
        Compared(str(_("Verlengt met")), tuple(_months(offer["renewal_months"]) for offer in offers)),
        Compared(str(_("Reactietermijn")), tuple(_reaction(offer) for offer in offers)),
        Compared(str(_("Waarover")), tuple(offer["object"].strip() for offer in offers)),
        Compared(str(_("Voorwaarden")), tuple(offer["terms"].strip() for offer in offers)),
    ]
    return [line for line in lines if any(line.texts)]


def _lowest(amounts: Sequence[int | None]) -> int | None:
    """The column with the lowest amount, where all are known and one is lowest."""
    known = [amount for amount in amounts if amount is not None]
    if len(known) < 2 or len(known) < len(amounts) or known.count(min(known)) > 1:
        return None
    return known.index(min(known))


def _money(amount: int | None) -> str:
    return format_money(amount) if amount is not None else ""


def _price(offer: Values) -> str:
    paid = _money(offer["price"])
    return f"{paid} {word(PRICE_PERIODS, offer['price_period'])}".strip() if paid else ""


def _period(offer: Values) -> str:
    begins, ends = (day_field(offer[name]) if offer[name] else "" for name in ("starts_on", "ends_on"))
    return f"{begins} – {ends}" if begins and ends else begins or ends


def _days(days: int | None) -> str:
    return days_text(days, "kalenderdagen") if days is not None else ""


def _months(months: int | None) -> str:
    return ngettext("{n} maand", "{n} maanden", months).format(n=months) if months else ""


def _reaction(offer: Values) -> str:
    return days_text(offer["term"], offer["term_unit"]) if offer["term"] is not None else ""
