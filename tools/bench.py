"""Measure acts against their floor, side by side in one run: `act: ours, floor, ratio, goal`. Keeps nothing.

    python3 installer/dev.py bench                  every act
    python3 installer/dev.py bench save --scale 3   one act, on a workspace three times as large

The machine's speed drops out of a ratio; look at that, and run twice before believing a difference of 20 %.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vaartdesk.app.registry import load_kinds
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in

TICKETS = 2_000


@dataclass(frozen=True)
class Measured:
    """Seconds of our way and of the least that does the same work."""

    ours: float
    floor: float


@dataclass(frozen=True)
class Act:
    """What is measured: `run(folder, scale)` in an empty folder; `goal` is the largest ratio that is good enough."""

    words: str
    goal: float
    run: Callable[[Path, int], Measured]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@contextmanager
def filled(folder: Path, count: int) -> Iterator[tuple[Desk, list[Ref]]]:
    """An open workspace with `count` tickets."""
    with Desk.open(folder, load_kinds()) as desk:
        with desk.change("Meetgegevens") as tx:
            street = tx.add("street", {"title": "Meetstraat"})
            category = tx.add("ticket_category", {"title": "Bestrating"})
            usual = {"description": "Ligt los. " * 8, "street": street.id, "category": category.id}
            rows = [usual | {"title": f"Losse tegel {n}", "place_text": f"Bij nummer {n}"} for n in range(count)]
            refs = tx.add_many("ticket", rows)
        yield desk, refs


# --- one field saved -------------------------------------------------------------------------------------------------


def save(folder: Path, scale: int) -> Measured:
    """Ours: one field through the door. Floor: the same row in a copy of the database, with one row of a log."""
    ours, floor = [], []
    with filled(folder / "ours", TICKETS * scale) as (desk, refs):
        raw = _copy_of(desk.workspace.database, folder / "floor.db")
        for n in range(200):
            ref, words = refs[n * 7 % len(refs)], f"Losse tegel, gezien op dag {n}"
            ours.append(seconds(lambda ref=ref, words=words: _save_ours(desk, ref, words)))  # type: ignore[misc]
            floor.append(seconds(lambda ref=ref, words=words: _save_raw(raw, ref, words)))  # type: ignore[misc]
        raw.close()
    # Both wait for the disk once; the faster it is, the more the rest weighs.
    print(f"  (one fsync takes {_sync_time(folder) * 1000:.2f} ms here; 2 to 5 on a usual laptop)")
    return Measured(statistics.median(ours), statistics.median(floor))


def _sync_time(folder: Path) -> float:
    times = []
    with (folder / "sync.bin").open("wb", buffering=0) as file:
        for _ in range(50):
            file.write(bytes(4096))
            times.append(seconds(lambda: os.fsync(file.fileno())))
    return statistics.median(times)


def _copy_of(database: Path, target: Path) -> sqlite3.Connection:
    with sqlite3.connect(database) as source:
        source.execute("vacuum into ?", (str(target),))
    source.close()
    raw = sqlite3.connect(target, isolation_level=None)
    raw.execute("pragma journal_mode=wal")
    raw.execute("pragma synchronous=full")
    raw.execute("create table bench_log(tbl text, row text, field text, old text, new text, at text)")
    return raw


def _save_ours(desk: Desk, ref: Ref, words: str) -> None:
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", words)


def _save_raw(raw: sqlite3.Connection, ref: Ref, words: str) -> None:
    raw.execute("begin immediate")
    raw.execute("update ticket set title = ? where id = ?", (words, ref.id))
    raw.execute("insert into bench_log values('ticket', ?, 'title', '', ?, '2026-11-24')", (ref.id, words))
    raw.execute("commit")


# --- a colleague's changes taken in ----------------------------------------------------------------------------------


def receive(folder: Path, scale: int) -> Measured:
    """Ours: a bundle taken in. Floor: the same changes as JSON lines, each read, looked up, written and logged by hand."""
    with filled(folder / "sender", TICKETS) as (sender, refs):
        # Both laptops begin with the tickets; what is measured is the changes after that.
        shutil.copytree(folder / "sender", folder / "start", ignore=shutil.ignore_patterns("*.lock"))
        lines = [
            json.dumps(["ticket", ref.id, field, f"{field} {n} van de collega"])
            for n in range(25 * scale)
            for ref in refs
            for field in ("title", "description")
        ]
        for n in range(25 * scale):
            with sender.change("Bewerkt") as tx:
                for ref in refs:
                    tx.update(ref, {f: f"{f} {n} van de collega" for f in ("title", "description")})
        data = hand_out(sender)
    assert data is not None
    with Desk.open(folder / "start", load_kinds(), sidecar=folder / "other-laptop.json") as desk:
        ours = seconds(lambda: take_in(desk, data))
        raw = _copy_of(desk.workspace.database, folder / "floor.db")
    floor = seconds(lambda: _take_raw(raw, lines))
    raw.close()
    print(f"  ({len(lines):,} changes)")
    return Measured(ours, floor)


def _take_raw(raw: sqlite3.Connection, lines: list[str]) -> None:
    raw.execute("begin immediate")
    for line in lines:
        table, row, field, value = json.loads(line)
        (old,) = raw.execute(f"select {field} from {table} where id = ?", (row,)).fetchone()
        raw.execute(f"update {table} set {field} = ? where id = ?", (value, row))
        raw.execute("insert into bench_log values(?, ?, ?, ?, ?, '2026-11-24')", (table, row, field, old, value))
    raw.execute("commit")


ACTS = {
    "save": Act("save a field (log, undo, search)", 1.8, save),
    "receive": Act("take in a colleague's changes", 3.0, receive),
}


def main(argv: list[str]) -> int:
    """Run the acts that were named, or all; status 1 when one is beyond its goal."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("acts", nargs="*", metavar="ACT", help=f"one of: {', '.join(ACTS)} (default: all)")
    parser.add_argument("--scale", type=int, default=1, help="how many times the usual workspace")
    asked = parser.parse_args(argv)
    unknown = [name for name in asked.acts if name not in ACTS]
    if unknown:
        parser.error(f"no such act: {', '.join(unknown)}")
    is_good = True
    for name in asked.acts or ACTS:
        act = ACTS[name]
        with tempfile.TemporaryDirectory(prefix="vaartdesk-bench-") as folder:
            found = act.run(Path(folder), asked.scale)
        ratio = found.ours / found.floor
        is_good = is_good and ratio <= act.goal
        print(
            f"{act.words}: ours {found.ours * 1000:,.2f} ms, floor {found.floor * 1000:,.2f} ms, "
            f"ratio {ratio:.2f}, goal {act.goal}{'' if ratio <= act.goal else '  BEYOND'}",
            flush=True,
        )
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
