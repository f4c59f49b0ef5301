"""Which commands of flows each kind gets; the program adds them when it is put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vaartdesk.flows import agendering, conversion, follow_up
from vaartdesk.schema.command import Command
from vaartdesk.schema.kind import Kind

COMMANDS: Mapping[str, tuple[Command, ...]] = {
    **dict.fromkeys(agendering.KINDS, (agendering.AGENDEREN,)),
    "decision": (follow_up.MAKE_ACTION,),
    "signal": (*conversion.COMMANDS, agendering.AGENDEREN),
}


def with_commands(kind: Kind) -> Kind:
    """The kind, able to do what crosses kinds too."""
    extra = COMMANDS.get(kind.name, ())
    return replace(kind, commands=(*kind.commands, *extra)) if extra else kind
