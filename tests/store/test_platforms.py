"""What is different on Windows and macOS, simulated: locks, renames over an open file, syncing to the disk itself."""

from __future__ import annotations

import fcntl
import os
import sys
import time
import types
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.store import files, lock
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.errors import NotWritable, translate


class Msvcrt(types.ModuleType):
    """The byte locks of Windows: one handle holds a byte, where the file stands; a held byte cannot be read by others."""

    LK_NBLCK, LK_UNLCK = 2, 0

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}

    def locking(self, handle: int, mode: int, count: int) -> None:
        place = (os.fstat(handle).st_ino, os.lseek(handle, 0, os.SEEK_CUR))
        assert count == 1
        if mode == self.LK_UNLCK:
            if self.held.pop(place, None) != handle:
                raise PermissionError(13, "Permission denied")
        elif self.held.setdefault(place, handle) != handle:
            raise PermissionError(13, "Permission denied")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module of the lock as Windows loads it."""
    made = types.ModuleType("vaartdesk.store.lock_on_windows")
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt())
    monkeypatch.setitem(sys.modules, made.__name__, made)
    monkeypatch.setattr(sys, "platform", "win32")
    exec(compile(Path(lock.__file__).read_text("utf-8"), lock.__file__, "exec"), made.__dict__)
    return made


def test_on_windows_one_program_holds_the_lock_and_others_read_who(windows: Any, tmp_path: Path) -> None:
    first, second = windows.WorkspaceLock(tmp_path), windows.WorkspaceLock(tmp_path)
    first.take()
    with pytest.raises(windows.Locked) as locked:
        second.take()
    assert (locked.value.holder.is_here, locked.value.holder.pid) == (True, os.getpid())
    assert windows.holder(tmp_path) == locked.value.holder
    first.release()
    assert windows.holder(tmp_path) is None
    second.take()
    second.release()


def test_on_windows_a_lock_is_given_back_by_name_and_no_readable_byte_is_locked(windows: Any, tmp_path: Path) -> None:
    held = sys.modules["msvcrt"].held
    taken = windows.WorkspaceLock(tmp_path)
    taken.take()
    assert [place for _file, place in held] == [windows.FAR]
    assert (tmp_path / windows.NAME).stat().st_size < windows.FAR
    taken.release()
    assert held == {}


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Renames fail twice, as while a scanner looks at the file; the waits in between, which take no time here."""
    waits: list[float] = []
    rename, tries = Path.replace, iter((True, True, False))

    def refuse(self: Path, target: Path) -> Path:
        if next(tries, False):
            raise PermissionError(13, "Access is denied", str(self), 5, str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(time, "sleep", waits.append)
    return waits


def test_on_windows_a_file_that_is_held_for_a_moment_is_replaced_a_little_later(
    held: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SYSTEM", "win32")
    files.write_file(tmp_path / "a.pdf", b"nieuw")
    assert (tmp_path / "a.pdf").read_bytes() == b"nieuw"
    assert held == list(files.PATIENCE[:2])


def test_elsewhere_a_refused_rename_is_told_at_once_and_leaves_nothing(held: list[float], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"oud")
    with pytest.raises(PermissionError) as refused:
        files.write_file(tmp_path / "a.pdf", b"nieuw")
    assert held == []
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    told = translate(refused.value)
    assert isinstance(told, NotWritable)
    assert "a.pdf kan niet vervangen worden: een ander programma heeft het open" in str(told)


@pytest.mark.parametrize("knows", [True, False])
def test_on_macos_files_are_synced_onto_the_disk_itself(
    knows: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def control(_handle: int, command: int) -> int:
        asked.append("full" if command == 51 else "?")
        if not knows:
            raise OSError(45, "Operation not supported")
        return 0

    monkeypatch.setattr(files, "SYSTEM", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", control)
    monkeypatch.setattr(os, "fsync", lambda _handle: asked.append("plain"))
    with (tmp_path / "a").open("wb") as file:
        files.sync(file.fileno())
    assert asked == (["full"] if knows else ["full", "plain"])


def test_the_database_asks_for_a_full_sync_too(tmp_path: Path) -> None:
    db = sqlite_connect(tmp_path / "a.db", False)
    try:
        assert [db.execute(f"pragma {name}").fetchone()[0] for name in ("fullfsync", "checkpoint_fullfsync")] == [1, 1]
    finally:
        db.close()


def test_a_damaged_database_is_let_go_of(tmp_path: Path) -> None:
    """On Windows it could not be replaced by a copy otherwise."""
    broken = tmp_path / "a.db"
    broken.write_bytes(b"kapot" * 1000)
    with pytest.raises(Exception, match="not a database"):
        sqlite_connect(broken, False)
    if Path("/proc/self/fd").exists():
        opened = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
        assert str(broken) not in opened
