"""The stamp on a foreign page: which annex, which sheet, which page of the whole."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import pikepdf
from pikepdf import Name
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.fonts import REGULAR, draw_line, register, width
from vaartdesk.pdf.styles import MM

_WIDTH: Final = 110 * MM
_HEIGHT: Final = 6 * MM
_MARGIN: Final = 5 * MM
_SIZE: Final = 8


def draw_stamps(texts: Sequence[str]) -> bytes:
    """A PDF with a small page per stamp, all from one canvas so that the font is embedded once."""
    register()
    buffer = io.BytesIO()
    font: Any = REGULAR  # the published types call it a number
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1, initialFontName=font)
    for text in texts:
        taken = width(text, REGULAR, _SIZE) + 8
        canvas.setFillColor(HexColor(LIGHT.surface))
        canvas.rect(_WIDTH - taken, 0, taken, _HEIGHT, fill=1, stroke=0)
        canvas.setFillColor(HexColor(LIGHT.text2))
        draw_line(canvas, _WIDTH - taken + 4, 5, text, REGULAR, _SIZE)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def stamp(page: Any, form: Any) -> None:
    """Put `form` in the lower right corner as the reader sees it, whatever the page's rotation and boxes.

    Not with pikepdf's own overlay: that takes a random name, and the bytes would differ each time.
    """
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    place = {
        0: (1, 0, 0, 1, right - _MARGIN - _WIDTH, bottom + _MARGIN),
        90: (0, 1, -1, 0, right - _MARGIN, top - _MARGIN - _WIDTH),
        180: (-1, 0, 0, -1, left + _MARGIN + _WIDTH, top - _MARGIN),
        270: (0, -1, 1, 0, left + _MARGIN, bottom + _MARGIN + _WIDTH),
    }[int(page.obj.get("/Rotate", 0)) // 90 * 90 % 360]
    matrix = " ".join(f"{number:.2f}" for number in place)
    page.add_resource(form, Name.XObject, Name.VaartDeskStamp)
    # A stranger's page may leave q open: close what it left, and our own.
    closing = "Q " * (_open_states(page) + 1)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\n{closing}/Artifact BMC q {matrix} cm /VaartDeskStamp Do Q EMC\n".encode())


def _open_states(page: Any) -> int:
    try:
        operators = [str(step.operator) for step in pikepdf.parse_content_stream(page, "q Q")]
    except pikepdf.PdfError:
        return 0
    return max(0, operators.count("q") - operators.count("Q"))
