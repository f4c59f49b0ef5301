"""Take pictures of the window: every tab, view and dialog, two sizes, light and dark, at 100 and 150 %.

    python3 installer/dev.py pictures --out DIR                the pictures, in DIR (or in a new temporary folder)
    python3 installer/dev.py pictures --out DIR --compare OLD  and which differ from those in OLD, with the difference drawn
    python3 installer/dev.py pictures --only tickets           one tab

A person looks at them; nothing here judges. The workspace is the example one, at a fixed moment.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PIL import Image, ImageChops
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from vaartdesk.app.cli import main as vaartdesk
from vaartdesk.app.place import place
from vaartdesk.app.registry import TABS, Tab
from vaartdesk.app.session import open_for_writing
from vaartdesk.app.window.assembly import Window
from vaartdesk.app.window.start import application, frame
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.text import fold
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.segments import Segments
from vaartdesk.ui.theme.theme import Mode, theme
from vaartdesk.ui.views import Views

CLOCK = FixedClock(datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam")))
SIZES = ((1366, 768), (1920, 1080))
SCALES = (100, 150)
MODES: Final[tuple[Mode, ...]] = ("light", "dark")
ROLE = "Huismeester"
TELLING: Final = {"meeting": {"title": "Binnenstadbestuur", "status": "concept"}}
"""Which record of a kind tells most, where that is not any."""
SETTLE_MS = 120
LOOKS = 100


# --- taking them -----------------------------------------------------------------------------------------------------


class Camera:
    """Takes pictures of one window into one folder, in both sizes each. ``kin``: how their names end, `light-100`."""

    def __init__(self, window: Window, folder: Path, kin: str) -> None:
        self.window, self.folder, self.kin = window, folder, kin

    def take(self, name: str) -> None:
        """What the window shows now, as `name-1366x768-light-100.png` and its kin."""
        for width, height in SIZES:
            self.window.frame.resize(width, height)
            self._settled().save(str(self.folder / f"{name}-{width}x{height}-{self.kin}.png"))

    def _settled(self) -> QImage:
        """The window once two looks at it are alike: a record's page comes after the paint of its list."""
        seen = self.window.frame.grab().toImage()
        for _look in range(LOOKS):
            _wait(SETTLE_MS)
            last, seen = seen, self.window.frame.grab().toImage()
            if last == seen and not _is_loading():
                break
        return seen


def _wait(ms: int) -> None:
    """Let the window live on. (``QTest.qWait`` lets no other thread of Python run meanwhile.)"""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _is_loading() -> bool:
    """Something waits for a library: a busy machine loads one for longer than two looks last."""
    return any(thread.name.startswith("import ") for thread in threading.enumerate())


@contextmanager
def shown(workspace: Path) -> Iterator[Window]:
    """The real window on the example workspace, with the huismeester at it and its counts in the rail."""
    application()
    made = frame(workspace.parent / "window.ini")
    desk = open_for_writing(place(str(workspace), CLOCK))
    desk.set_who(next(Ref("role", row["id"]) for row in desk.rows("role") if row["title"] == ROLE))
    window = Window(made, desk)
    made.show()
    window.show_first()
    window.refresh_counts()
    yield window
    made.close()


def take_tabs(camera: Camera, only: str) -> None:
    """Each tab: as it opens, with a record chosen, and each of its views."""
    for tab in TABS:
        if only in {"", tab.name}:
            page = camera.window.frame.show_tab(tab.name)
            camera.take(tab.name)
            _take_record(camera, tab)
            _take_views(camera, tab, page)


def _take_record(camera: Camera, tab: Tab) -> None:
    for kind in tab.kinds[:1]:
        wanted = TELLING.get(kind, {}).items()
        rows = camera.window.desk.rows(kind)
        if rows:
            told = next((row for row in rows if all(row[name] == value for name, value in wanted)), rows[0])
            camera.window.show_record(Ref(kind, told["id"]))
            camera.take(f"{tab.name}-record")


