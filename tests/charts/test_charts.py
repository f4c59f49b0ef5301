"""Charts: what they show, that it stays inside, that it reads in grey, and that names may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String

from vaartdesk.charts.bars import Bar, BarChart, Columns
from vaartdesk.charts.line import LineChart, Point
from vaartdesk.charts.pairs import Pairs
from vaartdesk.charts.palette import Palette, blend
from vaartdesk.charts.scale import number_text, round_ticks, spread
from vaartdesk.charts.small import Area, Share
from vaartdesk.charts.stack import Stack, StackChart
from vaartdesk.core.colours import DARK, LIGHT, contrast


def measure(text: str, _font: str, size: float) -> float:
    return 0.5 * size * len(text)


INK = Palette(LIGHT, "Plain", "Heavy", 8.0, measure)
NIGHT = Palette(DARK, "Plain", "Heavy", 11.0, measure)

VACANCY = LineChart(
    tuple(
        Point(year, value)
        for year, value in zip(range(2018, 2027), (22, 21, 21, 20, 18, 17, 16, 16, 14.85), strict=True)
    ),
    ((2018, "2018"), (2022, "2022"), (2026, "2026")),
    "%",
    start="nulmeting 21,9 %",
    target=7.8,
    national=(Point(2018, 7.8), Point(2026, 8.1)),
    national_name="Nederland",
    projection=(Point(2027, 13), Point(2028, 12.2)),
)
STREETS = BarChart(
    (Bar("Kruisstraat", 4, 31), Bar("Marktstraat met een heel lange naam", 6, 28), Bar("Leeg", 0, 9)), "A"
)
WEEKS = Columns(
    tuple(
        (f"wk {week}", count) for week, count in zip(range(40, 52), (2, 5, 9, 11, 3, 0, 1, 4, 6, 9, 2, 3), strict=True)
    ),
    9,
)
STATES = StackChart((Stack("A", "Compact", 3, 4, 2, 5), Stack("F", "Vaart"), Stack("C", "Gastvrij", 0, 1, 9, 0)))
OPEN = Area((12, 14, 30, 23), "1 sep", "24 nov")
MONTHS = Pairs(tuple((f"m{month}", 3 * month, month) for month in range(12)), "in", "uit")
ALL: tuple[Any, ...] = (VACANCY, STREETS, WEEKS, STATES, OPEN, Share(41, 50), Share(2, 3), MONTHS)
EMPTY: tuple[Any, ...] = (
    LineChart((), ()),
    BarChart(()),
    Columns(()),
    StackChart(()),
    Area(()),
    Share(0, 0),
    Pairs((), "in", "uit"),
)


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def tone(shape: Any) -> str:
    """The fill colour, #rrggbb."""
    return "#" + str(shape.fillColor.hexval())[2:]


def corners(shape: Any) -> Iterator[tuple[float, float]]:
    """The outermost places of a shape."""
    if isinstance(shape, Rect):
        yield from ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))
    elif isinstance(shape, Line):
        yield from ((shape.x1, shape.y1), (shape.x2, shape.y2))
    elif isinstance(shape, Circle):
        yield from ((shape.cx - shape.r, shape.cy - shape.r), (shape.cx + shape.r, shape.cy + shape.r))
    elif isinstance(shape, String):
        assert shape.textAnchor == "start"
        yield from (
            (shape.x, shape.y),
            (shape.x + measure(shape.text, "", shape.fontSize), shape.y + 0.7 * shape.fontSize),
        )
    else:
        assert isinstance(shape, (Polygon, PolyLine))
        yield from zip(shape.points[::2], shape.points[1::2], strict=True)


@pytest.mark.parametrize("palette", [INK, NIGHT])
@pytest.mark.parametrize("chart", [*ALL, *EMPTY])
def test_nothing_is_drawn_outside(chart: Any, palette: Palette) -> None:
    for width, height in ((480.0, 160.0), (220.0, 90.0)):
        drawing = chart.draw(palette, width, height)
        for shape in drawing.contents:
            for x, y in corners(shape):
                assert -0.6 <= x <= width + 0.6, shape
                assert -0.6 <= y <= height + 0.6, shape


@pytest.mark.parametrize("chart", [*ALL, *EMPTY])
def test_every_chart_says_what_it_shows(chart: Any) -> None:
    assert re.search(r"\w", chart.sentence())


def test_a_line_names_its_last_value_its_target_and_the_country() -> None:
    drawing = VACANCY.draw(INK, 480, 160)
    shown = texts(drawing)
    for text in (
        "14,85\u00a0%",
        "doel 7,8\u00a0%",
        "Nederland",
        "nulmeting 21,9 %",
        "verwacht 12,2\u00a0%",
        "0\u00a0%",
        "2022",
    ):
        assert text in shown
    dashed = [shape for shape in drawing.contents if isinstance(shape, PolyLine) and shape.strokeDashArray]
    assert len(dashed) == 2
    dots = [shape for shape in drawing.contents if isinstance(shape, Circle)]
    assert [tone(dot) for dot in dots[-2:]] == ["#ffffff", "#0b6b70"]
    assert VACANCY.sentence() == "Van 22\u00a0% naar 14,85\u00a0%, doel 7,8\u00a0%."


