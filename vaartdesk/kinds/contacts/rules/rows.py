"""How contacts look in a list."""

from __future__ import annotations

from typing import Any

from vaartdesk.core.dates import day_short
from vaartdesk.core.periods import covers
from vaartdesk.core.text import _, fold
from vaartdesk.kinds.contacts import model as m
from vaartdesk.kinds.contacts.rules import people
from vaartdesk.schema.chips import chip, state_chip, word, words
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Chip, Due, Header, RowParts
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import badges, main_badge


def _spoken(values: Values, context: RowContext) -> Due | None:
    last = values["last_spoken_on"]
    return Due(day_short(last, context.today)) if last is not None else None


def _care(values: Values, context: RowContext) -> Chip | None:
    """What asks for attention: the privacy review first, then silence."""
    if people.needs_review(values.get("review_on"), context.today):
        return Chip(_("AVG herzien"), "shield", "warning")
    months = people.months_silent(values["last_spoken_on"], context.today)
    if months is not None and months >= people.silent_months(context.settings):
        return Chip(_("{n} maanden").format(n=months), "bell", "warning")
    return None


def person_row(values: Values, context: RowContext) -> RowParts:
    """A person: where he belongs, when he was last spoken to."""
    return RowParts(
        title=values["title"],
        initials=people.initials(values["title"]),
        badges=badges(values, context),
        meta=words(context.title(values["organisation"]), values["function_title"]),
        due=_spoken(values, context),
        chip=_care(values, context),
    )


def organisation_row(values: Values, context: RowContext) -> RowParts:
    """An organisation, in a square."""
    partner = Chip(_("partner"), "handshake", "accent") if values["is_partner"] else None
    return RowParts(
        title=values["title"],
        initials=people.initials(values["short"] or values["title"]),
        is_square=True,
        badges=badges(values, context),
        meta=words(values["address"], context.title(values["segment"])),
        due=_spoken(values, context),
        chip=_care(values, context) or partner,
    )


def segment_row(values: Values, context: RowContext) -> RowParts:
    """A segment."""
    return RowParts(title=values["title"], icon="tag", meta=words(values["is_assumed"] and _("aanname")))


def function_row(values: Values, context: RowContext) -> RowParts:
    """A function of a person at an organisation; former ones muted."""
    current = covers(values["from_on"], values["to_on"], context.today)
    since = day_short(values["from_on"], context.today) if values["from_on"] else ""
    return RowParts(
        title=values["title"] or str(_("functie")),
        icon="id-card",
        meta=words(context.title(values["person"]), context.title(values["organisation"])),
        due=Due(since, is_done=not current) if since else None,
        chip=None if current else Chip(_("voorbij"), "archive"),
    )


def interaction_row(values: Values, context: RowContext) -> RowParts:
    """A contact moment."""
    icon = next((o.icon for o in m.MEDIA if o.slug == values["medium"]), "message-square")
    due = Due(day_short(values["at"].date(), context.today)) if values["at"] else None
    meta = words(context.title(values["contact"]), word(m.MEDIA, values["medium"]), context.title(values["by"]))
    return RowParts(title=values["title"], icon=icon, meta=meta, due=due)


def group_row(values: Values, context: RowContext) -> RowParts:
    """A group: by hand or by rule."""
    return RowParts(title=values["title"], icon="users", chip=chip(m.GROUP_TYPES, values["type"]))


def need_row(values: Values, context: RowContext) -> RowParts:
    """What someone needs, since when."""
    done = values["status"] in {"geholpen", "niet_geholpen"}
    due = Due(day_short(values["since_on"], context.today), is_done=done) if values["since_on"] else None
    meta = words(context.title(values["contact"]), values["category"], context.title(values["owner"]))
    state = state_chip(m.NEED_STATES, values["status"])
    return RowParts(
        title=values["title"], icon="lightbulb", meta=meta, due=due, chip=state, badges=main_badge(values, context)
    )


def offer_row(values: Values, context: RowContext) -> RowParts:
    """An offer and when it closes."""
    closes = values["closes_on"]
    due = Due(day_short(closes, context.today), is_done=closes < context.today) if closes else None
    meta = words(context.title(values["provider"]), values["for_whom"])
    state = state_chip(m.OFFER_STATES, values["status"])
    return RowParts(
        title=values["title"],
        icon="hand-coins",
        meta=meta,
        due=due,
        chip=state,
        badges=badges(values, context),
    )


def by_segment(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Contacts under their segment."""
    segment = context.title(values["segment"])
    return (not segment, fold(segment)), Header(_capital(segment) or str(_("Zonder segment")), 0)


def by_organisation(values: Values, context: RowContext) -> tuple[Any, Header]:
    """People under their organisation."""
    organisation = context.title(values["organisation"])
    return (not organisation, fold(organisation)), Header(organisation or str(_("Zonder organisatie")), 0)


def by_street(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Contacts under their street."""
    street = context.title(values["street"])
    return (not street, fold(street)), Header(street or str(_("Buiten de straten van het centrum")), 0)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
