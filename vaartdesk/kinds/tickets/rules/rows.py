"""How tickets and what belongs to them look in a list: rows, group headers, filters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from vaartdesk.core.dates import day_field, day_short
from vaartdesk.core.money import format_money
from vaartdesk.core.rule_words import rule_words
from vaartdesk.core.text import _
from vaartdesk.formats.holidays import WorkCalendar
from vaartdesk.formats.terms import calendar_of, due_label
from vaartdesk.kinds.tickets.model import contract as c
from vaartdesk.kinds.tickets.model import inspection as i
from vaartdesk.kinds.tickets.model import ticket as t
from vaartdesk.kinds.tickets.rules import term
from vaartdesk.kinds.tickets.rules.figures import is_in_time
from vaartdesk.kinds.tickets.rules.moves import FORWARDED, WAITING, is_open
from vaartdesk.kinds.tickets.rules.series import next_on
from vaartdesk.schema.chips import chip, word, words
from vaartdesk.schema.kind import Filter, Grouping, RowContext
from vaartdesk.schema.listing import Chip, Due, Header, RowParts
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import main_badge

WHOLE: Final = ",00"
NOTICE_NEAR: Final = 5
"""Working days before a notice date from which it is shown in warning: a letter needs a week."""
Group = tuple[tuple[int, int], Header]
TICKET_FIELDS: Final = (
    "number",
    "title",
    "place_text",
    "category",
    "urgency",
    "type",
    "status",
    "reported_at",
    "closed_at",
    "street",
    "theme_line",
    "lies_with",
    "forwarded_to",
    "reference",
    "owner",
    "parent",
    "maintenance",
    "planned_at",
    "paused_since",
    "pauses",
    "term",
    "term_unit",
    "due_on",
    "returns_on",
    "icon",
)
"""What a row, a filter or a group header of tickets looks at."""


def _calendar(context: RowContext) -> WorkCalendar:
    return calendar_of(context.settings)


# --- tickets ---------------------------------------------------------------------------------------------------------


def lies_with(values: Values, context: RowContext) -> str:
    """At whom a ticket lies, in a word: bij mij, huismeester, gemeente, leverancier, or who it was handed to."""
    party = values["lies_with"]
    if context.own & ({values["forwarded_to"]} if party == "overig" else {party}):
        return str(_("bij mij"))
    return context.title(values["forwarded_to"]) if party == "overig" else word(t.PARTIES, party).lower()


def ticket_row(values: Values, context: RowContext) -> RowParts:
    """Icon of its sort, what, how late; number, theme line, where, at whom, state."""
    return RowParts(
        title=values["title"],
        number=values["number"],
        icon=values["icon"] or "message-square",
        icon_tone="danger" if term.is_emergency(values) else "neutral",
        badges=main_badge(values, context),
        meta=words(values["place_text"], lies_with(values, context)),
        due=term.due_label(values, context.today, _calendar(context)),
        chip=chip(t.STATUSES, values["status"]),
    )


def by_term(values: Values, context: RowContext) -> Group:
    """What asks for work first: emergencies and what is late, today, this week, later; then what stands still, and closed."""
    if not is_open(values):
        return (6, 0), Header(str(_("Gesloten")), 0)
    today = context.today
    if term.is_emergency(values):
        return (0, 0), Header(str(_("Over termijn en calamiteit")), 0, "danger")
    if term.is_over(values, today, _calendar(context)):
        return (0, 1), Header(str(_("Over termijn en calamiteit")), 0, "danger")
    if values["status"] == WAITING:
        return (4, 0), Header(str(_("Staat stil")), 0)
    due = values["due_on"]
    if due is None:
        return (5, 0), Header(str(_("Zonder termijn")), 0)
    if due == today:
        return (1, 0), Header(str(_("Vandaag")), 0, "warning")
    if due <= _sunday(today):
        return (2, 0), Header(str(_("Deze week")), 0)
    return (3, 0), Header(str(_("Later")), 0)


def _sunday(today: date) -> date:
    return today + timedelta(6 - today.weekday())


def by_party(values: Values, context: RowContext) -> Group:
    """At whom it lies."""
    slugs = [option.slug for option in t.PARTIES]
    place = slugs.index(values["lies_with"]) if values["lies_with"] in slugs else len(slugs)
    return (place, _rank(values)), Header(word(t.PARTIES, values["lies_with"]) or str(_("Onbekend")), 0)


def by_status(values: Values, context: RowContext) -> Group:
    """In which state it is, in the order of work."""
    slugs = [option.slug for option in t.STATUSES]
    place = slugs.index(values["status"]) if values["status"] in slugs else len(slugs)
    return (place, _rank(values)), Header(word(t.STATUSES, values["status"]), 0)


def _rank(values: Values) -> int:
    """An emergency stands above the others of its group."""
    return 0 if term.is_emergency(values) else 1


GROUPINGS: Final = (
    Grouping("termijn", _("Termijn"), by_term),
    Grouping("ligt_bij", _("Ligt bij"), by_party),
    Grouping("status", _("Status"), by_status),
)


def _is_over(values: Values, context: RowContext, times: int = 1) -> bool:
    return term.is_over(values, context.today, _calendar(context), times)


def _is_at_municipality(values: Values, _context: RowContext) -> bool:
    return is_open(values) and values["lies_with"] == "gemeente"


FILTERS: Final = (
    Filter("open", _("Open"), lambda v, x: is_open(v), preset=True),
    Filter("over_termijn", _("Over termijn"), _is_over, pinned=True, icon="alarm-clock"),
    Filter("wacht", _("Wacht op reactie"), lambda v, x: v["status"] == WAITING, pinned=True, icon="hourglass"),
    Filter("bij_gemeente", _("Bij gemeente"), _is_at_municipality, pinned=True, icon="share"),
    Filter("driemaal", _("Meer dan 3× termijn"), lambda v, x: _is_over(v, x, 3)),
    Filter("calamiteit", _("Calamiteit"), lambda v, x: v["type"] == term.EMERGENCY),
    Filter("hoog", _("Urgentie hoog"), lambda v, x: v["urgency"] == "hoog"),
    Filter("doorgezet", _("Doorgezet"), lambda v, x: v["status"] == FORWARDED),
    Filter("nieuw", _("Nieuw"), lambda v, x: v["status"] == "nieuw"),
    Filter("op_tijd", _("Op tijd afgehandeld"), lambda v, x: is_in_time(v) is True),
)


# --- what belongs to them --------------------------------------------------------------------------------------------


def category_row(values: Values, context: RowContext) -> RowParts:
    """A category with its term."""
    amount, unit = values["term"], word(t.UNITS, values["term_unit"])
    days = _("termijn {n} {unit}").format(n=amount, unit=unit) if amount is not None else _("zonder termijn")
    assumed = _("aanname") if values["is_assumed"] else ""
    return RowParts(
        title=f"{word(t.ASPECTS, values['aspect'])} › {values['title']}",
        icon=values["icon"] or "tag",
        badges=main_badge(values, context),
        meta=words(days, assumed, word(t.PARTIES, values["lies_with"]).lower()),
    )


def category_title(values: Values) -> str:
    """`Heel › Bestrating`, as everywhere a category is named."""
    return f"{word(t.ASPECTS, values['aspect'])} › {values['title']}" if values["title"] else ""


def by_aspect(values: Values, context: RowContext) -> tuple[int, Header]:
    """Schoon, heel, veilig and so on."""
    slugs = [option.slug for option in t.ASPECTS]
    place = slugs.index(values["aspect"]) if values["aspect"] in slugs else len(slugs)
    return place, Header(word(t.ASPECTS, values["aspect"]), 0)


def reporter_title(values: Values) -> str:
    """The name, or else how to reach the reporter."""
    return values["name"] or values["email"] or values["phone"] or str(_("melder"))


def reporter_row(values: Values, context: RowContext) -> RowParts:
    """Somebody who reported the same."""
    name = context.title(values["contact"]) or reporter_title(values)
    return RowParts(title=name, icon="user", meta=words(word(t.CHANNELS, values["channel"]), values["phone"]))


def contract_row(values: Values, context: RowContext) -> RowParts:
    """A contract with its supplier, and how near its notice date is."""
    subject = next((option for option in c.SUBJECTS if option.slug == values["subject"]), None)
    return RowParts(
        title=values["title"],
        icon=subject.icon if subject else "file-text",
        badges=main_badge(values, context),
        meta=words(context.title(values["supplier"]), values["reference"]),
        due=notice_label(values, context.today, _calendar(context)),
        chip=chip(c.CONTRACT_STATUSES, values["status"]),
    )


def notice_row(values: Values, context: RowContext) -> RowParts:
    """A contract on Vandaag: what asks for an answer is its notice date."""
    notice, price = values["notice_on"], values["price"]
    period = word(c.PRICE_PERIODS, values["price_period"])
    told = _("opzegdatum {day}").format(day=day_field(notice)) if notice else ""
    paid = f"{format_money(price).removesuffix(WHOLE)} {period}".strip() if price is not None else ""
    return replace(
        contract_row(values, context),
        meta=words(_("Contract"), told, paid),
        chip=Chip(str(_("Opzegdatum")), "bell", "warning"),
    )


def notice_label(values: Values, today: date, calendar: WorkCalendar) -> Due | None:
    """How near the day is before which a running contract must be ended."""
    notice = values["notice_on"]
    if notice is None or values["status"] != "lopend":
        return None
    if today > notice:
        return Due(day_short(notice, today), is_done=True)
    return due_label(notice, today, "werkdagen", calendar, near=NOTICE_NEAR)


def is_notice_near(values: Values, today: date) -> bool:
    """True within the days of warning before the notice date of a running contract, that day included."""
    notice: date | None = values["notice_on"]
    if notice is None or values["status"] != "lopend":
        return False
    return notice - timedelta(values["warn_days"] or 0) <= today <= notice


def maintenance_row(values: Values, context: RowContext) -> RowParts:
    """Recurring work with its next date."""
    coming = next_on(values["starts_on"], values["rrule"], values["ends_on"], context.today)
    is_shown = coming is not None and values["status"] == "actief"
    subject = next((option for option in c.SUBJECTS if option.slug == values["subject"]), None)
    return RowParts(
        title=values["title"],
        icon=subject.icon if subject else "repeat",
        badges=main_badge(values, context),
        meta=words(values["place_text"], values["season"], context.title(values["contract"])),
        due=Due(day_short(coming, context.today)) if is_shown and coming else None,
        chip=chip(c.MAINTENANCE_STATUSES, values["status"]),
    )


def round_row(values: Values, context: RowContext) -> RowParts:
    """A round with its day and state."""
    return RowParts(
        title=values["title"],
        icon="clipboard-check",
        badges=main_badge(values, context),
        meta=words(context.beside.get(values["id"], ""), context.title(values["inspector"])),
        due=Due(day_short(values["held_on"], context.today)) if values["held_on"] else None,
        chip=chip(i.ROUND_STATUSES, values["status"]),
    )


def route_row(values: Values, context: RowContext) -> RowParts:
    """A route with its next date."""
    coming = next_on(values["starts_on"], values["rrule"], None, context.today) if values["rrule"] else None
    return RowParts(
        title=values["title"],
        icon="route",
        badges=main_badge(values, context),
        meta=words(rule_words(values["rrule"]), context.title(values["owner"])),
        due=Due(day_short(coming, context.today)) if coming else None,
    )


def by_round_status(values: Values, context: RowContext) -> tuple[int, Header]:
    """What is being walked first, then what is planned, then what is done."""
    order = ("bezig", "gepland", "gereed", "vervallen")
    place = order.index(values["status"]) if values["status"] in order else len(order)
    return place, Header(word(i.ROUND_STATUSES, values["status"]), 0)


def point_row(values: Values, context: RowContext) -> RowParts:
    """A point with what was found there."""
    return RowParts(
        title=values["title"],
        icon="map-pin",
        meta=words(values["place_text"] or context.title(values["place"]) or context.title(values["street"])),
        chip=chip(i.RESULTS, values.get("result")),
    )
