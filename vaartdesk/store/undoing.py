"""Undo and redo: another change, made of stored old values, by the same road. It survives restarts and travels."""

from __future__ import annotations

from collections.abc import Callable

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.door import Door, fields_by_ref
from vaartdesk.store.log import undo as log_undo
from vaartdesk.store.log.undo import Plan, Reason

AT_ONCE = 500
"""Values that are put back in less than a twentieth of a second."""
LONGEST = 50
"""Characters of a title that are told in passing."""


@dataclass(frozen=True)
class Undone:
    """What was taken back (or done again): the command's label, the records, and the fields that were skipped because
    someone changed them after, or erased them for good.
    """

    label: str
    refs: tuple[Ref, ...]
    skipped: tuple[tuple[Ref, str], ...]
    sentence: str


class Undoing:
    """The two stacks of this laptop, read from the log."""

    def __init__(self, door: Door, title: Callable[[Ref], str]) -> None:
        self._door, self._title = door, title

    @property
    def undo_label(self) -> str:
        """Message key of what Ctrl+Z would take back, '' when there is nothing."""
        return self._label(redo=False)

    @property
    def redo_label(self) -> str:
        return self._label(redo=True)

    def is_large(self, *, redo: bool = False) -> bool:
        """Whether what is next takes longer than a window may stand still: a file that was read in."""
        with self._door.quiet():
            top = self._top(redo=redo)
            if top is None:
                return False
            journal = self._door.journal
            beyond = "select 1 from change where device = ? and seq = ? limit 1 offset ?"
            found = journal.db.execute(beyond, (journal.identity.device, top[0], AT_ONCE)).fetchone()
        return found is not None

    def undo(self) -> Undone | None:
        """Take back the last own change on this laptop; None when there is none."""
        return self._step(redo=False)

    def redo(self) -> Undone | None:
        return self._step(redo=True)

    def _top(self, *, redo: bool) -> tuple[int, str] | None:
        """Sequence number and label of what is next; call it inside a transaction of the door."""
        journal = self._door.journal
        seq = log_undo.top(journal)[int(redo)]
        if seq is None:
            return None
        row = journal.db.execute(
            "select label from txn where device = ? and seq = ?", (journal.identity.device, seq)
        ).fetchone()
        return seq, str(row[0])

    def _label(self, *, redo: bool) -> str:
        with self._door.quiet():
            top = self._top(redo=redo)
        return top[1] if top else ""

    def _step(self, *, redo: bool) -> Undone | None:
        door = self._door
        with door.transaction() as connection:
            top = self._top(redo=redo)
            if top is None:
                return None
            seq, label = top
            plan = log_undo.plan(door.journal, seq, redo=redo)
            mine = door.journal.append(plan.cells, kind=plan.kind, label=label, author=door.author(), undo_of=seq)
            changed = door.finish(connection, fields_by_ref((c.tbl, c.row, c.field) for c in plan.cells))
        door.bus.publish(ChangeSet(mine, label, changed, None, plan.kind))
        return self._told(plan, label)

    def _told(self, plan: Plan, label: str) -> Undone:
        refs = tuple(dict.fromkeys(Ref(c.tbl, c.row) for c in plan.cells))
        skipped = tuple((Ref(s.tbl, s.row), s.field) for s in plan.skipped)
        is_gone = any(s.reason == Reason.ERASED for s in plan.skipped)
        if skipped and not refs:
            gone = _("Niet teruggezet: wat voorgoed gewist is, komt niet terug.")
            newer = _("Niet teruggezet: {title} is intussen gewijzigd.").format(title=self._title(skipped[0][0]))
            return Undone(label, refs, skipped, str(gone if is_gone else newer))
        verb = _("Opnieuw gedaan: {what}") if plan.kind == "redo" else _("Ongedaan gemaakt: {what}")
        name = self._title(refs[0]) if len(refs) == 1 else ""
        short = name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"
        told = str(verb.format(what=", ".join(part for part in (str(_(label)), short) if part)))
        if skipped:
            newer = _("Niet alles: een deel is intussen gewijzigd.")
            told += ". " + str(_("Niet alles: een deel is voorgoed gewist.") if is_gone else newer)
        return Undone(label, refs, skipped, told)
