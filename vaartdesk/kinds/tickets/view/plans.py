"""The plan that is shown: the team's own where there is one, else the sketch that comes with the program."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress
from vaartdesk.core.resources import resource
from vaartdesk.core.text import _, ngettext
from vaartdesk.core.whole_file import read_whole
from vaartdesk.formats.geojson import MAX_BYTES, ShapeError
from vaartdesk.kinds.tickets.commands.mapping import SETTING, keep_plan
from vaartdesk.ui.map.plan import Plan, read_plan
from vaartdesk.ui.work import Work, do_beside

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

AT_ONCE: Final = 200_000
"""Bytes that are read before a frame would be missed; larger files are read beside the window."""


@dataclass(frozen=True)
class Read:
    """What came of reading a file: a plan, or a Dutch sentence why not. ``skipped``: shapes that were left out."""

    plan: Plan | None = None
    data: bytes = b""
    skipped: int = 0
    problem: str = ""


@lru_cache(maxsize=1)
def sketch() -> Plan:
    """The plan that comes with the program."""
    return read_plan(resource("plan", "centrum.geojson").read_bytes())[0]


@lru_cache(maxsize=2)
def _plan_at(path: Path) -> Read:
    """Files are named by their content, so that one path is one plan."""
    return read_file(path)


def read_file(path: Path) -> Read:
    """Read a GeoJSON file within its limits; never raises."""
    try:
        data = read_whole(path, MAX_BYTES)
        plan, reading = read_plan(data)
    except ShapeError as error:
        return Read(problem=str(error))
    except OSError as error:
        if error.errno == errno.EFBIG:
            sentence = _("De kaart is te groot: hoogstens {mb} MB.")
            return Read(problem=str(sentence).format(mb=MAX_BYTES // 1024 // 1024))
        return Read(problem=str(_("Het bestand {name} kan niet worden gelezen.")).format(name=path.name))
    return Read(plan, data, reading.skipped)


def with_plan(desk: Desk, owner: QObject, use: Callable[[Plan, str], None]) -> None:
    """Hand over the plan to show and its name: at once, or a large one when it was read beside the window."""
    known = desk.setting(SETTING)
    if not isinstance(known, dict):
        use(sketch(), "")
        return
    path, name = desk.file(str(known.get("sha256"))), str(known.get("name") or "")

    def take(read: Read) -> None:
        use(read.plan or sketch(), name if read.plan is not None else "")

    _read_beside(path, owner, take, _plan_at)


def choose_plan(desk: Desk, path: Path, owner: QWidget, tell: Callable[[str, bool], None]) -> None:
    """Take a file as the team's own plan; ``tell`` gets a sentence, and whether something was changed."""

    def take(read: Read) -> None:
        if read.plan is None:
            tell(read.problem, False)
            return
        keep_plan(desk, read.data, path.name)
        told = ngettext("{n} vorm geladen", "{n} vormen geladen", len(read.plan.outlines))
        told = str(told).format(n=len(read.plan.outlines))
        if read.skipped:
            told += str(_(", {n} overgeslagen")).format(n=read.skipped)
        tell(told, True)

    def read(progress: Progress) -> Read:
        progress(0.0)
        found = read_file(path)
        progress(1.0)  # stopped meanwhile: nothing of it is kept
        return found

    if _is_small(path):
        take(read_file(path))
    else:
        do_beside(owner.window(), str(_("Kaart lezen")), read, take, lambda why: tell(why, False))  # type: ignore[arg-type]


def _is_small(path: Path) -> bool:
    try:
        return path.stat().st_size <= AT_ONCE
    except OSError:
        return True


def _read_beside(path: Path, owner: QObject, take: Callable[[Read], None], read: Callable[[Path], Read]) -> None:
    if _is_small(path):
        take(read(path))
        return
    work = Work(lambda _progress: read(path), owner)
    work.done.connect(take)
    work.done.connect(work.deleteLater)
    work.start()
