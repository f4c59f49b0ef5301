"""A workspace from what Alles exporteren wrote: the log is received as from a colleague, the files are put beside it.

What comes in may have been made or changed by anyone: only names that an export has are read, every hash is checked, sizes
are bounded, and a rebuilt workspace whose state differs from the exported one is thrown away again.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any, Final

from vaartdesk.core.clock import Clock
from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress, unheard
from vaartdesk.core.text import _
from vaartdesk.flows.everything import CONTENTS, FORMAT, LOG, VERSION
from vaartdesk.schema.kind import Kind
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import Damaged, TooNew, WorkspaceError, plainly
from vaartdesk.store.exchange import take_in
from vaartdesk.store.lock import NAME as LOCK
from vaartdesk.store.log import wire
from vaartdesk.store.log.bundle import MAX_TEXT, Header, pack
from vaartdesk.store.log.entry import Txn
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from vaartdesk.store.workspace import Workspace

CHANGES: Final = 20_000
"""So many changes are received at once; more would only take memory."""
MAX_FILE: Final = 1 << 30
_FILE: Final = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})")
BROKEN: Final = _("Deze export is niet heel: {what}. Er is niets gemaakt.")


@dataclass(frozen=True)
class Rebuilt:
    """What was made: transactions and files taken over, and the hash of the state, equal to that of the export."""

    transactions: int
    files: int
    state_hash: str


def is_everything(source: Path) -> bool:
    """Whether a folder or zip file is one that Alles exporteren wrote."""
    try:
        with _opened(source) as found:
            return found.has(CONTENTS) and found.has(LOG)
    except WorkspaceError:
        return False


def rebuild(
    source: Path,
    folder: Path,
    kinds: Sequence[Kind],
    *,
    clock: Clock | None = None,
    sidecar: Path | None = None,
    progress: Progress = unheard,
) -> Rebuilt:
    """Make the workspace anew in ``folder``, which is new or empty.

    Raises WorkspaceError (Damaged, TooNew) and Cancelled; then nothing stays.
    """
    if Workspace(folder).exists:
        raise WorkspaceError(
            str(_("In {folder} staat al een werkmap. Kies met --data-dir een nieuwe map.").format(folder=folder))
        )
    if folder.exists() and any(path.name != LOCK for path in folder.iterdir()):
        raise WorkspaceError(
            str(_("De map {folder} is niet leeg. Kies met --data-dir een nieuwe map.").format(folder=folder))
        )
    with plainly():
        try:
            with _opened(source) as found, Desk.open(folder, kinds, clock=clock, sidecar=sidecar) as desk:
                return _take(found, desk, progress)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)  # it was new or empty
            raise


def _take(found: _Source, desk: Desk, progress: Progress) -> Rebuilt:
    contents = _contents(found)
    expected = max(1, int(contents["transactions"]))
    try:
        count = _take_log(found, desk, expected, progress)
    except wire.Damaged as error:
        raise _broken(_("een regel van het logboek is niet te lezen of gewijzigd")) from error
    with desk.door.quiet():
        state = desk.door.journal.state_hash()
    if state != contents["state_hash"]:
        raise _broken(_("het logboek is niet compleet"))
    files = _take_files(found, desk)
    progress(1.0)
    return Rebuilt(count, files, state)


def _take_log(found: _Source, desk: Desk, expected: int, progress: Progress) -> int:
    """Receive the log in portions; returns how many transactions there were. Raises wire.Damaged."""
    count = 0
    for part in _parts(found):
        header = Header(1, "0" * 16, SCHEMA_VERSION, {}, "", int(desk.clock.now().timestamp() * 1000))
        if take_in(desk, pack(header, part)).received.quarantined:
            raise _broken(_("het logboek past niet op zichzelf"))
        count += len(part)
        progress(0.8 * min(1.0, count / expected))
    return count


def _contents(found: _Source) -> dict[str, Any]:
    try:
        contents = json.loads(found.read(CONTENTS))
    except (ValueError, RecursionError) as error:
        raise _broken(_("inhoud.json is niet te lezen")) from error
    if not isinstance(contents, dict) or contents.get("format") != FORMAT:
        raise _broken(_("inhoud.json hoort niet bij VaartDesk"))
    numbers = [contents.get(name) for name in ("version", "schema", "transactions")]
    if not all(type(number) is int for number in numbers) or not isinstance(contents.get("state_hash"), str):
        raise _broken(_("inhoud.json is niet te lezen"))
    if contents["version"] > VERSION or contents["schema"] > SCHEMA_VERSION:
        sentence = _("Deze export is gemaakt met een nieuwere versie van VaartDesk. Werk VaartDesk bij.")
        raise TooNew(str(sentence))
    return contents


def _parts(found: _Source) -> Iterator[list[Txn]]:
    """The transactions in portions, in the order of the file."""
    part: list[Txn] = []
    size = 0
    for line in found.lines(LOG):
        part.append(wire.parse(line))
        size += len(part[-1].changes)
        if size >= CHANGES:
            yield part
            part, size = [], 0
    if part:
        yield part


def _take_files(found: _Source, desk: Desk) -> int:
    """Only what is named after its own content."""
    count = 0
    for name in found.names():
        match = _FILE.fullmatch(name)
        if match is None:
            continue
        if desk.files.put(found.read(name)) != match[2]:
            raise _broken(_("een bijlage is gewijzigd"))
        count += 1
    return count


def _broken(what: str) -> Damaged:
    return Damaged(str(BROKEN.format(what=what)))


# --- folder or zip ---------------------------------------------------------------------------------------------------


class _Source:
    """Files by name with slashes, read within bounds."""

    def __init__(self, where: Path, archive: zipfile.ZipFile | None) -> None:
        self._where, self._zip = where, archive

    def has(self, name: str) -> bool:
        return name in self._zip.namelist() if self._zip is not None else (self._where / name).is_file()

    def names(self) -> list[str]:
        """Names that an attachment may have."""
        if self._zip is not None:
            return sorted(set(self._zip.namelist()))
        return [path.relative_to(self._where).as_posix() for path in sorted(self._where.glob("files/??/*"))]

    def read(self, name: str) -> bytes:
        with self._open(name) as file:
            data = file.read(MAX_FILE + 1)
        if len(data) > MAX_FILE:
            raise _broken(_("een bestand is te groot"))
        return data

    def lines(self, name: str) -> Iterator[bytes]:
        """Without line ends; one that is longer than a bundle may be is an error."""
        with self._open(name) as file:
            while line := file.readline(MAX_TEXT + 1):
                if len(line) > MAX_TEXT:
                    raise _broken(_("een regel van het logboek is te lang"))
                if line.strip():
                    yield line.rstrip(b"\r\n")

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        try:
            opened: AbstractContextManager[IO[bytes]] = (
                self._zip.open(name) if self._zip is not None else (self._where / name).open("rb")
            )
            with opened as file:
                yield file
        except (KeyError, FileNotFoundError) as error:
            raise _broken(_("{name} ontbreekt").format(name=name)) from error
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise _broken(_("{name} is beschadigd").format(name=name)) from error


@contextmanager
def _opened(source: Path) -> Iterator[_Source]:
    if source.is_dir():
        yield _Source(source, None)
        return
    try:
        archive = zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile) as error:
        told = _("{name} is geen export van VaartDesk.").format(name=source.name)
        raise WorkspaceError(str(told)) from error
    with archive:
        yield _Source(source, archive)
