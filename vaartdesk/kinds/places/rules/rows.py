"""How streets, places, premises and terms look in a list, and what they are called."""

from __future__ import annotations

import re
from typing import Any

from vaartdesk.core.dates import day_short
from vaartdesk.core.periods import whole_months
from vaartdesk.core.text import _, fold
from vaartdesk.kinds.places import model as m
from vaartdesk.kinds.places.rules.terms import term_text
from vaartdesk.schema.chips import state_chip, word, words
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Chip, Due, Header, RowParts
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import main_badge


def assumed(values: Values) -> str:
    """What the plan does not say is marked."""
    return str(_("aanname")) if values.get("is_assumed") else ""


def municipality_row(values: Values, context: RowContext) -> RowParts:
    """A municipality with its holiday region."""
    region = _("vakanties {region}").format(region=values["holiday_region"]) if values["holiday_region"] else ""
    return RowParts(title=values["title"], icon="building-2", meta=words(region, assumed(values)))


def term_row(values: Values, context: RowContext) -> RowParts:
    """A category with its term; what is not known stands out."""
    unknown = Chip(_("nog invullen"), "circle-help", "warning") if values["amount"] is None else None
    meta = words(context.title(values["municipality"]), assumed(values))
    due = Due(term_text(values["amount"], values["unit"])) if values["amount"] is not None else None
    return RowParts(title=word(m.CATEGORIES, values["category"]), icon="stamp", meta=meta, due=due, chip=unknown)


def term_title(values: Values) -> str:
    """``A, regulier: 15 werkdagen``."""
    term = term_text(values.get("amount"), values.get("unit") or "")
    return f"{word(m.CATEGORIES, values.get('category'))}: {term}"


def street_row(values: Values, context: RowContext) -> RowParts:
    """A street."""
    return RowParts(title=values["title"], icon="route", meta=words(assumed(values)))


def place_row(values: Values, context: RowContext) -> RowParts:
    """A place with its street."""
    square = values["is_big_square"] and _("groot plein")
    meta = words(context.title(values["street"]), square, assumed(values))
    return RowParts(title=values["title"], icon="map-pin", meta=meta)


def premises_row(values: Values, context: RowContext) -> RowParts:
    """An address, who uses it, and how long it has been so."""
    since = values["since_on"]
    due = None
    if values["status"] == "leeg" and since is not None:
        months = whole_months(since, context.today)
        due = Due(str(_("{n} mnd leeg").format(n=months)), "warning" if months >= 12 else "neutral")
    elif since is not None:
        due = Due(day_short(since, context.today))
    meta = words(word(m.USES, values["use"]), context.title(values["user"]) or context.title(values["owner"]))
    state = state_chip(m.PREMISES_STATES, values["status"])
    return RowParts(
        title=values["title"], icon="store", meta=meta, due=due, chip=state, badges=main_badge(values, context)
    )


def by_street(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Premises under their street."""
    street = context.title(values["street"])
    return (not street, fold(street)), Header(street or str(_("Zonder straat")), 0)


def house_key(number: str) -> tuple[int, str]:
    """Order of house numbers: 9 before 10, 12 before 12a."""
    digits = re.match(r"\d+", number.strip())
    return (int(digits[0]) if digits else 0, fold(number[digits.end() :] if digits else number))
