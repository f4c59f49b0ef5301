"""Paper: A4, its margins, its type and its colours. Sizes in points, colours from the light scheme."""

from __future__ import annotations

from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.fonts import REGULAR, SEMIBOLD

MM: Final = float(mm)
PAGE_WIDTH: Final = 210 * MM
PAGE_HEIGHT: Final = 297 * MM
LEFT: Final = 20 * MM
RIGHT: Final = 17 * MM
TOP: Final = 14 * MM
BOTTOM: Final = 20 * MM
WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
HEIGHT: Final = PAGE_HEIGHT - TOP - BOTTOM

# The grid of an agenda and of minutes: time, number, text.
TIME_COLUMN: Final = 16 * MM
NUMBER_COLUMN: Final = 7 * MM
TEXT_COLUMN: Final = TIME_COLUMN + NUMBER_COLUMN

HAIRLINE: Final = 0.5
RADIUS: Final = 3.5


def _style(name: str, size: float, leading: float, colour: str = LIGHT.text1, **more: Any) -> ParagraphStyle:
    more.setdefault("fontName", REGULAR)
    return ParagraphStyle(
        name,
        fontSize=size,
        leading=leading,
        textColor=HexColor(colour),
        allowWidows=0,
        allowOrphans=0,
        bulletFontSize=size,
        **more,
    )


BODY: Final = _style("body", 10, 14, spaceAfter=3)
TIGHT: Final = _style("tight", 10, 14)
LEAD: Final = _style("lead", 11.5, 15.5, spaceAfter=4)
META: Final = _style("meta", 8, 11, LIGHT.text2)
CAPTION: Final = _style("caption", 8, 11, LIGHT.text2, spaceBefore=2, spaceAfter=4)
TITLE: Final = _style("title", 23, 28, fontName=SEMIBOLD)
SUBTITLE: Final = _style("subtitle", 12.5, 17, LIGHT.text2)
PLACE: Final = _style("place", 10, 14, LIGHT.text2)
PLACE_RIGHT: Final = _style("place right", 10, 14, LIGHT.text2, alignment=TA_RIGHT)
ANNEX_TITLE: Final = _style("annex", 19, 24, fontName=SEMIBOLD)
SECTION: Final = _style("section", 12, 16, fontName=SEMIBOLD, spaceBefore=14, spaceAfter=4, keepWithNext=1)
SECTION_TITLE: Final = _style("section title", 15, 20, fontName=SEMIBOLD, spaceBefore=18, spaceAfter=2, keepWithNext=1)
SMALL_SECTION: Final = _style("small section", 10, 14, fontName=SEMIBOLD, spaceBefore=8, spaceAfter=2, keepWithNext=1)
ITEM_TITLE: Final = _style("item", 10.5, 14, fontName=SEMIBOLD)
FRAME_TITLE: Final = _style("frame title", 10, 14, fontName=SEMIBOLD, spaceAfter=1, keepWithNext=1)
ITEM_TIME: Final = _style("time", 10, 14)
LIST: Final = _style("list", 10, 14, leftIndent=14, bulletIndent=0, bulletFontName=REGULAR, spaceAfter=2)
CELL: Final = _style("cell", 9, 12)
CELL_LABEL: Final = _style("cell label", 9, 12, LIGHT.text2)
CELL_RIGHT: Final = _style("cell right", 9, 12, alignment=TA_RIGHT)
HEAD: Final = _style("head", 8, 11, LIGHT.text2)
HEAD_RIGHT: Final = _style("head right", 8, 11, LIGHT.text2, alignment=TA_RIGHT)
SUB_ITEM_TITLE: Final = _style("sub item", 10, 14, fontName=SEMIBOLD)
SENDER: Final = _style("sender", 11, 14, fontName=SEMIBOLD)
GUEST_NOTE: Final = _style("guest note", 10, 14, LIGHT.text2, alignment=TA_RIGHT)
LINE_NAME: Final = _style("line name", 10, 14, fontName=SEMIBOLD)
CHIP: Final = _style("chip", 8, 10, fontName=SEMIBOLD)
META_RIGHT: Final = _style("meta right", 8, 11, LIGHT.text2, alignment=TA_RIGHT)

HEADINGS: Final = {1: TITLE, 2: SECTION, 3: SMALL_SECTION, 4: SMALL_SECTION}
