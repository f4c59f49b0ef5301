"""The kinds of the plan: how they are called, listed, grouped and shown."""

from __future__ import annotations

from collections.abc import Sequence

from vaartdesk.core.periods import covers
from vaartdesk.core.text import _
from vaartdesk.kinds.plan import model as m
from vaartdesk.kinds.plan import queries
from vaartdesk.kinds.plan.commands import GOAL
from vaartdesk.kinds.plan.rules import rows, texts
from vaartdesk.kinds.plan.rules.goals import standing
from vaartdesk.schema.checks import ends_after_start
from vaartdesk.schema.kind import Check, Filter, Grouping, Kind, Section
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values


def _goal_facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    """How the goal stands, in words."""
    now = standing(values, queries.measurements(reader, values["id"]), reader.today)
    unit = values["unit"]
    lines = [(str(_("Stand")), str(rows.STANDINGS[now.state][0]))]
    if now.value is not None:
        lines.append((str(_("Nu")), rows.figure_text(now.value, unit)))
    if now.target is not None:
        lines.append((str(_("Doel nu")), rows.figure_text(now.target, unit)))
    if now.progress is not None:
        lines.append((str(_("Voortgang")), str(_("{n} % van de weg").format(n=now.progress))))
    return lines


KINDS: tuple[Kind, ...] = (
    Kind(
        model=m.ThemeLine,
        label=_("themalijn"),
        plural=_("themalijnen"),
        the=_("de themalijn"),
        icon="layers",
        list_fields=("code", "title", "full_name", "light", "is_assumed", "pos"),
        row=rows.line_row,
        sections=(
            Section("", ("code", "title", "full_name", "light")),
            Section(_("Toelichting"), ("light_note", "note", "is_assumed")),
        ),
    ),
    Kind(
        model=m.Role,
        label=_("rol"),
        plural=_("rollen"),
        the=_("de rol"),
        icon="id-card",
        list_fields=("title", "is_operational", "is_integral", "is_assumed", "pos"),
        row=rows.role_row,
        filters=(Filter("operationeel", _("Operationeel"), lambda v, c: bool(v["is_operational"])),),
        sections=(Section("", ("title", "is_operational", "is_integral")), Section(_("Taken"), ("note", "is_assumed"))),
    ),
    Kind(
        model=m.RoleHolder,
        label=_("rolhouder"),
        plural=_("rolhouders"),
        the=_("de rolhouder"),
        icon="user",
        title=rows.holder_title,
        parent="role",
        searchable=False,
        list_fields=("role", "person", "from_on", "to_on", "days", "contract"),
        row=rows.holder_row,
        filters=(Filter("nu", _("Nu"), lambda v, c: covers(v["from_on"], v["to_on"], c.today), preset=True),),
        sections=(
            Section("", ("role", "person", "from_on", "to_on")),
            Section(_("Dienstverband"), ("days", "contract", "via", "note")),
        ),
        checks=(Check(ends_after_start, ("from_on", "to_on")),),
    ),
    Kind(
        model=m.MatrixCell,
        label=_("matrixcel"),
        plural=_("matrixcellen"),
        the=_("de matrixcel"),
        icon="table",
        title=rows.cell_title,
        line="theme_line",
        parent="role",
        searchable=False,
        list_fields=("role", "theme_line", "weight", "is_assumed"),
        row=rows.cell_row,
        sections=(Section("", ("role", "theme_line", "weight", "is_assumed")),),
    ),
    Kind(
        model=m.Goal,
        label=_("doel"),
        plural=_("doelen"),
        the=_("het doel"),
        icon="target",
        line="theme_line",
        list_fields=(
            "title",
            "short",
            "unit",
            "baseline",
            "target",
            "direction",
            "by_year",
            "theme_line",
            "agreement",
            "is_assumed",
            "pos",
        ),
        row=rows.goal_row,
        beside=queries.standings,
        beside_on=("measurement",),
        has_gauge=True,
        groupings=(Grouping("afspraak", _("Afspraak"), rows.by_agreement),),
        filters=(
            Filter("subdoel", _("Subdoelen"), lambda v, c: bool(v["theme_line"])),
            Filter("zonder_nulmeting", _("Geen nulmeting"), lambda v, c: v["baseline"] is None),
        ),
        sections=(
            Section("", ("title", "theme_line", "agreement", "direction")),
            Section(_("Cijfer"), ("baseline", "baseline_on", "target", "target_follows", "unit", "by_year")),
            Section(
                _("Herkomst"),
                ("source", "definition", "note", "is_assumed"),
                optional=("article", "relative_to", "short", "decimals", "parent", "other_lines"),
            ),
        ),
        facts=_goal_facts,
        commands=GOAL,
    ),
    Kind(
        model=m.Measurement,
        label=_("meting"),
        plural=_("metingen"),
        the=_("de meting"),
        icon="chart-line",
        title=rows.measurement_title,
        parent="goal",
        searchable=False,
        list_fields=("goal", "measured_on", "value", "national", "source", "is_assumed"),
        row=rows.measurement_row,
        sections=(Section("", ("goal", "measured_on", "value", "national", "source", "note", "is_assumed")),),
        quick=("goal", "measured_on", "value", "source"),
    ),
    Kind(
        model=m.Agreement,
        label=_("afspraak"),
        plural=_("afspraken en documenten"),
        the=_("de afspraak"),
        icon="file-text",
        list_fields=("title", "type", "signed_on", "year", "until_on", "is_assumed"),
        row=rows.agreement_row,
        sections=(
            Section("", ("title", "type", "signed_on", "year")),
            Section(_("Inhoud"), ("note", "parties", "is_assumed"), optional=("motto", "until_on")),
        ),
    ),
    Kind(
        model=m.Fund,
        label=_("fonds"),
        plural=_("fondsen"),
        the=_("het fonds"),
        icon="wallet",
        list_fields=("title", "sources", "amount", "closes_on", "is_assumed"),
        row=rows.fund_row,
        sections=(
            Section("", ("title", "sources", "agreement", "amount")),
            Section(_("Voorwaarden"), ("conditions", "from_on", "closes_on", "note", "is_assumed")),
        ),
    ),
    Kind(
        model=m.StandardText,
        label=_("standaardtekst"),
        plural=_("standaardteksten"),
        the=_("de standaardtekst"),
        icon="file-text",
        list_fields=("title", "category", "status", "text", "pos"),
        row=rows.text_row,
        quick=("title", "category", "status", "text"),
        checks=(Check(texts.knows_placeholders, ("text",)),),
        sections=(Section("", ("title", "text")), Section(_("Waarvoor"), ("category", "status"))),
    ),
)
