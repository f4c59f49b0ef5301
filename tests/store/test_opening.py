"""Opening what is there: locked, newer, damaged, foreign, read-only, or not there at all. A sentence, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import Damaged, NotFound, NotWritable, TooNew
from vaartdesk.store.lock import Locked, holder
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from workspace import all_kinds, open_desk


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> Path:
    """A closed workspace with one street."""
    with open_desk(tmp_path / "w", clock) as desk, desk.change("Straat") as tx:
        tx.add("street", {"title": "Brink"})
    return tmp_path / "w"


def reopen(folder: Path, clock: FixedClock, *, read_only: bool = False) -> Desk:
    return Desk.open(folder, all_kinds(), clock=clock, read_only=read_only)


def test_a_new_workspace_is_made_at_the_newest_schema(tmp_path: Path, clock: FixedClock) -> None:
    reopen(tmp_path / "nieuw" / "diep", clock).close()
    db = sqlite3.connect(tmp_path / "nieuw" / "diep" / "vaartdesk.db")
    assert db.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION
    db.close()


def test_reading_needs_a_workspace(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(NotFound, match="geen werkmap"):
        reopen(tmp_path / "leeg", clock, read_only=True)
    assert not (tmp_path / "leeg").exists()


def test_one_program_writes_and_others_may_read(folder: Path, clock: FixedClock) -> None:
    with reopen(folder, clock) as desk:
        with pytest.raises(Locked) as locked:
            reopen(folder, clock)
        assert locked.value.holder.pid == os.getpid()
        with reopen(folder, clock, read_only=True) as reader:
            assert [row["title"] for row in reader.rows("street")] == ["Brink"]
            with pytest.raises(NotWritable), reader.change("Mag niet"):
                pass
        assert desk.rows("street")
    assert holder(folder) is None


def test_a_lock_ends_with_its_process(folder: Path, clock: FixedClock) -> None:
    script = (
        "import sys; from pathlib import Path; from vaartdesk.store.lock import WorkspaceLock\n"
        "WorkspaceLock(Path(sys.argv[1])).take(); print('vast', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "vast\n"
        with pytest.raises(Locked) as locked:
            reopen(folder, clock)
        assert locked.value.holder.pid == other.pid
        other.kill()
    reopen(folder, clock).close()


def test_a_newer_database_is_left_alone(folder: Path, clock: FixedClock) -> None:
    db = sqlite3.connect(folder / "vaartdesk.db")
    db.execute(f"pragma user_version={SCHEMA_VERSION + 1}")
    db.close()
    before = (folder / "vaartdesk.db").read_bytes()
    with pytest.raises(TooNew, match="nieuwere versie"):
        reopen(folder, clock)
    assert (folder / "vaartdesk.db").read_bytes() == before


@pytest.mark.parametrize("damage", ["rubbish", "cut"])
def test_a_damaged_database_is_named_and_not_overwritten(folder: Path, clock: FixedClock, damage: str) -> None:
    path = folder / "vaartdesk.db"
    whole = path.read_bytes()
    path.write_bytes(b"geen database " * 1000 if damage == "rubbish" else whole[:3000])
    before = path.read_bytes()
    with pytest.raises(Damaged, match="beschadigd"):
        reopen(folder, clock)
    assert path.read_bytes() == before


def test_another_programs_database_is_recognised(folder: Path, clock: FixedClock) -> None:
    (folder / "vaartdesk.db").unlink()
    db = sqlite3.connect(folder / "vaartdesk.db")
    db.execute("create table klanten(naam)")
    db.close()
    with pytest.raises(Damaged, match="geen database van VaartDesk"):
        reopen(folder, clock)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_told(folder: Path, clock: FixedClock) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(NotWritable, match="kan niet geschreven worden"):
            reopen(folder, clock)
    finally:
        folder.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    with pytest.raises((NotWritable, FileExistsError, NotADirectoryError)):
        reopen(tmp_path / "bestand", clock)


def test_a_full_disk_loses_only_the_change_at_hand(folder: Path, clock: FixedClock) -> None:
    with reopen(folder, clock) as desk:
        with desk.door.quiet():
            pages = desk.door.connection.exec_driver_sql("pragma page_count").scalar()
            desk.door.connection.exec_driver_sql(f"pragma max_page_count={pages}")
        with pytest.raises(NotWritable, match="vol"), desk.change("Te groot") as tx:
            tx.add(
                "street",
                {"title": "x", "note": "y" * 150_000} if desk.kinds["street"].has("note") else {"title": "y" * 150_000},
            )
        with desk.door.quiet():
            desk.door.connection.exec_driver_sql("pragma max_page_count=1000000")
        assert [row["title"] for row in desk.rows("street")] == ["Brink"]
        with desk.change("Weer ruimte") as tx:
            tx.add("street", {"title": "Kruisstraat"})
        assert len(desk.rows("street")) == 2


def test_a_copied_workspace_is_another_laptop(folder: Path, tmp_path: Path, clock: FixedClock) -> None:
    side = tmp_path / "zij.json"
    with Desk.open(folder, all_kinds(), clock=clock, sidecar=side) as desk:
        first = desk.door.journal.identity.device
    with Desk.open(folder, all_kinds(), clock=clock, sidecar=side) as desk:
        assert desk.door.journal.identity.device == first
    shutil.copytree(folder, tmp_path / "kopie")
    with Desk.open(tmp_path / "kopie", all_kinds(), clock=clock, sidecar=tmp_path / "ander.json") as desk:
        assert desk.door.journal.identity.device != first


def test_a_closed_workspace_is_one_file(folder: Path, clock: FixedClock) -> None:
    """What SQLite keeps beside it while it is open is in it then: whoever copies the file has everything."""
    with reopen(folder, clock) as desk:
        with desk.change("Straat") as tx:
            tx.add("street", {"title": "Markt"})
        assert desk.rows("street")  # a reader was there
        assert (folder / "vaartdesk.db-wal").exists()
    assert [path.name for path in folder.glob("vaartdesk.db*")] == ["vaartdesk.db"]
