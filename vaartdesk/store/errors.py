"""What can go wrong with a workspace, each with a plain Dutch sentence: what happened, what is safe, what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from vaartdesk.core.text import _


class WorkspaceError(Exception):
    """Base of all; ``str()`` is the sentence for the person at the window or the command line."""


class NotFound(WorkspaceError):
    """No workspace there."""


class TooNew(WorkspaceError):
    """Made by a newer version of the program."""


class Damaged(WorkspaceError):
    """The database file is no database any more, or a page of it is broken."""


class NotWritable(WorkspaceError):
    """The folder or the disk takes no writing."""


class DiskFull(NotWritable):
    """No room left."""


FULL = _(
    "De schijf is vol. Deze wijziging is niet bewaard; alles van daarvoor wel. Maak ruimte en probeer het opnieuw."
)
READ_ONLY = _(
    "In deze map kan niet geschreven worden. Er is niets gewijzigd. Geef jezelf schrijfrechten of kies een andere map."
)
BROKEN = _(
    "De database is beschadigd. Er is niets gewijzigd. Zet een reservekopie terug met: vaartdesk restore BESTAND."
)
MISSING = _("{name} is er niet. Er is niets gewijzigd.")
FOLDER = _("{name} is een map, geen bestand. Er is niets gewijzigd.")
NO_FOLDER = _("{name} ligt niet in een map. Er is niets gewijzigd.")
NO_FILE = _("{name} is geen gewoon bestand. Er is niets gewijzigd.")
RING = _("{name} verwijst naar zichzelf. Er is niets gewijzigd.")
TOO_LARGE = _("{name} is te groot. Er is niets gewijzigd.")
LONG_NAME = _("De naam {name} is te lang. Er is niets gewijzigd.")
LONGEST = 300
"""So much of a name is told."""
HELD = _(
    "{name} kan niet vervangen worden: een ander programma heeft het open, of het mag niet veranderd worden."
    " Sluit het daar en probeer het opnieuw; er is niets gewijzigd."
)
BUSY = _("Een ander programma houdt de database vast. Deze wijziging is niet bewaard. Probeer het zo opnieuw.")


_NAMED = {
    errno.ENOENT: MISSING,
    errno.EISDIR: FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.ENAMETOOLONG: LONG_NAME,
    errno.ENODEV: NO_FILE,
    errno.ELOOP: RING,
    errno.EFBIG: TOO_LARGE,
}


def translate(error: BaseException) -> WorkspaceError | None:
    """The error of SQLite or of the system as one of ours; None when it is a fault of the program."""
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return DiskFull(str(FULL))
        if (
            isinstance(error, PermissionError) and error.filename2 is not None
        ):  # a rename over a file in a writable folder
            return NotWritable(str(HELD.format(name=str(error.filename2)[-LONGEST:])))
        if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
            return NotWritable(str(READ_ONLY))
        sentence = _NAMED.get(error.errno or 0)
        name = error.filename2 or error.filename
        return WorkspaceError(sentence.format(name=str(name)[:LONGEST])) if sentence and name else None
    original = getattr(error, "orig", None) or error
    if not isinstance(original, sqlite3.Error):
        return None
    code = (getattr(original, "sqlite_errorcode", 0) or 0) & 0xFF
    table: dict[int, WorkspaceError] = {
        sqlite3.SQLITE_FULL: DiskFull(str(FULL)),
        sqlite3.SQLITE_READONLY: NotWritable(str(READ_ONLY)),
        sqlite3.SQLITE_CANTOPEN: NotWritable(str(READ_ONLY)),
        sqlite3.SQLITE_IOERR: NotWritable(str(FULL)),
        sqlite3.SQLITE_CORRUPT: Damaged(str(BROKEN)),
        sqlite3.SQLITE_NOTADB: Damaged(str(BROKEN)),
        sqlite3.SQLITE_BUSY: NotWritable(str(BUSY)),
    }
    return table.get(code)


@contextmanager
def plainly() -> Iterator[None]:
    """Faults of disk and database inside the block leave it as one of the errors above."""
    try:
        yield
    except WorkspaceError:
        raise
    except Exception as error:
        plain = translate(error)
        if plain is None:
            raise
        raise plain from error
