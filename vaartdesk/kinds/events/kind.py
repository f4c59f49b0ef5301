"""The kinds of the event calendar: events, permits, grants, run-books, marked days."""

from __future__ import annotations

from collections.abc import Sequence

from vaartdesk.core.text import _
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.events.commands import verbs
from vaartdesk.kinds.events.model import event as e
from vaartdesk.kinds.events.model import permit as p
from vaartdesk.kinds.events.model import runbook as r
from vaartdesk.kinds.events.queries import dates, planning
from vaartdesk.kinds.events.rules import occurrences, permits, rows, states, times
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.kind import Attention, Check, Grouping, Kind, NumberRule, Section, Subtitle
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Values
from vaartdesk.schema.theme import line_once

COORDINATOR = ("Event-coördinator",)


def _confirmed(values: Values, reader: Reader) -> Problem | None:
    """Confirmed means a permit that is granted or not needed, or a reason (K9)."""
    if values["status"] != "bevestigd" or values["confirm_reason"].strip():
        return None
    if permits.may_confirm(planning.permits_of(reader, values["id"])):
        return None
    sentence = _("Er is nog geen vergunning verleend of niet nodig. Schrijf op waarom het evenement toch bevestigd is.")
    return Problem("confirm_reason", str(sentence))


def _permit_clock(values: Values, reader: Reader) -> TermFace | None:
    return permits.permit_clock(values, reader.today, calendar_of(reader.settings))


def _permit_facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    told = values["term_text"]
    if not told and values["submit_by"] is None and permits.is_to_ask(values):
        told = str(_("nog niet bekend; kies een categorie met een termijn, of vul een eigen uiterste datum in"))
    return ((str(_("Termijn")), told),) if told else ()


EVENT = Kind(
    model=e.Event,
    label=_("evenement"),
    plural=_("evenementen"),
    the=_("het evenement"),
    icon="calendar-days",
    number=NumberRule("E", digits=3),
    line="theme_line",
    list_fields=rows.EVENT_FIELDS,
    row=rows.event_row,
    beside=dates.next_dates,
    beside_on=("event_override",),
    on_paper=rows.next_values,
    groupings=rows.GROUPINGS,
    filters=rows.FILTERS,
    quick=("title", "starts_at", "ends_at", "place"),
    sections=(
        Section(
            "", ("title", "status", "place", "visitors", "description"), optional=("places", "place_text", "rrule")
        ),
        Section(
            _("Tijden"),
            ("starts_at", "ends_at", "setup_at", "breakdown_at", "is_whole_day"),
            folded=True,
        ),
        Section(
            _("Wie"),
            ("organiser", "contact", "audience", "theme_line"),
            optional=("owner", "type", "is_large", "other_lines"),
        ),
        Section(
            _("Vergunning en kalender"),
            ("category", "calendar_status"),
            optional=("calendar_on", "calendar_reference", "calendar_by", "confirm_reason", "cancel_reason"),
        ),
        Section(
            _("Publiek"),
            ("is_public", "public_text"),
            folded=True,
            optional=("public_url", "picture", "price_text", "is_confidential"),
        ),
        Section(_("Geld"), ("budget", "spent"), folded=True, optional=("committed", "fund")),
        Section(_("Draaiboekkaart"), (), folded=True, optional=("emergency_text", "internal_note")),
        Section(
            _("Evaluatie"),
            (),
            folded=True,
            optional=("visitors_counted", "cost", "mark", "lessons", "evaluated_on", "copied_from"),
        ),
    ),
    checks=(
        Check(times.times_in_order, (*times.TIMES, "is_whole_day")),
        Check(_confirmed, ("status", "confirm_reason")),
        Check(states.is_not_both_public_and_confidential, ("is_public", "is_confidential")),
        Check(line_once, ("theme_line", "other_lines")),
        Check(occurrences.series_readable, ("rrule",)),
    ),
    moves=states.allowed,
    settle=states.settle,
    materialise=dates.materialise,
    attention=(Attention("evenementen", planning.events_this_week, COORDINATOR),),
    commands=verbs.EVENT_COMMANDS,
    subtitle=Subtitle(_("Wanneer"), dates.when_told, ("starts_at", "ends_at", "rrule")),
)

PERMIT = Kind(
    model=p.Permit,
    label=_("vergunning"),
    plural=_("vergunningen"),
    the=_("de vergunning"),
    icon="stamp",
    title=rows.permit_title,
    parent="record",
    list_fields=rows.PERMIT_FIELDS,
    row=rows.permit_row,
    groupings=(Grouping("status", _("Status"), rows.by_permit_status),),
    filters=rows.PERMIT_FILTERS,
    quick=("record", "type", "authority", "fixed_by", "category"),
    sections=(
        Section("", ("record", "type", "category", "authority", "status", "reference")),
        Section(_("Data"), ("submitted_on", "granted_on"), optional=("fixed_by", "valid_until", "fee", "owner")),
        Section(_("Voorwaarden"), ("conditions",), folded=True, optional=("reason", "note")),
    ),
    derive=planning.derive_permit,
    rederive_on=("event.record", *permits.WORK, "permit_term", *planning.PERMIT_SETTINGS),
    settle=planning.settle_permit,
    attention=(
        Attention("vergunningen", planning.permits_to_ask, COORDINATOR),
        Attention("vergunningen_werk", planning.permits_of_work, ("Huismeester",)),
    ),
    commands=verbs.PERMIT_COMMANDS,
    facts=_permit_facts,
    clock=_permit_clock,
)

