from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vaartdesk.kinds.plan import queries
from vaartdesk.kinds.plan.rules.team import full_time, holders_on, lines_without_centre, overloaded
from vaartdesk.store.desk import Desk

DAY = date(2026, 11, 24)


def test_a_line_without_a_centre_of_gravity_is_found() -> None:
    cells = [
        {"theme_line": "a", "weight": "zwaartepunt"},
        {"theme_line": "c", "weight": "betrokken"},
        {"theme_line": "b", "weight": ""},
    ]
    assert lines_without_centre(["a", "b", "c"], cells) == ["b", "c"]


def test_a_role_is_overloaded_above_the_limit_only() -> None:
    assert overloaded(["x", "x", "x", "y", None, "y", "y", "y"], 3) == {"y": 4}


@pytest.mark.accept("G1")
def test_the_matrix_of_the_plan_has_no_centre_for_c_and_e(planned_desk: Desk) -> None:
    with planned_desk.read() as reader:
        cells = queries.matrix(reader)
    lines = {row["id"]: row["code"] for row in planned_desk.rows("theme_line")}
    assert [lines[key] for key in lines_without_centre(lines, cells.values())] == ["C", "E"]


def test_holders_count_on_their_days() -> None:
    rows: list[dict[str, Any]] = [
        {"role": "regisseur", "from_on": None, "to_on": date(2026, 11, 23), "days": 40},
        {"role": "regisseur", "from_on": DAY, "to_on": None, "days": 40},
        {"role": "huismeester", "from_on": None, "to_on": None, "days": 25},
        {"role": None, "from_on": None, "to_on": None, "days": None},
    ]
    assert {role: len(held) for role, held in holders_on(rows, DAY).items()} == {"regisseur": 1, "huismeester": 1}
    assert full_time(rows, DAY) == 13
