"""What joins every change of an open workspace: notes on tickets are looked at as their own texts are."""

from __future__ import annotations

from collections.abc import Mapping

from vaartdesk.kinds.tickets.rules import privacy
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


REACTIONS = (watch_notes,)
