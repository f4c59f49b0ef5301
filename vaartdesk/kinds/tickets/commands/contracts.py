"""Contracts: a second offer beside the first, and the choice between them, in one change (T14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.contract import Contract
from vaartdesk.kinds.tickets.queries import contracts as queries
from vaartdesk.kinds.tickets.rules import contracts
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Problem, Ref, Refused, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

SHARED: Final = ("title", "subject", "object", "starts_on", "ends_on", "owner", "theme_line", "fund")
"""What a second offer has in common with the first."""
ASKED: Final = ("supplier", "price", "price_period")


def second_offer(desk: Desk, ref: Ref, answers: Mapping[str, Any]) -> Ref:
    """An offer of another supplier for the same."""
    with desk.change(_("Tweede offerte")) as tx:
        values = tx.get(ref)
        given = {name: values[name] for name in SHARED} | dict(answers)
        first = values["alternative_to"] or ref.id
        return tx.add("contract", given | {"status": "offerte", "alternative_to": first})


def choose_offer(desk: Desk, ref: Ref) -> int:
    """This offer becomes the running contract, those beside it are turned down; answers how many those are."""
    with desk.change(_("Offerte gekozen")) as tx:
        values = tx.get(ref)
        if values["status"] not in contracts.OFFERED:
            raise Refused([Problem("status", str(_("Dit is geen offerte meer.")))])
        others = [row for row in queries.offers_beside(tx.reader, values) if row["id"] != ref.id]
        tx.set(ref, "status", contracts.RUNNING)
        turned_down = [Ref("contract", row["id"]) for row in others if row["status"] in contracts.OFFERED]
        for other in turned_down:
            tx.set(other, "status", "afgewezen")
    return len(turned_down)


def _asks_offer(reader: Reader, refs: Sequence[Ref]) -> tuple[Field, ...]:
    fields = fields_of(Contract)
    return tuple(fields[name] for name in ASKED)


def _run_second(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    made = second_offer(desk, refs[0], answers)
    return Outcome(str(_("De offertes staan nu naast elkaar.")), made)


def _run_choice(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    count = choose_offer(desk, refs[0])
    title = (desk.get(refs[0]) or {}).get("title", "")
    told = _("{title} loopt; {n} afgewezen") if count else _("{title} loopt")
    return Outcome(told.format(title=title, n=count))


def _is_offer(values: Values) -> bool:
    return values["status"] in contracts.OFFERED


CHOOSE: Final = Command("choose_offer", _("Offerte kiezen"), _run_choice, icon="check", fits=_is_offer, primary=True)
COMMANDS: Final = (
    Command("second_offer", _("Tweede offerte"), _run_second, icon="file-plus", asks=_asks_offer, fits=_is_offer),
    CHOOSE,
)
