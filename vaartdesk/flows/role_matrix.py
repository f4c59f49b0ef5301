"""The matrix of roles and theme lines: how much a role has to do with a line, and how its actions there stand (A2, A3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.actions.queries import open_actions
from vaartdesk.kinds.actions.rules import lateness
from vaartdesk.kinds.actions.rules.rows import action_row
from vaartdesk.kinds.plan import queries as plan
from vaartdesk.kinds.plan.model import CONTRACTS, Role
from vaartdesk.kinds.plan.rules.team import holders_on, lines_without_centre, overloaded
from vaartdesk.schema.chips import word
from vaartdesk.schema.context import row_context
from vaartdesk.schema.listing import Chip, RowParts
from vaartdesk.schema.living import living
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

LIMIT_SETTING: Final = "late_limit"
LIMIT: Final = 3
"""Late actions that a role may have before the matrix says so, where the team chose no other number."""
CENTRE: Final = "zwaartepunt"


@dataclass(frozen=True, slots=True)
class Cell:
    """A role on a theme line. ``weight``: zwaartepunt, betrokken or '' (geen); ``first``: the open action that is due first."""

    weight: str = ""
    open: int = 0
    late: int = 0
    first: tuple[Ref, RowParts] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A theme line with what is open there, whoever has it."""

    key: str
    code: str
    title: str
    open: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role. ``owners``: the keys that actions of this role bear: its own, and of who holds it; ``late``: on all lines."""

    key: str
    title: str
    remark: str
    is_operational: bool
    late: int
    is_over: bool
    owners: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Roles by theme lines, each in the order of the plan; ``warnings`` say what is out of balance."""

    lines: tuple[Line, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    warnings: tuple[Chip, ...] = ()

    def cell(self, role: str, line: str) -> Cell:
        """The cell of a role and a line; an empty one where neither the plan nor an action says anything."""
        return self.cells.get((role, line), Cell())


def read_matrix(reader: Reader) -> Matrix:
    """The matrix as it is today. An action counts once: with its trekker's role, under its own theme line."""
    roles = sorted(living(reader, Role), key=lambda role: (role["pos"], role["id"]))
    lines = plan.theme_lines(reader)
    weights = plan.matrix(reader)
    held = holders_on(plan.holders(reader), reader.today)
    owners = _owners(roles, held)
    actions = open_actions(reader)
    of_role = {key: role for role, keys in owners.items() for key in keys}
    late = [a for a in actions if lateness.is_late(a, reader.today)]
    limit = int(reader.settings.get(LIMIT_SETTING, LIMIT))
    over = overloaded((of_role.get(a["owner"]) for a in late), limit)
    late_of = _counted(of_role.get(a["owner"]) for a in late)
    return Matrix(
        lines=_lines(lines, actions, reader.today),
        roles=tuple(_role(r, weights, lines, held, owners, late_of.get(r["id"], 0), r["id"] in over) for r in roles),
        cells=_cells(reader, weights, actions, of_role),
        warnings=(*_gaps(roles, lines, weights), *_overloads(roles, over, limit)),
    )


def _owners(roles: Iterable[Values], held: Mapping[str, Sequence[Values]]) -> dict[str, frozenset[str]]:
    """Role -> itself and who holds it; somebody with several roles counts with the first."""
    taken: set[str] = set()
    found = {}
    for role in roles:
        people = {h["person"] for h in held.get(role["id"], ()) if h["person"]} - taken
        taken |= people
        found[role["id"]] = frozenset({role["id"], *people})
    return found


def _counted(keys: Iterable[str | None]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for key in keys:
        if key is not None:
            found[key] += 1
    return found


def _lines(lines: Iterable[Values], actions: Sequence[Values], today: date) -> tuple[Line, ...]:
    open_on = _counted(a["theme_line"] for a in actions)
    late_on = _counted(a["theme_line"] for a in actions if lateness.is_late(a, today))
    return tuple(
        Line(row["id"], row["code"], row["title"], open_on.get(row["id"], 0), late_on.get(row["id"], 0))
        for row in lines
    )


def _role(
    role: Values,
    weights: Mapping[tuple[str, str], Values],
    lines: Iterable[Values],
    held: Mapping[str, Sequence[Values]],
    owners: Mapping[str, frozenset[str]],
    late: int,
    is_over: bool,
) -> RoleRow:
    key = role["id"]
    centres = [line["code"] for line in lines if weights.get((key, line["id"]), {}).get("weight") == CENTRE]
    remark = _remark(role, centres, held)
    return RoleRow(key, role["title"], remark, bool(role["is_operational"]), late, is_over, owners[key])


def _remark(role: Values, centres: Sequence[str], held: Mapping[str, Sequence[Values]]) -> str:
    """Under the name of a role: what matters most of it. Vacant is said once the team has entered who is what."""
    if not role["is_operational"]:
        return str(_("nog niet operationeel"))
    if held and role["id"] not in held:
        return str(_("niet bezet"))
    if role["is_integral"]:
        return str(_("integraal"))
    if centres:
        return str(_("zwaartepunt {lines}").format(lines=listed(centres)))
    contracts = {holder["contract"] for holder in held.get(role["id"], ())} - {"", "in_dienst"}
    return word(CONTRACTS, contracts.pop()) if len(contracts) == 1 else ""


def _cells(
    reader: Reader,
    weights: Mapping[tuple[str, str], Values],
    actions: Iterable[Values],
    of_role: Mapping[str, str],
) -> dict[tuple[str, str], Cell]:
    sorted_in: dict[tuple[str, str], list[Values]] = defaultdict(list)
    for action in actions:
        role = of_role.get(action["owner"] or "")
        if role is not None and action["theme_line"]:
            sorted_in[role, action["theme_line"]].append(action)
    firsts = {place: min(found, key=_urgency) for place, found in sorted_in.items()}
    context = row_context(reader, firsts.values(), ("owner", "theme_line"))
    return {
        place: Cell(
            weight=str(weights[place]["weight"]) if place in weights else "",
            open=len(sorted_in.get(place, ())),
            late=sum(lateness.is_late(action, reader.today) for action in sorted_in.get(place, ())),
            first=(Ref("action", firsts[place]["id"]), action_row(firsts[place], context)) if place in firsts else None,
        )
        for place in weights.keys() | sorted_in.keys()
    }


def _urgency(action: Values) -> tuple[Any, ...]:
    return (action["due_on"] is None, action["due_on"] or date.max, action["number"], action["id"])


def _gaps(
    roles: Iterable[Values], lines: Sequence[Values], weights: Mapping[tuple[str, str], Values]
) -> Iterable[Chip]:
    """Theme lines that no role has as its centre of gravity, and those whose only such role does not work yet."""
    missing = set(lines_without_centre([line["id"] for line in lines], weights.values()))
    codes = [line["code"] for line in lines if line["id"] in missing]
    if codes:
        told = ngettext("{lines} heeft geen zwaartepunt", "{lines} hebben geen zwaartepunt", len(codes))
        yield Chip(told.format(lines=listed(codes)), "triangle-alert", "warning")
    working = {role["id"] for role in roles if role["is_operational"]}
    kept = [cell for (role, _line), cell in weights.items() if role in working]
    waiting = set(lines_without_centre([line["id"] for line in lines], kept)) - missing
    codes = [line["code"] for line in lines if line["id"] in waiting]
    if codes:
        yield Chip(_("{lines}: rol nog niet operationeel").format(lines=listed(codes)), "triangle-alert", "warning")


def _overloads(roles: Iterable[Values], over: Mapping[str, int], limit: int) -> Iterable[Chip]:
    for role in roles:
        if role["id"] in over:
            told = _("{role}: {n} te laat, grens is {limit}")
            text = told.format(role=role["title"], n=over[role["id"]], limit=limit)
            yield Chip(text, "clock-alert", "danger")


def listed(words: Sequence[str]) -> str:
    """``A, B en C``."""
    first, last = ", ".join(words[:-1]), words[-1]
    return str(_("{first} en {last}").format(first=first, last=last)) if first else last


def told(role: RoleRow, line: Line, cell: Cell) -> str:
    """A cell in words: ``Regisseur bij C Bereikbaar: betrokken, 7 open, 2 te laat``."""
    weight = cell.weight or str(_("geen rol"))
    waiting = "" if role.is_operational else f", {_('rol nog niet operationeel')}"
    return f"{role.title}, {line.code} {line.title}: {weight}, {counts(cell.open, cell.late)}{waiting}"


def counts(open_ones: int, late: int) -> str:
    """``7 open, 2 te laat``."""
    words = str(_("{n} open").format(n=open_ones))
    return f"{words}, {_('{n} te laat').format(n=late)}" if late else words
