"""Checked copies of a workspace: database by VACUUM INTO, attachments by hard link, hashes beside them.

A backup is a folder ``backups/2026-11-24T083000-dag/`` with ``vaartdesk.db``, ``files/`` and ``SHA256SUMS``; ``pack`` makes
one file of it. It is written under a temporary name and renamed when it was read back whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from vaartdesk.core.clock import amsterdam
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress, told, unheard, within
from vaartdesk.core.text import _
from vaartdesk.store.connect import Connect
from vaartdesk.store.errors import Damaged, WorkspaceError, plainly
from vaartdesk.store.files import replace, sync, sync_folder
from vaartdesk.store.workspace import Workspace, version_of

SUMS = "SHA256SUMS"
DAILY, WEEKLY, MONTHLY = 7, 4, 12
STAMP = "%Y-%m-%dT%H%M%S"


@dataclass(frozen=True)
class Backup:
    """One checked copy. ``reason``: dag, hand, bijwerken, import, terugzetten."""

    folder: Path
    at: datetime
    reason: str


def backups(workspace: Workspace) -> list[Backup]:
    """All finished copies, newest first."""
    found = []
    for folder in workspace.backups.glob("????-??-??T??????-*"):
        stamp, _dash, reason = folder.name[:17], folder.name[17:18], folder.name[18:]
        try:
            at = datetime.strptime(stamp, STAMP).replace(tzinfo=amsterdam())
        except ValueError:
            continue
        if (folder / SUMS).exists():
            found.append(Backup(folder, at, reason))
    return sorted(found, key=lambda b: (b.at, b.folder.name), reverse=True)


def make_backup(
    workspace: Workspace, now: datetime, reason: str, connect: Connect, progress: Progress = unheard
) -> Backup:
    """Copy, read back, rename. Raises WorkspaceError, and Cancelled when ``progress`` does; then nothing of it stays.

    A copy is never overwritten: one of the same second and reason bears the next free second.
    """
    while (target := workspace.backups / _name(now, reason)).exists():
        now += timedelta(seconds=1)
    draft = workspace.backups / f".{target.name}"
    with plainly():
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        try:
            _copy_database(workspace.database, draft / "vaartdesk.db", connect)
            _link_files(workspace.files, draft / "files", progress)
            _write_sums(draft)
            _verify(draft, connect, progress)
            sync_folder(draft)
            replace(draft, target)
            sync_folder(workspace.backups)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    return Backup(target, now, reason)


def _name(now: datetime, reason: str) -> str:
    return f"{now.astimezone(amsterdam()).strftime(STAMP)}-{reason}"


def daily_backup(workspace: Workspace, now: datetime, connect: Connect, progress: Progress = unheard) -> Backup | None:
    """The copy of a day's first start; None when today has one. Thins the older ones."""
    day = now.astimezone(amsterdam()).date()
    if any(b.reason == "dag" and b.at.date() == day for b in backups(workspace)):
        return None
    made = make_backup(workspace, now, "dag", connect, progress)
    thin(workspace, now)
    return made


def thin(workspace: Workspace, now: datetime) -> list[Path]:
    """Keep 7 daily, 4 weekly and 12 monthly copies, and every other copy for 30 days. Returns what went."""
    every = backups(workspace)
    daily = [b for b in every if b.reason == "dag"]
    keep = set(_firsts(daily, DAILY, lambda b: b.at.date().isoformat()))
    keep |= set(_firsts(daily, WEEKLY, lambda b: "{}-{}".format(*b.at.date().isocalendar()[:2])))
    keep |= set(_firsts(daily, MONTHLY, lambda b: b.at.strftime("%Y-%m")))
    keep |= {b.folder for b in every if b.reason != "dag" and now - b.at < timedelta(days=30)}
    gone = [b.folder for b in every if b.folder not in keep]
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
    return gone


def restore(
    workspace: Workspace, source: Path, now: datetime, connect: Connect, progress: Progress = unheard
) -> Path | None:
    """Put a copy (folder or packed file) in place of the workspace, which is closed. Keeps today's state first, so that
    restoring can itself be undone by restoring that; returns where it lies, None when there was no workspace.

    Raises Damaged when the copy is not whole, and Cancelled when ``progress`` does; then nothing has changed.
    """
    unpacked = workspace.backups / ".terugzetten"
    shutil.rmtree(unpacked, ignore_errors=True)
    with plainly():
        workspace.backups.mkdir(parents=True, exist_ok=True)
        try:
            folder = _unpack(source, unpacked, within(progress, 0.0, 0.3)) if source.is_file() else source
            _verify(folder, connect, within(progress, 0.3, 0.6))
            before = _keep(workspace, now, connect, within(progress, 0.6, 1.0))
            _take(workspace, folder)
        finally:
            shutil.rmtree(unpacked, ignore_errors=True)
    return before


