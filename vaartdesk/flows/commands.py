"""Which commands of flows each kind gets; the program adds them when it is put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vaartdesk.flows import (
    agendering,
    conversion,
    decided,
    follow_up,
    forwarding,
    meeting_papers,
    replying,
    round_report,
    season_paper,
    street_notice,
    work_list,
)
from vaartdesk.flows.street_command import STREET_PAGE
from vaartdesk.schema.command import Command
from vaartdesk.schema.kind import Kind

COMMANDS: Mapping[str, tuple[Command, ...]] = {
    **dict.fromkeys(agendering.KINDS, (agendering.AGENDEREN,)),
    "decision": (follow_up.MAKE_ACTION,),
    "meeting": meeting_papers.COMMANDS,
    "street": (STREET_PAGE,),
    "premises": (agendering.AGENDEREN, STREET_PAGE),
    "organisation": (agendering.AGENDEREN, STREET_PAGE),
    "inspection_round": (round_report.ROUND_REPORT,),
    "maintenance": (season_paper.SEASON,),
    "signal": (*conversion.COMMANDS, agendering.AGENDEREN),
    "ticket": (
        forwarding.FORWARD,
        agendering.AGENDEREN,
        replying.REPLY,
        *forwarding.COMMANDS,
        work_list.WORK_LIST,
        street_notice.TELL_STREET,
        STREET_PAGE,
    ),
}


def with_commands(kind: Kind) -> Kind:
    """The kind, able to do what crosses kinds too; a command of the same name takes the place of the family's own.

    What can be put on an agenda tells what was decided.
    """
    extra = {command.name: command for command in COMMANDS.get(kind.name, ())}
    if not extra:
        return kind
    own = tuple(extra.pop(command.name, command) for command in kind.commands)
    able = replace(kind, commands=(*own, *extra.values()))
    return decided.with_outcome(able) if kind.name in agendering.KINDS else able
