"""An action as a card of the board: its row, how far it is, what it waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.kinds.actions.rules import lateness
from vaartdesk.kinds.actions.rules.rows import action_row
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Due, RowParts
from vaartdesk.schema.ref import Values


@dataclass(frozen=True, slots=True)
class Card:
    """``share``: percent done, None where nothing tells; ``told``: the same in words; ``waits``: for what it waits."""

    key: str
    parts: RowParts
    share: int | None = None
    told: str = ""
    waits: str = ""


def card_of(
    values: Values,
    context: RowContext,
    parts: tuple[int, int] = (0, 0),
    *,
    names_owner: bool = True,
    tells_done: bool = False,
) -> Card:
    """The card of an action; ``parts``: finished sub-actions, and all that were not dropped.

    ``tells_done``: a finished one says so in place of its deadline, where no column does.
    """
    share, told = share_of(values, parts)
    is_shown = share is not None and lateness.is_open(values) and values["status"] != "idee"
    row = action_row(values, context)
    row = row if names_owner else replace(row, meta=())
    if tells_done and values["status"] == "gereed":
        row = replace(row, due=Due(str(_("gereed")), "success", "check"))
    return Card(values["id"], row, share if is_shown else None, told if is_shown else "", _waits(values, context))


def share_of(values: Values, parts: tuple[int, int]) -> tuple[int | None, str]:
    """How far an action is, in percent and in words: the share of its finished sub-actions, else what was filled in (A9)."""
    done, total = parts
    if total:
        return 100 * done // total, str(_("{done} van {total}").format(done=done, total=total))
    share: int | None = values["progress"]
    return share, "" if share is None else f"{share}\N{NO-BREAK SPACE}%"


def _waits(values: Values, context: RowContext) -> str:
    if not lateness.is_blocked(values):
        return ""
    what = str(values["waits_text"]).strip() or context.title(values["waits_for"])
    return str(_("wacht op {what}").format(what=what)) if what else ""


def part_counts(rows: Iterable[Values]) -> Mapping[str, tuple[int, int]]:
    """Action -> finished sub-actions, and all that were not dropped."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["parent"] and row["status"] != "vervallen":
            found[row["parent"]].append(row["status"])
    return {key: (states.count("gereed"), len(states)) for key, states in found.items()}