GRANT = Kind(
    model=p.Grant,
    label=_("subsidie"),
    plural=_("subsidies"),
    the=_("de subsidie"),
    icon="hand-coins",
    parent="record",
    list_fields=(
        "record",
        "title",
        "provider",
        "fund",
        "status",
        "deadline_on",
        "account_by",
        "asked",
        "granted",
        "owner",
    ),
    row=rows.grant_row,
    quick=("title", "record", "deadline_on"),
    sections=(
        Section("", ("title", "record", "provider", "fund", "status", "deadline_on", "asked", "granted")),
        Section(
            _("Data"),
            ("submitted_on", "decided_on"),
            optional=("account_by", "accounted_on", "accounted_by", "reference"),
        ),
        Section(_("Voorwaarden"), ("conditions",), folded=True, optional=("owner", "note")),
    ),
    attention=(Attention("subsidies", planning.grants_due, COORDINATOR),),
)

CHECKLIST = Kind(
    model=r.ChecklistItem,
    label=_("draaiboekpunt"),
    plural=_("draaiboekpunten"),
    the=_("het draaiboekpunt"),
    icon="square-check",
    parent="event",
    list_fields=("event", "title", "offset_days", "is_done", "is_pinned", "due_on", "owner", "phase", "pos"),
    row=rows.checklist_row,
    filters=rows.CHECKLIST_FILTERS,
    quick=("title", "event", "offset_days"),
    sections=(
        Section("", ("title", "event", "offset_days", "is_done", "owner")),
        Section(_("Meer"), ("note",), optional=("fixed_on", "is_pinned", "done_on", "time_text", "phase", "action")),
    ),
    derive=planning.derive_checklist,
    rederive_on=("event.event",),
    settle=permits.settle_checklist,
    attention=(Attention("draaiboek", planning.checklist_due, COORDINATOR),),
    commands=verbs.CHECKLIST_COMMANDS,
)

KINDS: tuple[Kind, ...] = (
    EVENT,
    PERMIT,
    GRANT,
    CHECKLIST,
    Kind(
        model=e.EventOverride,
        label=_("uitzondering"),
        plural=_("uitzonderingen"),
        the=_("de uitzondering"),
        icon="calendar-x",
        title=rows.override_title,
        parent="event",
        searchable=False,
        list_fields=("event", "original_at", "is_skipped", "starts_at", "place", "title"),
        sections=(
            Section("", ("event", "original_at", "is_skipped", "starts_at", "ends_at", "place", "reason")),
            Section(_("Meer"), (), optional=("setup_at", "breakdown_at", "title")),
        ),
        checks=(Check(times.times_in_order, times.TIMES),),
        materialise=dates.materialise_overrides,
    ),
    Kind(
        model=e.ClashAcceptance,
        label=_("aanvaarde botsing"),
        plural=_("aanvaarde botsingen"),
        the=_("de aanvaarde botsing"),
        icon="triangle-alert",
        title="reason",
        parent="event",
        searchable=False,
        list_fields=("event", "other", "reason", "accepted_at", "accepted_by"),
        sections=(Section("", ("event", "other", "reason", "accepted_at", "accepted_by")),),
    ),
    Kind(
        model=e.EventMember,
        label=_("lid van een projectgroep"),
        plural=_("leden van een projectgroep"),
        the=_("het lid van de projectgroep"),
        icon="users",
        title="task",
        parent="event",
        searchable=False,
        list_fields=("event", "member", "task", "phone", "is_on_card", "pos"),
        sections=(Section("", ("event", "member", "task", "phone", "is_on_card")),),
    ),
    Kind(
        model=e.EventPartner,
        label=_("partner van een evenement"),
        plural=_("partners van een evenement"),
        the=_("de partner van het evenement"),
        icon="handshake",
        title="note",
        parent="event",
        searchable=False,
        list_fields=("event", "organisation", "relation", "note"),
        sections=(Section("", ("event", "organisation", "relation", "note")),),
    ),
    Kind(
        model=r.RunbookTemplate,
        label=_("draaiboek"),
        plural=_("draaiboeken"),
        the=_("het draaiboek"),
        icon="list-ordered",
        list_fields=("title", "type", "category"),
        sections=(Section("", ("title", "type", "category", "note")),),
    ),
    Kind(
        model=r.RunbookItem,
        label=_("punt van een draaiboek"),
        plural=_("punten van een draaiboek"),
        the=_("het punt van het draaiboek"),
        icon="square-check",
        parent="template",
        searchable=False,
        list_fields=("template", "title", "offset_days", "owner", "phase", "pos"),
        sections=(Section("", ("template", "title", "offset_days", "owner", "phase", "time_text", "note")),),
    ),
    Kind(
        model=r.Publication,
        label=_("publicatie"),
        plural=_("publicaties"),
        the=_("de publicatie"),
        icon="megaphone",
        title="medium",
        parent="event",
        list_fields=("event", "medium", "status", "deadline_on", "sent_on"),
        sections=(Section("", ("event", "medium", "status", "deadline_on", "sent_on", "url", "note")),),
    ),
    Kind(
        model=r.Marker,
        label=_("markering"),
        plural=_("markeringen"),
        the=_("de markering"),
        icon="flag",
        list_fields=("title", "from_on", "to_on", "type", "region", "is_warning"),
        row=rows.marker_row,
        quick=("title", "from_on", "to_on"),
        sections=(
            Section("", ("title", "type", "from_on", "to_on", "is_warning")),
            Section(_("Meer"), (), optional=("place", "region", "source")),
        ),
        checks=(Check(states.marker_days, ("from_on", "to_on")),),
    ),
)