def _take_views(camera: Camera, tab: Tab, page: QWidget) -> None:
    """Each view by its button's words: a view may bring a row of buttons of its own."""
    for words in [button.text() for button in _view_buttons(page) if not button.isChecked()]:
        button = next((button for button in _view_buttons(page) if button.text() == words), None)
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            camera.take(f"{tab.name}-{re.sub('[^a-z0-9]+', '_', fold(words))}")
    if isinstance(page, Views):
        for view in [view for view in page.views if view.within]:  # no button stands for these
            page.choose(view.id)
            camera.take(f"{tab.name}-{view.id}")


def _view_buttons(page: QWidget) -> list[QAbstractButton]:
    rows = page.findChildren(Segments)
    return [button for row in rows for button in row.findChildren(QAbstractButton) if button.isVisible()]


def take_dialogs(camera: Camera) -> None:
    """What opens over the window from anywhere."""
    for name, opener in {"find": camera.window.find, "signal": camera.window.new_signal}.items():
        opener()
        camera.take(f"dialog-{name}")
        QTest.keyClick(QApplication.focusWidget() or camera.window.frame, Qt.Key.Key_Escape)


def take_all(workspace: Path, folder: Path, scale: int, mode: Mode, only: str) -> None:
    """All pictures at one scale in one scheme, each a process of its own: Qt learns its scale when it starts, and another
    scheme dresses every widget of the window anew.
    """
    with shown(workspace) as window:
        theme().set_mode(mode)
        camera = Camera(window, folder, f"{mode}-{scale}")
        take_tabs(camera, only)
        if not only:
            take_dialogs(camera)


# --- comparing them --------------------------------------------------------------------------------------------------


def compare(new: Path, old: Path) -> list[str]:
    """One line per picture that is new, gone or different; of the latter the difference lies in `new`/difference."""
    names = sorted({path.name for folder in (new, old) for path in folder.glob("*.png")})
    return [f"{name}: {told}" for name in names if (told := _difference(new / name, old / name))]


def _difference(new: Path, old: Path) -> str:
    if not old.exists():
        return "is new"
    if not new.exists():
        return "is gone"
    with Image.open(new) as left, Image.open(old) as right:
        if left.size != right.size:
            return f"was {right.size}, is {left.size}"
        drawn = ImageChops.difference(left.convert("RGB"), right.convert("RGB"))
    box = drawn.getbbox()
    if box is None:
        return ""
    target = new.parent / "difference" / new.name
    target.parent.mkdir(exist_ok=True)
    drawn.point(lambda value: min(255, value * 4)).save(target)
    return f"differs within {box}"


# --- the command -----------------------------------------------------------------------------------------------------


def main(argv: list[str]) -> int:
    """Take the pictures, and compare where asked; status 1 when something failed or differs."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, help="where they go (default: a new temporary folder)")
    parser.add_argument("--compare", type=Path, metavar="OLD", help="a folder of earlier pictures")
    parser.add_argument("--only", default="", choices=["", *(tab.name for tab in TABS)], help="one tab")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--mode", choices=MODES, help=argparse.SUPPRESS)
    parser.add_argument("--workspace", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(argv)
    if asked.scale:
        take_all(asked.workspace, asked.out, asked.scale, asked.mode, asked.only)
        return 0
    out = Path(asked.out or tempfile.mkdtemp(prefix="vaartdesk-pictures-")).absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vaartdesk-example-") as folder:
        if status := _take_in_processes(Path(folder), out, asked.only):
            return status
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    told = compare(out, asked.compare) if asked.compare else []
    print("\n".join(told) or ("nothing differs" if asked.compare else ""))
    return 1 if told else 0


def _take_in_processes(folder: Path, out: Path, only: str) -> int:
    workspace = folder / "workspace"
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        os.environ[name] = str(folder / name.lower())  # nothing of the user is read or written
    if status := vaartdesk(["--data-dir", str(workspace), "demo"], CLOCK):
        return status
    for scale, mode in product(SCALES, MODES):
        environ = os.environ | {"QT_SCALE_FACTOR": str(scale / 100)}
        command = [sys.executable, __file__, "--out", str(out), "--only", only]
        command += ["--scale", str(scale), "--mode", mode, "--workspace", str(workspace)]
        if status := subprocess.run(command, env=environ, check=False).returncode:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
