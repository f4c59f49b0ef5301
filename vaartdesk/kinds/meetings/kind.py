"""The kinds of meetings: how they are called, listed, grouped and shown. Their commands are in `commands`."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.commands import menu
from vaartdesk.kinds.meetings.model import bodies, gatherings, outcomes
from vaartdesk.kinds.meetings.queries import checks, facts, needs, settling
from vaartdesk.kinds.meetings.rules import agenda, rows, stages
from vaartdesk.schema.checks import ends_after_start
from vaartdesk.schema.kind import Attention, Check, Filter, Grouping, Kind, NumberRule, Section

LINES = ("theme_line", "other_lines")
BY_BODY = Grouping("overleg", _("Overleg"), rows.by_body)
PERIOD = Check(ends_after_start, ("from_on", "to_on"))
VOTE = Check(checks.vote_fits_function, ("function", "has_vote"))


BODY = Kind(
    model=bodies.Body,
    label=_("overleg"),
    plural=_("overleggen"),
    the=_("het overleg"),
    icon="messages-square",
    line="theme_line",
    list_fields=("title", "short", "type", "status", "times_a_year", "is_assumed", "pos", *LINES),
    row=rows.body_row,
    filters=(Filter("actief", _("Actief"), lambda v, c: v["status"] == "actief"),),
    sections=(
        Section("", ("title", "type", "status", "place", "usual_time", "duration", "paper_days")),
        Section(_("Wie"), ("chair", "secretary", "invites"), optional=("quorum",)),
        Section(
            _("Meer"),
            ("note",),
            folded=True,
            optional=(*LINES, "short", "times_a_year", "feeds", "advises", "is_assumed"),
        ),
    ),
    checks=(Check(checks.not_under_itself, ("feeds",)), Check(checks.usual_time_reads, ("usual_time",))),
    commands=menu.BODY,
)
MEETING = Kind(
    model=gatherings.Meeting,
    label=_("vergadering"),
    plural=_("vergaderingen"),
    the=_("de vergadering"),
    icon="messages-square",
    number=NumberRule("V", digits=3),
    list_fields=("number", "title", "body", "starts_at", "place", "status", "papers_due_on"),
    row=rows.meeting_row,
    groupings=(Grouping("tijd", _("Tijd"), rows.by_time), BY_BODY),
    filters=(
        Filter(
            "komend",
            _("Komend"),
            lambda v, c: stages.is_before_meeting(v["status"]),
            pinned=True,
            icon="calendar-clock",
        ),
        Filter("verslag", _("Verslag te maken"), lambda v, c: v["status"] in {"gehouden", "verslag_concept"}),
    ),
    sections=(
        Section("", ("title", "body", "starts_at", "planned_minutes", "place", "status")),
        Section(_("Wie"), ("chair", "secretary")),
        Section(_("Uitnodiging"), ("explanation",), folded=True, optional=("online", "version", "sent_on")),
        Section(_("Verslag"), ("report",), folded=True, optional=("approved_in", "approved_on", "internal_note")),
    ),
    quick=("body", "starts_at"),
    checks=(Check(checks.allowed_move, ("status",)),),
    moves=stages.moves,
    derive=facts.meeting_derived,
    rederive_on=("body",),
    settle=settling.meeting,
    attention=(
        Attention("vergaderingen", needs.coming_meetings),
        Attention("stukken", needs.papers_to_send, ("Regisseur",)),
    ),
    facts=facts.meeting_facts,
    commands=menu.MEETING,
)
AGENDA_ITEM = Kind(
    model=gatherings.AgendaItem,
    label=_("agendapunt"),
    plural=_("agendapunten"),
    the=_("het agendapunt"),
    icon="list-ordered",
    line="theme_line",
    parent="meeting",
    list_fields=("title", "meeting", "parent", "purpose", "minutes", "presenter", "proposed_decision", "pos", *LINES),
    row=rows.item_row,
    filters=(Filter("zonder_voorstel", _("Voorstel ontbreekt"), lambda v, c: agenda.lacks_proposal(v)),),
    sections=(
        Section(
            "",
            (
                *("title", "purpose", "minutes", "presenter", "theme_line"),
                *("explanation", "proposed_decision"),
            ),
            optional=("portfolio_holder", "presenters", "subject", "other_lines", "related", "is_confidential"),
        ),
        Section(
            _("Verslag"),
            ("status", "report"),
            folded=True,
            optional=("started_at", "ended_at", "with_interest", "internal_note"),
        ),
    ),
    quick=("title", "purpose", "minutes", "presenter"),
    checks=(Check(checks.not_under_itself, ("parent",)),),
    settle=settling.agenda_item,
    facts=facts.item_facts,
    commands=menu.ITEM,
)
DECISION = Kind(
    model=outcomes.Decision,
    label=_("besluit"),
    plural=_("besluiten"),
    the=_("het besluit"),
    icon="gavel",
    number=NumberRule("B", digits=3),
    line="theme_line",
    list_fields=("number", "title", "outcome", "follow_up", "owner", "due_on", "decided_on", "body", *LINES),
    row=rows.decision_row,
    groupings=(Grouping("vervolg", _("Vervolg"), rows.by_follow_up), BY_BODY),
    filters=(
        Filter("open", _("Besluiten open"), lambda v, c: stages.needs_follow_up(v), pinned=True, icon="gavel"),
        Filter(
            "te_laat",
            _("Te laat"),
            lambda v, c: stages.needs_follow_up(v) and v["due_on"] is not None and v["due_on"] < c.today,
        ),
    ),
    sections=(
        Section("", ("title", "outcome", "owner", "due_on", "theme_line")),
        Section(_("Tekst"), ("text", "has_no_follow_up"), optional=("reason", "agreement", "article", "other_lines")),
        Section(
            _("Genomen"),
            ("body", "meeting", "decided_on"),
            folded=True,
            optional=("agenda_item", "votes_for", "votes_against", "votes_blank", "goals", "is_confidential", "note"),
        ),
    ),
    derive=facts.decision_derived,
    rederive_on=("action", "link"),
    settle=settling.decision,
    attention=(Attention("besluiten", needs.decisions_to_follow, ("Regisseur",)),),
)

KINDS: tuple[Kind, ...] = (
    MEETING,
    BODY,
    AGENDA_ITEM,
    Kind(
        model=gatherings.StockTopic,
        label=_("onderwerp"),
        plural=_("onderwerpen in voorraad"),
        the=_("het onderwerp"),
        icon="inbox",
        line="theme_line",
        list_fields=("title", "body", "purpose", "origin", "status", "proposed_by", "proposed_on", "pos", *LINES),
        row=rows.topic_row,
        groupings=(Grouping("herkomst", _("Herkomst"), rows.by_origin), BY_BODY),
        filters=(
            Filter("voorraad", _("In voorraad"), lambda v, c: v["status"] == "voorraad", preset=True, pinned=True),
        ),
        sections=(
            Section("", ("title", "body", "purpose", "minutes", "status", "theme_line")),
            Section(_("Inhoud"), ("explanation", "proposed_decision"), optional=("presenter", "subject", "related")),
            Section(
                _("Herkomst"),
                ("proposed_by", "proposed_on", "origin"),
                folded=True,
                optional=("from_body", "meeting_item", "other_lines", "is_confidential", "internal_note"),
            ),
        ),
        quick=("title", "body", "purpose"),
        moves=stages.topic_moves,
        settle=settling.stock_topic,
        commands=menu.TOPIC,
    ),
    DECISION,
    Kind(
        model=outcomes.Advice,
        label=_("advies"),
        plural=_("adviezen"),
        the=_("het advies"),
        icon="lightbulb",
        line="theme_line",
        list_fields=("title", "body", "addressee", "given_on", "status", "reply_by_on", *LINES),
        row=rows.advice_row,
        groupings=(BY_BODY,),
        filters=(Filter("open", _("Wacht op antwoord"), lambda v, c: v["status"] == "open"),),
        sections=(
            Section("", ("title", "body", "addressee", "given_on", "status")),
            Section(_("Advies"), ("text", "is_recommendation"), optional=(*LINES, "meeting")),
            Section(_("Antwoord"), ("reply", "replied_on"), optional=("reply_by_on", "decision", "note")),
        ),
        checks=(Check(checks.reply_has_reason, ("status", "reply")),),
        settle=settling.advice,
        attention=(Attention("adviezen", needs.unanswered_advice, ("Regisseur",)),),
    ),
    Kind(
        model=bodies.Seat,
        label=_("zetel"),
        plural=_("zetels"),
        the=_("de zetel"),
        icon="armchair",
        title=lambda values: str(_("zetel")),
        parent="body",
        searchable=False,
        list_fields=("body", "organisation", "holder", "deputy", "function", "has_vote", "from_on", "to_on", "pos"),
        row=rows.seat_row,
        sections=(
            Section("", ("body", "organisation", "holder", "deputy")),
            Section(_("Als"), ("function", "has_vote", "from_on", "to_on", "note")),
        ),
        checks=(PERIOD, VOTE),
    ),
    Kind(
        model=bodies.Membership,
        label=_("lidmaatschap"),
        plural=_("lidmaatschappen"),
        the=_("het lidmaatschap"),
        icon="user",
        title=lambda values: str(values.get("expertise") or values.get("function") or _("lid")),
        parent="body",
        searchable=False,
        list_fields=("body", "member", "function", "has_vote", "expertise", "from_on", "to_on", "is_assumed", "pos"),
        row=rows.membership_row,
        sections=(
            Section("", ("body", "member", "function", "has_vote", "from_on", "to_on")),
            Section(_("Waarom"), ("expertise", "asked_by", "delegated_by", "note", "is_assumed")),
        ),
        checks=(PERIOD, VOTE),
    ),
    Kind(
        model=bodies.TemplateItem,
        label=_("vast punt"),
        plural=_("vaste punten"),
        the=_("het vaste punt"),
        icon="list-ordered",
        parent="body",
        searchable=False,
        list_fields=("body", "title", "purpose", "minutes", "presenter", "source", "is_closing", "pos"),
        row=rows.template_row,
        sections=(
            Section("", ("body", "title", "purpose", "minutes", "presenter", "source", "is_closing")),
            Section(_("Inhoud"), ("explanation", "proposed_decision", "is_assumed"), folded=True),
        ),
    ),
    Kind(
        model=gatherings.Attendance,
        label=_("presentie"),
        plural=_("presentie"),
        the=_("de presentie"),
        icon="users",
        title=lambda values: str(values.get("status") or _("presentie")),
        parent="meeting",
        searchable=False,
        list_fields=("meeting", "member", "organisation", "function", "has_vote", "is_guest", "status", "pos"),
        row=rows.attendance_row,
        sections=(
            Section("", ("meeting", "member", "function", "has_vote", "status")),
            Section(_("Meer"), ("organisation", "is_guest", "deputy", "came_at", "left_at", "note")),
        ),
        checks=(VOTE,),
    ),
)
