"""Where a workspace should not lie: a network folder or one that a cloud program synchronises (sharing is by files of
its own; an open database there can be damaged).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from vaartdesk.core.dataclass import dataclass

NETWORK = ("nfs", "cifs", "smb", "ncp", "afs", "9p", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfs")
"""File systems whose locks and shared memory SQLite cannot trust (sqlite.org, "How To Corrupt", 2.1)."""
CLOUDS = (
    "OneDrive",
    "Dropbox",
    "Nextcloud",
    "ownCloud",
    "Google Drive",
    "iCloud Drive",
    "iCloudDrive",
    "pCloud",
    "Syncthing",
)
VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
DRIVE_REMOTE = 4
"""GetDriveTypeW of Windows."""


@dataclass(frozen=True)
class Unsafe:
    """``kind``: 'netwerk' or 'wolk'; ``name``: the file system or the cloud program."""

    kind: str
    name: str


def unsafe_place(
    folder: Path, *, mounts: str | None = None, environment: Mapping[str, str] | None = None
) -> Unsafe | None:
    """What is wrong with this place, None when nothing is known to be."""
    folder = folder.expanduser().absolute()
    return _cloud(folder, os.environ if environment is None else environment) or _network(folder, mounts)


def _cloud(folder: Path, environment: Mapping[str, str]) -> Unsafe | None:
    for name in VARIABLES:
        root = environment.get(name)
        if root and folder.is_relative_to(Path(root)):
            return Unsafe("wolk", "OneDrive")
    for part in folder.parts:
        for cloud in CLOUDS:
            if part == cloud or part.startswith((f"{cloud} -", f"{cloud}-", f"{cloud} (")):
                return Unsafe("wolk", cloud)
    return None


def _network(folder: Path, mounts: str | None) -> Unsafe | None:
    if sys.platform == "win32":
        return _windows_network(folder)
    text = mounts
    if text is None:
        try:
            text = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:  # not Linux: nothing is known, and nothing is said
            return None
    found = max(_holding(folder, text.splitlines()), key=lambda pair: len(pair[0]), default=("", ""))[1]
    return Unsafe("netwerk", found) if found.startswith(NETWORK) else None


def _holding(folder: Path, lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """(mount point, type of file system) of every mount that holds the folder; the longest is the one it lies on."""
    for line in lines:
        fields = line.split()
        if len(fields) >= 3:
            point = fields[1].replace("\\040", " ")
            if folder.is_relative_to(point):
                yield point, fields[2]


def _windows_network(folder: Path) -> Unsafe | None:
    if str(folder).startswith("\\\\"):
        return Unsafe("netwerk", "UNC")
    import ctypes  # only Windows has what is asked here

    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined]
    return Unsafe("netwerk", folder.anchor) if kind == DRIVE_REMOTE else None
