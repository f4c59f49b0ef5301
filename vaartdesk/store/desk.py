"""The desk: one open workspace. Reading, the one door for writing, undo, history, search, files and drafts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Self

from sqlalchemy import text

from vaartdesk.core.clock import Clock, SystemClock
from vaartdesk.core.text import _
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import SIGNED, Bus, ChangeSet
from vaartdesk.store.connect import Connect, sqlite_connect
from vaartdesk.store.door import Door
from vaartdesk.store.drafts import Drafts
from vaartdesk.store.errors import NotWritable
from vaartdesk.store.files import FileStore
from vaartdesk.store.opening import Opened, open_workspace
from vaartdesk.store.reading import Reading
from vaartdesk.store.renewal import renew_after_upgrade
from vaartdesk.store.tx import Tx
from vaartdesk.store.undoing import Undoing, Undone

ONLY_READING = _("Deze werkmap is alleen geopend om te lezen. Er is niets gewijzigd.")


class Desk(Reading):
    """See the module. Open it with ``Desk.open``; ``close`` it, or use it as a context manager."""

    def __init__(self, opened: Opened, kinds: Sequence[Kind], clock: Clock) -> None:
        by_name = {kind.name: kind for kind in kinds}
        files, self.bus = FileStore(opened.workspace.files), Bus()
        self.door = Door(by_name, opened.writer, opened.journal, clock, files, self.bus, self._author)
        super().__init__(by_name, opened.readers, clock, files, self.door.numbers)
        self.workspace, self.is_read_only = opened.workspace, opened.is_read_only
        self._opened = opened
        self.is_closed = False
        self.undoing = Undoing(self.door, self.title)
        self.drafts = Drafts(opened.connect, self.workspace.database, clock, is_off=self.is_read_only)
        self._who = self._read_who()
        self.own_names: Callable[[Reader, Ref], frozenset[str]] = lambda reader, who: frozenset({who.id})
        """Keys and folded names of a person or role; what roles are is for the program to say."""
        self._own: tuple[date, frozenset[str]] | None = None
        self._changes = 0
        self.bus.subscribe(self._forget_own)
        self.find_own = self._find_own

    @classmethod
    def open(
        cls,
        folder: Path,
        kinds: Sequence[Kind],
        *,
        clock: Clock | None = None,
        read_only: bool = False,
        sidecar: Path | None = None,
        connect: Connect = sqlite_connect,
    ) -> Desk:
        """Open the workspace in ``folder``, making it where there is none (unless ``read_only``).

        Raises WorkspaceError (NotFound, TooNew, Damaged, NotWritable) and Locked.
        """
        clock = clock or SystemClock()
        opened = open_workspace(folder, kinds, clock, read_only=read_only, sidecar=sidecar, connect=connect)
        desk = cls(opened, kinds, clock)
        if not read_only:
            try:
                renew_after_upgrade(desk.door)
            except BaseException:
                desk.close()
                raise
        return desk

    def close(self) -> None:
        """Let go of the folder, once a change that is under way on another thread is whole."""
        with self.door.quiet():
            self.is_closed = True
            self.drafts.close()
            self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_unused: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        return self.workspace.folder

    # ---------------------------------------------------------------- writing
    def change(self, label: str, origin: object = None, kind: str = "edit") -> AbstractContextManager[Tx]:
        """The only way to write; see ``Door.change``. Raises NotWritable where the workspace is open for reading only."""
        if self.is_read_only:
            raise NotWritable(str(ONLY_READING))
        return self.door.change(label, origin, kind)

    def undo(self) -> Undone | None:
        return self.undoing.undo()

    def redo(self) -> Undone | None:
        return self.undoing.redo()

    # ---------------------------------------------------------------- who sits here
    @property
    def who(self) -> Ref | None:
        """The person or role that signs changes; None until chosen."""
        return self._who

    def set_who(self, ref: Ref | None) -> None:
        """Choose who sits here (on this laptop); asks once, switching needs no restart."""
        with self.door.transaction() as connection:
            connection.execute(
                text("insert into local(key, value) values('who', :v) on conflict(key) do update set value = :v"),
                {"v": json.dumps(list(ref) if ref else None)},
            )
        self._who = ref
        self.bus.publish(ChangeSet(0, "", {}, kind=SIGNED))

    def _author(self) -> str:
        return self._who.id if self._who else ""

    def _find_own(self, reader: Reader) -> frozenset[str]:
        """Asked for every list and record that is painted, and changed by next to nothing: kept until something changes."""
        if self._who is None:
            return frozenset()
        known, changes = self._own, self._changes
        if known is None or known[0] != reader.today or self.is_read_only:  # who only reads hears of no change
            known = reader.today, self.own_names(reader, self._who)
            self._own = known if changes == self._changes else None
        return known[1]

    def _forget_own(self, _change: object = None) -> None:
        self._changes += 1
        self._own = None

    def _read_who(self) -> Ref | None:
        with self.read() as reader:
            found = reader.connection.execute(text("select value from local where key = 'who'")).scalar()
        known = json.loads(found) if found else None
        return Ref(*known) if known else None
