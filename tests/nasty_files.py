"""Files as nobody means to hand them over. A new kind of file that can be read in needs a `sample` here, and gets them all."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from still import NOW
from vaartdesk.formats.sheets import write_xlsx
from vaartdesk.formats.tables import write_csv

TEXTS: Mapping[str, str] = {
    "plain": "Kerstboom op het plein",
    "markup": "<b>vet</b> &amp; <script>alert(1)</script>",
    "emoji": "zeehond 🦭, gezin 👨‍👩‍👧 en vlag 🇳🇱",
    "right_to_left": "\u202eachterstevoren\u202c שלום مرحبا",
    "formula": "=1+1",
    "quotes": '\'; drop table ticket; -- "NEAR(" *',
    "percent": "100 % {naam} %s {0}",
    "long": "lang " * 4_000,
    "nul": "voor\x00na\x07\x1b[31m",
    "break": "een\r\ntwee\nen drie",
}
HEADS = ("Titel", "Deadline")


def sample(ending: str, title: str, day: str = "24-12-2026") -> bytes:
    """A file with one record of that title and day. Raises KeyError for an ending that this does not know yet."""
    return _SAMPLES[ending](title, day)


def _table(title: str, day: str) -> list[list[str]]:
    return [list(HEADS), [title, day]]


def _csv(title: str, day: str) -> bytes:
    return write_csv(_table(title, day))


def _tsv(title: str, day: str) -> bytes:
    rows = "\r\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in _table(title, day))
    return rows.encode("utf-8", "replace")


def _xlsx(title: str, day: str) -> bytes:
    return write_xlsx({"acties": _table(title, day)}, created=NOW)


def _json(title: str, day: str) -> bytes:
    return json.dumps({"kind": "action", "records": [{"title": title, "due_on": day}]}).encode()


def _ics(title: str, day: str) -> bytes:
    told = title.replace("\\", "\\\\").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n")
    year, month, date = day[6:], day[3:5], day[:2]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:x@y", f"DTSTART:{year}{month}{date}T100000"]
    return "\r\n".join([*lines, f"SUMMARY:{told}", "END:VEVENT", "END:VCALENDAR", ""]).encode("utf-8", "replace")


def _vcf(title: str, _day: str) -> bytes:
    told = title.replace("\\", "\\\\").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n")
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{told}\r\nEND:VCARD\r\n".encode("utf-8", "replace")


_SAMPLES: Mapping[str, Callable[[str, str], bytes]] = {
    ".csv": _csv,
    ".tsv": _tsv,
    ".txt": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
    ".ics": _ics,
    ".vcf": _vcf,
}

# --- what is no file to be read in at all ----------------------------------------------------------------------------


@lru_cache
def bomb() -> bytes:
    """A workbook of some kilobytes that says it is of many gigabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(4):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"<x>" + b" " * 40_000_000)
    return out.getvalue()


BYTES: Mapping[str, Callable[[str], bytes]] = {
    "empty": lambda _ending: b"",
    "only a byte order mark": lambda _ending: b"\xef\xbb\xbf",
    "white space": lambda _ending: b" \r\n\t\r\n" * 20,
    "binary": lambda _ending: bytes(range(256)) * 40,
    "nuls": lambda _ending: b"\x00" * 4_096,
    "a picture": lambda _ending: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
    "a packed file": lambda _ending: bomb(),
    "cut off": lambda ending: sample(ending, TEXTS["plain"])[:-25],
    "cut in half": lambda ending: sample(ending, TEXTS["plain"])[: len(sample(ending, TEXTS["plain"])) // 2],
    "in utf-16": lambda ending: sample(ending, TEXTS["plain"]).decode("utf-8-sig", "replace").encode("utf-16"),
    "in windows-1252": lambda ending: sample(ending, "Café één").decode("utf-8", "replace").encode("cp1252", "replace"),
    "ends without a word": lambda ending: sample(ending, TEXTS["plain"]).rstrip(),
    "twice in a row": lambda ending: sample(ending, TEXTS["plain"]) * 2,
    "nested without end": lambda _ending: b'[{"a":' * 50_000,
    "open quote": lambda _ending: b'Titel;Deadline\r\n"nooit dicht;24-12-2026\r\n' * 3,
    "heads only": lambda _ending: b"Titel;Deadline\r\n",
    "the same head twice": lambda _ending: b"Titel;Titel;Deadline;Deadline\r\nEen;Twee;24-12-2026;25-12-2026\r\n",
    "no head": lambda _ending: b";;\r\n;;\r\n1;2;3\r\n",
    "a day that does not exist": lambda ending: sample(ending, TEXTS["plain"], "31-02-2027"),
    "quoted-printable of 2.1": lambda _ending: (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 =\r\n=F0=9F=A6=AD\r\nEND:VCARD\r\n"
    ),
    "quoted-printable that is none": lambda _ending: (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:a=ZZ=\r\nEND:VCARD\r\n"
    ),
}


def put(folder: Path, name: str, ending: str) -> Path:
    """The nasty file of that name in the folder."""
    path = folder / f"{name.replace(' ', '_')}{ending}"
    path.write_bytes(BYTES[name](ending))
    return path


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(_path: Path) -> None:
    """Nothing is there."""


def _ring(path: Path) -> None:
    path.symlink_to(path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)


def _beyond_all(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(8 * 1024**3)


PLACES: Mapping[str, Callable[[Path], None]] = {
    "a folder": _folder,
    "nothing": _missing,
    "a ring of links": _ring,
    "a pipe": _pipe,
    "50 MB of nothing": _huge,
    "8 GB": _beyond_all,
}
"""What stands at a path, besides a file."""
