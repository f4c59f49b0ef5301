"""Opening a workspace: look before touching, lock, migrate, find out which laptop this is."""

from __future__ import annotations

import hashlib
import platform
import sqlite3
import uuid
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine

from vaartdesk.core.clock import Clock
from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.kind import Kind
from vaartdesk.store.backup import make_backup
from vaartdesk.store.connect import Connect, raw, reader_engine, writer_engine, writing
from vaartdesk.store.errors import plainly
from vaartdesk.store.lock import WorkspaceLock
from vaartdesk.store.log.identity import Identity
from vaartdesk.store.log.journal import Journal
from vaartdesk.store.log.shape import Shape
from vaartdesk.store.log.tables import DEVICE_COLUMNS
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from vaartdesk.store.workspace import Workspace, version_of


@dataclass
class Opened:
    """The open parts of a workspace; ``close`` lets go of all of them."""

    workspace: Workspace
    writer: Connection
    readers: Engine
    journal: Journal
    lock: WorkspaceLock | None
    connect: Connect
    is_read_only: bool

    def close(self) -> None:
        with suppress(OSError, sqlite3.Error):  # a lost side file costs a new name in the log, no more
            self.journal.identity.mark()
        if not self.is_read_only:  # then the writer is one of the readers, and what is handed back late is not closed
            self.readers.dispose()
        _let_go(self.writer)  # last: only who may write brings what SQLite keeps beside the database into it
        if self.lock is not None:
            self.lock.release()


def open_workspace(
    folder: Path,
    kinds: Sequence[Kind],
    clock: Clock,
    *,
    read_only: bool,
    sidecar: Path | None,
    connect: Connect,
) -> Opened:
    """See ``Desk.open``."""
    workspace = Workspace(folder)
    if read_only:
        workspace.require()
        version_of(workspace.database, connect)
        return _open(workspace, kinds, clock, None, sidecar, connect, read_only=True)
    if workspace.exists:
        version_of(workspace.database, connect)
    workspace.make()
    lock = WorkspaceLock(folder)
    with plainly():
        lock.take()
    try:
        _bring_up_to_date(workspace, clock, connect)
        return _open(workspace, kinds, clock, lock, sidecar, connect, read_only=False)
    except BaseException:
        lock.release()
        raise


def _bring_up_to_date(workspace: Workspace, clock: Clock, connect: Connect) -> None:
    """Make the tables of a new workspace, or upgrade an older one after a checked copy of it was laid aside."""
    version = version_of(workspace.database, connect) if workspace.exists else 0
    if version == SCHEMA_VERSION:
        return
    from vaartdesk.store.migrations.run import upgrade  # alembic: a quarter of a second, only when there is work

    if version:
        make_backup(workspace, clock.now(), "bijwerken", connect)
    with plainly():
        upgrade(workspace.database, connect)


def _open(
    workspace: Workspace,
    kinds: Sequence[Kind],
    clock: Clock,
    lock: WorkspaceLock | None,
    sidecar: Path | None,
    connect: Connect,
    *,
    read_only: bool,
) -> Opened:
    readers = reader_engine(workspace.database, connect, read_only=True)
    with plainly():
        writer = (readers if read_only else writer_engine(workspace.database, connect)).connect()
        identity = Identity(raw(writer), None, "", "", [], "") if read_only else _identity(writer, sidecar)
    journal = Journal(
        raw(writer), shape_of(kinds), identity, lambda: int(clock.now().timestamp() * 1000), SCHEMA_VERSION
    )
    return Opened(workspace, writer, readers, journal, lock, connect, read_only)


def _identity(writer: Connection, sidecar: Path | None) -> Identity:
    try:
        with writing(writer) as db:
            return Identity.open(db, sidecar, fingerprint())
    except BaseException:
        _let_go(writer)
        raise


def _let_go(connection: Connection) -> None:
    """Of the file too: a pool keeps its connection open when it is handed back."""
    connection.close()
    connection.engine.dispose()


def shape_of(kinds: Sequence[Kind]) -> Shape:
    """What the log must know of the kinds."""
    tables = {kind.name: ("alive", *kind.columns) for kind in kinds}
    auto = {(kind.name, name) for kind in kinds for name, field in kind.fields.items() if field.auto}
    return Shape({**tables, "device": DEVICE_COLUMNS}, frozenset(auto | {("link", "alive")}))


def fingerprint() -> str:
    """One machine from another, as far as can be told without rights; a hash, so that the file tells nobody more."""
    return hashlib.blake2b(f"{platform.node()}|{uuid.getnode()}".encode(), digest_size=8).hexdigest()
