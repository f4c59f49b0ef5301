"""Checked copies: made once a day, thinned, put back, and that taken back too."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.store import backup
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import Damaged, WorkspaceError
from vaartdesk.store.workspace import Workspace
from workspace import all_kinds, open_desk


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Workspace:
    """A closed workspace with a street that has a file."""
    with open_desk(tmp_path / "w", clock) as desk, desk.change("Straat") as tx:
        tx.attach(tx.add("street", {"title": "Brink"}), b"inhoud", "plan.txt")
    return Workspace(tmp_path / "w")


def streets(workspace: Workspace, clock: FixedClock) -> list[str]:
    with open_desk(workspace.folder, clock) as desk:
        return sorted(row["title"] for row in desk.rows("street"))


def add_street(workspace: Workspace, clock: FixedClock, title: str) -> None:
    with open_desk(workspace.folder, clock) as desk, desk.change("Straat") as tx:
        tx.add("street", {"title": title})


@pytest.mark.accept("S5")
def test_a_copy_is_made_once_a_day(workspace: Workspace, clock: FixedClock) -> None:
    assert backup.daily_backup(workspace, clock.now(), sqlite_connect) is not None
    assert backup.daily_backup(workspace, clock.now(), sqlite_connect) is None
    clock.advance(timedelta(days=1))
    assert backup.daily_backup(workspace, clock.now(), sqlite_connect) is not None
    assert [b.reason for b in backup.backups(workspace)] == ["dag", "dag"]


@pytest.mark.accept("S5")
def test_what_was_put_back_can_be_taken_back(workspace: Workspace, clock: FixedClock) -> None:
    made = backup.make_backup(workspace, clock.now(), "hand", sqlite_connect)
    add_street(workspace, clock, "Kruisstraat")
    before = backup.restore(workspace, made.folder, clock.now(), sqlite_connect)
    assert streets(workspace, clock) == ["Brink"]
    assert before is not None
    backup.restore(workspace, before, clock.now() + timedelta(minutes=1), sqlite_connect)
    assert streets(workspace, clock) == ["Brink", "Kruisstraat"]


def test_a_copy_put_back_goes_on_under_a_new_name_in_the_log(tmp_path: Path, clock: FixedClock) -> None:
    workspace, side = Workspace(tmp_path / "w"), tmp_path / "zij.json"

    def device() -> str:
        with Desk.open(workspace.folder, all_kinds(), clock=clock, sidecar=side) as desk:
            return desk.door.journal.identity.device

    first = device()
    made = backup.make_backup(workspace, clock.now(), "hand", sqlite_connect)
    assert device() == first
    before = backup.restore(workspace, made.folder, clock.now(), sqlite_connect)
    second = device()
    assert before is not None
    backup.restore(workspace, before, clock.now() + timedelta(minutes=1), sqlite_connect)
    assert len({first, second, device()}) == 3


def test_a_copy_as_one_file_comes_back_whole(workspace: Workspace, clock: FixedClock, tmp_path: Path) -> None:
    made = backup.make_backup(workspace, clock.now(), "hand", sqlite_connect)
    backup.pack(made, tmp_path / "kopie.zip")
    add_street(workspace, clock, "Kruisstraat")
    for path in workspace.files.glob("??/*"):
        path.unlink()
    backup.restore(workspace, tmp_path / "kopie.zip", clock.now(), sqlite_connect)
    assert streets(workspace, clock) == ["Brink"]
    assert [p.read_bytes() for p in workspace.files.glob("??/*")] == [b"inhoud"]


@pytest.mark.parametrize("what", ["vaartdesk.db", "files"])
def test_a_copy_that_is_not_whole_is_refused(workspace: Workspace, clock: FixedClock, what: str) -> None:
    made = backup.make_backup(workspace, clock.now(), "hand", sqlite_connect)
    target = made.folder / what if what != "files" else next(made.folder.glob("files/??/*"))
    target.unlink()
    target.write_bytes(b"anders")
    with pytest.raises(Damaged, match="niet heel"):
        backup.restore(workspace, made.folder, clock.now(), sqlite_connect)
    assert streets(workspace, clock) == ["Brink"]


def test_a_file_that_is_no_copy_is_refused(workspace: Workspace, clock: FixedClock, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"geen zip")
    with pytest.raises(WorkspaceError, match="geen reservekopie"):
        backup.restore(workspace, tmp_path / "brief.docx", clock.now(), sqlite_connect)
    assert streets(workspace, clock) == ["Brink"]


def test_a_damaged_workspace_is_kept_as_it_is_and_replaced(workspace: Workspace, clock: FixedClock) -> None:
    made = backup.make_backup(workspace, clock.now(), "hand", sqlite_connect)
    workspace.database.write_bytes(b"kapot" * 1000)
    kept = backup.restore(workspace, made.folder, clock.now(), sqlite_connect)
    assert kept is not None
    assert (kept / "vaartdesk.db").read_bytes() == b"kapot" * 1000
    assert streets(workspace, clock) == ["Brink"]


def test_old_copies_are_thinned(workspace: Workspace, clock: FixedClock) -> None:
    for _day in range(100):
        backup.daily_backup(workspace, clock.now(), sqlite_connect)
        clock.advance(timedelta(days=1))
    kept = backup.backups(workspace)
    days = [(kept[0].at.date() - b.at.date()).days for b in kept]
    assert days[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(kept) <= backup.DAILY + backup.WEEKLY + backup.MONTHLY
    assert max(days) > 60
