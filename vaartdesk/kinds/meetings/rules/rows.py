"""How bodies, meetings, items, topics and decisions look in a list."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from vaartdesk.core.dates import DAYS_SHORT, MONTHS, day_short, time_prose
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model import states as s
from vaartdesk.kinds.meetings.rules.agenda import lacks_proposal
from vaartdesk.kinds.meetings.rules.stages import needs_follow_up
from vaartdesk.schema.chips import chip, state_chip, word, words
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Chip, Due, Header, RowParts
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import badges

NARROW = 18
"""So many letters of a meeting's name fit in the narrow list."""
SOON = 7
"""Days before a date from which it is shown in warning."""


def late(day: date | None, today: date) -> Due | None:
    """How late something is, in words: ``3 dagen te laat``, ``vandaag``, ``nog 2 dagen``, ``vr 4 dec``."""
    if day is None:
        return None
    left = (day - today).days
    if left < 0:
        return Due(ngettext("{n} dag te laat", "{n} dagen te laat", -left).format(n=-left), "danger", "clock-alert")
    if left == 0:
        return Due(str(_("vandaag")), "warning", "clock")
    if left <= SOON:
        return Due(ngettext("nog {n} dag", "nog {n} dagen", left).format(n=left), "warning", "clock")
    return Due(day_short(day, today))


def _plain(day: date | None, today: date, *, is_done: bool = False) -> Due | None:
    return None if day is None else Due(day_short(day, today), is_done=is_done)


def body_row(values: Values, context: RowContext) -> RowParts:
    """A body; one that is not active says so."""
    state = state_chip(s.BODY_STATES, values["status"]) if values["status"] != "actief" else None
    often = _("{n} keer per jaar").format(n=values["times_a_year"]) if values["times_a_year"] else ""
    return RowParts(
        title=values["title"],
        icon="messages-square",
        badges=badges(values, context),
        meta=words(word(s.BODY_TYPES, values["type"]), often, values["is_assumed"] and _("aanname")),
        chip=state,
    )


def seat_row(values: Values, context: RowContext) -> RowParts:
    """A partner's seat with its holder and deputy."""
    deputy = context.title(values["deputy"])
    return RowParts(
        title=context.short(values["organisation"]) or str(_("partner onbekend")),
        icon="armchair",
        meta=words(
            context.title(values["holder"]) or _("zetel nog niet bezet"),
            deputy and _("plaatsvervanger {name}").format(name=deputy),
            values["has_vote"] and _("met stem"),
        ),
        due=_plain(values["from_on"], context.today, is_done=_is_past(values["to_on"], context.today)),
    )


def _is_past(to_on: date | None, today: date) -> bool:
    return to_on is not None and to_on < today


def membership_row(values: Values, context: RowContext) -> RowParts:
    """A member of a body: as what, with a vote or not."""
    return RowParts(
        title=context.title(values["member"]) or str(_("nog niet bekend")),
        icon="user",
        meta=words(
            word(s.FUNCTIONS, values["function"]),
            _("met stem") if values["has_vote"] else _("zonder stem"),
            values["expertise"],
            values["is_assumed"] and _("aanname"),
        ),
        due=_plain(values["from_on"], context.today, is_done=_is_past(values["to_on"], context.today)),
    )


def template_row(values: Values, context: RowContext) -> RowParts:
    """A standing item."""
    return RowParts(
        title=values["title"],
        icon="list-ordered",
        meta=words(_minutes(values), context.title(values["presenter"])),
        chip=chip(s.PURPOSES, values["purpose"]),
    )


def _minutes(values: Values) -> str:
    return str(_("{n} min").format(n=values["minutes"])) if values["minutes"] else ""


def meeting_row(values: Values, context: RowContext) -> RowParts:
    """A meeting by its day: name, time and stage."""
    start = values["starts_at"]
    day = (str(DAYS_SHORT[start.weekday()]), str(start.day)) if start else None
    clock = time_prose(start) if start else _("nog te plannen")
    is_open = values["status"] == "concept"
    return RowParts(
        title=values["title"],
        number=values["number"],
        day=day,
        icon="messages-square",
        meta=words(clock, values["place"]),
        due=late(values["papers_due_on"], context.today) if is_open and _ahead(values, context) else None,
        chip=state_chip(s.MEETING_STATES, values["status"]),
    )


def _ahead(values: Values, context: RowContext) -> bool:
    return values["starts_at"] is not None and values["starts_at"].date() >= context.today


def narrow_meeting_row(values: Values, context: RowContext) -> RowParts:
    """A meeting in the narrow list beside its agenda: `19.30, concept`; an earlier one by its month."""
    start, stage = values["starts_at"], word(s.MEETING_STATES, values["status"])
    short = str(_("vastgesteld")) if values["status"] == "verslag_vastgesteld" else stage
    when = str(_("nog te plannen"))
    if start is not None:
        is_past = start.date() < context.today - timedelta(days=context.today.weekday())
        when = str(MONTHS[start.month - 1]) if is_past else f"{start:%H.%M}"
    return RowParts(
        title=_narrow_name(values, context),
        accessible=", ".join(words(values["title"], start and day_short(start.date(), context.today), when, stage)),
        day=(str(DAYS_SHORT[start.weekday()]), str(start.day)) if start else ("", "?"),
        meta=(f"{when}, {short}" if start is not None else when,),
    )


