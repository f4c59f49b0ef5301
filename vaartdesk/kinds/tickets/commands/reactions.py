"""What joins every change of an open workspace: notes on tickets are looked at as their own texts are, and a ticket does not
close unnoticed over parts that are open.
"""

from __future__ import annotations

from collections.abc import Mapping

from vaartdesk.kinds.tickets.rules import parts, privacy
from vaartdesk.kinds.tickets.rules.moves import is_open
from vaartdesk.schema.ref import Ref
from vaartdesk.store.tx import Tx


def watch_notes(tx: Tx, touched: Mapping[Ref, frozenset[str]]) -> None:
    """A note on a ticket that says too much about somebody waits until it is kept all the same."""
    for ref, fields in list(touched.items()):
        if ref.kind != "note" or "text" not in fields:
            continue
        note = tx.get(ref)
        if note["alive"] and tx.find(Ref("ticket", note["record_id"] or "")) is not None:
            before = "" if ref in tx.new else str(tx.before[ref].get("text") or "")
            problem = privacy.warning("text", note["text"], tx.reader.settings, before)
            if problem is not None:
                tx.warnings.append(problem)


def watch_parts(tx: Tx, touched: Mapping[Ref, frozenset[str]]) -> None:
    """A ticket that closes while parts of it stay open waits until somebody says so twice: from chip, list and command line."""
    for ref, fields in list(touched.items()):
        if ref.kind != "ticket" or "status" not in fields or ref in tx.new or ref in tx.trusted:
            continue
        before, now = tx.before.get(ref, tx.get(ref)), tx.get(ref)
        if not parts.closes(before["status"], now["status"]) or (ref, parts.OPEN_PARTS) in tx.consents:
            continue
        problem = parts.in_the_way([part for part in tx.where("ticket", "parent", ref.id) if is_open(part)])
        if problem is not None:
            tx.warnings.append(problem)


REACTIONS = (watch_notes, watch_parts)
