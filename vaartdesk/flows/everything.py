"""Alles exporteren (S7): all that the team keeps, as files that any program reads and that this one can live on.

A folder or a zip file holds ``json/`` and ``csv/`` with a file for each kind, ``files/`` with the attachments by content,
``log.jsonl`` with the whole log, a transaction a line, and ``inhoud.json`` that tells what is in it. The data are the log
played back, so ``flows.rebuild`` needs nothing else.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Protocol

from vaartdesk.core.clock import amsterdam, moment_text
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress, told, unheard
from vaartdesk.core.text import _
from vaartdesk.flows.table_export import as_csv, as_json, chosen
from vaartdesk.schema.reader import Reader
from vaartdesk.store.connect import raw
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError, plainly
from vaartdesk.store.files import FileStore, sync_folder
from vaartdesk.store.log import ledger, verification, wire
from vaartdesk.store.migrations.head import SCHEMA_VERSION

FORMAT: Final = "vaartdesk-alles"
VERSION: Final = 1
CONTENTS, LOG, README = "inhoud.json", "log.jsonl", "LEESMIJ.txt"
ABOUT: Final = _(
    "Dit is alles wat VaartDesk op {day} bewaarde.\n\n"
    "csv/        een tabel per soort, voor Excel of LibreOffice\n"
    "json/       hetzelfde voor programma's: waarden zoals ze zijn opgeslagen\n"
    "files/      de bijlagen, elk onder de SHA-256 van zijn inhoud\n"
    "log.jsonl   het hele logboek: hieruit maakt VaartDesk de werkmap opnieuw\n"
    "            (vaartdesk --data-dir NIEUWE-MAP import DEZE-MAP)\n"
    "inhoud.json wat hier staat, om na te tellen\n\n"
    "Hier staan persoonsgegevens in. Bewaar het zo veilig als de werkmap zelf.\n"
)


@dataclass(frozen=True)
class Everything:
    """What was written: where, records by kind, transactions, files, and attachments whose content was missing."""

    path: Path
    counts: Mapping[str, int]
    transactions: int
    files: int
    missing: tuple[str, ...]

    @property
    def records(self) -> int:
        return sum(self.counts.values())


def export_everything(desk: Desk, target: Path, progress: Progress = unheard) -> Everything:
    """Write it all to a zip file (``target`` ends in .zip) or to a new or empty folder, whole or not at all.

    Reads one state of the workspace, whatever is written meanwhile. Raises WorkspaceError and Cancelled.
    """
    _refuse_bad_place(desk, target)
    if not desk.is_read_only:
        with desk.door.quiet(), desk.door.transaction():
            desk.door.journal.identity.mark()  # what leaves this machine is never numbered again
    is_zip = target.suffix.lower() == ".zip"
    draft = target.with_name(f".{target.name}.deel")
    with plainly():
        _remove(draft)
        try:
            with _ZipSheet(draft, desk) if is_zip else _FolderSheet(draft) as sheet, desk.read() as reader:
                made = _write(desk, reader, sheet, target, progress)
            if not is_zip and target.exists():
                target.rmdir()
            draft.replace(target)
            sync_folder(target.parent)
        except BaseException:
            _remove(draft)
            raise
    return made


def _refuse_bad_place(desk: Desk, target: Path) -> None:
    place = target.absolute().resolve()
    if place.is_relative_to(desk.folder.absolute().resolve()):
        raise WorkspaceError(str(_("Kies een plek buiten de werkmap. Er is niets geschreven.")))
    if not target.parent.is_dir():
        raise WorkspaceError(str(_("De map {folder} is er niet. Er is niets geschreven.").format(folder=target.parent)))
    if target.is_dir() and (target.suffix.lower() == ".zip" or any(target.iterdir())):
        raise WorkspaceError(str(_("De map {folder} is niet leeg. Kies een lege of nieuwe map.").format(folder=target)))
    if target.is_file() and target.suffix.lower() != ".zip":
        raise WorkspaceError(str(_("{file} bestaat al en is geen map. Kies iets anders.").format(file=target)))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


# --- what is written -------------------------------------------------------------------------------------------------


class Sheet(Protocol):
    """Where files are put, by a name with slashes."""

    def put(self, name: str, data: bytes) -> None: ...

    def put_lines(self, name: str, lines: Iterator[bytes]) -> int:
        """Writes the lines as they come; returns how many there were."""


def _write(desk: Desk, reader: Reader, sheet: Sheet, target: Path, progress: Progress) -> Everything:
    db = raw(reader.connection)
    counts: dict[str, int] = {}
    for kind in told(list(desk.kinds.values()), progress, 0.0, 0.5):
        rows = chosen(reader, kind)
        counts[kind.name] = len(rows)
        sheet.put(f"json/{kind.name}.json", as_json(reader, [(kind, rows)]).data)
        sheet.put(f"csv/{kind.name}.csv", as_csv(reader, [(kind, rows)]).data)
    transactions = sheet.put_lines(LOG, _log_lines(db))
    progress(0.7)
    names, missing = _attachments(db), []
    for name in told(names, progress, 0.7, 1.0):
        data = desk.files.get(name)
        if data is None:
            missing.append(name)
        else:
            sheet.put(f"files/{name[:2]}/{name}", data)
    contents: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "schema": SCHEMA_VERSION,
        "made_at": moment_text(reader.now),
        "state_hash": verification.state_hash(db),
        "transactions": transactions,
        "files": len(names) - len(missing),
        "missing_files": missing,
        "records": counts,
    }
    sheet.put(CONTENTS, (json.dumps(contents, indent=1, sort_keys=True) + "\n").encode())
    day = f"{reader.today:%d-%m-%Y}"
    sheet.put(README, ABOUT.format(day=day).encode())
    return Everything(target, counts, transactions, len(names) - len(missing), tuple(missing))


def _log_lines(db: sqlite3.Connection) -> Iterator[bytes]:
    """Every transaction in the order of its moment, then those that wait for others."""
    streams = {device: ledger.read(db, device) for device in ledger.devices(db)}
    heads = {device: next(stream, None) for device, stream in streams.items()}
    while any(heads.values()):
        device = min((d for d, txn in heads.items() if txn), key=lambda d: (heads[d].hlc, d))  # type: ignore[union-attr]
        yield wire.line(heads[device])  # type: ignore[arg-type]
        heads[device] = next(streams[device], None)
    for (body,) in db.execute("select body from inbox order by device, seq"):
        yield bytes(body)


def _attachments(db: sqlite3.Connection) -> list[str]:
    """Content names that any value of the log still names."""
    rows = db.execute("select distinct value from change where tbl = 'attachment' and field = 'sha256' order by value")
    return [str(value) for (value,) in rows if _is_name(str(value or ""))]


def _is_name(name: str) -> bool:
    try:
        FileStore(Path()).path(name)
    except ValueError:
        return False
    return True


# --- where it is written ---------------------------------------------------------------------------------------------


class _FolderSheet:
    """Files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Sheet:
        self.folder.mkdir()
        return self

    def __exit__(self, *_unused: object) -> None:
        sync_folder(self.folder)

    def put(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def put_lines(self, name: str, lines: Iterator[bytes]) -> int:
        count = 0
        with (self.folder / name).open("wb") as file:
            for line in lines:
                file.write(line + b"\n")
                count += 1
        return count


class _ZipSheet:
    """The same in one file; photos are stored as they are, for they do not shrink."""

    def __init__(self, path: Path, desk: Desk) -> None:
        self.path = path
        self._at = desk.clock.now().astimezone(amsterdam()).timetuple()[:6]
        self._zip: zipfile.ZipFile

    def __enter__(self) -> Sheet:
        self._zip = zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED)
        return self

    def __exit__(self, *_unused: object) -> None:
        self._zip.close()

    def put(self, name: str, data: bytes) -> None:
        info = self._info(name)
        info.compress_type = zipfile.ZIP_STORED if name.startswith("files/") else zipfile.ZIP_DEFLATED
        self._zip.writestr(info, data)

    def put_lines(self, name: str, lines: Iterator[bytes]) -> int:
        count = 0
        info = self._info(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        with self._zip.open(info, "w", force_zip64=True) as file:
            for line in lines:
                file.write(line + b"\n")
                count += 1
        return count

    def _info(self, name: str) -> zipfile.ZipInfo:
        year = max(1980, self._at[0])
        return zipfile.ZipInfo(name, (year, *self._at[1:]))
