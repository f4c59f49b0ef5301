"""``vaartdesk tour``: the main job on the real window, driven by keys and mouse, without a display."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from vaartdesk.core.clock import Clock, SystemClock
from vaartdesk.store.errors import WorkspaceError


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """Play it into the folder; 1 when what was read back is not what was made."""
    if _has_no_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from vaartdesk.app.tour.hand import Stopped  # Qt: only after the platform is chosen
    from vaartdesk.app.tour.play import play

    try:
        play(Path(arguments.out).expanduser(), clock or SystemClock())
    except Stopped as stopped:
        raise WorkspaceError(str(stopped)) from stopped
    return 0


def _has_no_display() -> bool:
    return sys.platform.startswith("linux") and not any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))
