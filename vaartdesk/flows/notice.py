"""From a contract whose notice date comes near to one action about it, whoever opens the workspace first (T14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vaartdesk.core.dates import day_long
from vaartdesk.core.ids import rule_id
from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.contract import Contract
from vaartdesk.kinds.tickets.rules.rows import is_notice_near
from vaartdesk.schema.living import living
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import CHAIN
from vaartdesk.store.tx import Tx

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

RULE: Final = "opzegdatum"


def action_key(contract: str, notice_on: str) -> str:
    """The key of the action of one notice date; another date asks again."""
    return rule_id(RULE, contract, notice_on)


def remind(desk: Desk) -> list[Ref]:
    """An action for each running contract whose notice date came near since yesterday; each once, also if it was deleted."""
    with desk.read() as reader:
        near = [row for row in living(reader, Contract) if is_notice_near(row, reader.today)]
    if not near:
        return []
    with desk.change(_("Opzegdatum nadert"), kind="auto") as tx:
        return [ref for row in near if (ref := _action(tx, row)) is not None]


def _action(tx: Tx, contract: Values) -> Ref | None:
    """The action; None where there is one, or was."""
    notice = contract["notice_on"]
    key = action_key(contract["id"], notice.isoformat())
    if tx.find(Ref("action", key)) is not None:
        return None
    title = _("{title}: verlengen of opzeggen voor {day}").format(title=contract["title"], day=day_long(notice))
    fields = {
        "title": title,
        "description": contract["note"],
        "owner": contract["owner"],
        "theme_line": contract["theme_line"],
        "starts_on": tx.today,
        "due_on": notice,
        "priority": "hoog",
        "status": "gepland",
    }
    made = tx.add("action", fields, id=key)
    tx.link(Ref("contract", contract["id"]), CHAIN, made)
    return made
