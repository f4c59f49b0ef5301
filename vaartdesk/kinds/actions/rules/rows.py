"""How actions look in a list: rows, group headers, filters."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.actions import model as m
from vaartdesk.kinds.actions.rules import lateness
from vaartdesk.schema.chips import chip, word, words
from vaartdesk.schema.kind import Filter, Grouping, RowContext
from vaartdesk.schema.listing import Badge, Header, RowParts
from vaartdesk.schema.ref import Values

ACTION_FIELDS: Final = (
    "number",
    "title",
    "status",
    "owner",
    "theme_line",
    "due_on",
    "type",
    "priority",
    "year",
    "lead",
    "other_lines",
    "second_owner",
    "starts_on",
    "visible_from",
    "finished_on",
    "parent",
    "waits_for",
    "waits_text",
    "progress",
    "pos",
)
"""What a row, a filter or a group header of actions looks at."""


def action_row(values: Values, context: RowContext) -> RowParts:
    """Theme line, what, how late; number, other lines, owner, state."""
    others = sorted((context.letter(key), context.title(key)) for key in values["other_lines"])
    return RowParts(
        title=values["title"],
        number=values["number"],
        badge=context.letter(values["theme_line"]),
        badges=tuple(Badge(letter, name) for letter, name in others),
        meta=words(context.title(values["owner"])),
        due=lateness.due_label(values, context.today),
        chip=chip(m.STATUSES, values["status"]),
    )


def by_line(values: Values, context: RowContext) -> tuple[Any, Header]:
    """A to F, then Organisatie."""
    key = values["theme_line"]
    if not key:
        return (1, ""), Header(str(_("Organisatie")), 0, line="O")
    letter = context.letter(key)
    return (0, letter), Header(context.title(key) or letter, 0, line=letter)


def by_owner(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Whose it is; what is nobody's comes last."""
    name = context.title(values["owner"])
    return (not name, name.casefold()), Header(name or str(_("Zonder trekker")), 0)


def by_status(values: Values, context: RowContext) -> tuple[Any, Header]:
    """In which state it is: what runs first."""
    order = ("loopt", "wacht", "gepland", "idee", "gereed", "vervallen")
    status = values["status"]
    return order.index(status) if status in order else len(order), Header(word(m.STATUSES, status), 0)


def by_deadline(values: Values, context: RowContext) -> tuple[Any, Header]:
    """What is late, what is near, the rest of this year, later, and what has no deadline."""
    today, due = context.today, values["due_on"]
    if not lateness.is_open(values):
        return 5, Header(str(_("Gereed of vervallen")), 0)
    if lateness.is_late(values, today):
        return 0, Header(str(_("Te laat")), 0, "danger")
    if lateness.is_near(values, today):
        return 1, Header(str(_("Binnen een week")), 0, "warning")
    if due is None:
        return 4, Header(str(_("Zonder deadline")), 0)
    if due <= date(today.year, 12, 31):
        return 2, Header(str(_("Dit jaar")), 0)
    return 3, Header(str(_("Later")), 0)


GROUPINGS: Final = (
    Grouping("lijn", _("Themalijn"), by_line),
    Grouping("trekker", _("Trekker"), by_owner),
    Grouping("status", _("Status"), by_status),
    Grouping("deadline", _("Deadline"), by_deadline),
)
FILTERS: Final = (
    Filter("open", _("Open"), lambda v, x: lateness.is_open(v) and lateness.is_shown(v, x.today), preset=True),
    Filter("te_laat", _("Te laat"), lambda v, x: lateness.is_late(v, x.today), pinned=True, icon="alarm-clock"),
    Filter("geblokkeerd", _("Geblokkeerd"), lambda v, x: lateness.is_blocked(v), pinned=True, icon="pause"),
    Filter("bijna", _("Binnen een week"), lambda v, x: lateness.is_near(v, x.today)),
    Filter("samen", _("Samen met de gemeente"), lambda v, x: v["lead"] == "samen"),
    Filter("dit_jaar", _("Dit jaar"), lambda v, x: v["year"] in {None, x.today.year}),
    Filter("hoofdacties", _("Zonder deelacties"), lambda v, x: not v["parent"]),
    Filter("verborgen", _("Nog niet te tonen"), lambda v, x: not lateness.is_shown(v, x.today)),
    Filter("hoog", _("Prioriteit hoog"), lambda v, x: v["priority"] == "hoog"),
)


def plan_row(values: Values, context: RowContext) -> RowParts:
    """The plan of a year with its state."""
    return RowParts(
        title=values["title"],
        icon="book-open",
        meta=words(values["year"], context.title(values["decision"])),
        chip=chip(m.PLAN_STATUSES, values["status"]),
    )
