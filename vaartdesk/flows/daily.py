"""What the program does by itself, once a day at opening: nothing on a day that asks for nothing.

Each is told by its own label in the history, is the same on every laptop, and is not taken back by Ctrl+Z.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from vaartdesk.core.dataclass import dataclass
from vaartdesk.flows.notice import remind
from vaartdesk.kinds.tickets.commands.keeping import announce, anonymise
from vaartdesk.kinds.tickets.commands.rounds import make_rounds
from vaartdesk.kinds.tickets.commands.upkeep import make_tickets
from vaartdesk.schema.ref import Refused

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Day:
    """What a day brought: how many reporters were wiped and how many are announced, tickets, actions and rounds made."""

    wiped: int = 0
    announced: int = 0
    tickets: int = 0
    actions: int = 0
    rounds: int = 0


def run_day(desk: Desk) -> Day:
    """Wipe and announce, make the tickets of maintenance, the actions of contracts and the rounds of routes. A rule that refuses one of them
    leaves the others alone, and never keeps the workspace from opening.
    """
    return Day(
        wiped=_try(lambda: anonymise(desk)),
        announced=_try(lambda: announce(desk)),
        tickets=_try(lambda: len(make_tickets(desk))),
        actions=_try(lambda: len(remind(desk))),
        rounds=_try(lambda: len(make_rounds(desk))),
    )


def _try(act: Callable[[], int]) -> int:
    try:
        return act()
    except Refused as refused:
        fields = sorted({problem.field for problem in refused.problems})
        logger.warning(
            "refused by itself, fields %s", ", ".join(fields)
        )  # never the sentence: it may hold what was typed
        return 0
