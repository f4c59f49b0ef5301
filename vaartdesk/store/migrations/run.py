"""Bringing a database to the newest schema, with the guards that batch migrations of SQLite need.

Alembic's batch mode drops and remakes a table: with foreign keys on, that deletes every child row, and it loses the
table's triggers. So: foreign keys off before the transaction begins, one transaction for all steps, a foreign-key check
before the commit, and only then the new ``user_version``. A step writes no records; it leaves word in ``local`` that they
have yet to be worked out again (``store.renewal``), for the log may know of columns that are new here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from vaartdesk.store.connect import APPLICATION_ID, Connect
from vaartdesk.store.migrations.head import SCHEMA_VERSION, UPGRADED

HERE = Path(__file__).parent


def upgrade(path: Path, connect: Connect, version: int = SCHEMA_VERSION) -> None:
    """All steps up to ``version`` in one transaction; a failed one leaves the database as it was."""
    with migrating(path, connect) as connection:
        before = connection.exec_driver_sql("pragma user_version").scalar_one()
        command.upgrade(config(connection), f"{version:04d}")
        broken = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"the migration broke references: {broken[:3]}")
        if before:
            connection.exec_driver_sql("insert or replace into local values (?, ?)", (UPGRADED, str(before)))
        connection.exec_driver_sql(f"pragma application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"pragma user_version={version}")


class migrating:  # noqa: N801  used as a function
    """A connection with foreign keys off and one transaction around the block."""

    def __init__(self, path: Path, connect: Connect) -> None:
        self._engine = create_engine("sqlite://", creator=lambda: connect(path, False), poolclass=StaticPool)
        event.listen(self._engine, "begin", self._begin)

    @staticmethod
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def __enter__(self) -> Connection:
        self._connection = self._engine.connect()
        driver = self._connection.connection.driver_connection
        assert driver is not None
        driver.execute("pragma foreign_keys=off")  # ignored once a transaction runs
        self._transaction = self._connection.begin()
        return self._connection

    def __exit__(self, kind: object, *_unused: object) -> None:
        if kind is None:
            self._transaction.commit()
        else:
            self._transaction.rollback()
        self._connection.close()
        self._engine.dispose()


def config(connection: Connection) -> Config:
    """Alembic's settings without an ini file, on a connection that is open already."""
    made = Config()
    made.set_main_option("script_location", str(HERE).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made
