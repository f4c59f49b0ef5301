"""What joins every change of an open workspace, whichever way it was made: by a form, a command or an import."""

from __future__ import annotations

from collections.abc import Mapping

from vaartdesk.kinds.meetings.commands.agenda import add_standing, return_topics
from vaartdesk.schema.ref import Ref
from vaartdesk.store.tx import Tx


def fill_meetings(tx: Tx, touched: Mapping[Ref, frozenset[str]]) -> None:
    """A new meeting without items gets the standing ones of its body."""
    for ref in list(touched):
        if ref.kind == "meeting" and ref in tx.new and not tx.where("agenda_item", "meeting", ref.id):
            add_standing(tx, ref)


def keep_stock(tx: Tx, touched: Mapping[Ref, frozenset[str]]) -> None:
    """An item that went into the bin gives its topic back to the stock."""
    for ref, fields in list(touched.items()):
        if ref.kind == "agenda_item" and "alive" in fields and not tx.get(ref)["alive"]:
            return_topics(tx, ref)


REACTIONS = (fill_meetings, keep_stock)
