"""The workspace's lock: one program writes. An OS lock on a file beside the database, with who holds it."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

from vaartdesk.core.dataclass import dataclass

NAME = "vaartdesk.lock"
FAR = 1_000_000
"""The byte that Windows locks; there a locked byte cannot be read, and who holds the lock must stay readable."""


@dataclass(frozen=True)
class Holder:
    """Who has the workspace open; host and pid as far as the file tells."""

    host: str
    pid: int

    @property
    def is_here(self) -> bool:
        return self.host == socket.gethostname()


class Locked(Exception):
    """Another program has the workspace open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(f"{holder.host} ({holder.pid})")
        self.holder = holder


class WorkspaceLock:
    """Held from ``take`` until ``release`` or the end of the process; a crash frees it (the lock is the OS's)."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._file: int | None = None

    def take(self) -> None:
        """Raises Locked, or OSError where the folder cannot be written."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            holder = _holder(handle)
            os.close(handle)
            raise Locked(holder) from None
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps({"host": socket.gethostname(), "pid": os.getpid()}).encode())
        self._file = handle

    def release(self) -> None:
        """The file stays: removing it would let two programs lock two files of one name."""
        if self._file is not None:
            os.ftruncate(self._file, 0)
            _unlock(self._file)
            os.close(self._file)
            self._file = None


def holder(folder: Path) -> Holder | None:
    """Who has the workspace open, None when nobody has."""
    lock = WorkspaceLock(folder)
    if not lock.path.exists():
        return None
    try:
        handle = os.open(lock.path, os.O_RDWR)
    except OSError:
        return None
    try:
        _lock(handle)
        _unlock(handle)
    except OSError:
        return _holder(handle)
    finally:
        os.close(handle)
    return None


def _holder(handle: int) -> Holder:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = json.loads(os.read(handle, 1000) or b"{}")
        return Holder(str(found.get("host", "?")), int(found.get("pid", 0)))
    except (OSError, ValueError, AttributeError):
        return Holder("?", 0)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        # far behind the text, which others must be able to read while the lock is held
        os.lseek(handle, FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock(handle: int) -> None:
        # by name: of a handle that is only closed, Windows says that the lock goes "some time" later
        os.lseek(handle, FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