def test_labels_at_the_end_of_lines_do_not_touch() -> None:
    chart = LineChart(
        (Point(0, 8), Point(1, 8)), (), target=8, national=(Point(0, 8), Point(1, 8)), national_name="Nederland"
    )
    drawing = chart.draw(INK, 300, 120)
    ends = sorted(
        shape.y
        for shape in drawing.contents
        if isinstance(shape, String) and shape.text in ("8", "Nederland", "doel 8") and shape.x > 200
    )
    assert len(ends) == 3
    assert all(high - low >= 9 for low, high in pairwise(ends))


def test_the_value_axis_begins_at_zero() -> None:
    assert "0" in texts(LineChart((Point(0, 95), Point(1, 99)), ()).draw(INK, 300, 120))


def test_bars_say_how_many_of_how_many() -> None:
    shown = texts(STREETS.draw(INK, 220))
    assert "4 van 31" in shown
    assert any(text.startswith("Marktstraat") and text.endswith("…") for text in shown)
    assert "7" in texts(BarChart((Bar("Klacht", 7),)).draw(INK, 220))


def test_weeks_at_the_limit_have_a_red_cap_and_their_number() -> None:
    drawing = WEEKS.draw(INK, 480, 120)
    caps = [shape for shape in drawing.contents if isinstance(shape, Rect) and tone(shape) == "#d13a30"]
    assert len(caps) == 3
    assert [text for text in texts(drawing) if text in ("9", "11")] == ["9", "11", "9"]
    assert WEEKS.sentence() == "De meeste bij wk 43: 11."


def test_states_are_told_apart_without_colour() -> None:
    drawing = STATES.draw(INK, 480)
    hatching = [shape for shape in drawing.contents if isinstance(shape, Line)]
    assert len(hatching) > 10
    greys = {
        round(0.3 * colour.red + 0.59 * colour.green + 0.11 * colour.blue, 2)
        for shape in drawing.contents
        if isinstance(shape, Rect) and shape.y < 10 and (colour := shape.fillColor)
    }
    assert len(greys) == 4
    assert [text for text in texts(drawing) if text.isdigit()] == ["14", "0", "10"]
    assert {"gereed", "loopt", "wacht", "gepland"} <= set(texts(drawing))
    assert "2 wacht" in STATES.sentence()
    assert "F Vaart: geen acties" in STATES.sentence()


def test_a_share_of_few_cases_says_so() -> None:
    assert Share(2, 4).percent is None
    assert "te weinig" in texts(Share(2, 4).draw(INK, 200))
    assert Share(2, 4).sentence() == "te weinig, 2 van 4"
    assert Share(4, 5).percent == 80
    assert Share(4, 5).sentence() == "80 procent, 4 van 5"


def test_characters_of_another_font_are_drawn_with_it() -> None:
    def runs(text: str, font: str) -> list[tuple[str, str]]:
        return [("Signs" if "😀" in part else font, part) for part in re.split("(😀)", text) if part]

    drawing = BarChart((Bar("Straat 😀 plein", 1),)).draw(Palette(LIGHT, "Plain", "Heavy", 8, measure, runs), 300)
    pieces = [shape for shape in drawing.contents if isinstance(shape, String)]
    assert [(piece.fontName, piece.text) for piece in pieces[:3]] == [
        ("Plain", "Straat "),
        ("Signs", "😀"),
        ("Plain", " plein"),
    ]
    assert pieces[0].x < pieces[1].x < pieces[2].x


def test_the_dark_scheme_is_used_throughout() -> None:
    for chart in ALL:
        for shape in chart.draw(NIGHT, 400, 150).contents:
            if isinstance(shape, String) and len(shape.text) > 1:
                assert contrast(tone(shape), DARK.surface) >= 4.5


def test_blend_mixes_over_the_ground() -> None:
    assert blend("#000000", "#FFFFFF", 0.25).hexval() == "0xbfbfbf"


@given(st.floats(0, 1e9), st.booleans())
def test_ticks_are_few_even_and_reach_the_largest(largest: float, whole: bool) -> None:
    ticks = round_ticks(largest, whole=whole)
    assert ticks[0] == 0
    assert 2 <= len(ticks) <= 6
    assert ticks[-1] >= largest * (1 - 1e-6) - 1e-9
    steps = {round((high - low) / ticks[-1], 6) for low, high in pairwise(ticks)}
    assert len(steps) == 1
    if whole:
        assert all(tick == int(tick) for tick in ticks)


@given(st.lists(st.floats(0, 500), max_size=8), st.floats(1, 30))
def test_spread_keeps_a_distance_and_the_order(wanted: list[float], distance: float) -> None:
    placed = spread(wanted, distance)
    ordered = [placed[index] for index in sorted(range(len(wanted)), key=lambda index: wanted[index])]
    assert all(high - low >= distance - 1e-6 for low, high in pairwise(ordered))
    if all(abs(one - other) > 2 * distance for place, one in enumerate(wanted) for other in wanted[:place]):
        assert placed == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (14.85, "%", "14,85\u00a0%"),
        (1234.5, "", "1.234,5"),
        (0, "", "0"),
        (-1500, "", "-1.500"),
        (0.1 + 0.2, "", "0,3"),
    ],
)
def test_numbers_are_written_in_dutch(value: float, unit: str, shown: str) -> None:
    assert number_text(value, unit) == shown
