"""Files on their way to a record: photos are made upright, small and free of metadata in a worker first."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.ref import Ref
from vaartdesk.schema.types.times import ZONE

if TYPE_CHECKING:
    from vaartdesk.formats.photo import Photo
    from vaartdesk.store.desk import Desk

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".heic", ".heif")
LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True)
class Incoming:
    """One file as it will be kept; ``photo`` is what its picture told of when and where.

    ``taken_at`` is aware: a camera without a zone is read as Dutch time.
    """

    name: str
    data: bytes
    mime: str = ""
    is_photo: bool = False
    taken_at: datetime | None = None
    photo: Photo | None = None


def prepared(name: str, data: bytes) -> Incoming:
    """A file made ready to be kept. Raises PhotoError for a broken picture."""
    if not name.lower().endswith(PHOTOS):
        return Incoming(name, data, mimetypes.guess_type(name)[0] or "application/octet-stream")
    from vaartdesk.formats.photo import read_photo  # Pillow comes with the first photo

    photo = read_photo(data)
    taken = photo.taken_at
    if taken is not None and taken.tzinfo is None:
        taken = taken.replace(tzinfo=ZONE)
    return Incoming(
        str(Path(name).with_suffix(".jpg")), photo.jpeg, "image/jpeg", is_photo=True, taken_at=taken, photo=photo
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises ValueError with a sentence when it cannot be read or is far too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(str(_("{name} is te groot: hoogstens 200 MB.").format(name=path.name)))
        return path.read_bytes()
    except OSError as error:
        raise ValueError(str(_("{name} kan niet worden gelezen.").format(name=path.name))) from error


def from_clipboard(mime: QMimeData) -> tuple[list[Path], list[tuple[str, bytes]]]:
    """The files and pictures of a drop or of the clipboard."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths or not mime.hasImage():
        return [path for path in paths if path.is_file()], []
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return [], []
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return [], [(str(_("geplakt.png")), bytes(buffer.data().data()))]


class Intake(QObject):
    """Makes files ready off the window's thread: `ready(list[Incoming])`, and `failed(sentence)` for each that cannot be."""

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def take(self, paths: Sequence[Path] = (), pictures: Sequence[tuple[str, bytes]] = ()) -> None:
        """Begin; order is kept."""
        self._pool.start(_Work(self, list(paths), list(pictures)))

    def wait(self) -> None:
        """Until all is ready (at the end of the program, and in tests)."""
        self._pool.waitForDone()


class _Work(QRunnable):
    """Reads and prepares some files."""

    def __init__(self, intake: Intake, paths: list[Path], pictures: list[tuple[str, bytes]]) -> None:
        super().__init__()
        self._intake, self._paths, self._pictures = intake, paths, pictures

    def run(self) -> None:
        done: list[Incoming] = []
        for path in self._paths:
            try:
                done.append(prepared(path.name, read_file(path)))
            except ValueError as error:  # PhotoError is one
                self._intake.failed.emit(str(error))
        for name, data in self._pictures:
            try:
                done.append(prepared(name, data))
            except ValueError as error:
                self._intake.failed.emit(str(error))
        if done:
            self._intake.ready.emit(done)


def attach(desk: Desk, ref: Ref, files: Sequence[Incoming], origin: object = None) -> None:
    """Hang files on a record, in one change."""
    label = _("Foto toegevoegd") if all(file.is_photo for file in files) else _("Bijlage toegevoegd")
    with desk.change(label, origin=origin) as tx:
        for file in files:
            tx.attach(ref, file.data, file.name, mime=file.mime, is_photo=file.is_photo, taken_at=file.taken_at)
