"""What a person does with actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import Message, _
from vaartdesk.kinds.actions.rules import lateness
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def finish_action(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """Mark actions as done, with a result where one is given."""
    with desk.change(_("Actie gereed")) as tx:
        for ref in refs:
            before = dict(tx.get(ref))
            tx.update(ref, {"status": "gereed"} | {k: answers[k] for k in ("result",) if answers.get(k)})
            tx.update(ref, lateness.settle(before, tx.get(ref), tx.reader))
    return Outcome(_said(desk, refs, _("{what} gereed"), _("{n} acties gereed")), refs[0] if len(refs) == 1 else None)


def reopen_action(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """Take finished or dropped actions up again."""
    with desk.change(_("Actie weer opgepakt")) as tx:
        for ref in refs:
            before = dict(tx.get(ref))
            tx.set(ref, "status", "loopt")
            tx.update(ref, lateness.settle(before, tx.get(ref), tx.reader))
    return Outcome(
        _said(desk, refs, _("{what} loopt weer"), _("{n} acties lopen weer")), refs[0] if len(refs) == 1 else None
    )


def _said(desk: Desk, refs: Sequence[Ref], one: Message, many: Message) -> str:
    if len(refs) == 1:
        values = desk.get(refs[0]) or {}
        return one.format(what=values.get("number") or values.get("title") or "")
    return many.format(n=len(refs))


COMMANDS: Final = (
    Command(
        "finish",
        _("Gereed"),
        finish_action,
        icon="check",
        fits=lateness.is_open,
        many=True,
        primary=True,
    ),
    Command(
        "reopen",
        _("Weer oppakken"),
        reopen_action,
        icon="rotate-ccw",
        fits=lambda values: not lateness.is_open(values),
        many=True,
    ),
)