def _narrow_name(values: Values, context: RowContext) -> str:
    """The name of a meeting; a long one that is just its body's goes by the body's short name."""
    name, body = str(values["title"]), values["body"]
    return context.short(body) if len(name) > NARROW and name == context.title(body) else name


def item_row(values: Values, context: RowContext) -> RowParts:
    """An agenda item: purpose, minutes, presenter; a decision without a text is marked."""
    missing = Due(str(_("voorstel ontbreekt")), "warning", "triangle-alert") if lacks_proposal(values) else None
    return RowParts(
        title=values["title"],
        icon="list-ordered",
        badges=badges(values, context),
        meta=words(context.title(values["meeting"]), _minutes(values), context.title(values["presenter"])),
        due=missing,
        chip=chip(s.PURPOSES, values["purpose"]),
    )


def topic_row(values: Values, context: RowContext) -> RowParts:
    """A topic in stock: for which body, put forward by whom and when."""
    icon = next((o.icon for o in s.TOPIC_GROUPS if o.slug == values["origin"]), "inbox")
    waits = values["status"] == "voorraad"
    return RowParts(
        title=values["title"],
        icon=icon,
        badges=badges(values, context),
        meta=words(context.title(values["body"]), context.title(values["proposed_by"])),
        due=_plain(values["proposed_on"], context.today, is_done=not waits),
        chip=chip(s.TOPIC_STATES, values["status"]),
    )


def attendance_row(values: Values, context: RowContext) -> RowParts:
    """Somebody at a meeting."""
    vote = _("stem") if values["has_vote"] else _("geen stem")
    return RowParts(
        title=context.title(values["member"]) or str(_("nog niet bekend")),
        icon="user",
        meta=words(
            word(s.FUNCTIONS, values["function"]),
            vote,
            context.title(values["organisation"]),
            values["is_guest"] and _("te gast"),
        ),
        chip=chip(s.ATTENDANCE_STATES, values["status"]),
    )


def decision_row(values: Values, context: RowContext) -> RowParts:
    """A decision: what became of it, at whom, until when."""
    is_open = needs_follow_up(values)
    due = (
        late(values["due_on"], context.today) if is_open else _plain(values["decided_on"], context.today, is_done=True)
    )
    taken = values["outcome"] == "aangenomen"
    return RowParts(
        title=values["title"],
        number=values["number"],
        icon="gavel",
        badges=badges(values, context),
        meta=words(context.title(values["body"]), context.title(values["owner"])),
        due=due,
        chip=state_chip(s.FOLLOW_UPS, values["follow_up"]) if taken else state_chip(s.OUTCOMES, values["outcome"]),
    )


def advice_row(values: Values, context: RowContext) -> RowParts:
    """Advice and its reply."""
    waits = values["status"] == "open"
    due = late(values["reply_by_on"], context.today) if waits else None
    return RowParts(
        title=values["title"],
        icon="lightbulb",
        badges=badges(values, context),
        meta=words(context.title(values["body"]), context.title(values["addressee"])),
        due=due or _plain(values["given_on"], context.today, is_done=not waits),
        chip=chip(s.REPLIES, values["status"]),
    )


def by_time(values: Values, context: RowContext) -> tuple[Any, Header]:
    """This week, then the coming months, then earlier ones with the latest first, as the list of meetings reads."""
    start = values["starts_at"]
    if start is None:
        return (1, date.max.toordinal()), Header(str(_("Nog te plannen")), 0)
    day, today = start.date(), context.today
    monday = today - timedelta(days=today.weekday())
    if day < monday:
        return (2, -day.toordinal(), -start.hour * 60 - start.minute), Header(str(_("Eerder")), 0)
    if day < monday + timedelta(days=7):
        return (0, 0), Header(str(_("Deze week")), 0)
    return (1, day.year * 12 + day.month), Header(_month(day, today), 0)


def _month(day: date, today: date) -> str:
    name = str(MONTHS[day.month - 1])
    name = name[:1].upper() + name[1:]
    return name if day.year == today.year else f"{name} {day.year}"


def by_body(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Records under the body they belong to."""
    body = context.title(values["body"])
    return (not body, body), Header(body or str(_("Zonder overleg")), 0)


def by_origin(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Stock in its three groups: proposed by the program, put forward, left over."""
    slugs = [o.slug for o in s.TOPIC_GROUPS]
    place = slugs.index(values["origin"]) if values["origin"] in slugs else len(slugs)
    return (place,), Header(word(s.TOPIC_GROUPS, values["origin"]), 0)


def by_follow_up(values: Values, context: RowContext) -> tuple[Any, Header]:
    """Decisions by what became of them."""
    slugs = [o.slug for o in s.FOLLOW_UPS]
    place = slugs.index(values["follow_up"]) if values["follow_up"] in slugs else len(slugs)
    label = word(s.FOLLOW_UPS, values["follow_up"])
    return (place,), Header(label[:1].upper() + label[1:], 0)


def chip_of_stage(status: str) -> Chip | None:
    """The chip of a meeting's stage."""
    return state_chip(s.MEETING_STATES, status)
