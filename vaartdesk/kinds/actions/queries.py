"""Named questions about actions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import func, or_, select

from vaartdesk.kinds.actions.model import Action
from vaartdesk.kinds.actions.ports import THEME_LINE
from vaartdesk.kinds.actions.rules import lateness, rows
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

_NAMED: Final = ("owner", "theme_line")


def number_prefix(values: Values, reader: Reader) -> str:
    """The letter of the first main line, O for Organisatie."""
    return line_letter(reader, values.get("theme_line"))


def line_letter(reader: Reader, line: str | None) -> str:
    """A to F, O for what belongs to no theme line."""
    code = reader.value(select(THEME_LINE.c.code).where(THEME_LINE.c.id == line)) if line else None
    return str(code or "O")


def open_actions(reader: Reader) -> list[dict[str, Any]]:
    """Open actions that may be seen today, in the order of making. Other theme lines are left empty."""
    found = living(reader, Action, table(Action).c.status.not_in(sorted(lateness.FINISHED)))
    return [{**row, "other_lines": ()} for row in found if lateness.is_shown(row, reader.today)]


def parts_of(reader: Reader, action: str) -> list[dict[str, Any]]:
    """The sub-actions of an action, in their order."""
    return sorted(living(reader, Action, table(Action).c.parent == action), key=lambda row: (row["pos"], row["id"]))


def part_counts(reader: Reader, action: str) -> tuple[int, int]:
    """Finished sub-actions, and all that were not dropped."""
    states = [row["status"] for row in parts_of(reader, action)]
    return states.count("gereed"), len(states) - states.count("vervallen")


def states_by_line(reader: Reader) -> Mapping[str | None, Counter[str]]:
    """Key of the main theme line (None: Organisatie) -> status -> how many actions: open ones that may be seen, and
    what was finished this year. Ideas and what was dropped are left out.
    """
    action = table(Action)
    new_year = date(reader.today.year, 1, 1)
    statement = (
        select(action.c.theme_line, action.c.status, func.count())
        .where(
            action.c.alive,
            or_(action.c.visible_from.is_(None), action.c.visible_from <= reader.today),
            or_(
                action.c.status.not_in(sorted(lateness.FINISHED | {"idee"})),
                (action.c.status == "gereed") & (action.c.finished_on >= new_year),
            ),
        )
        .group_by(action.c.theme_line, action.c.status)
    )
    found: dict[str | None, Counter[str]] = defaultdict(Counter)
    for line, status, count in map(tuple, reader.all(statement)):
        found[line or None][status] += count
    return found


def attention(reader: Reader) -> Sequence[Need]:
    """Open actions that are late or due within a week."""
    found = [a for a in open_actions(reader) if lateness.is_late(a, reader.today) or lateness.is_near(a, reader.today)]
    context = row_context(reader, found, _NAMED)
    return [
        Need(
            Ref("action", row["id"]),
            rows.action_row(row, context),
            "nu" if row["due_on"] <= reader.today else "week",
            (True, row["due_on"] or date.max, row["id"]),
            row["owner"],
        )
        for row in found
    ]
