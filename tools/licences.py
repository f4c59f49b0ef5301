"""Write THIRD-PARTY.md: what is shipped and under which licence, from the metadata of the installed packages.

    python3 installer/dev.py licences            write it
    python3 installer/dev.py licences --check    status 1 when it is not what it should be

What is shipped is what `installer/dev.in` names above its tests, and what those need in turn.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "THIRD-PARTY.md"
WANTED = ROOT / "installer" / "dev.in"

READ = {
    "jinja2": "BSD-3-Clause",
    "pi-heif": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "reportlab": "BSD-3-Clause",
    "vobject": "Apache-2.0",
}
"""Read in the licence file of the package, where its metadata is vague or names what it holds inside."""
HOLDS = {
    "pi-heif": "libheif, libde265 (LGPL-3.0)",
    "pikepdf": "qpdf (Apache-2.0)",
    "pypdfium2": "PDFium (BSD-3-Clause)",
    "pyside6-essentials": "Qt",
}
HEAD = """# What VaartDesk stands on

Made by `python3 installer/dev.py licences` from what the installed packages say of themselves.

VaartDesk itself is MIT (see `LICENSE`). It runs with these libraries, each under its own licence, whose text comes with the package.
The LGPL ones are loose files that can be replaced.

| library | licence | holds |
| --- | --- | --- |
"""
FILES = """
| file | what | licence |
| --- | --- | --- |
| `resources/icons/*.svg` | Lucide, part of it from Feather | ISC, part MIT: `resources/icons/LICENSE-lucide.txt` |
| `resources/icons/app/` | VaartDesk's own mark | MIT |
| `resources/fonts/SourceSans3-*.ttf` | Source Sans 3 | OFL-1.1: `resources/fonts/SourceSans3-OFL.txt` |
| `resources/fonts/NotoEmoji-Regular.ttf` | Noto Emoji | OFL-1.1: `resources/fonts/NotoEmoji-OFL.txt` |
| `resources/fonts/DejaVuSans.ttf` | DejaVu Sans | Bitstream Vera, Arev: `resources/fonts/DejaVuSans-LICENSE.txt` |
| `resources/colour/sRGB.icc` | colour profile, made here | none needed: `resources/colour/README.md` |
"""


def plain(name: str) -> str:
    """The name of a package as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named() -> list[str]:
    """The libraries of the program that `dev.in` names."""
    return re.findall(r"^([A-Za-z][\w.-]*)", WANTED.read_text("utf-8").partition("# --- tests")[0], re.MULTILINE)


def shipped(names: Iterable[str]) -> dict[str, metadata.Distribution]:
    """These packages and all they need, by plain name."""
    found: dict[str, metadata.Distribution] = {}
    todo = list(names)
    while todo:
        name = plain(todo.pop())
        if name not in found:
            found[name] = metadata.distribution(name)
            todo += _needs(found[name])
    return dict(sorted(found.items()))


def _needs(package: metadata.Distribution) -> Iterator[str]:
    for text in package.requires or ():
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": ""}):
            yield needed.name


def licence(name: str, package: metadata.Distribution) -> str:
    """The licence of a package: read in its file, or as its metadata says. Raises ValueError when neither tells."""
    about = package.metadata.json
    told = str(about.get("license_expression") or about.get("license") or "").strip()
    found = READ.get(name, told)
    if not found or "\n" in found or len(found) > 60:
        raise ValueError(f"{name}: read its licence file and add it to READ in tools/licences.py")
    return found


def text() -> str:
    """THIRD-PARTY.md as it should be."""
    rows = [
        f"| {package.metadata['Name'].replace('_', '-')} | {licence(name, package)} | {HOLDS.get(name, '')} |"
        for name, package in shipped(named()).items()
    ]
    return HEAD + "\n".join(rows).replace("  |", " |") + "\n" + FILES


def main(argv: list[str]) -> int:
    """Write the file, or with `--check` only look; returns the exit status."""
    if "--check" in argv:
        is_right = TARGET.read_text("utf-8") == text()
        print("THIRD-PARTY.md is right" if is_right else "THIRD-PARTY.md is not what `dev.py licences` would write")
        return 0 if is_right else 1
    TARGET.write_text(text(), "utf-8")
    print(f"{TARGET.name}: {len(shipped(named()))} libraries")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
