"""Tickets and what hangs on them: categories, who else reported it, and mediation between two parties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.commands import verbs
from vaartdesk.kinds.tickets.commands.keeping import KEEP_REPORTER
from vaartdesk.kinds.tickets.commands.merging import MERGE
from vaartdesk.kinds.tickets.commands.parts import MAKE_PART
from vaartdesk.kinds.tickets.model import ticket as t
from vaartdesk.kinds.tickets.queries import keeping as kept
from vaartdesk.kinds.tickets.queries import mediation as mediations
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules import keeping, mediation, moves, privacy, rows, term
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.kind import Attention, Check, Grouping, Kind, NumberRule, Section
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def _derive_ticket(values: Values, reader: Reader) -> dict[str, Any]:
    category = queries.categories(reader).get(values["category"] or "")
    return term.derived(values, category, calendar_of(reader.settings), reader.settings)


def _facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    counted = term.day_counts(values, reader.today, calendar_of(reader.settings))
    return () if counted is None else ((str(_("Verstreken")), counted),)


def _clock(values: Values, reader: Reader) -> TermFace | None:
    return term.clock(values, reader.today, calendar_of(reader.settings))


TICKET = Kind(
    model=t.Ticket,
    label=_("melding"),
    plural=_("meldingen"),
    the=_("de melding"),
    icon="wrench",
    number=NumberRule("M"),
    line="theme_line",
    list_fields=rows.TICKET_FIELDS,
    row=rows.ticket_row,
    groupings=rows.GROUPINGS,
    filters=rows.FILTERS,
    quick=("title", "place_text", "category", "urgency"),
    sections=(
        Section("", ("title", "status", "place_text", "category", "type", "urgency", "lies_with", "description")),
        Section(
            _("Doorgezet"),
            ("forwarded_to", "forwarded_on", "reference", "expected_on"),
            optional=("forwarded_text", "return_after", "contract"),
        ),
        Section(
            _("Melder"),
            ("reporter", "reporter_name", "channel"),
            optional=("reporter_email", "reporter_phone", "wants_answer", "told_on", "keep_until"),
        ),
        Section(
            _("Afhandeling"), ("result",), optional=("cost", "planned_at", "waits_for", "closed_at", "duplicate_of")
        ),
        Section(
            _("Plaats en samenhang"),
            ("street", "theme_line"),
            folded=True,
            optional=(
                "place",
                "premises",
                "owner",
                "parent",
                "maintenance",
                "other_lines",
                "reported_at",
                "paused_since",
            ),
        ),
    ),
    checks=(
        Check(moves.needs_result, ("status", "result")),
        Check(moves.names_original, ("status", "duplicate_of")),
        Check(moves.is_no_part_of_itself, ("parent",)),
        Check(keeping.is_not_over, ("keep_until",)),
        Check(privacy.watch(t.Ticket, privacy.TICKET_TEXTS), privacy.TICKET_TEXTS),
    ),
    moves=moves.allowed,
    commands=(*verbs.COMMANDS, MAKE_PART, MERGE, KEEP_REPORTER),
    derive=_derive_ticket,
    derive_on=term.DERIVED_FROM,
    rederive_on=("ticket_category.category", *term.SETTINGS),
    settle=queries.settle,
    attention=(
        Attention("meldingen", queries.attention, ("Huismeester",)),
        Attention("melders", kept.announcements, ("Huismeester",)),
    ),
    facts=_facts,
    clock=_clock,
)

CATEGORY = Kind(
    model=t.TicketCategory,
    label=_("categorie"),
    plural=_("categorieën"),
    the=_("de categorie"),
    icon="tag",
    title=rows.category_title,
    line="theme_line",
    list_fields=(
        "aspect",
        "title",
        "term",
        "term_unit",
        "lies_with",
        "icon",
        "theme_line",
        "is_assumed",
        "is_retired",
        "pos",
    ),
    row=rows.category_row,
    groupings=(Grouping("aspect", _("Aspect"), rows.by_aspect),),
    quick=("title", "aspect", "term"),
    sections=(
        Section("", ("aspect", "title", "term", "term_unit", "lies_with")),
        Section(_("Meer"), ("theme_line", "is_assumed"), optional=("forward_to", "is_retired", "note")),
    ),
)

REPORTER = Kind(
    model=t.TicketReporter,
    label=_("melder"),
    plural=_("melders"),
    the=_("de melder"),
    icon="user",
    title=rows.reporter_title,
    parent="ticket",
    list_fields=("ticket", "contact", "name", "email", "phone", "channel", "reported_at", "told_on"),
    row=rows.reporter_row,
    sections=(
        Section("", ("ticket", "contact", "name", "email", "phone", "text")),
        Section(_("Antwoord"), ("wants_answer", "told_on", "reported_at", "channel")),
    ),
    checks=(Check(privacy.watch(t.TicketReporter, privacy.REPORTER_TEXTS), privacy.REPORTER_TEXTS),),
)

MEDIATION = Kind(
    model=t.Mediation,
    label=_("bemiddeling"),
    plural=_("bemiddelingen"),
    the=_("de bemiddeling"),
    icon="handshake",
    title=mediation.title,
    parent="ticket",
    list_fields=(
        "ticket",
        "first_party",
        "first_name",
        "second_party",
        "second_name",
        "agreement",
        "agreed_on",
        "review_on",
        "outcome",
    ),
    row=mediation.row,
    quick=("first_name", "first_says", "second_name", "second_says", "agreement", "review_on"),
    checks=(
        Check(mediation.is_reviewed_later, ("agreed_on", "review_on")),
        Check(privacy.watch(t.Mediation, privacy.MEDIATION_TEXTS), privacy.MEDIATION_TEXTS),
    ),
    attention=(Attention("bemiddeling", mediations.to_review, ("Huismeester",)),),
    sections=(
        Section("", ("ticket", "first_party", "first_name", "first_says")),
        Section(_("Andere partij"), ("second_party", "second_name", "second_says")),
        Section(_("Afspraak"), ("agreement", "agreed_on", "review_on", "outcome")),
    ),
)
