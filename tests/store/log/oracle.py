"""What must come of all that people did, kept apart from the code under test.

It notes which change was made when and what stood on the screen then, and which changes died with a restored backup before
they had left the laptop. At the end: all laptops equal, nothing lost, nothing invented, and what nobody replaced is offered.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from store.log.laptop import SHAPE, Laptop
from vaartdesk.store.log import wire
from vaartdesk.store.log.entry import CellId, Key, Txn, Value

Screen = dict[CellId, list[Key]]
_SCREEN = """
    select h.tbl, h.row, h.field, h.device, h.seq, h.idx from head h join txn x using (device, seq)
    order by x.hlc desc, h.device desc, h.seq desc, h.idx desc"""
_NEW = """
    select c.seq, c.idx, c.tbl, c.row, c.field, c.value, c.op, c.parents, x.kind, x.undo_of
    from change c join txn x using (device, seq) where c.device=? and c.seq>? order by c.seq, c.idx"""


def screen(laptop: Laptop) -> Screen:
    """Cell -> its heads, the shown one first."""
    found: Screen = defaultdict(list)
    for tbl, row, field, *key in laptop.db.execute(_SCREEN):
        found[tbl, row, field].append((key[0], key[1], key[2]))
    return found


class Oracle:
    def __init__(self, seen: Counter[str]) -> None:
        self.seen = seen
        self.written: set[Key] = set()
        self.replaced: dict[Key, set[Key]] = {}
        self.value: dict[Key, Value] = {}
        self.cell: dict[Key, CellId] = {}
        self.kind: dict[Key, str] = {}
        self.knew: dict[Key, frozenset[Key]] = {}
        self.exported: set[Key] = set()
        self.dropped: set[Key] = set()

    # -- while it runs -----------------------------------------------------------------------------------------------

    def wrote(
        self, laptop: Laptop, before: Screen, last: int, knew: frozenset[Key], chosen: Collection[CellId]
    ) -> None:
        """A laptop acted: `before` was on its screen, `chosen` are cells of which the user saw all values."""
        for seq, idx, tbl, row, field, value, op, parents, kind, undo_of in laptop.db.execute(
            _NEW, (laptop.device, last)
        ):
            key, cell = (laptop.device, seq, idx), (tbl, row, field)
            assert key not in self.written - self.dropped, "a key was used twice"
            self.written.add(key)
            self.dropped.discard(key)
            self.value[key], self.cell[key], self.kind[key] = value, cell, kind
            self.knew[key] = knew
            heads = before.get(cell, [])
            if kind in {"undo", "redo"}:
                self.replaced[key] = self._taken_back(laptop, cell, heads, parents, undo_of)
            else:
                everything = cell in chosen or op == "erase"
                self.replaced[key] = set(heads if everything else heads[:1])

    def _taken_back(self, laptop: Laptop, cell: CellId, heads: Sequence[Key], parents: str, undo_of: int) -> set[Key]:
        """Undo replaces what still holds the state that this laptop made, and no more."""
        taken = {(device, seq, idx) for device, seq, idx in json.loads(parents)}
        made = {self.value[key] for key, at in self.cell.items() if at == cell and key[:2] == (laptop.device, undo_of)}
        assert taken <= set(heads), "undo replaced what was not there"
        assert {self.value[key] for key in taken} <= made, "undo replaced what it did not make"
        return taken

    def left(self, keys: Collection[Key]) -> None:
        self.exported |= set(keys)

    def restored(self, before: set[Key], backup: set[Key], others: set[Key]) -> None:
        """An older file came back: what had not left and nobody has is gone, and the file may bring some back."""
        self.dropped |= before - backup - self.exported - others
        self.dropped -= backup

    # -- the end -----------------------------------------------------------------------------------------------------

    def judge(self, laptops: Sequence[Laptop]) -> None:
        first = laptops[0]
        state = first.state()
        for laptop in laptops:
            assert laptop.journal.verify() == []
            assert laptop.all("select * from quarantine") == []
            assert laptop.all("pragma foreign_key_check") == []
            self._waits_for_the_dead_only(laptop)
            other = laptop.state()
            for part, content in state.items():
                assert content == other[part], part
        known = first.known()
        waiting = set(first.all("select device, seq from inbox"))
        assert known == {key for key in self.written - self.dropped if key[:2] not in waiting}, (
            "lost or invented changes"
        )
        heads = screen(first)
        replaced: set[Key] = set().union(*(self.replaced[key] for key in known))
        assert {key for keys in heads.values() for key in keys} == known - replaced, (
            "a change that nobody replaced is not offered, or a replaced one is"
        )
        self._choices(first, heads)
        self._deletions(first, heads)
        numbers = first.all("select number from ticket where alive and number <> ''")
        assert len(numbers) == len(set(numbers)), "two tickets with one number"

    def _waits_for_the_dead_only(self, laptop: Laptop) -> None:
        dead = {key[:2] for key in self.dropped}
        have = laptop.journal.have()
        first: dict[str, Txn] = {}
        for (body,) in laptop.db.execute("select body from inbox order by device, seq"):
            txn = wire.parse(body)
            first.setdefault(txn.device, txn)
        for txn in first.values():
            upto = have.get(txn.device, 0)
            needed = {(txn.device, upto + 1)} if txn.seq > upto + 1 else set()
            for device, (seq, _) in wire.context(txn.ctx or "{}").items():
                needed |= {(device, at) for at in range(have.get(device, 0) + 1, seq + 1)}
            assert dead & needed, "waits for something that somebody still has"

    def _choices(self, laptop: Laptop, heads: Screen) -> None:
        """Exactly the fields with more than one living value are offered, and one of these is shown."""
        conflicts = set(laptop.journal.conflicts())
        ops = {
            (device, seq, idx): op
            for device, seq, idx, op in laptop.db.execute("select device, seq, idx, op from change")
        }
        for (tbl, row, field), keys in heads.items():
            if field == "alive":
                continue
            values = {self.value[key] for key in keys if not ops[key].startswith("R")}
            assert not values or laptop.get(tbl, row, field) in {"" if value is None else value for value in values}
            if (tbl, field) not in SHAPE.auto:
                assert ((tbl, row, field) in conflicts) == (len(values) > 1), (tbl, row, field)
        self.seen["choices open at the end"] += len(conflicts)
        self.seen["delete against edit at the end"] += sum(field == "alive" for _, _, field in conflicts)

    def _deletions(self, laptop: Laptop, heads: Screen) -> None:
        """A row is gone only when somebody deleted it who knew all that is in it. Undo is left to the case tests."""
        ops = {
            (device, seq, idx): op
            for device, seq, idx, op in laptop.db.execute("select device, seq, idx, op from change")
        }
        for (tbl, row, field), marks in heads.items():
            if field != "alive":
                continue
            others = [
                key
                for (t, r, name), keys in heads.items()
                if (t, r) == (tbl, row) and name != "alive" and (t, name) not in SHAPE.auto
                for key in keys
                if ops[key] == "set"
            ]
            if any(self.kind[key] in {"undo", "redo"} for key in (*marks, *others)):
                continue
            is_dead = not any(self.value[mark] for mark in marks) and any(
                all(other in self.knew[mark] or other[:2] == mark[:2] for other in others) for mark in marks
            )
            assert laptop.get(tbl, row, "alive") == (0 if is_dead else 1), "a deletion beat an edit it did not know"
            self.seen["deletions judged"] += 1
