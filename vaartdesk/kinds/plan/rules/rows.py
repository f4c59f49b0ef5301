"""How the records of the plan look in a list, and what they are called."""

from __future__ import annotations

from typing import Any

from vaartdesk.core.dates import day_field, day_short
from vaartdesk.core.periods import covers
from vaartdesk.core.text import _
from vaartdesk.kinds.plan import model as m
from vaartdesk.kinds.plan.rules.goals import Standing
from vaartdesk.schema.chips import chip, word, words
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Chip, Due, Gauge, Header, RowParts, Tone
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import main_badge

FIGURE = m.FigureType()
STANDINGS: dict[str, tuple[str, str, Tone]] = {
    "geen_cijfer": (_("zonder cijfer"), "minus", "neutral"),
    "geen_nulmeting": (_("geen nulmeting"), "circle-help", "neutral"),
    "gehaald": (_("Gehaald"), "circle-check", "success"),
    "doeljaar_voorbij": (_("Doeljaar voorbij"), "clock-alert", "warning"),
    "achter": (_("Achter op schema"), "chart-line", "warning"),
    "op_schema": (_("Op schema"), "chart-line", "accent"),
    "loopt": (_("Loopt"), "chart-line", "neutral"),
}
"""State of a goal -> word, icon, tone."""


def figure_text(value: int | None, unit: str = "") -> str:
    """``14,85 %``, ``4.210 arbeidsplaatsen``; '' when there is no value."""
    shown = FIGURE.field_text(value)
    return f"{shown}\N{NO-BREAK SPACE}{unit}" if shown and unit else shown


def standing_chip(state: str) -> Chip:
    """The chip of a goal's state."""
    return Chip(*STANDINGS[state])


def assumed(values: Values) -> str:
    """What the plan does not say is marked."""
    return str(_("aanname")) if values.get("is_assumed") else ""


def line_row(values: Values, context: RowContext) -> RowParts:
    """A theme line with its light."""
    meta = words(values["full_name"], assumed(values))
    return RowParts(title=values["title"], badge=values["code"], meta=meta, chip=chip(m.LIGHTS, values["light"]))


def role_row(values: Values, context: RowContext) -> RowParts:
    """A role, and whether it is operational yet."""
    waiting = None if values["is_operational"] else Chip(_("nog niet operationeel"), "hourglass", "neutral")
    meta = words(values["is_integral"] and _("integraal"), assumed(values))
    return RowParts(title=values["title"], icon="id-card", meta=meta, chip=waiting)


def holder_row(values: Values, context: RowContext) -> RowParts:
    """Who holds a role, since when."""
    current = covers(values["from_on"], values["to_on"], context.today)
    past = None if current else Chip(_("voorbij"), "archive", "neutral")
    due = Due(day_short(values["from_on"], context.today), is_done=not current) if values["from_on"] else None
    meta = words(context.title(values["role"]), word(m.CONTRACTS, values["contract"]))
    return RowParts(
        title=context.title(values["person"]) or str(_("nog niemand")), icon="user", meta=meta, due=due, chip=past
    )


def goal_row(values: Values, context: RowContext) -> RowParts:
    """A goal by its short name: where it stands, how far that is, from what to what."""
    now: Standing | None = context.beside.get(values["id"])
    state = now.state if now is not None else _known_state(values, context)
    name = str(values["short"] or values["title"])
    found = standing_chip(state) if state else None
    gauge = goal_gauge(values, now or Standing(state, None, values["target"]))
    told = (values["title"], gauge.value and f"{gauge.value} {gauge.unit}", gauge.told, gauge.start, gauge.end)
    return RowParts(
        title=name,
        icon="target",
        meta=words(" → ".join(words(gauge.start, gauge.end)), gauge.told, assumed(values)),
        chip=found,
        badges=main_badge(values, context),
        gauge=gauge,
        accessible=", ".join(words(*told, found and found.label)),
    )


def goal_gauge(values: Values, now: Standing) -> Gauge:
    """The figure of a goal on its way: ``14,85 %``, ``50 % van de weg``, ``van 21,9`` and ``naar 7,8``."""
    start, end = figure_text(values["baseline"]), figure_text(now.target)
    until = _("naar {value}").format(value=end) if end else ""
    if until and values["by_year"]:
        until = _("{until} in {year}").format(until=until, year=values["by_year"])
    return Gauge(
        value=figure_text(now.value),
        unit=str(values["unit"]) if now.value is not None else "",
        told=str(_("{n} % van de weg").format(n=now.progress)) if now.progress is not None else "",
        share=now.progress,
        start=str(_("van {value}").format(value=start)) if start else "",
        end=str(until),
    )


def _known_state(values: Values, context: RowContext) -> str:
    """What the goal itself tells without its measurements."""
    if values["target"] is None:
        return "geen_cijfer"
    if values["by_year"] is not None and values["by_year"] < context.today.year:
        return "doeljaar_voorbij"
    return "geen_nulmeting" if values["baseline"] is None else ""


def measurement_row(values: Values, context: RowContext) -> RowParts:
    """One value with its day and source."""
    due = Due(day_short(values["measured_on"], context.today)) if values["measured_on"] else None
    meta = words(context.title(values["goal"]), values["source"], assumed(values))
    return RowParts(title=figure_text(values["value"]) or str(_("geen waarde")), icon="chart-line", meta=meta, due=due)


def agreement_row(values: Values, context: RowContext) -> RowParts:
    """An agreement with its kind and year."""
    signed = _("getekend {day}").format(day=day_field(values["signed_on"])) if values["signed_on"] else values["year"]
    meta = words(word(m.AGREEMENT_TYPES, values["type"]), signed, assumed(values))
    return RowParts(title=values["title"], icon="file-text", meta=meta)


def cell_row(values: Values, context: RowContext) -> RowParts:
    """How much a role has to do with a theme line; it stands on the page of the role."""
    return RowParts(
        title=context.title(values["theme_line"]) or str(_("lijn onbekend")),
        badge=context.letter(values["theme_line"]),
        meta=words(assumed(values)),
        chip=chip(m.WEIGHTS, values["weight"]),
    )


def fund_row(values: Values, context: RowContext) -> RowParts:
    """A fund with its sources."""
    due = Due(day_short(values["closes_on"], context.today)) if values["closes_on"] else None
    return RowParts(title=values["title"], icon="wallet", meta=words(values["sources"], assumed(values)), due=due)


def text_row(values: Values, context: RowContext) -> RowParts:
    """A standard text, and for what it is meant."""
    meant = (context.title(values["category"]), str(values["status"]).replace("_", " "))
    return RowParts(title=values["title"], icon="file-text", meta=words(*meant) or (str(_("voor elke melding")),))


def by_agreement(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Goals of the agreement first, then those of each theme line."""
    if values["theme_line"]:
        letter = context.letter(values["theme_line"])
        return (1, letter), Header(context.title(values["theme_line"]) or letter, 0, line=letter)
    return (0, ""), Header(context.title(values["agreement"]) or str(_("Doelen")), 0)


def measurement_title(values: Values) -> str:
    """``14,85 · do 01-10-2026``."""
    day = day_field(values["measured_on"]) if values.get("measured_on") else ""
    return " · ".join(words(figure_text(values.get("value")), day)) or str(_("meting"))


def holder_title(values: Values) -> str:
    """``Invulling ingehuurd``."""
    return " ".join(words(_("Invulling"), word(m.CONTRACTS, values.get("contract"))))


def cell_title(values: Values) -> str:
    """``zwaartepunt``."""
    return word(m.WEIGHTS, values.get("weight")) or str(_("geen"))
