"""The kinds of the huismeester: tickets, categories, contracts, maintenance and inspection rounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets import queries
from vaartdesk.kinds.tickets.commands import verbs
from vaartdesk.kinds.tickets.model import contract as c
from vaartdesk.kinds.tickets.model import inspection as i
from vaartdesk.kinds.tickets.model import ticket as t
from vaartdesk.kinds.tickets.rules import moves, rows, series, term
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
    ),
    moves=moves.allowed,
    commands=verbs.COMMANDS,
    derive=_derive_ticket,
    derive_on=term.DERIVED_FROM,
    rederive_on=("ticket_category.category", "setting"),
    settle=queries.settle,
    attention=(Attention("meldingen", queries.attention, ("Huismeester",)),),
    facts=_facts,
    clock=_clock,
)

CONTRACT = Kind(
    model=c.Contract,
    label=_("contract"),
    plural=_("contracten"),
    the=_("het contract"),
    icon="file-text",
    line="theme_line",
    list_fields=(
        "title",
        "supplier",
        "subject",
        "status",
        "reference",
        "ends_on",
        "notice_on",
        "warn_days",
        "price",
        "price_period",
        "theme_line",
        "owner",
    ),
    row=rows.contract_row,
    groupings=(Grouping("status", _("Status"), series.by_status),),
    quick=("title", "supplier", "subject"),
    sections=(
        Section("", ("title", "status", "supplier", "subject", "object")),
        Section(
            _("Looptijd"),
            ("starts_on", "ends_on", "notice_on", "warn_days"),
            optional=("renewal_months", "notice_days"),
        ),
        Section(_("Prijs"), ("price", "price_period"), optional=("is_indexed", "budget", "committed", "spent", "fund")),
        Section(
            _("Afspraken"),
            ("terms", "term", "term_unit"),
            optional=(
                "contact",
                "fault_phone",
                "fault_email",
                "reference",
                "alternative_to",
                "owner",
                "theme_line",
                "note",
            ),
        ),
    ),
    checks=(Check(series.contract_dates, ("starts_on", "ends_on", "notice_on")),),
    attention=(Attention("contracten", queries.contracts_near_notice, ("Huismeester",)),),
)

MAINTENANCE = Kind(
    model=c.Maintenance,
    label=_("onderhoud"),
    plural=_("onderhoud"),
    the=_("het onderhoud"),
    icon="repeat",
    line="theme_line",
    list_fields=(
        "title",
        "subject",
        "status",
        "contract",
        "place_text",
        "season",
        "starts_on",
        "rrule",
        "ends_on",
        "theme_line",
    ),
    row=rows.maintenance_row,
    quick=("title", "subject", "starts_on"),
    sections=(
        Section("", ("title", "status", "subject", "place_text", "description")),
        Section(_("Wanneer"), ("starts_on", "rrule", "ends_on", "lead_days"), optional=("season", "duration")),
        Section(
            _("Samenhang"),
            ("contract", "category"),
            optional=("street", "place", "places", "owner", "theme_line", "cost"),
        ),
    ),
    checks=(Check(series.maintenance_series, ("rrule", "starts_on", "ends_on")),),
)

KINDS: tuple[Kind, ...] = (
    Kind(
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
    ),
    TICKET,
    Kind(
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
    ),
    Kind(
        model=t.Mediation,
        label=_("bemiddeling"),
        plural=_("bemiddelingen"),
        the=_("de bemiddeling"),
        icon="handshake",
        title="agreement",
        parent="ticket",
        list_fields=("ticket", "agreement", "agreed_on", "review_on"),
        sections=(
            Section("", ("ticket", "first_party", "first_name", "first_says")),
            Section(_("Andere partij"), ("second_party", "second_name", "second_says")),
            Section(_("Afspraak"), ("agreement", "agreed_on", "review_on", "outcome")),
        ),
    ),
    CONTRACT,
    MAINTENANCE,
    Kind(
        model=i.InspectionTemplate,
        label=_("schouwroute"),
        plural=_("schouwroutes"),
        the=_("de schouwroute"),
        icon="route",
        line="theme_line",
        list_fields=("title", "starts_on", "owner", "theme_line"),
        sections=(Section("", ("title", "starts_on", "rrule", "owner", "theme_line", "note")),),
    ),
    Kind(
        model=i.InspectionTemplatePoint,
        label=_("punt van een route"),
        plural=_("punten van een route"),
        the=_("het punt van de route"),
        icon="map-pin",
        parent="template",
        searchable=False,
        list_fields=("template", "title", "place_text", "place", "street", "category", "pos"),
        row=rows.point_row,
        sections=(Section("", ("template", "title", "place_text", "street", "place", "category", "hint")),),
    ),
    Kind(
        model=i.InspectionRound,
        label=_("schouwronde"),
        plural=_("schouwrondes"),
        the=_("de schouwronde"),
        icon="clipboard-check",
        line="theme_line",
        list_fields=("title", "template", "status", "held_on", "inspector", "theme_line"),
        row=rows.round_row,
        sections=(
            Section("", ("title", "status", "template", "held_on", "inspector", "companions")),
            Section(_("Toelichting"), ("note", "theme_line")),
        ),
    ),
    Kind(
        model=i.InspectionPoint,
        label=_("schouwpunt"),
        plural=_("schouwpunten"),
        the=_("het schouwpunt"),
        icon="map-pin",
        parent="round",
        list_fields=("round", "title", "place_text", "place", "street", "category", "result", "ticket", "pos"),
        row=rows.point_row,
        sections=(
            Section("", ("round", "title", "place_text", "result", "note")),
            Section(_("Samenhang"), ("category", "street", "place", "ticket", "seen_at")),
        ),
    ),
)
