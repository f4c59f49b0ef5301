"""Where a run works. Imports nothing of the store, so that the first frame need not wait for it."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from vaartdesk.core.clock import Clock, SystemClock
from vaartdesk.core.dataclass import dataclass

APP = "VaartDesk"


@dataclass(frozen=True)
class Place:
    """The workspace's folder and the clock."""

    folder: Path
    clock: Clock


def place(data_dir: str | None, clock: Clock | None = None) -> Place:
    """The option, the environment, or the platform's folder for user data, in that order."""
    chosen = data_dir or os.environ.get("VAARTDESK_DATA_DIR") or platformdirs.user_data_dir(APP, appauthor=False)
    return Place(Path(chosen).expanduser(), clock or SystemClock())


def config_folder() -> Path:
    """This laptop's own settings: window layout, scheme, and who it is in the exchange."""
    return _made(Path(platformdirs.user_config_dir(APP, appauthor=False)))


def state_folder() -> Path:
    """Logs of faults."""
    return _made(Path(platformdirs.user_state_dir(APP, appauthor=False)))


def documents_folder() -> Path:
    """Where people keep what they make."""
    return Path(platformdirs.user_documents_dir())


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
