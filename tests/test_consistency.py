"""Any commands, undo, redo, reopening and a colleague's changes in any order: the workspace stays whole, and undoing
everything gives the start (hypothesis state machine over the real store)."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in
from workspace import open_desk

NAMES = ("ticket", "action", "event", "organisation", "stock_topic", "decision", "signal", "meeting")
pick = st.integers(0, 10**6)


class TwoLaptops(RuleBasedStateMachine):
    """Laptop 0 acts, undoes and reopens; laptop 1 writes too; they exchange."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(prefix="vaartdesk-consistency-"))
        self.clock = FixedClock(datetime(2026, 11, 24, 8, 30, tzinfo=UTC))
        self.desks: list[Desk] = [self._open(0), self._open(1)]
        self.specimens = Specimens(self.desks[0].kinds)

    def _open(self, number: int) -> Desk:
        return open_desk(self.root / f"laptop{number}", self.clock)

    @initialize()
    def start(self) -> None:
        self.start_state = self._state(self.desks[0])

    def _state(self, desk: Desk) -> dict[str, Any]:
        return {name: {row["id"]: row for row in desk.rows(name)} for name in (*NAMES, "note", "link")}

    def _ref(self, desk: Desk, number: int) -> Ref | None:
        refs = [Ref(name, row["id"]) for name in NAMES for row in desk.rows(name)]
        return refs[number % len(refs)] if refs else None

    # ------------------------------------------------------------ what people do
    @rule(laptop=st.integers(0, 1), name=st.sampled_from(NAMES))
    def make(self, laptop: int, name: str) -> None:
        self.clock.advance(timedelta(seconds=7))
        with self.desks[laptop].change("Gemaakt") as tx:
            self.specimens.record(tx, name)

    @rule(laptop=st.integers(0, 1), number=pick, which=pick)
    def edit(self, laptop: int, number: int, which: int) -> None:
        desk = self.desks[laptop]
        ref = self._ref(desk, number)
        if ref is None:
            return
        fields = [f for f in desk.kinds[ref.kind].fields.values() if not (f.derived or f.hidden or f.auto)]
        field = fields[which % len(fields)]
        with suppress(Refused), desk.change("Gewijzigd") as tx:
            tx.set(ref, field.name, self.specimens.value(tx, field))

    @rule(laptop=st.integers(0, 1), number=pick)
    def note(self, laptop: int, number: int) -> None:
        ref = self._ref(self.desks[laptop], number)
        if ref is not None:
            with self.desks[laptop].change("Notitie toegevoegd") as tx:
                tx.note(ref, f"regel {number}")

    @rule(laptop=st.integers(0, 1), number=pick)
    def delete(self, laptop: int, number: int) -> None:
        ref = self._ref(self.desks[laptop], number)
        if ref is not None:
            with self.desks[laptop].change("Verwijderd") as tx:
                tx.delete(ref)

    @rule(laptop=st.integers(0, 1))
    def undo(self, laptop: int) -> None:
        self.desks[laptop].undo()

    @rule(laptop=st.integers(0, 1))
    def redo(self, laptop: int) -> None:
        self.desks[laptop].redo()

    @rule()
    def reopen(self) -> None:
        self.desks[0].close()
        self.desks[0] = self._open(0)

    @rule()
    def refused_midway(self) -> None:
        """A change that fails after half its work leaves nothing."""
        desk = self.desks[0]
        before = self._state(desk)
        try:
            with desk.change("Mislukt") as tx:
                self.specimens.record(tx, "ticket")
                tx.set(self.specimens.record(tx, "organisation"), "title", "x" * 300_000)
        except Refused:
            assert self._state(desk) == before
        else:
            raise AssertionError("a text of 300,000 characters was taken")

    @rule()
    def exchange(self) -> None:
        for giver, taker in ((0, 1), (1, 0)):
            data = hand_out(self.desks[giver])
            if data is not None:
                take_in(self.desks[taker], data)
                assert take_in(self.desks[taker], data).received.applied == 0

    # ------------------------------------------------------------ what must hold
    @invariant()
    def numbers_are_given_once(self) -> None:
        desk = self.desks[0]
        numbers = [row["number"] for row in desk.rows("ticket") if row.get("number")]
        assert len(numbers) == len(set(numbers))

    def teardown(self) -> None:
        try:
            for desk in self.desks:
                assert check(desk) == []
            self._settle()
        finally:
            for desk in self.desks:
                desk.close()
            shutil.rmtree(self.root)

    def _settle(self) -> None:
        """After exchanging all, both show the same; undoing all own changes leaves what only the colleague made."""
        for _round in range(3):
            self.exchange()
        assert self._state(self.desks[0]) == self._state(self.desks[1])
        theirs = {d for d in self.desks[1].door.journal.have() if d == self.desks[1].door.journal.identity.device}
        while self.desks[0].undo() is not None:
            pass
        assert check(self.desks[0]) == []
        if not theirs:
            assert self._state(self.desks[0]) == self.start_state


TestConsistency = TwoLaptops.TestCase
TestConsistency.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
