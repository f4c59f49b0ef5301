"""Inspection rounds: routes with their points, and what was found on a walk."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.commands.rounds import FINISH, START, WALK
from vaartdesk.kinds.tickets.model import inspection as i
from vaartdesk.kinds.tickets.queries import rounds as queries
from vaartdesk.kinds.tickets.rules import privacy, rounds, rows, series
from vaartdesk.schema.kind import Attention, Check, Grouping, Kind, Section

TEMPLATE = Kind(
    model=i.InspectionTemplate,
    label=_("schouwroute"),
    plural=_("schouwroutes"),
    the=_("de schouwroute"),
    icon="route",
    line="theme_line",
    list_fields=("title", "starts_on", "rrule", "owner", "theme_line"),
    row=rows.route_row,
    checks=(Check(series.route_series, ("rrule", "starts_on")),),
    commands=(START,),
    sections=(Section("", ("title", "starts_on", "rrule", "owner", "theme_line", "note")),),
)

TEMPLATE_POINT = Kind(
    model=i.InspectionTemplatePoint,
    label=_("punt van een route"),
    plural=_("punten van een route"),
    the=_("het punt van de route"),
    icon="map-pin",
    parent="template",
    searchable=False,
    quick=("title", "place_text", "category"),
    list_fields=("template", "title", "place_text", "place", "street", "category", "pos"),
    row=rows.point_row,
    sections=(Section("", ("template", "title", "place_text", "street", "place", "category", "hint")),),
)

ROUND = Kind(
    model=i.InspectionRound,
    label=_("schouwronde"),
    plural=_("schouwrondes"),
    the=_("de schouwronde"),
    icon="clipboard-check",
    line="theme_line",
    list_fields=("title", "template", "status", "held_on", "inspector", "theme_line"),
    row=rows.round_row,
    beside=queries.found_so_far,
    beside_on=("inspection_point",),
    groupings=(Grouping("status", _("Status"), rows.by_round_status),),
    moves=rounds.allowed,
    commands=(WALK, FINISH),
    facts=queries.round_facts,
    attention=(Attention("schouw", queries.to_walk, ("Huismeester",)),),
    sections=(
        Section("", ("title", "status", "template", "held_on", "inspector", "companions")),
        Section(_("Toelichting"), ("note", "theme_line")),
    ),
)

POINT = Kind(
    model=i.InspectionPoint,
    label=_("schouwpunt"),
    plural=_("schouwpunten"),
    the=_("het schouwpunt"),
    icon="map-pin",
    parent="round",
    list_fields=("round", "title", "place_text", "place", "street", "category", "result", "ticket", "pos"),
    row=rows.point_row,
    quick=("title", "place_text", "category"),
    settle=rounds.settle_point,
    checks=(Check(privacy.watch(i.InspectionPoint, privacy.POINT_TEXTS), privacy.POINT_TEXTS),),
    sections=(
        Section("", ("round", "title", "place_text", "result", "note")),
        Section(_("Samenhang"), ("category", "street", "place", "ticket", "seen_at")),
    ),
)
