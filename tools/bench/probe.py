"""One start of a program, told in JSON: ms from the start of the process, and MB of memory, at each moment that counts.

    probe.py empty STARTED             an empty window of PySide6: the floor
    probe.py ours STARTED FOLDER       the program as it is, on a workspace

STARTED is the parent's `time.perf_counter()` just before it started this process, or "processor": then what this process worked
counts, and not what it waited for. The program's own code runs unchanged; the probe stands around it: it looks on where the window
paints, and leaves when everything is there.
"""

from __future__ import annotations

import sys
import time

IS_PROCESSOR = sys.argv[2] == "processor"
STARTED = 0.0 if IS_PROCESSOR else float(sys.argv[2])
MOMENTS: dict[str, float] = {}


def elapsed_ms() -> float:
    """Since the process was started."""
    return ((time.process_time() if IS_PROCESSOR else time.perf_counter()) - STARTED) * 1000


def note(name: str, value: float | None = None) -> None:
    """A figure; without one the time of now and the memory in use. The first one counts."""
    if name not in MOMENTS:
        MOMENTS[name] = elapsed_ms() if value is None else value
        MOMENTS[f"{name}_mb"] = memory()


def memory() -> float:
    """Resident memory of this process in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm") as file:  # noqa: PTH123  pathlib would be part of what is measured
            return int(file.read().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def empty() -> None:
    """The least that shows a window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, self.painted)

        def painted(self) -> None:
            note("frame")
            self.close()

    app = QApplication(sys.argv[:1])
    window = Window()
    window.show()
    app.exec()
    tell()


def ours(folder: str) -> None:
    """The program until every tab was opened."""
    from PySide6.QtWidgets import QApplication

    usual = QApplication.exec

    def watched(*_app: object) -> int:
        """The frame is shown and not yet painted; what looks on costs the start nothing before that."""
        from bench.watching import Watch

        frames = [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow"]
        kept.extend(Watch(frame, note) for frame in frames)
        return usual()

    kept: list[object] = []
    QApplication.exec = watched  # type: ignore[method-assign]
    from vaartdesk.app.cli import main

    main(["--data-dir", folder])
    tell()


def tell() -> None:
    """To the parent."""
    import json

    sys.stdout.write(json.dumps(MOMENTS) + "\n")


if __name__ == "__main__":
    empty() if sys.argv[1] == "empty" else ours(sys.argv[3])
