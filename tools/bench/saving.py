"""One field through the door, and a colleague's thousands of changes."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import statistics
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from bench.line import Line, Turn, line_of, numbered, wall_ms_of
from bench.workshop import CLOCK, Workshop
from vaartdesk.app.registry import load_kinds
from vaartdesk.schema.ref import Ref
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in

FIELDS: Final = ("title", "description")
ENTRY: Final = [
    "device",
    "hlc",
    "kind",
    "label",
    "prev",
    "hash",
    "tbl",
    "row",
    "field",
    "op",
    "value",
    "salt",
    "old",
]
DEVICE: Final = "5311f31998ff19a2"
USUAL_SYNC_MS: Final = 3.0
"""What an fsync takes on a usual laptop: 2 to 5 ms."""


def save(workshop: Workshop) -> Iterator[Line]:
    """Ours: one field through the door. Floor: the same row in a copy of the database, with one row of a log that holds as
    many bytes as ours; without search.

    Its log can be undone and read per record, or it would give less than ours: it holds the value of before, which is looked
    up, and one index finds the rows of a record. The indexes of search take texts in by the hundred, which no median shows:
    the ratio of the means is told as well.
    """
    turns, floors = list[Turn](), list[float]()
    with workshop.desk() as desk, closing(_copy_of(desk.workspace.database, workshop.new("floor.db"))) as raw:
        keys = [row["id"] for row in desk.rows("ticket")]
        for n in range(workshop.sizes.saves):
            ref, words = Ref("ticket", keys[n * 7 % len(keys)]), f"Losse tegel, gezien op dag {n}"
            ms = wall_ms_of(lambda: _save_ours(desk, ref, words))  # noqa: B023  called before the next turn
            turns.append(Turn(ms, ms))
            floors.append(wall_ms_of(lambda: _save_raw(raw, ref, words)))  # noqa: B023
    # Both wait for the disk once; the faster it is, the more the rest weighs.
    sync = _sync_time(workshop.new("sync.bin"))
    slower = USUAL_SYNC_MS - sync
    usual = (statistics.median(turn.ms for turn in turns) + slower) / (statistics.median(floors) + slower)
    means = statistics.fmean(turn.ms for turn in turns) / statistics.fmean(floors)
    note = f"of the means {means:.2f}; an fsync takes {sync:.2f} ms here, where it takes {USUAL_SYNC_MS:g} ms the ratio is {usual:.2f}"
    yield line_of("save a field (log, undo, search)", 1.8, turns, floors, note=note)


def _sync_time(path: Path) -> float:
    times = []
    with path.open("wb", buffering=0) as file:
        for _ in range(50):
            file.write(bytes(4096))
            times.append(wall_ms_of(lambda: os.fsync(file.fileno())))
    return statistics.median(times)


def _copy_of(database: Path, target: Path) -> sqlite3.Connection:
    with closing(sqlite3.connect(database)) as source:
        source.execute("vacuum into ?", (str(target),))
    raw = sqlite_connect(target, False)  # as durable as ours, and as thorough with what was erased
    raw.execute("create table bench_log(tbl text, row text, field text, old text, new text, at text)")
    raw.execute(f"create table bench_entry(id integer primary key, {', '.join(ENTRY)})")
    raw.execute("create index bench_entry_row on bench_entry(tbl, row, field)")
    return raw


def _save_ours(desk: Desk, ref: Ref, words: str) -> None:
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", words)


def _save_raw(raw: sqlite3.Connection, ref: Ref, words: str) -> None:
    raw.execute("begin immediate")
    (old,) = raw.execute("select title from ticket where id = ?", (ref.id,)).fetchone()
    raw.execute("update ticket set title = ? where id = ?", (words, ref.id))
    entry = (
        "edit",
        "Titel gewijzigd",
        bytes(16),
        bytes(16),
        "ticket",
        ref.id,
        "title",
        "set",
        words,
        bytes(16),
        old,
    )
    raw.execute(
        "insert into bench_entry values(null, ?, 7354588103196672, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (DEVICE, *entry)
    )
    raw.execute("commit")


# --- a colleague's changes taken in ----------------------------------------------------------------------------------


def receive(workshop: Workshop) -> Iterator[Line]:
    """Ours: a bundle taken in. Floor: the same changes as JSON lines, each read, looked up, written and logged by hand."""
    data, lines, start = _sent(workshop)
    turns, floors = list[Turn](), list[float]()
    for _round in numbered(workshop.sizes.heavy_rounds):
        folder, sidecar = workshop.new("receiver"), workshop.new("other-laptop.json")
        shutil.copytree(start, folder)
        with Desk.open(folder, load_kinds(), clock=CLOCK, sidecar=sidecar) as desk:
            raw = _copy_of(desk.workspace.database, workshop.new("floor.db"))
            turns.append(Turn(wall_ms_of(lambda: take_in(desk, data))))
        with closing(raw):
            floors.append(wall_ms_of(lambda: _take_raw(raw, lines)))  # noqa: B023
        shutil.rmtree(folder)
    yield line_of(f"take in {len(lines):,} changes of a colleague", 3, turns, floors, note="floor: parsed, row by row")


def _sent(workshop: Workshop) -> tuple[bytes, list[str], Path]:
    """What the colleague hands out, the same as lines of JSON, and the workspace that both began with."""
    sender, start = workshop.new("sender"), workshop.new("start")
    with Desk.open(sender, load_kinds(), clock=CLOCK) as desk:
        refs = _tickets(desk, workshop.sizes.tickets)
        shutil.copytree(sender, start, ignore=shutil.ignore_patterns("*.lock"))
        times = max(1, workshop.sizes.changes // (len(refs) * len(FIELDS)))
        written = [(n, ref) for n in range(times) for ref in refs]
        lines = [json.dumps(["ticket", ref.id, f, f"{f} {n} van de collega"]) for n, ref in written for f in FIELDS]
        for n in range(times):
            with desk.change("Bewerkt") as tx:
                for ref in refs:
                    tx.update(ref, {f: f"{f} {n} van de collega" for f in FIELDS})
        data = hand_out(desk)
    assert data is not None
    return data, lines, start


def _tickets(desk: Desk, count: int) -> list[Ref]:
    with desk.change("Meetgegevens") as tx:
        street = tx.add("street", {"title": "Meetstraat"})
        category = tx.add("ticket_category", {"title": "Bestrating"})
        usual = {"description": "Ligt los. " * 8, "street": street.id, "category": category.id}
        return tx.add_many(
            "ticket", [usual | {"title": f"Tegel {n}", "place_text": f"Bij nummer {n}"} for n in range(count)]
        )


def _take_raw(raw: sqlite3.Connection, lines: list[str]) -> None:
    raw.execute("begin immediate")
    for line in lines:
        table, row, field, value = json.loads(line)
        (old,) = raw.execute(f"select {field} from {table} where id = ?", (row,)).fetchone()
        raw.execute(f"update {table} set {field} = ? where id = ?", (value, row))
        raw.execute("insert into bench_log values(?, ?, ?, ?, ?, '2026-11-24')", (table, row, field, old, value))
    raw.execute("commit")
