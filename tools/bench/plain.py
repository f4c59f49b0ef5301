"""Floors that need plain widgets: a process with Qt alone, so that nothing of ours dresses or slows them.

Started as a program it answers lines of standard input, each with the ms it took:
`build N` a new form of N lines built, shown and painted; `fill N` a form that was kept filled again and painted.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QMainWindow, QScrollArea, QWidget

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench.clock import count_processor, is_processor
from bench.painting import Gaps, hush, painted, settle, shown

SIZE = (1366, 768)


class Plain:
    """The process, asked from ours."""

    def __init__(self) -> None:
        command = [sys.executable, __file__, *(["processor"] if is_processor() else [])]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def close(self) -> None:
        """It ends when nothing more can be asked."""
        self._process.communicate()

    def build(self, count: int) -> float:
        """A form of so many lines built, shown and painted; ms."""
        return self._ask(f"build {count}")

    def fill(self, count: int) -> float:
        """A kept form of so many lines filled with other values and painted; ms."""
        return self._ask(f"fill {count}")

    def _ask(self, words: str) -> float:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


class _Forms:
    """In the process itself."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.window.resize(*SIZE)
        self.window.show()
        self._kept: list[QLineEdit] = []
        self._turn = 0

    def build(self, count: int) -> float:
        """A new form in place of what the window shows."""
        self._kept = []
        ms = shown(lambda: self._form(count))
        settle(20)
        return ms

    def _form(self, count: int) -> QWidget:
        form, area = QWidget(), QScrollArea()
        rows = QFormLayout(form)
        for number in range(count):
            line = QLineEdit(f"Waarde {number}")
            rows.addRow(f"Veld {number}", line)
            self._kept.append(line)
        area.setWidget(form)
        area.setWidgetResizable(True)
        self.window.setCentralWidget(area)
        return area.viewport()

    def fill(self, count: int) -> float:
        """Other values in the form that is there."""
        if len(self._kept) != count:
            self.build(count)
        self._turn += 1
        ms = painted(self._kept[0], self._fill)
        settle(20)
        return ms

    def _fill(self) -> None:
        for number, line in enumerate(self._kept):
            line.setText(f"Waarde {number} van keer {self._turn}")


def main() -> None:
    """Answer until nobody asks."""
    app = QApplication(sys.argv[:1])
    hush()
    ticking = Gaps(app)
    if "processor" in sys.argv:
        count_processor()
    forms = _Forms()
    settle(100)
    for line in sys.stdin:
        name, count = line.split()
        print({"build": forms.build, "fill": forms.fill}[name](int(count)), flush=True)
    ticking.deleteLater()


if __name__ == "__main__":
    main()
