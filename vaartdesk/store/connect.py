"""Opening the database. Nothing else knows which SQLite it is: encryption later replaces ``sqlite_connect``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

Connect = Callable[[Path, bool], sqlite3.Connection]
APPLICATION_ID = 0x56445831
"""Written in the file's header ("VDX1"), so that another program's database is recognised as such."""

_WRITING = (
    "journal_mode=wal",
    "synchronous=full",
    "fullfsync=on",  # on macOS a plain fsync leaves the data in the cache of the disk; elsewhere this says nothing
    "checkpoint_fullfsync=on",
    "secure_delete=on",
)
_ALWAYS = ("foreign_keys=on", "temp_store=memory", "cache_size=-32000")


def sqlite_connect(path: Path, read_only: bool) -> sqlite3.Connection:
    """One connection as the program needs it: durable commits, foreign keys, erased text really gone.

    ``isolation_level=None``: transactions begin where the door says so and nowhere else.
    """
    uri = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
    db = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512, timeout=10
    )
    try:
        for pragma in (*(_WRITING if not read_only else ()), *_ALWAYS):
            db.execute(f"pragma {pragma}")
    except BaseException:
        db.close()  # of a damaged file too: Windows would hold it fast, and no copy could be put in its place
        raise
    return db


def has_fts5(db: sqlite3.Connection) -> bool:
    """Some builds of Python come without full-text search; the program says so instead of failing later."""
    return any("FTS5" in row[0] for row in db.execute("pragma compile_options"))


def writer_engine(path: Path, connect: Connect) -> Engine:
    """One connection, held for as long as the workspace is open; transactions on it are made by ``writing``."""
    return create_engine("sqlite://", creator=lambda: connect(path, False), poolclass=StaticPool)


def raw(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection under SQLAlchemy's; same transaction."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


@contextmanager
def writing(connection: Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that has the write lock from its start; rolled back as a whole when the block or the commit fails.

    In SQLite's own words: SQLAlchemy's book about each transaction costs as much as writing a field.
    """
    db = raw(connection)
    db.execute("begin immediate")
    try:
        yield db
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


def reader_engine(path: Path, connect: Connect, *, read_only: bool) -> Engine:
    """A few connections for reading, one per thread that reads at the same time."""
    pool = {"poolclass": QueuePool, "pool_size": 4, "max_overflow": 8}
    engine = create_engine("sqlite://", creator=lambda: connect(path, read_only), **pool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("begin")

    return engine
