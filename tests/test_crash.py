"""Killed at seeded moments of real work: every confirmed change is there, and the workspace is whole."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from workspace import open_desk

WORKER = Path(__file__).with_name("crash_worker.py")
ROOT = WORKER.parent.parent


def confirmed_until_killed(folder: Path, seed: int) -> list[list[Any]]:
    """Let the worker confirm a seeded number of changes, kill it in the middle of the next, and read what it told."""
    lines = random.Random(seed).randrange(3, 60)
    told: list[list[Any]] = []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    with subprocess.Popen(
        [sys.executable, str(WORKER), str(folder), str(seed)], stdout=subprocess.PIPE, text=True, env=environment
    ) as worker:
        assert worker.stdout is not None
        for line in worker.stdout:
            told.append(json.loads(line))
            if len(told) == lines:
                worker.kill()
        # what was written to the pipe before the signal was confirmed too; a torn last line was not
    return told


def expected(told: list[list[Any]]) -> dict[tuple[str, str, str], Any]:
    """The last confirmed value of each thing; what an undo touched afterwards is left to the check of the log."""
    found: dict[tuple[str, str, str], Any] = {}
    for what, kind, key, value in told:
        if what == "undo":
            touched = {tuple(ref) for ref in value}
            found = {k: v for k, v in found.items() if (k[1], k[2]) not in touched}
        else:
            found[what, kind, key] = value
    return found


def holds(desk: Desk, what: str, ref: Ref, value: Any) -> bool:
    """Is the confirmed change there? The one that was under way when the process died may have gone over it."""
    if what == "draft":
        draft = desk.drafts.of(ref.kind, ref.id).get("title")
        return draft is not None and _count(draft.text) >= _count(value)
    row = desk.get(ref)
    if row is None:
        return False
    if what == "file":
        data = desk.files.get(row["sha256"])
        return data is not None and len(data) == value
    if what == "note":
        return bool(row["text"] == value)
    history = desk.history(ref)
    if what == "gone":
        return any(line.sentence == "Verwijderd" for line in history)
    return value in {line.new for line in history if line.field == "title"}


def _count(text: str) -> int:
    return int(text.rpartition(" ")[2])


@pytest.mark.crash
def test_nothing_confirmed_is_lost(tmp_path: Path, crashes: int, clock: FixedClock) -> None:
    seen = 0
    for seed in range(crashes):
        folder = tmp_path / f"werkmap{seed}"
        open_desk(folder, clock, planned=True).close()
        told = confirmed_until_killed(folder, seed)
        assert told, "the worker never got to work"
        with open_desk(folder, clock) as desk:
            lost = [k for k, v in expected(told).items() if not holds(desk, k[0], Ref(k[1], k[2]), v)]
            assert lost == [], f"seed {seed}"
            assert check(desk) == [], f"seed {seed}"
        seen += len(told)
    assert seen > 10 * crashes
