"""The few marks a stylesheet needs as files (check, radio dot, arrows), written once per colour.

Qt's stylesheets read pictures from files only and paint `currentColor` black, so each mark is written with the colour
of its token into a folder that lives as long as the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTemporaryDir

from vaartdesk.core.colours import Scheme
from vaartdesk.ui.theme.drawing import coloured

MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "mark_check": ("check", "on_accent"),
    "mark_check_menu": ("check", "accent_ink"),
    "mark_part": ("minus", "on_accent"),
    "mark_dot": ("circle", "on_accent"),
    "mark_down": ("chevron-down", "text2"),
    "mark_up": ("chevron-up", "text2"),
    "mark_left": ("chevron-left", "text2"),
    "mark_right": ("chevron-right", "text2"),
    "mark_close": ("x", "text2"),
}


class Marks:
    """The folder of coloured marks; Qt removes it when the program ends."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def paths(self, scheme: Scheme) -> dict[str, str]:
        """Name of the mark -> path with forward slashes, as `url()` wants it."""
        return {key: self._written(name, getattr(scheme, token)) for key, (name, token) in MARKS.items()}

    def _written(self, name: str, colour: str) -> str:
        path = self._root() / f"{name}-{colour.removeprefix('#')}.svg"
        if not path.exists():
            drawn = coloured(name, colour, stroke=3.0, fill=colour if name == "circle" else "none")
            path.write_bytes(drawn.replace(b'r="10"', b'r="5"'))  # the circle becomes a radio button's dot
        return path.as_posix()

    def _root(self) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        return Path(self._folder.path())
