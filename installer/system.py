"""System libraries and programs: what Qt and the tests need from the machine, and how Debian calls it.

The lists were found with `ldd` on a bare Debian 12 and confirmed by a passing window test; on Windows and macOS Qt
brings everything along.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from words import words

Needs = Mapping[str, tuple[str, ...]]

# Library as the linker knows it -> Debian packages that hold it, the newest name first.
OFFSCREEN: Needs = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
}
DESKTOP: Needs = {
    **OFFSCREEN,
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libSM.so.6": ("libsm6",),
    "libICE.so.6": ("libice6",),
}
# Program -> Debian packages.
PDF_READERS: Needs = {"pdftotext": ("poppler-utils",)}
JAVA: Needs = {"javac": ("default-jdk-headless",)}

APT = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]


class Missing(Exception):
    """The machine lacks something; the message says what to type."""


def has_display() -> bool:
    """Can a window be shown here?"""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require(libraries: Needs, programs: Needs | None = None, *, with_venv: bool = False) -> None:
    """See to it that these are there: silent when they are, installed when we may, else `Missing` with one line to type.

    `with_venv`: an environment is going to be made, and Debian keeps what that takes in a package of its own.
    """
    if not sys.platform.startswith("linux"):
        return
    absent = [*_absent_libraries(libraries), *_absent_programs(programs or {})]
    if with_venv and importlib.util.find_spec("ensurepip") is None:
        absent.append(("python3-venv",))
    if absent:
        _install(absent)


def offer(programs: Needs) -> None:
    """Install these where we may; without them some tests are skipped, which is no reason to stop."""
    absent = _absent_programs(programs)
    if not absent or shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    try:
        _install([(name,) for names in absent for name in names])
    except Missing as error:
        print(f"Going on without: {error}", file=sys.stderr)


def _absent_libraries(libraries: Needs) -> list[tuple[str, ...]]:
    return [packages for name, packages in libraries.items() if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _absent_programs(programs: Needs) -> list[tuple[str, ...]]:
    return [packages for name, packages in programs.items() if shutil.which(name) is None]


def _install(wanted: Iterable[tuple[str, ...]]) -> None:
    """Let apt install the first known name of each; raises `Missing` when it may not or cannot."""
    wanted = list(wanted)
    if shutil.which("apt-get") is None:
        raise Missing(words("other system", packages=", ".join(names[-1] for names in wanted)))
    may_install = os.geteuid() == 0
    if may_install:
        _apt("update")
    packages = [_known(names) for names in wanted]
    if not may_install:
        raise Missing(words("type this", packages=" ".join(packages)))
    print(words("system", packages=" ".join(packages)), flush=True)
    _apt("install", "-y", "--no-install-recommends", *packages)


def _known(names: tuple[str, ...]) -> str:
    """The first of these names that apt knows: Debian 13 renamed some packages."""
    for name in names[:-1]:
        shown = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if shown.returncode == 0 and shown.stdout:
            return name
    return names[-1]


def _apt(*args: str) -> None:
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run([*APT, *args], env=environ, stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise Missing(words("apt failed", words=" ".join(args), status=done.returncode))


def programs_in(folder: Path) -> Path:
    """Where an environment keeps its programs."""
    return folder / ("Scripts" if sys.platform == "win32" else "bin")
