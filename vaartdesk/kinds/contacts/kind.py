"""The kinds of contacts: how they are called, listed, grouped and shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vaartdesk.core.text import _
from vaartdesk.kinds.contacts import model as m
from vaartdesk.kinds.contacts.commands import COMMANDS
from vaartdesk.kinds.contacts.queries import people as queries
from vaartdesk.kinds.contacts.rules import lines, people, rows
from vaartdesk.schema.checks import ends_after_start
from vaartdesk.schema.kind import Attention, Check, Filter, Grouping, Kind, RowContext, Section, Subtitle
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values

PRIVACY = ("purpose", "basis", "source", "informed_on", "review_on")
GROUPINGS = (
    Grouping("segment", _("Segment"), rows.by_segment),
    Grouping("straat", _("Straat"), rows.by_street),
)


def _is_silent(values: Values, context: RowContext) -> bool:
    return people.is_silent(values["last_spoken_on"], context.today, people.silent_months(context.settings))


SILENT = Filter("stil", _("Te lang stil"), _is_silent, pinned=True)
UNSUBSCRIBED = Filter("afgemeld", _("Afgemeld voor mailingen"), lambda v, c: bool(v["is_unsubscribed"]))


def _spoken(values: Values, reader: Reader) -> dict[str, Any]:
    return {"last_spoken_on": queries.last_spoken(reader, values)}


def _belongs(values: Values, reader: Reader) -> str:
    """``MKB Retail · voorzitter``."""
    organisation = reader.titles([values["organisation"]]).get(values["organisation"] or "", "")
    return " · ".join(part for part in (organisation, values["function_title"]) if part)


def _last_spoken(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    ago = lines.spoken_ago(values["last_spoken_on"], reader.today)
    return ((str(_("Laatst gesproken")), ago),) if ago else ()


def _said_now(before: Values | None, after: Values, reader: Reader) -> dict[str, Any]:
    """A contact moment without a time was just now."""
    return {"at": reader.now} if before is None and after["at"] is None else {}


def _needed_since(before: Values | None, after: Values, reader: Reader) -> dict[str, Any]:
    """A need is known since the day it was written down, unless it says otherwise."""
    return {"since_on": reader.today} if before is None and after["since_on"] is None else {}


def _outcome_told(values: Values, reader: Reader) -> Problem | None:
    if values["status"] == "geholpen" and not values["outcome"].strip():
        return Problem("outcome", str(_("Schrijf op waarmee er geholpen is.")))
    return None


PERSON = Kind(
    model=m.Person,
    label=_("persoon"),
    plural=_("personen"),
    the=_("de persoon"),
    icon="user",
    line="theme_line",
    list_fields=(
        "title",
        "function_title",
        "organisation",
        "segment",
        "street",
        "theme_line",
        "other_lines",
        "review_on",
        "is_unsubscribed",
        "last_spoken_on",
    ),
    row=rows.person_row,
    groupings=(*GROUPINGS, Grouping("organisatie", _("Organisatie"), rows.by_organisation)),
    filters=(
        SILENT,
        Filter("avg", _("AVG herzien"), lambda v, c: people.needs_review(v["review_on"], c.today), pinned=True),
        UNSUBSCRIBED,
    ),
    sections=(
        Section(
            "",
            ("title", "mobile", "email", "segment"),
            optional=("address", "postcode", "town", "phone", "street", "premises", "salutation"),
        ),
        Section(
            _("Waar het over gaat"),
            ("organisation", "function_title", "theme_line"),
            folded=True,
            optional=("other_segments", "other_lines", "tags"),
        ),
        Section(_("Bewaren van de gegevens"), PRIVACY, folded=True, optional=("is_unsubscribed", "unsubscribed_on")),
        Section(_("Notitie"), ("note",), folded=True, optional=("is_assumed",)),
    ),
    quick=("title", "organisation", "mobile", "email"),
    subtitle=Subtitle(_("Bij"), _belongs, ("organisation", "function_title")),
    facts=_last_spoken,
    derive=_spoken,
    rederive_on=("interaction",),
    commands=COMMANDS,
    attention=(Attention("avg", queries.review_needed, ("Verbinder",)),),
)
ORGANISATION = Kind(
    model=m.Organisation,
    label=_("organisatie"),
    plural=_("organisaties"),
    the=_("de organisatie"),
    icon="building-2",
    line="theme_line",
    list_fields=(
        "title",
        "short",
        "segment",
        "is_partner",
        "address",
        "street",
        "theme_line",
        "other_lines",
        "is_unsubscribed",
        "last_spoken_on",
    ),
    row=rows.organisation_row,
    groupings=GROUPINGS,
    filters=(Filter("partner", _("Partners"), lambda v, c: bool(v["is_partner"])), SILENT, UNSUBSCRIBED),
    sections=(
        Section(
            "",
            ("title", "phone", "email", "segment", "is_partner"),
            optional=("address", "postcode", "town", "website", "street", "premises", "short"),
        ),
        Section(
            _("Gegevens"),
            ("kvk", "legal_form", "branch", "theme_line"),
            optional=("other_segments", "other_lines", "tags", "is_unsubscribed", "unsubscribed_on"),
        ),
        Section(_("Notitie"), ("note",), folded=True, optional=("is_assumed",)),
    ),
    quick=("title", "segment", "phone", "email"),
    facts=_last_spoken,
    derive=_spoken,
    rederive_on=("interaction", "person"),
    commands=COMMANDS,
)

KINDS: tuple[Kind, ...] = (
    PERSON,
    ORGANISATION,
    Kind(
        model=m.ContactSegment,
        label=_("segment"),
        plural=_("segmenten"),
        the=_("het segment"),
        icon="tag",
        list_fields=("title", "is_assumed", "pos"),
        row=rows.segment_row,
        sections=(Section("", ("title", "is_assumed")),),
    ),
    Kind(
        model=m.Function,
        label=_("functie"),
        plural=_("functies"),
        the=_("de functie"),
        icon="id-card",
        title=lambda values: str(values.get("title") or _("functie")),
        parent="person",
        list_fields=("person", "organisation", "title", "is_board", "from_on", "to_on"),
        row=rows.function_row,
        sections=(Section("", ("title", "person", "organisation", "is_board", "from_on", "to_on", "note")),),
        quick=("title", "organisation", "from_on"),
        checks=(Check(ends_after_start, ("from_on", "to_on")),),
    ),
    Kind(
        model=m.Interaction,
        label=_("contactmoment"),
        plural=_("contactmomenten"),
        the=_("het contactmoment"),
        icon="message-square",
        line="theme_line",
        parent="contact",
        list_fields=("contact", "at", "medium", "title", "by", "theme_line"),
        row=rows.interaction_row,
        sections=(
            Section("", ("title", "contact", "at", "medium", "by")),
            Section(_("Besproken"), ("text",), optional=("others", "subject", "theme_line", "is_confidential")),
        ),
        quick=("contact", "title", "medium"),
        settle=_said_now,
    ),
    Kind(
        model=m.ContactGroup,
        label=_("groep"),
        plural=_("groepen"),
        the=_("de groep"),
        icon="users",
        list_fields=("title", "type", "is_mailing"),
        row=rows.group_row,
        filters=(Filter("verzendlijst", _("Verzendlijsten"), lambda v, c: bool(v["is_mailing"])),),
        sections=(
            Section("", ("title", "type", "is_mailing")),
            Section(_("Leden"), ("members",)),
            Section(
                _("Regel"),
                (
                    "rule_segment",
                    "rule_street",
                    "rule_organisation",
                    "rule_body",
                    "rule_line",
                    "rule_branch",
                    "rule_tag",
                ),
                folded=True,
            ),
            Section(_("Notitie"), ("note",), folded=True),
        ),
    ),
    Kind(
        model=m.Offer,
        label=_("aanbod"),
        plural=_("aanbod"),
        the=_("het aanbod"),
        icon="hand-coins",
        line="theme_line",
        list_fields=("title", "provider", "for_whom", "closes_on", "status", "theme_line", "other_lines"),
        row=rows.offer_row,
        filters=(Filter("open", _("Open"), lambda v, c: v["status"] == "open", preset=True),),
        sections=(
            Section("", ("title", "provider", "status", "closes_on")),
            Section(_("Inhoud"), ("text", "for_whom"), optional=("website", "theme_line", "other_lines")),
            Section(_("Gebruikt door"), ("used_by", "note"), folded=True),
        ),
    ),
    Kind(
        model=m.Need,
        label=_("behoefte"),
        plural=_("behoeften"),
        the=_("de behoefte"),
        icon="lightbulb",
        line="theme_line",
        list_fields=("title", "contact", "category", "since_on", "status", "owner", "theme_line"),
        row=rows.need_row,
        filters=(Filter("open", _("Open"), lambda v, c: v["status"] in {"open", "aangeboden"}, preset=True),),
        sections=(
            Section("", ("title", "contact", "status", "since_on", "owner")),
            Section(_("Aanbod"), ("offer", "offered_on", "outcome", "told_on")),
            Section(_("Meer"), ("category", "theme_line", "note"), folded=True),
        ),
        checks=(Check(_outcome_told, ("status", "outcome")),),
        settle=_needed_since,
    ),
)
