"""Contracts with suppliers and the maintenance planned under them."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.commands.contracts import COMMANDS as CONTRACT_COMMANDS
from vaartdesk.kinds.tickets.commands.upkeep import PLAN_NEXT
from vaartdesk.kinds.tickets.model import contract as c
from vaartdesk.kinds.tickets.queries import tickets as queries
from vaartdesk.kinds.tickets.rules import contracts, rows, series
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.kind import Attention, Check, Grouping, Kind, Section
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def _clock(values: Values, reader: Reader) -> TermFace | None:
    return contracts.clock(values, reader.today, calendar_of(reader.settings))


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
    moves=contracts.allowed,
    settle=contracts.settle,
    clock=_clock,
    commands=CONTRACT_COMMANDS,
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
    groupings=(Grouping("subject", _("Onderwerp"), series.by_subject),),
    quick=("title", "subject", "starts_on", "rrule"),
    sections=(
        Section("", ("title", "status", "subject", "place_text", "description")),
        Section(
            _("Wanneer"), ("starts_on", "rrule", "ends_on", "lead_days"), optional=("stays_days", "season", "duration")
        ),
        Section(
            _("Samenhang"),
            ("contract", "category"),
            optional=("street", "place", "places", "owner", "theme_line", "cost"),
        ),
    ),
    checks=(Check(series.maintenance_series, ("rrule", "starts_on", "ends_on")),),
    moves=series.maintenance_moves,
    commands=(PLAN_NEXT,),
    facts=series.coming_days,
)
