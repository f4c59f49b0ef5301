"""The kinds of the theme lines' work: actions and the plan of a year."""

from __future__ import annotations

from collections.abc import Sequence

from vaartdesk.core.text import _
from vaartdesk.kinds.actions import commands, queries
from vaartdesk.kinds.actions import model as m
from vaartdesk.kinds.actions.rules import lateness, rows
from vaartdesk.schema.kind import Attention, Check, Kind, NumberRule, Section
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.schema.theme import line_once

PARTS_DONE = _("Deelacties gereed")


def _facts(values: Values, reader: Reader) -> Sequence[tuple[str, str]]:
    """How far the sub-actions are."""
    done, total = queries.part_counts(reader, values["id"])
    return ((str(PARTS_DONE), str(_("{done} van {total}").format(done=done, total=total))),) if total else ()


KINDS: tuple[Kind, ...] = (
    Kind(
        model=m.Action,
        label=_("actie"),
        plural=_("acties"),
        the=_("de actie"),
        icon="circle-check",
        number=NumberRule(queries.number_prefix, digits=3, yearly=False),
        line="theme_line",
        list_fields=rows.ACTION_FIELDS,
        row=rows.action_row,
        groupings=rows.GROUPINGS,
        filters=rows.FILTERS,
        quick=("title", "theme_line", "owner", "due_on"),
        sections=(
            Section(
                "",
                (
                    *("title", "status", "description"),
                    *("owner", "lead", "co_workers", "priority", "partners", "due_on", "year", "phase"),
                ),
                optional=("second_owner", "starts_on", "visible_from", "finished_on", "progress", "repeat"),
            ),
            Section(
                _("Wacht op"),
                ("waits_for", "waits_text"),
                optional=("waits_since",),
            ),
            Section(_("Geld"), ("budget", "spent"), folded=True, optional=("committed", "fund")),
            Section(
                _("Lijnen en doelen"),
                ("theme_line", "other_lines", "goals", "chances"),
                folded=True,
                optional=("parent", "plan", "origin", "previous", "change_reason"),
            ),
            Section(
                _("Herkomst"),
                ("type", "source", "source_text"),
                folded=True,
                optional=("source_page", "priority_board", "priority_council", "is_example"),
            ),
            Section(_("Resultaat"), ("result",), folded=True, optional=("addressee", "wish", "moment_text")),
        ),
        checks=(
            Check(lateness.dates_in_order, ("starts_on", "due_on")),
            Check(lateness.is_no_part_of_itself, ("parent",)),
            Check(line_once, ("theme_line", "other_lines")),
        ),
        moves=lateness.allowed,
        settle=lateness.settle,
        attention=(Attention("acties", queries.attention, ("Regisseur",)),),
        commands=commands.COMMANDS,
        facts=_facts,
    ),
    Kind(
        model=m.YearPlan,
        label=_("uitvoeringsagenda"),
        plural=_("uitvoeringsagenda's"),
        the=_("de uitvoeringsagenda"),
        icon="book-open",
        list_fields=("title", "year", "status", "decision", "version"),
        row=rows.plan_row,
        quick=("title", "year"),
        sections=(
            Section("", ("title", "year", "status", "version")),
            Section(_("Afstemming"), ("tuned_with", "tuned_on", "decision", "adopted_on", "frozen_on", "note")),
        ),
    ),
)
