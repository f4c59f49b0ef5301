"""Two columns per month: as high as what they count, told apart without colour, named where there is room."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.shapes import Line, Rect, String

from vaartdesk.charts.pairs import Pairs
from vaartdesk.charts.palette import Palette
from vaartdesk.core.colours import LIGHT

INK = Palette(LIGHT, "Plain", "Heavy", 8.0, lambda text, _font, size: 0.5 * size * len(text))
TWO = Pairs((("jan", 8, 4), ("feb", 0, 2)), "in", "uit")


def columns(chart: Pairs, width: float = 300) -> list[Any]:
    """The columns without the two of the legend, from left to right."""
    found = [shape for shape in chart.draw(INK, width, 120).contents if isinstance(shape, Rect)]
    return sorted((rect for rect in found if rect.y < 100), key=lambda rect: rect.x)


def test_columns_are_as_high_as_what_they_count_and_nothing_is_no_column() -> None:
    high = [round(rect.height, 3) for rect in columns(TWO)]
    assert len(high) == 3
    assert high[0] == 2 * high[1] == 4 * high[2]


def test_the_second_is_hatched_so_that_it_reads_in_grey() -> None:
    hatched = [shape for shape in TWO.draw(INK, 300, 120).contents if isinstance(shape, Line) and shape.x1 != shape.x2]
    slanted = [line for line in hatched if line.y1 != line.y2]
    (_first, second, third) = columns(TWO)
    inside = [line for line in slanted if second.x - 1 <= line.x1 <= second.x + second.width]
    assert inside
    assert any(third.x - 1 <= line.x1 <= third.x + third.width for line in slanted)


def test_where_room_is_short_the_last_name_stays() -> None:
    months = Pairs(tuple((f"maand{n}", n, n) for n in range(12)), "in", "uit")
    names = [
        s.text for s in months.draw(INK, 160, 120).contents if isinstance(s, String) and s.text.startswith("maand")
    ]
    assert 1 < len(names) < 12
    assert names[-1] == "maand11"


def test_it_says_what_it_shows() -> None:
    assert TWO.sentence() == "jan 8 in 4 uit, feb 0 in 2 uit"
    assert Pairs((("jan", 0, 0),), "in", "uit").sentence() == "Niets te tellen."
