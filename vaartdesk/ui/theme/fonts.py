"""The type scale, in points from the application's own font, so that a larger system font scales the lot.

A desktop without a usable interface font (a bare X server falls back on DejaVu, which runs a fifth too wide for Dutch
tab names) gets the Source Sans 3 that is shipped for paper. Its letters are small for their size, hence one point more.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from vaartdesk.core.resources import resource

Style = Literal["display", "title", "section", "body", "meta", "micro"]

LEAST_POINTS: Final = 10.0
SHIPPED_FAMILY: Final = "Source Sans 3"
SHIPPED_POINTS: Final = 11.0
SHIPPED_FILES: Final = ("SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf", "SourceSans3-Italic.ttf")
LINE: Final = 1.25
FALLBACKS: Final = ("DejaVu Sans", "Bitstream Vera Sans", "Verdana", "Unifont", "FreeSans", "Nimbus Sans")


class Face(NamedTuple):
    """Size as a factor of the body size, and the weight when none is asked for."""

    factor: float
    weight: int


FACES: Final[dict[Style, Face]] = {
    "display": Face(2.0, 600),
    "title": Face(1.54, 600),
    "section": Face(1.3, 600),
    "body": Face(1.0, 400),
    "meta": Face(0.92, 400),
    "micro": Face(0.85, 400),
}


def base_font(system: QFont) -> QFont:
    """The font the program runs in, at 10 points or more: the system's, or the shipped one where it has none."""
    if QFontInfo(system).family() in FALLBACKS and _load_shipped():
        return QFont(SHIPPED_FAMILY, round(SHIPPED_POINTS))
    chosen = QFont(system)
    chosen.setPointSizeF(max(LEAST_POINTS, system.pointSizeF()))
    return chosen


@cache
def _load_shipped() -> bool:
    """Whether the shipped faces could be loaded; an installer without them keeps the system font."""
    try:
        paths = [str(resource("fonts", name)) for name in SHIPPED_FILES]
    except FileNotFoundError:
        return False
    return all(QFontDatabase.addApplicationFont(path) >= 0 for path in paths)


def told_font() -> str:
    """The application's font. Its text costs more than all that is looked up by it, and painting asks for each word."""
    now = QApplication.font()
    return _told(now.family(), now.pointSizeF(), now.bold())


@cache
def _told(_family: str, _size: float, _is_bold: bool) -> str:
    return QApplication.font().toString()


def font(style: Style = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
    """The font of a style; `weight` 400-700 replaces the style's own, `tabular` gives digits of one width."""
    return QFont(_font(told_font(), style, weight or FACES[style].weight, tabular))


@cache
def _font(base: str, style: Style, weight: int, tabular: bool) -> QFont:
    """Built once per application font; QFont is copied out because callers may change theirs."""
    made = QFont()
    made.fromString(base)
    made.setPointSizeF(made.pointSizeF() * FACES[style].factor)
    if made.family() == SHIPPED_FAMILY and weight == QFont.Weight.Medium:
        weight = QFont.Weight.DemiBold.value  # the shipped family has no medium; a title must still stand out
    made.setWeight(QFont.Weight(weight))
    if style in {"title", "display"}:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99.0)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def metrics(style: Style = "body", weight: int | None = None, *, tabular: bool = False) -> QFontMetricsF:
    """The measures of `font(...)`; kept, because a delegate asks for them per row."""
    return _metrics(told_font(), style, weight or FACES[style].weight, tabular)


@cache
def _metrics(base: str, style: Style, weight: int, tabular: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(base, style, weight, tabular))


class Letters(NamedTuple):
    """A font that is kept, not to be changed, and its measures."""

    font: QFont
    metrics: QFontMetricsF


def letters(style: Style, weight: int | None = None, *, tabular: bool = False) -> Letters:
    """What a painter needs of `font(...)`; the least that can be looked up for each word that is painted."""
    return _letters(told_font(), style, weight or FACES[style].weight, tabular)


@cache
def _letters(base: str, style: Style, weight: int, tabular: bool) -> Letters:
    return Letters(_font(base, style, weight, tabular), _metrics(base, style, weight, tabular))


def line_height(style: Style = "body") -> float:
    """The height one line needs: 1.25 times the letters, because the families' own line heights differ by a fifth."""
    return _pixels(told_font(), style) * LINE


@cache
def _pixels(base: str, style: Style) -> float:
    return float(QFontInfo(_font(base, style, FACES[style].weight, False)).pixelSize())
