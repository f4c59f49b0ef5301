"""The files that are annexes: PDFs are joined, pictures printed, others go beside the pack in one numbered zip."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _, ngettext
from vaartdesk.pdf.agenda.paper import AnnexPaper
from vaartdesk.pdf.document import Document
from vaartdesk.pdf.parts import Photo, add_part
from vaartdesk.pdf.pictures import read
from vaartdesk.pdf.sheets import Sheets, open_sheets
from vaartdesk.pdf.words import NBSP, clean

_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8", b"II*\0", b"MM\0*")
_MAX_PICTURE: Final = 100_000_000


class Kind(Enum):
    """What becomes of a file."""

    PDF = "joined"
    PICTURE = "printed"
    OTHER = "beside"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """An annex with what becomes of its file; `sheets` for a PDF, `reason` in Dutch when a picture cannot be printed."""

    annex: AnnexPaper
    kind: Kind
    sheets: Sheets | None = None
    reason: str = ""


def is_file(annex: AnnexPaper) -> bool:
    """Whether an annex is a file, there or missing, and no report of ours."""
    return bool(annex.file_name) or annex.source is not None


def examine(annex: AnnexPaper) -> Enclosed | None:
    """Look at the file of an annex; None when the annex has none."""
    if not is_file(annex):
        return None
    source = annex.source
    if source is None or (isinstance(source, Path) and not source.is_file()):
        return Enclosed(annex, Kind.MISSING)
    head = source[:1024] if isinstance(source, bytes) else _head(source)
    if b"%PDF-" in head or annex.file_name.lower().endswith(".pdf"):
        return Enclosed(annex, Kind.PDF, open_sheets(annex.file_name, source))
    if head.startswith(_PICTURES):
        return _picture(annex, source)
    return Enclosed(annex, Kind.OTHER)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(1024)


def _picture(annex: AnnexPaper, source: Path | bytes) -> Enclosed:
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > _MAX_PICTURE:
        return Enclosed(annex, Kind.OTHER, reason=str(_("De afbeelding is te groot.")))
    try:
        read(_bytes(source))
    except ValueError as error:
        return Enclosed(annex, Kind.OTHER, reason=str(error))
    return Enclosed(annex, Kind.PICTURE)


def _bytes(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def add_file(doc: Document, found: Enclosed, bookmark: str) -> None:
    """Say on the annex's page what its file is, and print or join it; `bookmark` is the annex's outline title."""
    annex, sheets = found.annex, found.sheets
    label = f"{_('Bijlage')}{NBSP}{annex.label}"
    doc.paragraph(told(found))
    if found.kind is Kind.PICTURE and annex.source is not None:
        alt = annex.sentence or annex.title
        add_part(doc, Photo(_bytes(annex.source), alt))
    if sheets is not None:
        doc.insert(sheets, label, bookmark)


def told(found: Enclosed) -> str:
    """The sentences about a file on the page of its annex."""
    name = clean(found.annex.file_name)
    if found.kind is Kind.MISSING:
        return _("Het bestand {name} ontbreekt.").format(name=name)
    if found.kind is Kind.OTHER:
        apart = _("Het bestand {name} gaat los mee als {numbered}.").format(name=name, numbered=numbered(found.annex))
        return f"{found.reason} {apart}" if found.reason else apart
    if found.sheets is None:
        return name
    if found.sheets.reason:
        kept = _("Het is ongewijzigd in deze PDF meegestuurd.")
        return f"{name}. {found.sheets.reason} {kept}"
    count = ngettext("{count} blad", "{count} bladen", found.sheets.count).format(count=found.sheets.count)
    sentences = f"{name}, {count}."
    if found.sheets.note:
        sentences += f" {found.sheets.note} " + _("Het oorspronkelijke bestand is meegestuurd.")
    return sentences


def problems(files: Iterable[Enclosed]) -> list[str]:
    """A sentence for each file that is missing, cannot be joined or was repaired."""
    found = []
    for file in files:
        sheets = file.sheets
        said = file.reason or (sheets.reason or sheets.note if sheets else "")
        if file.kind is Kind.MISSING:
            said = str(_("Het bestand ontbreekt."))
        if said:
            place = _("Bijlage {label} ({name})").format(label=file.annex.label, name=file.annex.file_name)
            found.append(f"{place}: {said}")
    return found


def numbered(annex: AnnexPaper) -> str:
    """The name of a file that goes beside: "4-a begroting.xlsx", safe on every system."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", clean(annex.file_name)).strip(" .-")
    stem, dot, ending = name.rpartition(".")
    short = f"{stem[:80]}{dot}{ending[:10]}" if dot and stem else name[:90]
    return f"{annex.label} {short or 'bijlage'}"


def zipped(files: Iterable[Enclosed]) -> bytes | None:
    """The files that go beside, in one zip with numbered names; None when there are none. Same files, same bytes."""
    beside = [file.annex for file in files if file.kind is Kind.OTHER]
    if not beside:
        return None
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for annex in beside:
            entry = ZipInfo(numbered(annex), date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, _bytes(annex.source or b""))
    return buffer.getvalue()
