"""Paper: an agenda, and a pack of 300 pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

from bench.line import Line, Turn, beside, ms_of
from bench.workshop import Workshop
from vaartdesk.flows.agenda_paper import agenda_paper, find_meeting
from vaartdesk.pdf.agenda.layout import print_agenda, print_pack
from vaartdesk.pdf.agenda.paper import AgendaPaper, AnnexPaper
from vaartdesk.pdf.fonts import REGULAR, register
from vaartdesk.pdf.parts import Bullets, Decisions, Listing, Prose, Section
from vaartdesk.pdf.tables import Column

SIZE: Final = 9.5
LEADING: Final = 13.0
EDGE: Final = 56.0
FILE_PAGES: Final = 10
"""Of each file of the pack."""
ANNEX_ROWS: Final = 120
TEXTS: Final = (Prose, Listing, Decisions, Section, Bullets)
"""Parts that are text; charts and pictures cost what they cost, on paper as on the canvas."""


def agenda(workshop: Workshop) -> Iterator[Line]:
    """The next agenda of the board, an annex of 120 rows with it. Charts and pictures are left out on both sides."""
    with workshop.desk() as desk:
        paper = _without_charts(agenda_paper(desk, find_meeting(desk, None)))
        rows = tuple(
            (row["number"] or "", row["title"], row["place_text"] or "") for row in desk.rows("ticket")[:ANNEX_ROWS]
        )
    pages = print_agenda(_with_rows(paper, rows)).pages
    register()
    paper = _with_rows(paper, rows)
    texts = list(_texts(paper))
    yield beside(
        f"agenda PDF, {pages} pages", 6, lambda: Turn(ms_of(lambda: print_agenda(paper))),
        lambda: ms_of(lambda: _drawn(texts, pages)), workshop.sizes.rounds, note="floor: a raw canvas, the same text",
    )  # fmt: skip


def _without_charts(paper: AgendaPaper) -> AgendaPaper:
    annexes = [replace(a, parts=tuple(p for p in a.parts if isinstance(p, TEXTS))) for a in paper.annexes]
    return replace(paper, annexes=tuple(annexes))


def _with_rows(paper: AgendaPaper, rows: tuple[Any, ...]) -> AgendaPaper:
    columns = (Column("Nummer", 2.0), Column("Titel", 8.0), Column("Plaats", 5.0))
    last = paper.items[-1]
    label = f"{last.number}-z"
    annex = AnnexPaper(label, last.number, "Meldingen", parts=(Listing("Meldingen", columns, rows),))
    items = (*paper.items[:-1], replace(last, annexes=(*last.annexes, label)))
    return replace(paper, items=items, annexes=(*paper.annexes, annex))


def _texts(value: Any) -> Iterator[str]:
    """Every text of a paper, in order."""
    if isinstance(value, str):
        if value.strip():
            yield str(value)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _texts(part)


def _drawn(texts: list[str], pages: int) -> bytes:
    """The texts wrapped and drawn, over as many pages."""
    out = BytesIO()
    canvas = Canvas(out, A4)
    lines = [line for text in texts for line in simpleSplit(text, REGULAR, SIZE, A4[0] - 2 * EDGE)]
    each = -(-len(lines) // pages)
    for first in range(0, len(lines), each):
        canvas.setFont(REGULAR, SIZE)
        for number, line in enumerate(lines[first : first + each]):
            canvas.drawString(EDGE, A4[1] - EDGE - number % 55 * LEADING, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


# --- a pack ----------------------------------------------------------------------------------------------------------


def pack(workshop: Workshop) -> Iterator[Line]:
    """The agenda with thirty files of ten pages, stamped and linked."""
    files = [_file(workshop.new(f"stuk-{n}.pdf"), n) for n in range(workshop.sizes.pack_files)]
    with workshop.desk() as desk:
        paper = _without_charts(agenda_paper(desk, find_meeting(desk, None)))
    item = paper.items[-1]
    annexes = [
        AnnexPaper(f"{item.number}-{n}", item.number, f"Stuk {n}", file_name=file.name, source=file)
        for n, file in enumerate(files)
    ]
    item = replace(item, annexes=tuple(annex.label for annex in annexes))
    paper = replace(paper, items=(*paper.items[:-1], item), annexes=tuple(annexes))
    target, merged = workshop.new("pack.pdf"), workshop.new("merged.pdf")
    yield beside(
        f"pack of {len(files) * FILE_PAGES} pages", 4, lambda: Turn(ms_of(lambda: print_pack(paper, path=target))),
        lambda: ms_of(lambda: _merged(files, merged)), workshop.sizes.heavy_rounds, note="floor: a bare merge by pikepdf",
    )  # fmt: skip


def _file(path: Path, number: int) -> Path:
    """As others write them: a font of its own in it, a picture on each page, bookmarks."""
    register()
    picture = BytesIO()
    Image.effect_noise((640, 400), 50).save(picture, "JPEG", quality=60)
    canvas = Canvas(str(path), A4)
    for page in range(FILE_PAGES):
        canvas.setFont(REGULAR, SIZE)
        canvas.drawImage(ImageReader(picture), EDGE, EDGE, 160, 100)
        for line in range(50):
            canvas.drawString(EDGE, A4[1] - EDGE - line * LEADING, f"Stuk {number}, blad {page + 1}, regel {line + 1}")
        canvas.bookmarkPage(f"blad{page}")
        canvas.addOutlineEntry(f"Blad {page + 1}", f"blad{page}")
        canvas.showPage()
    canvas.save()
    return path


def _merged(files: list[Path], target: Path) -> None:
    with pikepdf.Pdf.new() as whole:
        for path in files:
            with pikepdf.open(path) as part:
                whole.pages.extend(part.pages)
        whole.save(target)
