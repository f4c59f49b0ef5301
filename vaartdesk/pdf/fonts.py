"""The embedded fonts, and which of them can print a character.

Source Sans 3 prints Dutch; DejaVu Sans takes over for other scripts and symbols, Noto Emoji for emoji. What none of
them has is printed as `[U+6F22]` and reported: nothing vanishes silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from reportlab.graphics import shapes
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from vaartdesk.core.resources import resource

REGULAR: Final = "VaartRegular"
SEMIBOLD: Final = "VaartSemiBold"
ITALIC: Final = "VaartItalic"
FALLBACK: Final = ("VaartSymbols", "VaartEmoji")

_FILES: Final = {
    REGULAR: "SourceSans3-Regular.ttf",
    SEMIBOLD: "SourceSans3-SemiBold.ttf",
    ITALIC: "SourceSans3-Italic.ttf",
    FALLBACK[0]: "DejaVuSans.ttf",
    FALLBACK[1]: "NotoEmoji-Regular.ttf",
}
_EMOJI: Final = 0x1F300
_SOFT_HYPHEN: Final = "\u00ad"


class EmbeddedFont(TTFont):
    """A TrueType font whose table of characters is right for emoji too.

    ReportLab 5.1 writes characters from U+10000 with five digits, so that an emoji is copied out as another sign, and
    maps the sign for "missing" to U+0000, which no reader may meet.
    """

    def addObjects(self, doc: Any) -> None:
        """Write the font into `doc`; called by ReportLab when the file is saved."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject:
            if name not in before and name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                repaired = re.sub(r"<([0-9A-F]{5,6})>", _surrogates, stream.content)
                stream.content = repaired.replace("<00> <0000>\n", "<00> <FFFD>\n", 1)


def _surrogates(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def register() -> None:
    """Load the fonts once per process (about 30 ms) and make ours the font of every drawing."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(EmbeddedFont(name, str(resource("fonts", file)), shapable=False))
    # A drawing names Helvetica otherwise, which is never embedded.
    shapes.STATE_DEFAULTS["fontName"] = REGULAR


@cache
def glyphs(font: str) -> Mapping[int, int]:
    """The characters (code points) that `font` can print."""
    register()
    found: Any = pdfmetrics.getFont(font)
    table: Mapping[int, int] = found.face.charToGlyph
    return table


@cache
def characters(font: str) -> frozenset[str]:
    """The characters that `font` can print."""
    return frozenset(map(chr, glyphs(font)))


def width(text: str, font: str, size: float) -> float:
    """The width of `text` in points."""
    register()
    return float(pdfmetrics.stringWidth(text, font, size))


def runs(text: str, font: str, lost: set[str] | None = None) -> list[tuple[str, str]]:
    """`text` cut into `(font, text)` runs, `font` wherever it can; characters that no font has go into `lost`."""
    if characters(font).issuperset(text):
        return [(font, text)]
    found: list[tuple[str, str]] = []
    for char in text:
        name, shown = _printable(char, font, lost)
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1] + shown)
        else:
            found.append((name, shown))
    return found


def _printable(char: str, font: str, lost: set[str] | None) -> tuple[str, str]:
    if char == _SOFT_HYPHEN:
        return font, char
    # Emoji from one font: DejaVu has some of the faces, drawn differently.
    others = FALLBACK[::-1] if ord(char) >= _EMOJI else FALLBACK
    for name in (font, *others):
        if char in characters(name):
            return name, char
    if lost is not None:
        lost.add(char)
    return font, f"[U+{ord(char):04X}]"


def draw_line(canvas: Any, x: float, y: float, text: str, font: str, size: float, lost: set[str] | None = None) -> None:
    """Paint one line of `text` from x, y, each character in a font that has it; see `runs`."""
    for name, part in runs(text, font, lost):
        canvas.setFont(name, size)
        canvas.drawString(x, y, part)
        x += width(part, name, size)


def shorten(text: str, font: str, size: float, room: float) -> str:
    """`text` as far as it fits in `room` points, ending in an ellipsis when something was left out."""
    if width(text, font, size) <= room:
        return text
    while text and width(text + "…", font, size) > room:
        text = text[: len(text) * 9 // 10] if width(text, font, size) > 2 * room else text[:-1]
    return text.rstrip() + "…"
