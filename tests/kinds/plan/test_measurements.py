from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vaartdesk.kinds.plan import queries
from vaartdesk.kinds.plan.commands import measure
from vaartdesk.schema.context import row_context
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def goal_called(desk: Desk, short: str) -> tuple[Ref, dict[str, Any]]:
    row = next(row for row in desk.rows("goal") if row["short"] == short)
    found = desk.get(Ref("goal", row["id"]))
    assert found is not None
    return Ref("goal", row["id"]), dict(found)


def test_measurements_make_a_series_with_date_source_and_national_value(planned_desk: Desk) -> None:
    ref, _values = goal_called(planned_desk, "Leegstand")
    measure(planned_desk, ref, 1485, date(2026, 10, 1), national=820)
    with planned_desk.read() as reader:
        series = queries.measurements(reader, ref.id)
    assert [(m["measured_on"], m["value"], m["national"], m["source"]) for m in series] == [
        (date(2018, 9, 19), 2190, 780, "Locatus"),
        (date(2026, 10, 1), 1485, 820, "Locatus"),
    ]


@pytest.mark.accept("D1")
def test_the_first_measurement_of_a_goal_without_a_baseline_becomes_it(planned_desk: Desk) -> None:
    ref, before = goal_called(planned_desk, "Waardering")
    assert before["baseline"] is None
    command = planned_desk.kinds["goal"].commands[0]
    command.run(planned_desk, [ref], {"value": 640, "measured_on": None, "national": None, "source": "enquête"})
    _ref, after = goal_called(planned_desk, "Waardering")
    assert (after["baseline"], after["baseline_on"]) == (640, planned_desk.today)

    measure(planned_desk, ref, 710)
    _ref, later = goal_called(planned_desk, "Waardering")
    assert later["baseline"] == 640


@pytest.mark.accept("D1")
def test_the_page_of_a_goal_tells_where_it_stands(planned_desk: Desk) -> None:
    ref, values = goal_called(planned_desk, "Leegstand")
    measure(planned_desk, ref, 1485, date(2026, 10, 1))
    facts = planned_desk.kinds["goal"].facts
    assert facts is not None
    with planned_desk.read() as reader:
        assert dict(facts(values, reader)) == {
            "Stand": "Loopt",
            "Nu": "14,85\u00a0%",
            "Doel nu": "7,8\u00a0%",
            "Voortgang": "50 % van de weg",
        }


@pytest.mark.accept("D8")
def test_a_goal_belongs_to_the_agreement_or_to_a_theme_line_with_or_without_a_figure(planned_desk: Desk) -> None:
    desk = planned_desk
    main, values = goal_called(desk, "Leegstand")
    assert desk.title(Ref("agreement", values["agreement"])) == "Binnenstadakkoord"
    line = next(row["id"] for row in desk.rows("theme_line") if row["code"] == "A")
    with desk.change("Subdoel gemaakt") as tx:
        sub = tx.add("goal", {"title": "Kleine winkels in de Kruisstraat", "theme_line": line, "parent": main.id})
    kind = desk.kinds["goal"]
    found = desk.get(sub)
    assert kind.facts is not None
    assert kind.row is not None
    assert found is not None
    with desk.read() as reader:
        assert dict(kind.facts(found, reader)) == {"Stand": "zonder cijfer"}
        context = row_context(reader, [found], ("theme_line", "agreement"))
        assert kind.row(found, context).badges[0].letter == "A"
        headers = [kind.groupings[0].key(row, context)[1] for row in (values, found)]
    assert [(header.text, header.line) for header in headers] == [("Doelen", ""), ("Compact & Compleet", "A")]
