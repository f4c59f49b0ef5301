"""The stamp on a foreign page: which annex, which sheet, which page of the whole."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

import pikepdf
from pikepdf import Array, Name, Pdf
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.fonts import FALLBACK, REGULAR, register, runs, width
from vaartdesk.pdf.styles import MM

_WIDTH: Final = 110 * MM
_HEIGHT: Final = 6 * MM
_MARGIN: Final = 5 * MM
_SIZE: Final = 8
# What says nothing of graphics states in page code: plain strings and comments.
_SILENT: Final = re.compile(rb"\([^()\\]*(?:\\.[^()\\]*)*\)|%[^\r\n]*", re.DOTALL)


def stamp_pages(pdf: Pdf, places: Sequence[int], texts: Sequence[str]) -> None:
    """Put each text on its page (0-based). All share the fonts of one layer: fonts for each page would cost more than all
    the rest of a pack.
    """
    register()
    buffer = io.BytesIO()
    font: Any = REGULAR  # the published types call it a number
    canvas = Canvas(buffer, pagesize=(_WIDTH, _HEIGHT), invariant=1, initialFontName=font)
    _name_fonts(canvas, texts)
    codes = [_code(canvas, text) for text in texts]
    canvas.showPage()
    canvas.save()
    with pikepdf.open(buffer) as layer:
        fonts = {name: pdf.copy_foreign(font) for name, font in layer.pages[0].obj.Resources.Font.items()}
    for place, code in zip(places, codes, strict=True):
        _stamp(pdf.pages[place], fonts, code)


def _name_fonts(canvas: Any, texts: Sequence[str]) -> None:
    """Names that a stranger's page does not have: the same one only for the same font, as on a page of a pack that is
    joined in another.
    """
    prefix = "VaartDesk" + sha256("\n".join(texts).encode()).hexdigest()[:8]
    for name in (REGULAR, *FALLBACK):
        font: Any = pdfmetrics.getFont(name)
        font._assignState(canvas._doc, namePrefix=prefix)  # noqa: SLF001 - meant "for those wishing to roll their own"


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


def _stamp(page: Any, fonts: dict[str, Any], code: bytes) -> None:
    """Draw `code` in the lower right corner as the reader sees it, whatever the page's rotation and boxes.

    Not with pikepdf's own overlay: that takes a random name, and the bytes would differ each time.
    """
    left, bottom, right, top = (float(edge) for edge in page.cropbox)
    place = {
        0: (1, 0, 0, 1, right - _MARGIN - _WIDTH, bottom + _MARGIN),
        90: (0, 1, -1, 0, right - _MARGIN, top - _MARGIN - _WIDTH),
        180: (-1, 0, 0, -1, left + _MARGIN + _WIDTH, top - _MARGIN),
        270: (0, -1, 1, 0, left + _MARGIN, bottom + _MARGIN + _WIDTH),
    }[int(page.obj.get("/Rotate", 0)) // 90 * 90 % 360]
    matrix = " ".join(f"{part:.2f}" for part in place)
    for name, font in fonts.items():
        page.add_resource(font, Name.Font, Name(name))
    # A stranger's page may leave q open: close what it left, and our own.
    closing = "Q " * (_open_states(page) + 1)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\n{closing}/Artifact BMC q {matrix} cm ".encode() + code + b" Q EMC\n")


def _open_states(page: Any) -> int:
    """How many graphics states the page code leaves open."""
    try:
        code = _SILENT.sub(b" ", _code_of(page))
        steps = code.split()
        opened, closed = steps.count(b"q"), steps.count(b"Q")
        if not _is_plain(code, opened + closed):
            found = [str(step.operator) for step in pikepdf.parse_content_stream(page, "q Q")]
            opened, closed = found.count("q"), found.count("Q")
    except pikepdf.PdfError:
        return 0
    return max(0, opened - closed)


def _is_plain(code: bytes, steps: int) -> bool:
    """Whether each q and Q of the code was counted, so that no parser is needed, which takes twice as long.

    It is not when one stands elsewhere than between blanks, a string is not plain, or a picture is in the code itself.
    """
    return code.count(b"q") + code.count(b"Q") == steps and not any(sign in code for sign in (b"(", b")", b"BI"))


def _code_of(page: Any) -> bytes:
    contents = page.obj.get("/Contents", ())
    streams = contents if isinstance(contents, Array) else [contents]
    return b"\n".join(stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream))
