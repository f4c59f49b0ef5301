"""Planning and moving events, and accepting a clash with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from vaartdesk.core.text import _
from vaartdesk.kinds.events.queries import clashes as lookup
from vaartdesk.kinds.events.rules.clashes import Clash, fingerprint
from vaartdesk.kinds.events.rules.times import shifted
from vaartdesk.schema.ref import Problem, Ref, Refused

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def plan_event(desk: Desk, fields: Mapping[str, Any], *, permit: Mapping[str, Any] | None = None) -> Ref:
    """A new event, and with ``permit`` (its fields, {} will do) the permit it needs. Raises Refused."""
    with desk.change(_("Evenement gepland")) as tx:
        made = tx.add("event", fields)
        if permit is not None:
            tx.add("permit", {"category": fields.get("category", "")} | dict(permit) | {"record": made.id})
        return made


def move_event(desk: Desk, ref: Ref, starts_at: datetime, *, place: str | None = None) -> Ref:
    """Move an event to another start; length, set-up and break-down stay, and with ``place`` it goes there.

    Open run-book points and permit dates follow by themselves. Raises Refused.
    """
    with desk.change(_("Evenement verplaatst")) as tx:
        tx.update(ref, shifted(tx.get(ref), starts_at))
        if place is not None:
            tx.set(ref, "place", place)
    return ref


def resize_event(desk: Desk, ref: Ref, ends_at: datetime) -> Ref:
    """Another public end; break-down stays as far behind it. Raises Refused."""
    with desk.change(_("Evenement verlengd of verkort")) as tx:
        values = tx.get(ref)
        old = values["ends_at"] or values["starts_at"]
        fields: dict[str, Any] = {"ends_at": ends_at}
        if values["breakdown_at"] is not None and old is not None:
            fields["breakdown_at"] = values["breakdown_at"] + (ends_at - old)
        tx.update(ref, fields)
    return ref


def clashes_of(desk: Desk, ref: Ref, *, with_accepted: bool = False) -> list[Clash]:
    """What gets in the way of an event, hard clashes first."""
    with desk.read() as reader:
        return lookup.clashes_of(reader, ref.id, with_accepted=with_accepted)


def accept_clash(desk: Desk, ref: Ref, other: Ref, reason: str) -> Ref:
    """Accept what ``other`` does to an event; it stays away until date, time or place of one of the two changes (K5)."""
    if not reason.strip():
        raise Refused([Problem("reason", str(_("Schrijf op waarom dit samen kan.")))])
    with desk.read() as reader:
        own, others = lookup.event_values(reader, ref.id), lookup.other_values(reader, other)
    if own is None or others is None:
        raise Refused([Problem("", str(_("Dit evenement bestaat niet meer.")))])
    values = {
        "event": ref.id,
        "other": other.id,
        "reason": reason.strip(),
        "fingerprint": fingerprint(own, others),
        "accepted_by": desk.who.id if desk.who else None,
    }
    with desk.change(_("Botsing aanvaard")) as tx:
        return tx.add("clash_acceptance", values | {"accepted_at": tx.now})


def finish_points(desk: Desk, refs: Sequence[Ref]) -> None:
    """Tick run-book points off; each keeps its day."""
    from vaartdesk.kinds.events.rules.permits import settle_checklist  # beside its one use

    with desk.change(_("Draaiboekpunt gereed")) as tx:
        for ref in refs:
            before = dict(tx.get(ref))
            tx.set(ref, "is_done", True)
            tx.update(ref, settle_checklist(before, tx.get(ref), tx.reader))
