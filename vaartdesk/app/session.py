"""Opening a workspace for the program: where it lies, who may write, what a new one starts with, today's backup,
and what the program does by itself each day.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from vaartdesk.app.place import Place, config_folder
from vaartdesk.app.registry import load_kinds
from vaartdesk.core.progress import Progress, unheard
from vaartdesk.core.text import _
from vaartdesk.store import backup
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.store.lock import Locked, WorkspaceLock
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from vaartdesk.store.workspace import Workspace, version_of


def open_for_reading(where: Place) -> Desk:
    """Works beside an open window. Raises WorkspaceError."""
    Workspace(where.folder).require()
    if version_of(Workspace(where.folder).database, sqlite_connect) < SCHEMA_VERSION:
        open_for_writing(where).close()
    return Desk.open(where.folder, load_kinds(), clock=where.clock, read_only=True)


def open_for_writing(where: Place, *, may_make: bool = False) -> Desk:
    """As ``open_desk``, for the command line: a lock is a WorkspaceError that says who holds it."""
    try:
        return open_desk(where, may_make=may_make)
    except Locked as locked:
        raise WorkspaceError(str(sentence_of(locked))) from locked


def open_desk(where: Place, *, may_make: bool = False, begins_day: bool = True) -> Desk:
    """The one writer. A new workspace starts with the facts of the work plan. Raises WorkspaceError and Locked.

    Without ``begins_day`` the copy of the day and what the day brings are left to the caller: a window shows its list first.
    """
    is_new = not Workspace(where.folder).exists
    if is_new and not may_make:
        Workspace(where.folder).require()
    desk = Desk.open(where.folder, load_kinds(), clock=where.clock, sidecar=_sidecar(where.folder))
    try:
        _begin(desk, is_new=is_new)
        if begins_day:
            _begin_day(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def rebuild_from(where: Place, source: Path) -> int:
    """Make the workspace anew from what Alles exporteren wrote; returns how many attachments came along.

    Raises WorkspaceError, also where there is a workspace already.
    """
    from vaartdesk.flows.rebuild import rebuild  # flows: only once a workspace is made

    return rebuild(source, where.folder, load_kinds(), clock=where.clock, sidecar=_sidecar(where.folder)).files


def put_back(where: Place, source: Path, progress: Progress = unheard) -> Path | None:
    """A copy (folder or packed file) in place of the workspace, which nobody may have open; returns where lies what stood
    there. Raises WorkspaceError, and Cancelled when ``progress`` does; then nothing has changed.
    """
    workspace = Workspace(where.folder)
    workspace.make()
    lock = WorkspaceLock(where.folder)
    try:
        lock.take()
    except Locked as locked:
        raise WorkspaceError(sentence_of(locked)) from locked
    try:
        return backup.restore(workspace, source, where.clock.now(), sqlite_connect, progress)
    finally:
        lock.release()


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


def _begin_day(desk: Desk) -> None:
    from vaartdesk.flows.daily import run_day  # as above

    backup.daily_backup(desk.workspace, desk.clock.now(), sqlite_connect)
    run_day(desk)


def _sidecar(folder: Path) -> Path:
    """Beside the settings, one per workspace: tells a copied-back database from the one that was here last."""
    name = hashlib.blake2b(str(folder.absolute()).encode(), digest_size=8).hexdigest()
    return config_folder() / f"laptop-{name}.json"
