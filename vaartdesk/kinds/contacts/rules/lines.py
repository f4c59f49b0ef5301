"""What stands on the page of a contact about functions, people, seats and contact moments: since when, and what is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from vaartdesk.core.periods import covers
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.contacts.rules import people
from vaartdesk.schema.chips import words
from vaartdesk.schema.listing import Chip, Due, RowParts
from vaartdesk.schema.ref import Values

Names = Mapping[str, str]
Word = Callable[[object], str]
"""From a slug to what is shown of it."""


def plain_day(day: date) -> str:
    """``7-2-2024``: a date of which the weekday does not matter."""
    return f"{day.day}-{day.month}-{day.year}"


def period(from_on: date | None, to_on: date | None, today: date) -> str:
    """``sinds 7-2-2024``, ``vanaf 1-1-2027``, of what is over ``2021 – 2023`` or ``tot 1-3-2023``; '' where no day is known."""
    if to_on is not None and to_on < today:
        if from_on is None:
            return str(_("tot {day}").format(day=plain_day(to_on)))
        return str(from_on.year) if from_on.year == to_on.year else f"{from_on.year} – {to_on.year}"
    if from_on is None:
        return ""
    told = _("vanaf {day}") if from_on > today else _("sinds {day}")
    return str(told.format(day=plain_day(from_on)))


def _due(values: Values, today: date) -> tuple[Due | None, bool]:
    """When, and whether it is over."""
    is_past = not covers(values["from_on"], values["to_on"], today) and (values["from_on"] or today) <= today
    told = period(values["from_on"], values["to_on"], today)
    return (Due(told, is_done=is_past) if told else None), is_past


def function_line(values: Values, names: Names, today: date) -> RowParts:
    """A function on the page of its person."""
    due, is_past = _due(values, today)
    board = Chip(_("bestuur"), "gavel") if values["is_board"] else None
    organisation = names.get(values["organisation"] or "", "")
    return RowParts(
        title=values["title"] or str(_("functie")),
        icon="id-card",
        meta=words(organisation),
        due=due,
        chip=board,
        is_past=is_past,
    )


def staff_line(values: Values, names: Names, today: date) -> RowParts:
    """A function on the page of its organisation: the person first."""
    due, is_past = _due(values, today)
    name = names.get(values["person"] or "", "") or str(_("nog niet bekend"))
    board = Chip(_("bestuur"), "gavel") if values["is_board"] else None
    return RowParts(
        title=name, initials=people.initials(name), meta=words(values["title"]), due=due, chip=board, is_past=is_past
    )


def worker_line(values: Values) -> RowParts:
    """A person who belongs to an organisation without a function of which anything more is known."""
    return RowParts(
        title=values["title"], initials=people.initials(values["title"]), meta=words(values["function_title"])
    )


def seat_line(values: Values, names: Names, shorts: Names, today: date, contact: str, function: Word) -> RowParts:
    """A partner's seat: on the page of its holder or deputy, and on that of the partner."""
    due, is_past = _due(values, today)
    partner = values["organisation"] or ""
    if contact == partner:
        holder = names.get(values["holder"] or "", "") or str(_("zetel nog niet bezet"))
        deputy = names.get(values["deputy"] or "", "")
        meta = words(holder, deputy and _("plaatsvervanger {name}").format(name=deputy))
    else:
        stands_in = _("plaatsvervanger") if contact == values["deputy"] else ""
        meta = words(_("zetel {name}").format(name=shorts.get(partner) or names.get(partner, "")), stands_in)
    return RowParts(
        title=names.get(values["body"] or "", "") or str(_("overleg onbekend")),
        icon="armchair",
        meta=meta,
        due=due,
        chip=_vote(values, function),
        is_past=is_past,
    )


def member_line(values: Values, names: Names, today: date, function: Word) -> RowParts:
    """A membership on the page of the member."""
    due, is_past = _due(values, today)
    return RowParts(
        title=names.get(values["body"] or "", "") or str(_("overleg onbekend")),
        icon="messages-square",
        meta=words(values["expertise"]),
        due=due,
        chip=_vote(values, function),
        is_past=is_past,
    )


def _vote(values: Values, function: Word) -> Chip:
    name = function(values["function"])
    return Chip(str(_("{function} met stem").format(function=name)) if values["has_vote"] else name)


def timeline_line(on: date | None, icon: str, title: str, told: str, today: date) -> RowParts:
    """One thing on the line through time: the day as short as it can be."""
    day = "" if on is None else f"{on.day}-{on.month}" if on.year == today.year else plain_day(on)
    return RowParts(title=title, icon=icon, meta=words(told), due=Due(day) if day else None)


def spoken_ago(last_on: date | None, today: date) -> str:
    """``12 dagen geleden``; '' for who was never spoken to."""
    if last_on is None:
        return ""
    days = (today - last_on).days
    if days <= 1:
        return str(_("gisteren") if days else _("vandaag"))
    return str(ngettext("{n} dag geleden", "{n} dagen geleden", days).format(n=days))


def privacy_chip(values: Values, today: date) -> Chip:
    """Calm while it is in order; it asks only once the review date has passed (C10)."""
    if people.needs_review(values["review_on"], today):
        return Chip(str(_("AVG herzien")), "shield", "warning")
    if people.lacks_privacy(values):
        return Chip(str(_("nog niet ingevuld")), "circle-help", "neutral")
    return Chip(str(_("in orde")), "check", "success")
