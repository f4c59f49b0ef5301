"""Attachments by content: ``files/ab/<sha256>``. A file is on disk before the change that names it commits."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SYSTEM: str = sys.platform
PATIENCE = (0.05, 0.1, 0.2, 0.4)
"""Seconds between the tries to put a file in the place of another that is held."""


class FileStore:
    """The folder ``files`` of a workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the content lies, or would. Raises ValueError for what is no SHA-256 in hex (a path from outside)."""
        if len(sha256) != 64 or any(c not in "0123456789abcdef" for c in sha256):
            raise ValueError("not a content name")
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes) -> str:
        """Store the bytes, synced to disk, and return their SHA-256. Storing the same content again does nothing."""
        sha256 = hashlib.sha256(data).hexdigest()
        target = self.path(sha256)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            write_file(target, data)
        return sha256

    def get(self, sha256: str) -> bytes | None:
        """The bytes, None when the file is missing or its content changed."""
        try:
            data = self.path(sha256).read_bytes()
        except (OSError, ValueError):
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def state(self, sha256: str) -> str:
        """'heel', 'ontbreekt' or 'gewijzigd'."""
        try:
            is_there = self.path(sha256).exists()
        except ValueError:
            is_there = False
        if not is_there:
            return "ontbreekt"
        return "heel" if self.get(sha256) is not None else "gewijzigd"

    def names(self) -> Iterator[str]:
        """Every content name that is there."""
        for path in sorted(self.folder.glob("??/*")):
            if len(path.name) == 64:
                yield path.name


def write_file(target: Path, data: bytes) -> None:
    """Whole or not at all: a temporary file beside the target, synced, renamed over it, the folder synced."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".vaartdesk-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        replace(Path(name), target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync(handle: int) -> None:
    """Onto the disk itself; on macOS a plain fsync stops at the disk's own cache."""
    if SYSTEM == "darwin":
        import fcntl  # Windows has none

        with suppress(OSError):  # a file system that does not know it
            fcntl.fcntl(handle, getattr(fcntl, "F_FULLFSYNC"))  # noqa: B009  macOS alone knows it
            return
    os.fsync(handle)


def replace(source: Path, target: Path) -> None:
    """Rename over ``target``. On Windows somebody may just be looking at it (a scanner for viruses): then a little later."""
    for wait in (*PATIENCE, None):
        try:
            source.replace(target)
        except PermissionError:
            if wait is None or SYSTEM != "win32":
                raise
            time.sleep(wait)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows does that by itself and cannot open folders."""
    if SYSTEM == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
