from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.kinds.plan.model import FigureType
from vaartdesk.kinds.plan.rules.goals import expected, progress, projected, standing, target_now
from vaartdesk.kinds.plan.rules.rows import figure_text
from vaartdesk.schema.types.base import ParseContext

TODAY = date(2026, 11, 24)
FIGURES = st.integers(-1_000_000, 1_000_000)


def goal(**values: Any) -> dict[str, Any]:
    return {
        "baseline": 2190,
        "baseline_on": None,
        "target": 780,
        "target_follows": "vast",
        "direction": "omlaag",
        "by_year": None,
    } | values


def measured(day: date | None, value: int | None, national: int | None = None) -> dict[str, Any]:
    return {"id": f"{day}", "measured_on": day, "value": value, "national": national}


@pytest.mark.accept("D1")
@pytest.mark.parametrize(
    ("baseline", "target", "value", "percent"),
    [
        (2190, 780, 1485, 50),  # a falling goal, half-way
        (2190, 780, 780, 100),
        (2190, 780, 500, 100),  # beyond the target
        (2190, 780, 2500, 0),  # worse than the start
        (2190, 780, 2190, 0),
        (380_000, 500_000, 421_000, 34),  # a rising goal
        (2190, 780, 781, 99),  # nearly is not there
        (500, 500, 500, 100),
        (None, 780, 1485, None),
        (2190, None, 1485, None),
        (2190, 780, None, None),
    ],
)
def test_progress_is_the_part_of_the_way(
    baseline: int | None, target: int | None, value: int | None, percent: int | None
) -> None:
    assert progress(baseline, target, value) == percent


@pytest.mark.accept("D1")
@given(FIGURES, FIGURES, FIGURES)
def test_progress_never_leaves_the_scale_and_mirrors(baseline: int, target: int, value: int) -> None:
    share = progress(baseline, target, value)
    assert share is not None
    assert 0 <= share <= 100
    assert progress(-baseline, -target, -value) == share
    arrived = value >= target if target > baseline else value <= target
    assert (share == 100) is (arrived or target == baseline)


@pytest.mark.accept("D1")
def test_a_target_that_follows_the_national_figure_moves_with_it() -> None:
    follows = goal(target_follows="landelijk")
    series = [measured(date(2018, 9, 19), 2190, 780), measured(date(2024, 10, 1), 1630, 840)]

    assert target_now(follows, []) == 780
    assert target_now(follows, series) == 840
    assert target_now(goal(), series) == 780
    assert standing(follows, series, TODAY).target == 840


@pytest.mark.accept("D1")
def test_a_goal_without_a_first_measurement_has_no_percentage() -> None:
    now = standing(goal(baseline=None, target=750, direction="omhoog"), [measured(TODAY, 710)], TODAY)
    assert (now.state, now.progress, now.value) == ("geen_nulmeting", None, 710)


@pytest.mark.accept("D8")
def test_a_goal_may_be_without_a_figure() -> None:
    assert standing(goal(target=None), [], TODAY).state == "geen_cijfer"


@pytest.mark.parametrize(
    ("values", "value", "state"),
    [
        ({}, 1485, "loopt"),
        ({}, 700, "gehaald"),
        ({"by_year": 2021}, 1485, "doeljaar_voorbij"),
        ({"by_year": 2021}, 780, "gehaald"),
        ({"by_year": 2028, "baseline_on": date(2018, 9, 19)}, 1485, "achter"),
        ({"by_year": 2040, "baseline_on": date(2018, 9, 19)}, 1485, "op_schema"),
    ],
)
def test_the_state_of_a_goal(values: dict[str, Any], value: int, state: str) -> None:
    assert standing(goal(**values), [measured(date(2026, 10, 1), value)], TODAY).state == state


def test_the_latest_measurement_counts_whatever_the_order() -> None:
    series = [measured(date(2026, 10, 1), 1485), measured(date(2020, 1, 1), 2120), measured(date(2027, 1, 1), None)]
    now = standing(goal(), series, TODAY)
    assert (now.value, now.measured_on, now.progress) == (1485, date(2026, 10, 1), 50)


def test_an_even_pace_ends_with_the_year() -> None:
    assert expected(date(2020, 1, 1), 2020, date(2020, 12, 31)) == 100
    assert expected(date(2020, 1, 1), 2020, date(2019, 1, 1)) == 0
    assert expected(date(2021, 1, 1), 2020, TODAY) == 100
    assert expected(None, 2020, TODAY) is None


def test_a_projection_needs_two_days() -> None:
    first, last = measured(date(2020, 1, 1), 2000), measured(date(2020, 1, 11), 1900)
    assert projected([first, last], date(2020, 1, 21)) == 1800
    assert projected([last], date(2020, 1, 21)) is None
    assert projected([first, measured(date(2020, 1, 1), 1500)], TODAY) is None


def test_a_projection_is_no_finer_than_what_was_measured() -> None:
    first, last = measured(date(2020, 1, 1), 380_000), measured(date(2020, 1, 8), 421_000)
    assert projected([first, last], date(2020, 1, 21)) == 497_100
    assert projected([first, measured(date(2020, 1, 8), 421_050)], date(2020, 1, 21)) == 497_280
    assert projected([first, measured(date(2020, 1, 8), 421_055)], date(2020, 1, 21)) == 497_300


def test_figures_show_no_decimals_that_say_nothing() -> None:
    figures = FigureType()
    assert figure_text(380_000, "arbeidsplaatsen") == "3.800\u00a0arbeidsplaatsen"
    assert (figure_text(2190, "%"), figure_text(1485), figure_text(None, "%")) == ("21,9\u00a0%", "14,85", "")
    assert figures.parse("14,85", ParseContext(TODAY)) == 1485
    assert figures.parse(figures.field_text(100_000), ParseContext(TODAY)) == 100_000
