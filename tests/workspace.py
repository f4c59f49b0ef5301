"""A real workspace on disk for tests: made once a run, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from vaartdesk.core.clock import Clock
from vaartdesk.schema.kind import Kind
from vaartdesk.store.desk import Desk


def all_kinds() -> tuple[Kind, ...]:
    """Every kind of the program."""
    from vaartdesk.app.registry import load_kinds

    return load_kinds()


@cache
def _empty() -> Path:
    """A migrated workspace without a record."""
    from vaartdesk.store.connect import sqlite_connect
    from vaartdesk.store.migrations.run import upgrade
    from vaartdesk.store.workspace import Workspace

    workspace = Workspace(Path(mkdtemp(prefix="vaartdesk-empty-")))
    upgrade(workspace.database, sqlite_connect)
    return workspace.folder


@cache
def _planned() -> Path:
    """A workspace that holds the facts of the work plan."""
    from datetime import UTC, datetime

    from vaartdesk.core.clock import FixedClock
    from vaartdesk.flows.first_content import write_first_content

    folder = Path(mkdtemp(prefix="vaartdesk-planned-"))
    _copy(_empty(), folder)
    with Desk.open(folder, all_kinds(), clock=FixedClock(datetime(2026, 11, 23, 8, tzinfo=UTC))) as desk:
        write_first_content(desk)
    return folder


def open_desk(folder: Path, clock: Clock, *, planned: bool = False, kinds: Sequence[Kind] = ()) -> Desk:
    """Open ``folder``, first filling it when it is new: empty, or with the work plan."""
    if not (folder / "vaartdesk.db").exists():
        _copy(_planned() if planned else _empty(), folder)
    from vaartdesk.app.wiring import wire

    desk = Desk.open(folder, kinds or all_kinds(), clock=clock)
    if not kinds:
        wire(desk)
    return desk


def _copy(source: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.is_dir():
            shutil.copytree(path, target / path.name)
        elif path.suffix != ".lock":
            shutil.copy2(path, target / path.name)
