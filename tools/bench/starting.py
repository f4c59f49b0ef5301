"""From the start of the process to a painted frame, a painted list, and a window with everything loaded; its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from bench.clock import is_processor
from bench.line import Line, middle, numbered
from bench.workshop import Workshop

PROBE: Final = Path(__file__).with_name("probe.py")
PATIENCE: Final = 120
"""Seconds; a start in which something is never loaded would be waited for without end."""
Figures = Mapping[str, float]


def start(workshop: Workshop) -> Iterator[Line]:
    """Ours and an empty window in turns; the first start of a day, with its backup, is not counted."""
    folder = workshop.copy()
    started("ours", str(folder))
    pairs = [(started("ours", str(folder)), started("empty")) for _round in numbered(workshop.sizes.rounds)]

    def line(words: str, moment: str, goal: float, unit: str = "ms", gap: str = "") -> Line:
        ours = middle(mine[moment] for mine, _floor in pairs)
        floor = middle(floor["frame_mb" if unit == "MB" else "frame"] for _mine, floor in pairs)
        longest = middle(mine[gap] for mine, _floor in pairs) if gap else None
        return Line(words, ours, floor, goal, unit, longest, "floor: an empty window of PySide6")

    yield line("start to painted frame", "frame", 2.0)
    yield line("start to painted first list", "list", 4.5)
    yield line("start to ready to edit", "ready", 7.0, gap="warm_gap")
    yield line("memory at first list", "list_mb", 1.7, "MB")
    yield line("memory after everything", "all_mb", 3.5, "MB")


def started(*arguments: str) -> Figures:
    """Start one process and hear what it tells. The window's own settings are those of a first start."""
    for settings in Path(os.environ["XDG_CONFIG_HOME"]).rglob("venster.ini"):
        settings.unlink()
    begun = "processor" if is_processor() else repr(time.perf_counter())
    command = [sys.executable, str(PROBE), arguments[0], begun, *arguments[1:]]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=_environ(), timeout=PATIENCE)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def _environ() -> dict[str, str]:
    """As an installed program starts: its modules compiled, here beside the settings of this run."""
    compiled = str(Path(os.environ["XDG_CACHE_HOME"]) / "compiled")
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**usual, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONPYCACHEPREFIX": compiled}
