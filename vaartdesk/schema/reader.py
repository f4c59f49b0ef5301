"""Reading inside rules, queries and lists: one connection, and what "today" is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, text

from vaartdesk.core.dataclass import dataclass
from vaartdesk.schema.ref import Ref


class _Settings(Mapping[str, Any]):
    """The team's settings; each is read from its JSON when it is asked for, since a change asks for one or two of all."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._texts = dict(rows)
        self._values: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._values:
            self._values[key] = json.loads(self._texts[key])
        return self._values[key]

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self._texts else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@dataclass
class Reader:
    """What a pure rule may look at. ``today`` is the date in Europe/Amsterdam, ``now`` an aware moment.

    Rows come from SQLAlchemy Core; nothing read here can be changed through it.
    """

    connection: Connection
    today: date
    now: datetime
    find_own: Callable[[Reader], frozenset[str]] = field(default=lambda reader: frozenset(), repr=False)
    known_settings: Mapping[str, Any] | None = field(default=None, repr=False)
    """What ``settings`` gives; None until it is asked for."""
    _memory: dict[str, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def db(self) -> sqlite3.Connection:
        """SQLite's own connection under SQLAlchemy's, for a prepared text; same transaction."""
        return cast("sqlite3.Connection", self.connection.connection.driver_connection)

    def all(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        return self.connection.execute(statement).all()

    def first(self, statement: Select[Any]) -> Row[Any] | None:
        return self.connection.execute(statement).first()

    def value(self, statement: Select[Any]) -> Any:
        """The first column of the first row, or None."""
        return self.connection.execute(statement).scalar()

    def remember(self, name: str, make: Callable[[], Any]) -> Any:
        """What ``make`` gives, worked out once per reader: a small table that a rule needs for each of many records."""
        if name not in self._memory:
            self._memory[name] = make()
        return self._memory[name]

    @property
    def own(self) -> frozenset[str]:
        """Keys and folded names of who sits here: the person and the roles held, or the bare role."""
        found: frozenset[str] = self.remember("own", lambda: self.find_own(self))
        return found

    @property
    def settings(self) -> Mapping[str, Any]:
        """The team's settings by key."""
        if self.known_settings is None:  # by a prepared text: nearly every saved field asks this
            rows = self.db.execute("select key, value from setting where alive and value != ''")
            self.known_settings = _Settings(rows)
        return self.known_settings

    def titles(self, ids: Iterable[str]) -> dict[str, str]:
        """Key -> title, of records of any kind; a deleted one bears "(verwijderd)"."""
        return {key: title for key, _kind, _number, title in self._records(ids)}

    def refs(self, ids: Iterable[str]) -> dict[str, Ref]:
        """Key -> what record it is."""
        return {key: Ref(kind, key) for key, kind, _number, _title in self._records(ids)}

    def shorts(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        """Key -> short name, of those records of a kind with a field ``short`` that have one."""
        asked = {"ids": json.dumps(sorted({i for i in ids if i}))}
        chosen = "id in (select value from json_each(:ids))"
        rows = self.connection.execute(text(f"select id, short from {kind} where short != '' and {chosen}"), asked)  # noqa: S608
        return {key: str(short) for key, short in rows}

    def numbers(self, ids: Iterable[str]) -> dict[str, str]:
        """Key -> human number ('' where a kind has none)."""
        return {key: number for key, _kind, number, _title in self._records(ids)}

    def _records(self, ids: Iterable[str]) -> list[tuple[str, str, str, str]]:
        wanted = sorted({i for i in ids if i})
        found: list[tuple[str, str, str, str]] = []
        for start in range(0, len(wanted), 500):
            part = json.dumps(wanted[start : start + 500])
            rows = self.connection.execute(
                text(
                    "select id, kind, number, title, deleted from record where id in (select value from json_each(:ids))"
                ),
                {"ids": part},
            )
            found += [(i, k, n, f"{t} (verwijderd)" if gone else t) for i, k, n, t, gone in rows]
        return found
