"""One date of a series that does not go ahead, and putting it back (K4)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from vaartdesk.core.text import _
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.schema.ref import Ref

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def skip_date(desk: Desk, event: Ref, original: str) -> Ref:
    """Leave one date out of a series, the others as they are. ``original``: the start that the series gave it."""
    override = Ref("event_override", date_id(event.id, original))
    with desk.change(_("Datum overgeslagen")) as tx:
        if tx.find(override) is None:
            at = datetime.fromisoformat(original)
            tx.add("event_override", {"event": event.id, "original_at": at}, id=override.id)
        tx.restore(override)
        tx.set(override, "is_skipped", True)
    return override


def put_back(desk: Desk, override: Ref) -> None:
    """A date that was skipped goes ahead after all, where it was moved to if it was."""
    with desk.change(_("Datum teruggezet")) as tx:
        tx.set(override, "is_skipped", False)
