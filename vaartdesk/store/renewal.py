"""After an upgrade: everything that follows from the log is worked out again.

The log keeps what a newer laptop sent before this one knew the column or the table. Once an upgrade has made them, the log
fills them; then derived columns, the table ``record`` and search follow by the rules of this version.
"""

from __future__ import annotations

from sqlalchemy import select

from vaartdesk.store.derived import CHUNK
from vaartdesk.store.door import Door
from vaartdesk.store.migrations.head import UPGRADED
from vaartdesk.store.rows import table_of


def renew_after_upgrade(door: Door) -> bool:
    """Do it where an upgrade left word that it must be done; True when it was. Whole or not at all, so a crash repeats it."""
    with door.quiet():
        found = door.journal.db.execute("select 1 from local where key = ?", (UPGRADED,)).fetchone()
    if found is None:
        return False
    with door.transaction() as connection:
        door.journal.rematerialise()
        for kind in door.kinds.values():
            ids = list(connection.execute(select(table_of(kind).c.id)).scalars())
            for start in range(0, len(ids), CHUNK):
                door.work_out(connection, kind, ids[start : start + CHUNK])
        connection.exec_driver_sql("delete from local where key = ?", (UPGRADED,))
    return True
