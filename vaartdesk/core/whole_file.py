"""A file that somebody hands over, read whole: what is no ordinary file, or too large for anything here, is not begun with."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of the largest file that anything here reads; most kinds of file have a lower limit of their own."""


def read_whole(path: Path, most: int = LARGEST) -> bytes:
    """All bytes. Raises OSError: EISDIR for a folder, ENODEV for a pipe or a device, which may never end, EFBIG for too many."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise _error(errno.EISDIR, path)
    if not stat.S_ISREG(found.st_mode):
        raise _error(errno.ENODEV, path)
    if found.st_size > most:
        raise _error(errno.EFBIG, path)
    return path.read_bytes()


def _error(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
