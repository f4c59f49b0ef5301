"""The folder of a workspace, and opening what lies in it."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.store.connect import APPLICATION_ID, Connect, has_fts5
from vaartdesk.store.errors import BROKEN, READ_ONLY, Damaged, NotFound, NotWritable, TooNew, WorkspaceError, plainly
from vaartdesk.store.migrations.head import SCHEMA_VERSION


@dataclass(frozen=True)
class Workspace:
    """``vaartdesk.db``, ``files/`` and ``backups/`` in one folder; nothing else holds data."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "vaartdesk.db"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def exists(self) -> bool:
        return self.database.exists()

    def make(self) -> None:
        """Make the folder. Raises NotWritable."""
        with plainly():
            self.folder.mkdir(parents=True, exist_ok=True)
            if not os.access(self.folder, os.W_OK):
                raise NotWritable(str(READ_ONLY))

    def require(self) -> None:
        """Raises NotFound where there is no workspace."""
        if not self.exists:
            raise NotFound(
                str(
                    _(
                        "In {folder} staat geen werkmap van VaartDesk. Kies een andere map, of open het venster om er een te maken."
                    ).format(folder=self.folder)
                )
            )


def version_of(path: Path, connect: Connect) -> int:
    """The schema version of a database (0: empty), after looking whether it is one of ours and whole.

    Raises Damaged, TooNew, WorkspaceError.
    """
    try:
        db = connect(path, True)
    except sqlite3.Error as error:
        raise Damaged(str(BROKEN)) from error
    try:
        with plainly():
            version = int(db.execute("pragma user_version").fetchone()[0])
            owner = int(db.execute("pragma application_id").fetchone()[0])
            tables = int(db.execute("select count(*) from sqlite_master").fetchone()[0])
            if not has_fts5(db):
                raise WorkspaceError(
                    str(_("Deze Python mist volledig zoeken (SQLite FTS5). Installeer een andere Python."))
                )
    finally:
        db.close()
    if tables and owner != APPLICATION_ID:
        raise Damaged(str(_("{name} is geen database van VaartDesk. Er is niets gewijzigd.").format(name=path.name)))
    if version > SCHEMA_VERSION:
        raise TooNew(
            str(
                _(
                    "Deze werkmap is gemaakt met een nieuwere versie van VaartDesk. Werk VaartDesk bij; er is niets gewijzigd."
                )
            )
        )
    return version
