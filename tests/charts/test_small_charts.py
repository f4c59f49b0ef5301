"""The small charts of Vandaag: goals by the part of their way, weeks by how full they are, actions without names."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.graphics.shapes import Drawing, Line, Rect, String

from vaartdesk.charts.line import LineChart, Point
from vaartdesk.charts.palette import Palette
from vaartdesk.charts.pressure import Pressure
from vaartdesk.charts.stack import Stack, StackChart
from vaartdesk.charts.ways import Way, Ways
from vaartdesk.core.colours import DARK, LIGHT


def measure(text: str, _font: str, size: float) -> float:
    return 0.5 * size * len(text)


SCREEN = Palette(LIGHT, "Plain", "Heavy", 11.0, measure)
GOALS = Ways(
    (
        Way("Leegstand", "van 21,9 naar 7,8 %", "14,85 %", 50),
        Way("Bedrijven", "van 430 naar 500", "461", 44),
        Way("Waardering", "", "geen nulmeting", None),
    )
)
WEEKS = Pressure(((48, 4), (49, 5), (50, 7), (51, 10), (52, 6), (53, 0), (1, 1)), 7, 9)
STATES = StackChart((Stack("A", "Compact", 3, 9, 2, 3), Stack("C", "Gastvrij", 0, 0, 2, 0)), is_small=True)


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def tone(shape: Any) -> str:
    """The fill colour, #RRGGBB."""
    return "#" + str(shape.fillColor.hexval())[2:].upper()


def boxes(drawing: Drawing, colour: str) -> list[Rect]:
    return [shape for shape in drawing.contents if isinstance(shape, Rect) and tone(shape) == colour]


@pytest.mark.parametrize("chart", [GOALS, Ways(()), WEEKS, Pressure((), 7, 9), STATES, StackChart((), is_small=True)])
@pytest.mark.parametrize("width", [120.0, 162.0, 360.0])
def test_nothing_is_drawn_outside(chart: Any, width: float) -> None:
    drawing = chart.draw(SCREEN, width, 120.0)
    for shape in drawing.contents:
        if isinstance(shape, String):
            ends = (shape.x, shape.x + measure(shape.text, "", shape.fontSize), shape.y, shape.y + 0.7 * shape.fontSize)
        elif isinstance(shape, Line):
            ends = (min(shape.x1, shape.x2), max(shape.x1, shape.x2), min(shape.y1, shape.y2), max(shape.y1, shape.y2))
        else:
            ends = (shape.x, shape.x + shape.width, shape.y, shape.y + shape.height)
        assert ends[0] >= -0.6, shape
        assert ends[1] <= width + 0.6, shape
        assert ends[2] >= -0.6, shape
        assert ends[3] <= 120.6, shape


def test_a_goal_fills_its_part_of_the_way() -> None:
    drawing = GOALS.draw(SCREEN, 200)
    assert [round(bar.width) for bar in boxes(drawing, LIGHT.accent)] == [100, 88]
    assert len(boxes(drawing, LIGHT.groove)) == 3
    assert len([shape for shape in drawing.contents if isinstance(shape, Line)]) == 2, "no target mark without a share"
    assert GOALS.sentence() == (
        "Leegstand, van 21,9 naar 7,8 %, 14,85 %, 50 % van de weg; Bedrijven, van 430 naar 500, 461, 44 % van de weg; "
        "Waardering, geen nulmeting"
    )


def test_a_goal_says_from_where_to_where_only_where_that_fits() -> None:
    assert "Leegstand, van 21,9 naar 7,8 %" in texts(GOALS.draw(SCREEN, 360))
    narrow = texts(GOALS.draw(SCREEN, 160))
    assert "Leegstand" in narrow
    assert "14,85 %" in narrow


def test_busy_and_full_weeks_have_the_colours_of_a_warning() -> None:
    drawing = WEEKS.draw(SCREEN, 360, 120)
    assert len(boxes(drawing, LIGHT.warning.solid)) == 1
    full = boxes(drawing, LIGHT.danger.solid)
    assert len(full) == 1
    assert full[0].height == max(shape.height for shape in drawing.contents if isinstance(shape, Rect))
    assert {"7", "10"} <= set(texts(drawing))
    assert WEEKS.peak == (51, 10)
    assert WEEKS.sentence().startswith("Het drukst is week 51 met 10. week 48: 4, ")


def test_a_narrow_pressure_names_its_fullest_week() -> None:
    assert "wk 51" in texts(WEEKS.draw(SCREEN, 162, 120))
    assert "10" not in texts(WEEKS.draw(SCREEN, 162, 120))
    assert Pressure(((1, 0),), 7, 9).sentence() == "Niets gepland."


def test_the_small_stack_has_letters_but_no_names() -> None:
    narrow, wide = STATES.draw(SCREEN, 150), STATES.draw(SCREEN, 400)
    assert "Compact" not in texts(wide)
    assert {"A", "C", "17", "2"} <= set(texts(narrow))
    assert "gereed" in texts(wide)
    assert "gereed" not in texts(narrow)
    assert narrow.height < wide.height
    assert STATES.sentence().startswith("A Compact: 3 gereed, 9 loopt, 2 wacht, 3 gepland; C Gastvrij: 2 wacht")


@pytest.mark.parametrize(("scheme", "fill"), [(LIGHT, LIGHT.lines["A"].ink), (DARK, DARK.lines["A"].base)])
def test_a_badge_is_filled_as_everywhere(scheme: Any, fill: str) -> None:
    drawing = StackChart((Stack("A", "Compact", 1),)).draw(Palette(scheme, "Plain", "Heavy", 11.0, measure), 400)
    assert tone(drawing.contents[0]) == fill


def test_the_last_value_stands_at_its_point_where_a_projection_goes_on() -> None:
    chart = LineChart((Point(0, 20), Point(5, 15)), (), "%", target=8, projection=(Point(10, 10),))
    drawing = chart.draw(SCREEN, 400, 160)
    value = next(
        s for s in drawing.contents if isinstance(s, String) and s.text == "15\N{NO-BREAK SPACE}%" and s.x > 60
    )
    target = next(s for s in drawing.contents if isinstance(s, String) and s.text.startswith("doel"))
    assert value.x < target.x - 60
