"""The kinds of places: how they are called, listed, grouped and shown."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.kinds.places import model as m
from vaartdesk.kinds.places.rules import rows
from vaartdesk.schema.kind import Check, Filter, Grouping, Kind, Section
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values


def _both_coordinates(values: Values, reader: Reader) -> Problem | None:
    if (values["latitude"] is None) == (values["longitude"] is None):
        return None
    missing = "longitude" if values["longitude"] is None else "latitude"
    return Problem(missing, str(_("Vul breedtegraad en lengtegraad allebei in, of geen van beide.")))


BOTH = Check(_both_coordinates, ("latitude", "longitude"))
POINT = ("latitude", "longitude")

KINDS: tuple[Kind, ...] = (
    Kind(
        model=m.Municipality,
        label=_("gemeente"),
        plural=_("gemeenten"),
        the=_("de gemeente"),
        icon="building-2",
        list_fields=("title", "holiday_region", "is_assumed"),
        row=rows.municipality_row,
        sections=(
            Section("", ("title", "holiday_region", "organisation")),
            Section(_("Evenementen"), ("email", "website", "preannounce_before", "note", "is_assumed")),
        ),
    ),
    Kind(
        model=m.PermitTerm,
        label=_("indieningstermijn"),
        plural=_("indieningstermijnen"),
        the=_("de indieningstermijn"),
        icon="stamp",
        title=rows.term_title,
        parent="municipality",
        searchable=False,
        list_fields=("municipality", "category", "amount", "unit", "is_assumed", "pos"),
        row=rows.term_row,
        filters=(Filter("onbekend", _("Nog invullen"), lambda v, c: v["amount"] is None),),
        sections=(
            Section("", ("municipality", "category", "amount", "unit")),
            Section(_("Voorwaarden"), ("max_visitors", "handling", "handling_unit", "note", "is_assumed")),
        ),
    ),
    Kind(
        model=m.Street,
        label=_("straat"),
        plural=_("straten"),
        the=_("de straat"),
        icon="route",
        list_fields=("title", "is_assumed", "pos"),
        row=rows.street_row,
        sections=(Section("", ("title", "note", "is_assumed")),),
        quick=("title",),
    ),
    Kind(
        model=m.Place,
        label=_("plaats"),
        plural=_("plaatsen"),
        the=_("de plaats"),
        icon="map-pin",
        list_fields=("title", "street", "is_big_square", "is_assumed", "pos"),
        row=rows.place_row,
        filters=(Filter("plein", _("Grote pleinen"), lambda v, c: bool(v["is_big_square"])),),
        sections=(
            Section("", ("title", "street", "is_big_square")),
            Section(_("Gegevens"), ("capacity", "owner", "note", "is_assumed"), optional=POINT),
        ),
        quick=("title", "street"),
        checks=(BOTH,),
    ),
    Kind(
        model=m.Premises,
        label=_("pand"),
        plural=_("panden"),
        the=_("het pand"),
        icon="store",
        line="theme_line",
        list_fields=("title", "street", "house_number", "status", "since_on", "use", "owner", "user", "theme_line"),
        row=rows.premises_row,
        groupings=(Grouping("straat", _("Straat"), rows.by_street),),
        filters=(
            Filter("leeg", _("Leeg"), lambda v, c: v["status"] == "leeg", pinned=True),
            Filter("transformatie", _("In transformatie"), lambda v, c: v["status"] == "in_transformatie"),
        ),
        sections=(
            Section("", ("title", "street", "house_number", "postcode", "status", "since_on")),
            Section(_("Gebruik"), ("use", "user", "owner", "floor_area", "wanted_use")),
            Section(_("Meer"), ("theme_line", "other_lines", "note"), folded=True, optional=(*POINT, "is_assumed")),
        ),
        quick=("title", "street", "house_number", "status"),
        checks=(BOTH,),
    ),
)
