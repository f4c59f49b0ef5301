"""The kinds of what is heard in the field: signals and trends."""

from __future__ import annotations

from vaartdesk.core.text import _
from vaartdesk.kinds.signals import commands, queries
from vaartdesk.kinds.signals import model as m
from vaartdesk.kinds.signals.rules import rows
from vaartdesk.schema.kind import Attention, Kind, NumberRule, Section

KINDS: tuple[Kind, ...] = (
    Kind(
        model=m.Signal,
        label=_("signaal"),
        plural=_("signalen"),
        the=_("het signaal"),
        icon="radio",
        title=rows.signal_title,
        number=NumberRule("S"),
        line="theme_line",
        list_fields=rows.SIGNAL_FIELDS,
        row=rows.signal_row,
        groupings=rows.GROUPINGS,
        filters=rows.FILTERS,
        quick=("text",),
        sections=(
            Section("", ("text", "status", "place_text", "reported_by", "reporter_text")),
            Section(_("Wat ervan werd"), ("outcome", "wants_answer", "told_on"), optional=("closed_on",)),
            Section(
                _("Samenhang"),
                ("theme_line", "category"),
                folded=True,
                optional=("title", "street", "place", "other_lines", "owner", "noted_at", "noted_by"),
            ),
        ),
        moves=rows.allowed,
        settle=rows.settle,
        attention=(Attention("signalen", queries.attention),),
        commands=commands.COMMANDS,
    ),
    Kind(
        model=m.TrendNote,
        label=_("trend"),
        plural=_("trends"),
        the=_("de trend"),
        icon="chart-line",
        line="theme_line",
        list_fields=("title", "status", "noted_on", "source", "theme_line"),
        row=rows.trend_row,
        quick=("title", "source"),
        sections=(
            Section("", ("title", "status", "noted_on", "source", "theme_line", "consequence")),
            Section(_("Wensbeeld"), ("vision", "vision_year", "milestone", "milestone_year")),
            Section(_("Meer"), (), folded=True, optional=("source_url", "other_lines", "owner")),
        ),
        settle=rows.settle_trend,
    ),
)
