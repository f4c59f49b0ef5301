"""The virtual environment: made once, kept in step with the lock file, and told where the project lies."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from system import Missing, programs_in
from words import words

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "installer" / "requirements-dev.txt"
STAMP = VENV / "vaartdesk.stamp"
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"

INSTALL = ["-m", "pip", "install", "--require-hashes", "--no-deps", "--only-binary=:all:"]
QUIET = ["-qq", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]


def python() -> Path:
    """The interpreter inside the environment."""
    return programs_in(VENV) / ("python.exe" if sys.platform == "win32" else "python")


def is_ready() -> bool:
    """Does the environment hold what the lock names, for this Python?"""
    return _has_python() and STAMP.is_file() and STAMP.read_text("utf-8") == _wanted()


def ready() -> Path:
    """Make or refresh the environment where needed; returns its interpreter.

    Raises:
        Missing: the environment cannot be made; the message says why.
    """
    if not is_ready():
        with _alone():
            if not is_ready():  # another run may have done it while we waited
                _build()
    _link()
    return python()


def _wanted() -> str:
    return f"{VERSION} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"


def _has_python() -> bool:
    """Is there an interpreter of this version, and does the one it was made of still exist?"""
    try:
        lines = (VENV / "pyvenv.cfg").read_text("utf-8").splitlines()
    except OSError:
        return False
    version = next((line.partition("=")[2].strip() for line in lines if line.startswith("version")), "")
    return version.startswith(f"{VERSION}.") and python().exists()


def _build() -> None:
    """Install on top of an environment of this Python, or make a new one; the stamp comes last."""
    STAMP.unlink(missing_ok=True)
    if not _has_python():
        print(words("making", version=VERSION), flush=True)
        # The Python under an environment we may be running in: that one may be the very folder to be cleared.
        base = getattr(sys, "_base_executable", sys.executable)
        _do([base, "-m", "venv", "--clear", str(VENV)], "no venv")
    print(words("libraries"), flush=True)
    _do([str(python()), *INSTALL, *QUIET, "-r", str(LOCK)], "no libraries")
    STAMP.write_text(_wanted(), "utf-8")


def _do(command: list[str], complaint: str) -> None:
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    if status != 0:
        raise Missing(words(complaint, status=status))


def _link() -> None:
    """Let the environment find the project, and a `vaartdesk` beside its Python; rewritten when the folder has moved.

    Not an editable install: that would fetch a build backend, which no lock of ours holds.
    """
    # Up to 3.12 Python reads these files in the encoding of the system.
    encoding = "utf-8" if sys.version_info >= (3, 13) else "locale"
    _write(_packages() / "vaartdesk.pth", f"{ROOT}\n", encoding)
    if sys.platform == "win32":
        _write(programs_in(VENV) / "vaartdesk.cmd", '@"%~dp0python.exe" -m vaartdesk %*\n', "utf-8")
        return
    launcher = programs_in(VENV) / "vaartdesk"
    if _write(launcher, f'#!/bin/sh\nexec {shlex.quote(str(python()))} -m vaartdesk "$@"\n', "utf-8"):
        launcher.chmod(0o755)


def _packages() -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))


def _write(path: Path, text: str, encoding: str) -> bool:
    """Write where it differs; True when it did."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.read_text(encoding) == text:
            return False
    path.write_text(text, encoding)
    return True


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two commands started together must not install into one environment at once: the second waits."""
    with (ROOT / ".venv.lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(OSError):  # it gives up after ten seconds; we do not
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def environ(*, offscreen: bool) -> dict[str, str]:
    """The environment variables for a job; `offscreen` draws windows in memory unless the caller chose otherwise."""
    made = dict(os.environ)
    if offscreen:
        made.setdefault("QT_QPA_PLATFORM", "offscreen")
    return made