def _keep(workspace: Workspace, now: datetime, connect: Connect, progress: Progress) -> Path | None:
    """Today's state as a checked copy, or the bare files where the database is too damaged to be copied."""
    if not workspace.exists:
        return None
    try:
        return make_backup(workspace, now, "terugzetten", connect, progress).folder
    except Damaged:
        kept = workspace.backups / f"{now.astimezone(amsterdam()).strftime(STAMP)}-beschadigd"
        kept.mkdir(parents=True, exist_ok=True)
        for path in workspace.folder.glob("vaartdesk.db*"):
            shutil.copy2(path, kept / path.name)
        return kept


def pack(backup: Backup, target: Path) -> None:
    """The copy as one zip file, photos stored as they are (they do not shrink)."""
    draft = target.with_name(f".{target.name}.deel")
    with plainly():
        try:
            with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
                for path in sorted(p for p in backup.folder.rglob("*") if p.is_file()):
                    archive.write(path, path.relative_to(backup.folder).as_posix())
            with draft.open("r+b") as file:  # Windows syncs only what may be written
                sync(file.fileno())
            replace(draft, target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def _copy_database(source: Path, target: Path, connect: Connect) -> None:
    db = connect(source, True)
    try:
        db.execute("vacuum into ?", (str(target),))
    finally:
        db.close()


def _link_files(source: Path, target: Path, progress: Progress) -> None:
    target.mkdir()
    for path in told(list(source.glob("??/*")), progress, 0.1, 0.4):
        place = target / path.parent.name / path.name
        place.parent.mkdir(exist_ok=True)
        try:
            os.link(path, place)
        except OSError:  # another file system, or one without hard links
            shutil.copy2(path, place)


def _write_sums(folder: Path) -> None:
    """Attachments are named by their hash, so only the database and the list of files need one."""
    names = sorted(p.name for p in folder.glob("files/??/*"))
    lines = [f"{_hash(folder / 'vaartdesk.db')}  vaartdesk.db", *(f"{n}  files/{n[:2]}/{n}" for n in names)]
    with (folder / SUMS).open("w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        sync(file.fileno())  # SQLite did so with the database; a copy whose list the power took would count as broken


def _verify(folder: Path, connect: Connect, progress: Progress = unheard) -> None:
    """Raises Damaged when a file is missing or changed, or the database is not whole."""
    broken = Damaged(str(_("Deze reservekopie is niet heel. Er is niets gewijzigd. Kies een andere kopie.")))
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise broken from error
    for line in told(lines, progress, 0.4, 0.9):
        sha256, _blank, name = line.partition("  ")
        if ".." in name or name.startswith("/") or not (folder / name).is_file() or _hash(folder / name) != sha256:
            raise broken
    database = folder / "vaartdesk.db"
    if not database.is_file():
        raise broken
    version_of(database, connect)
    db = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    try:
        if db.execute("pragma quick_check").fetchone()[0] != "ok":
            raise broken
    finally:
        db.close()


def _take(workspace: Workspace, folder: Path) -> None:
    """Files first (they do no harm), the database last and in one rename; an old -wal beside it would spoil it."""
    for path in folder.glob("files/??/*"):
        place = workspace.files / path.parent.name / path.name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, place)
    fresh = workspace.folder / ".vaartdesk-nieuw.db"
    shutil.copy2(folder / "vaartdesk.db", fresh)
    _begin_a_new_life(fresh)
    for beside in ("-wal", "-shm"):
        workspace.database.with_name(workspace.database.name + beside).unlink(missing_ok=True)
    replace(fresh, workspace.database)
    sync_folder(workspace.folder)


def _begin_a_new_life(database: Path) -> None:
    """Without its token a workspace gets a new name in the log (`log.identity`): what was written after this copy was made
    may come back one day, and must not be contradicted by what is written from here on.
    """
    db = sqlite3.connect(database)
    try:
        db.execute("delete from local where key = 'token'")
        db.commit()
    finally:
        db.close()
    with database.open("r+b") as file:
        sync(file.fileno())


def _unpack(source: Path, target: Path, progress: Progress) -> Path:
    """Only the names a backup has; anything else in the file is left alone."""
    try:
        with zipfile.ZipFile(source) as archive:
            for name in told(archive.namelist(), progress, 0.0, 1.0):
                parts = Path(name).parts
                fits = name in ("vaartdesk.db", SUMS) or (len(parts) == 3 and parts[0] == "files" and ".." not in parts)
                if fits:
                    archive.extract(name, target)
    except (zipfile.BadZipFile, OSError) as error:
        raise WorkspaceError(
            str(_("{name} is geen reservekopie van VaartDesk. Er is niets gewijzigd.").format(name=source.name))
        ) from error
    return target


def _firsts(found: Iterable[Backup], count: int, key: object) -> list[Path]:
    """The newest of each of the last ``count`` periods."""
    seen: dict[object, Path] = {}
    for backup in found:
        seen.setdefault(key(backup), backup.folder)  # type: ignore[operator]
    return list(seen.values())[:count]


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
