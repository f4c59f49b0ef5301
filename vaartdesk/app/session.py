"""Opening a workspace for the program: where it lies, who may write, what a new one starts with, today's backup."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from vaartdesk.app.registry import load_kinds
from vaartdesk.core.clock import Clock, SystemClock
from vaartdesk.core.text import _
from vaartdesk.store import backup
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.store.lock import Locked
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from vaartdesk.store.workspace import Workspace, version_of

APP = "VaartDesk"


@dataclass(frozen=True)
class Place:
    """Where a run works: the workspace's folder and the clock."""

    folder: Path
    clock: Clock

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.folder)


def place(data_dir: str | None, clock: Clock | None = None) -> Place:
    """The option, the environment, or the platform's folder for user data, in that order."""
    chosen = data_dir or os.environ.get("VAARTDESK_DATA_DIR") or platformdirs.user_data_dir(APP, appauthor=False)
    return Place(Path(chosen).expanduser(), clock or SystemClock())


def config_folder() -> Path:
    """This laptop's own settings: window layout, scheme, and who it is in the exchange."""
    folder = Path(platformdirs.user_config_dir(APP, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def state_folder() -> Path:
    """Logs of faults."""
    folder = Path(platformdirs.user_state_dir(APP, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def open_for_reading(where: Place) -> Desk:
    """Works beside an open window. Raises WorkspaceError."""
    where.workspace.require()
    if version_of(where.workspace.database, sqlite_connect) < SCHEMA_VERSION:
        open_for_writing(where).close()
    return Desk.open(where.folder, load_kinds(), clock=where.clock, read_only=True)


def open_for_writing(where: Place, *, may_make: bool = False) -> Desk:
    """The one writer. A new workspace starts with the facts of the work plan. Raises WorkspaceError."""
    is_new = not where.workspace.exists
    if is_new and not may_make:
        where.workspace.require()
    try:
        desk = Desk.open(where.folder, load_kinds(), clock=where.clock, sidecar=_sidecar(where.folder))
    except Locked as locked:
        raise WorkspaceError(str(sentence_of(locked))) from locked
    try:
        _begin(desk, is_new=is_new)
    except BaseException:
        desk.close()
        raise
    return desk


def sentence_of(locked: Locked) -> str:
    """Who has it open, and what to do."""
    if locked.holder.is_here:
        return str(
            _("VaartDesk is al open met deze werkmap. Sluit het venster en probeer het opnieuw; er is niets gewijzigd.")
        )
    return str(
        _(
            "Deze werkmap is al open op {host}. Sluit VaartDesk daar en probeer het opnieuw; er is niets gewijzigd."
        ).format(host=locked.holder.host)
    )


def _begin(desk: Desk, *, is_new: bool) -> None:
    from vaartdesk.app.wiring import wire  # flows: only once a workspace is open

    wire(desk)
    if is_new:
        from vaartdesk.flows.first_content import write_first_content  # tomllib and the plan, once in a life

        write_first_content(desk)
    backup.daily_backup(desk.workspace, desk.clock.now(), sqlite_connect)


def _sidecar(folder: Path) -> Path:
    """Beside the settings, one per workspace: tells a copied-back database from the one that was here last."""
    name = hashlib.blake2b(str(folder.absolute()).encode(), digest_size=8).hexdigest()
    return config_folder() / f"laptop-{name}.json"
