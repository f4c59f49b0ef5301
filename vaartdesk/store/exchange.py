"""Handing changes to another laptop of the team and taking theirs in (S1), by the same door as everything else."""

from __future__ import annotations

from collections.abc import Mapping

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.garbage import uncollected
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk
from vaartdesk.store.log import bundle, numbers
from vaartdesk.store.log.receive import Received, receive


@dataclass(frozen=True)
class Taken:
    """What came of a bundle: ``received`` as the log tells it, the fields that need a choice, and records renumbered."""

    received: Received
    choices: int
    renumbered: int


def hand_out(desk: Desk, since: Mapping[str, int] | None = None) -> bytes | None:
    """Everything that a colleague who has ``since`` (device -> sequence number) lacks; None when there is nothing."""
    with desk.door.quiet(), desk.door.transaction():
        return bundle.export(desk.door.journal, since)


def take_in(desk: Desk, data: bytes) -> Taken:
    """Take in a bundle; again is harmless. Raises log.bundle.Damaged, with nothing written."""
    door = desk.door
    before = _choices(desk)
    with uncollected(), door.transaction() as connection:
        received = receive(door.journal, data)
        touched = {Ref(t, r): set(fields) for (t, r), fields in received.touched_rows.items()}
        ours = {ref: fields for ref, fields in touched.items() if ref.kind in door.kinds}
        changed = door.finish(connection, ours, erasing=received.has_erased)
    door.numbers.forget()
    if received.applied:
        door.bus.publish(ChangeSet(0, "Wijzigingen overgenomen", changed, None, "receive"))
    return Taken(received, max(0, _choices(desk) - before), _renumber(desk))


def _choices(desk: Desk) -> int:
    with desk.door.quiet():
        return len(desk.door.journal.conflicts())


def _renumber(desk: Desk) -> int:
    """Two laptops gave one number: the later made record gets another, on the laptop that made it."""
    changed: dict[Ref, frozenset[str]] = {}
    with desk.door.transaction() as connection:
        for kind in desk.kinds.values():
            if kind.number is not None:
                made = numbers.renumber(desk.door.journal, kind.name, label="Hernummerd")
                changed |= desk.door.finish(connection, {Ref(kind.name, r.row): {"number"} for r in made})
    if changed:
        desk.bus.publish(ChangeSet(0, "Hernummerd", changed, None, "auto"))
    return len(changed)
