"""The stamp on a foreign page: which annex, which sheet, which page of the whole."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import pikepdf
from pikepdf import Array, Name, Pdf
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.fonts import REGULAR, register, runs, width
from vaartdesk.pdf.styles import MM

_WIDTH: Final = 110 * MM
_HEIGHT: Final = 6 * MM
_MARGIN: Final = 5 * MM
_SIZE: Final = 8


def stamp_forms(pdf: Pdf, texts: Sequence[str]) -> list[Any]:
    """A form in `pdf` per text. All share the fonts of one page, for a page each costs more than all the rest of a pack."""
    register()
    buffer = io.BytesIO()
    font: Any = REGULAR  # the published types call it a number
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1, initialFontName=font)
    codes = [_code(canvas, text) for text in texts]
    canvas.showPage()
    canvas.save()
    with pikepdf.open(buffer) as layer:
        resources = pdf.copy_foreign(layer.make_indirect(layer.pages[0].obj.Resources))
    return [_form(pdf, code, resources) for code in codes]


def _code(canvas: Canvas, text: str) -> bytes:
    """What draws one stamp: a light field, and the words on it."""
    left = _WIDTH - width(text, REGULAR, _SIZE) - 8
    words = canvas.beginText(left + 4, 5)
    for name, part in runs(text, REGULAR):
        words.setFont(name, _SIZE)
        words.textOut(part)
    field = f"{_ink(LIGHT.surface)} rg {left:.2f} 0 {_WIDTH - left:.2f} {_HEIGHT:.2f} re f {_ink(LIGHT.text2)} rg\n"
    return f"{field}{words.getCode()}".encode("latin-1")


def _ink(colour: str) -> str:
    return " ".join(f"{part:.4f}" for part in HexColor(colour).rgb())


def _form(pdf: Pdf, code: bytes, resources: Any) -> Any:
    form = pdf.make_stream(code)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, round(_WIDTH, 2), round(_HEIGHT, 2)])
    form.Resources = resources
    return form


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
