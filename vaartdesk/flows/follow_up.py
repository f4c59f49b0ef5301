"""From a decision to the action that carries it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _
from vaartdesk.kinds.actions.model import Action
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import CHAIN

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def action_of(desk: Desk, decision: Ref, title: str, *, owner: str | None, due_on: date | None = None) -> Ref:
    """An action that carries out a decision, on the decision's theme line, with the chain between them."""
    with desk.change(_("Actie uit besluit")) as tx:
        values = tx.get(decision)
        given: dict[str, Any] = {
            "title": title,
            "owner": owner or values["owner"],
            "due_on": due_on or values["due_on"],
            "theme_line": values["theme_line"],
            "other_lines": values["other_lines"],
            "status": "gepland",
        }
        action = tx.add("action", given)
        tx.link(decision, CHAIN, action)
        return action


def _asks(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    fields = fields_of(Action)
    return tuple(fields[name] for name in ("title", "owner", "due_on"))


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    action = action_of(desk, refs[0], str(answers["title"]), owner=answers.get("owner"), due_on=answers.get("due_on"))
    number = (desk.get(action) or {}).get("number", "")
    return Outcome(str(_("Actie {number} gemaakt").format(number=number)), action)


def _needs_action(values: Values) -> bool:
    return bool(values["outcome"] == "aangenomen")


MAKE_ACTION = Command("make_action", _("Actie maken"), _run, icon="circle-check", asks=_asks, fits=_needs_action)
