"""PDFs of somebody else, and a pack of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from papers import paper
from vaartdesk.pdf.agenda.layout import Pack, print_pack
from vaartdesk.pdf.agenda.paper import AnnexPaper, Item


def stranger(count: int = 6, size: tuple[float, float] = A4, turn: int = 0) -> bytes:
    """A PDF of somebody else, with bookmarks and links from page to page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for number in range(count):
        canvas.setPageRotation(turn)
        canvas.bookmarkPage(f"p{number}")
        if number % 5 == 0:
            canvas.addOutlineEntry(f"deel {number + 1}", f"p{number}", 0)
        for line in range(45):
            canvas.drawString(60, size[1] - 60 - 16 * line, f"vreemd blad {number + 1} regel {line}: de begroting")
        canvas.linkRect("", f"p{(number + 1) % count}", (60, 60, 200, 80), relative=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def saved(change: Callable[[pikepdf.Pdf], None] = lambda _pdf: None, **options: object) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(stranger())) as pdf:
        change(pdf)
        pdf.save(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def pack_of(files: dict[str, bytes | None], folder: Path | None = None) -> Pack:
    """A pack with a file at each item; in `folder` the files lie on disk."""
    annexes = []
    for number, (name, data) in enumerate(files.items(), 1):
        source: Path | bytes | None = data
        if folder is not None and data is not None:
            source = folder / f"{number}.bin"
            source.write_bytes(data)
        annexes.append(AnnexPaper(f"{number}-a", str(number), f"Stuk {number}", file_name=name, source=source))
    items = tuple(Item(annex.item, f"Onderwerp {annex.item}", annexes=(annex.label,)) for annex in annexes)
    return print_pack(paper(items=items, annexes=tuple(annexes)))
