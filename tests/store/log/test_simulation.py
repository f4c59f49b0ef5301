"""The simulation passes as the code is, and catches it when it is not: bugs are planted from here, one by one.

`SIM_EXAMPLES` (60), `SIM_STEPS` (60) and `SIM_DEVICES` (3) make it larger; `SIM_SEED` plays other games than those of the suite.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from store.log.crew import SEEN
from store.log.simulation import Team
from vaartdesk.store.log import heads, identity, receive, writing
from vaartdesk.store.log.entry import Key, Txn

EXAMPLES = int(os.environ.get("SIM_EXAMPLES", "60"))
SEED = os.environ.get("SIM_SEED")
STEPS = int(os.environ.get("SIM_STEPS", "60"))
MUST_HAPPEN = (
    "typed in an open choice",
    "chosen",
    "undone",
    "undo skipped a cell",
    "erased",
    "imports",
    "damaged file refused",
    "power cut in an import",
    "had to wait",
    "restored",
    "lost with a restored file",
    "numbers changed",
    "choices open at the end",
    "delete against edit at the end",
    "deletions judged",
)


def play(examples: int, phases: Iterable[Phase] = tuple(Phase)) -> None:
    run_state_machine_as_test(
        seed(SEED)(Team) if SEED else Team,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not SEED,
            database=None,
            phases=tuple(phases),
            suppress_health_check=list(HealthCheck),
            report_multiple_bugs=False,
        ),
    )


@pytest.mark.timeout(0)
def test_laptops_end_alike_and_nothing_is_lost() -> None:
    SEEN.clear()
    play(EXAMPLES)
    print(dict(SEEN))  # noqa: T201
    assert SEEN["runs"] >= EXAMPLES
    assert [event for event in MUST_HAPPEN if not SEEN[event]] == []


def last_write_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    move = heads.move

    def move_and_drop(db: sqlite3.Connection, txns: Sequence[Txn]) -> None:
        move(db, txns)
        for txn in txns:
            for change in txn.changes:
                cell = (change.tbl, change.row, change.field)
                for loser in heads.of_cell(db, cell)[1:]:
                    db.execute(
                        "delete from head where tbl=? and row=? and field=? and device=? and seq=? and idx=?",
                        (*cell, *loser.key),
                    )

    monkeypatch.setattr(heads, "move", move_and_drop)


def swallow_the_other_value(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_of_them(keys: Sequence[Key]) -> tuple[Key, ...]:
        return tuple(keys)

    monkeypatch.setattr(writing, "replaced_by_default", all_of_them)


def keep_the_device_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "agrees", lambda *_: True)


def apply_without_causal_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receive, "fits", lambda *_: receive.Fit.READY)


@pytest.mark.timeout(0)
@pytest.mark.parametrize(
    "plant",
    [last_write_wins, swallow_the_other_value, keep_the_device_id, apply_without_causal_order],
    ids=lambda plant: plant.__name__,
)
def test_a_planted_bug_is_caught(plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    with pytest.raises((AssertionError, sqlite3.IntegrityError)):
        play(max(EXAMPLES, 60), [Phase.generate])
