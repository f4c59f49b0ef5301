"""Where the shipped files (fonts, icons, translations, templates) lie, in a source tree and in a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resource_folder() -> Path:
    """The folder `resources`. A frozen program names its unpacked data in `sys._MEIPASS`; a source tree has the
    folder beside the package.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return base / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, `resource("fonts", "DejaVuSans.ttf")`.

    Raises FileNotFoundError when it was not shipped, and ValueError when `parts` lead out of the folder.
    """
    folder = resource_folder()
    path = folder.joinpath(*parts)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"outside the resources: {'/'.join(parts)}")
    if not path.exists():
        raise FileNotFoundError(path)
    return path
