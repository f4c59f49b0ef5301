"""What is being typed, kept on this laptop until it is saved: it survives a crash and never travels."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from vaartdesk.core.clock import Clock, moment_text, parse_moment
from vaartdesk.core.dataclass import dataclass
from vaartdesk.store.connect import Connect

WAIT_MS = 40
"""How long typing may wait for a long write of another thread; then the draft stays in memory until the next key."""
_KEEP = (
    "insert into draft(kind, id, field, text, at) values(?,?,?,?,?) "
    "on conflict(kind, id, field) do update set text = excluded.text, at = excluded.at"
)


@dataclass(frozen=True)
class Draft:
    """``id`` is the record's key, or '' for a record that is being made (quick entry)."""

    kind: str
    id: str
    field: str
    text: str
    at: datetime


class Drafts:
    """The table ``draft``, on a connection of its own: a draft must survive the program, not the power (no fsync)."""

    def __init__(self, connect: Connect, path: Path, clock: Clock, *, is_off: bool = False) -> None:
        self._clock = clock
        self._waiting: dict[tuple[str, str, str], tuple[str, str]] = {}
        self._db = connect(path, is_off)
        self._is_off = is_off
        if not is_off:
            self._db.execute("pragma synchronous=normal")
        self._db.execute(f"pragma busy_timeout={WAIT_MS}")

    def close(self) -> None:
        self._flush()
        self._db.close()

    def keep(self, kind: str, key: str, field: str, text: str) -> None:
        """Remember what stands in the editor now."""
        self._waiting[kind, key, field] = (text, moment_text(self._clock.now()))
        self._flush()

    def of(self, kind: str, key: str = "") -> dict[str, Draft]:
        """The drafts of one record by field."""
        return {d.field: d for d in self.all() if d.kind == kind and d.id == key}

    def all(self) -> list[Draft]:
        """Every draft, newest first."""
        self._flush()
        rows = self._db.execute("select kind, id, field, text, at from draft order by at desc").fetchall()
        return [Draft(r[0], r[1], r[2], r[3], parse_moment(r[4])) for r in rows]

    def drop(self, kind: str, key: str = "", field: str | None = None) -> None:
        """Forget a draft that was saved or thrown away; all of the record's when ``field`` is None."""
        for waiting in [w for w in self._waiting if w[:2] == (kind, key) and field in (None, w[2])]:
            del self._waiting[waiting]
        if self._is_off:
            return
        with contextlib.suppress(sqlite3.OperationalError):
            self._db.execute(
                "delete from draft where kind = ? and id = ? and (? is null or field = ?)", (kind, key, field, field)
            )

    def _flush(self) -> None:
        if self._is_off or not self._waiting:
            return
        with contextlib.suppress(sqlite3.OperationalError):
            self._db.executemany(_KEEP, [(*key, *value) for key, value in self._waiting.items()])
            self._waiting.clear()
