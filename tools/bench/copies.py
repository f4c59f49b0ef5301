"""A photo added, and the workspace copied."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from bench.clock import now
from bench.line import Line, Turn, beside, line_of, ms_of, numbered, wall_ms_of
from bench.painting import settle, spin
from bench.screen import Screen, screen
from bench.workshop import CLOCK, Workshop
from vaartdesk.store.backup import make_backup, pack
from vaartdesk.store.connect import sqlite_connect
from vaartdesk.store.files import FileStore
from vaartdesk.store.workspace import Workspace
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.work import Work

PHOTO_BYTES: Final = 750_000


def photo(workshop: Workshop) -> Iterator[Line]:
    """A photo of twelve megapixels dropped into the quick entry, until it is shown there."""
    picture = workshop.new("foto.jpg")
    _draw(workshop.sizes.photo).save(picture, "JPEG", quality=92)
    data = picture.read_bytes()
    with screen(workshop.copy()) as shown:
        shown.tickets().make_new()
        entry = shown.frame.findChildren(QuickEntry)[-1]
        yield beside(
            f"add a photo, {len(data) / 1e6:.1f} MB", 2.3, lambda: _taken(shown, entry, picture),
            lambda: ms_of(lambda: Image.open(BytesIO(data)).load()), workshop.sizes.rounds, note="floor: decoding it whole",
        )  # fmt: skip
        entry.reject()


def _taken(shown: Screen, entry: QuickEntry, picture: Path) -> Turn:
    before = len(entry.photos.files)

    def run() -> float:
        begun = now()
        entry.photos.take([picture])
        spin(lambda: len(entry.photos.files) > before)
        return (now() - begun) * 1000

    return shown.watched(run)


def _draw(size: tuple[int, int]) -> Image.Image:
    """As hard to compress as a street: soft shapes with grain."""
    bands = [Image.effect_noise((size[0] // 8, size[1] // 8), 60 + 20 * n).resize(size) for n in range(3)]
    grain = Image.effect_noise(size, 24)
    return Image.merge("RGB", [Image.blend(band, grain, 0.5) for band in bands])


# --- backup ----------------------------------------------------------------------------------------------------------


def backup(workshop: Workshop) -> Iterator[Line]:
    """The copy of a day, and the same packed into one file; the floor copies all files and waits for the disk."""
    folder = workshop.copy(workshop.sizes.backup_tickets)
    workspace = Workspace(folder)
    shutil.rmtree(workspace.backups, ignore_errors=True)
    _fill(workspace, workshop.sizes.photos)
    size = sum(path.stat().st_size for path in _files(workspace))
    daily, whole, floors = list[Turn](), list[Turn](), list[float]()
    target, copied = workshop.new("kopie.zip"), workshop.new("copied")
    for _round in numbered(workshop.sizes.heavy_rounds):
        begun = time.perf_counter()
        made = make_backup(workspace, CLOCK.now(), "hand", sqlite_connect)
        first = time.perf_counter()
        pack(made, target)
        daily.append(Turn((first - begun) * 1000))
        whole.append(Turn((time.perf_counter() - begun) * 1000))
        floors.append(wall_ms_of(lambda: _copied(workspace, copied)))
        for gone in (made.folder, copied):
            shutil.rmtree(gone)
    note = "floor: files copied and synced"
    words = f"backup of {size / 1e6:,.0f} MB"
    yield line_of(f"{words}, whole", 2.2, whole, floors, note=note)
    yield line_of(f"{words}, daily", 0.6, daily, floors, note=note)
    with screen(folder) as shown:
        shown.tickets()
        _by_hand(shown)  # the first one imports
        settle()
        turn = shown.watched(lambda: _by_hand(shown))
    yield Line(f"{words}, from the menu", turn.ms, floors[-1], 0.6, gap=turn.gap, note="until the toast tells of it")


def _by_hand(shown: Screen) -> float:
    begun = time.perf_counter()
    shown.window.back_up()
    # Not by looking on the disk, which the copy keeps busy: the window would stand still for the question.
    spin(lambda: not shown.frame.findChildren(Work))
    return (time.perf_counter() - begun) * 1000


def _fill(workspace: Workspace, count: int) -> None:
    """So many attachments of the size of a photo; what is in them does not matter to a copy."""
    store = FileStore(workspace.files)
    for _number in range(count):
        store.put(os.urandom(PHOTO_BYTES))


def _files(workspace: Workspace) -> list[Path]:
    return [workspace.database, *workspace.files.glob("??/*")]


def _copied(workspace: Workspace, target: Path) -> None:
    target.mkdir()
    for number, path in enumerate(_files(workspace)):
        copy = target / str(number)
        shutil.copyfile(path, copy)
        with copy.open("rb") as file:
            os.fsync(file.fileno())
