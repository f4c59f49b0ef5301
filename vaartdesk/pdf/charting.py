"""The palette that charts are printed with."""

from __future__ import annotations

from typing import Final

from vaartdesk.charts.palette import Palette
from vaartdesk.core.colours import LIGHT
from vaartdesk.pdf.fonts import REGULAR, SEMIBOLD, runs, width
from vaartdesk.pdf.words import clean, hold

PAPER: Final = Palette(LIGHT, REGULAR, SEMIBOLD, 8.0, width, lambda text, font: runs(hold(clean(text)), font))
