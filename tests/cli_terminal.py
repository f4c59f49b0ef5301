"""A terminal in which commands are typed for one workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.app import cli
from vaartdesk.core.clock import FixedClock

ROOT = Path(__file__).resolve().parents[1]
ADD = ("ticket", "add", "--title", "Lantaarn uit", "--where", "Brink 4", "--category", "Openbare verlichting")


class Terminal:
    """Types commands for one workspace and reads what comes back."""

    def __init__(self, folder: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.clock, self.capsys = folder, clock, capsys
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        """The exit status; what was printed is in ``out`` and ``err``."""
        try:
            status = cli.main(["--data-dir", str(self.folder), *words], self.clock)
        except SystemExit as left:
            status = int(left.code or 0)
        self.out, self.err = self.capsys.readouterr()
        assert "Traceback" not in self.err
        return status

    def json(self, *words: str) -> Any:
        assert self(*words, "--json") == 0, self.err
        return json.loads(self.out)

    def refuses(self, *words: str, status: int = 1) -> str:
        """The one line on stderr that says why not."""
        assert self(*words) == status, self.out
        assert self.err.startswith("vaartdesk: ")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("vaartdesk: ").strip()
