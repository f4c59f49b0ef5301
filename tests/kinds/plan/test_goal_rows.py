"""Goals in their list: in the order of the plan, each with its figure, its share of the way and its standing."""

from __future__ import annotations

from datetime import date

import pytest

from vaartdesk.kinds.plan.commands import measure
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.listing import Gauge, RowParts, spoken
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.large import shared_rows
from vaartdesk.ui.list.query import first_query
from vaartdesk.ui.list.rows import Rows
from vaartdesk.ui.list.sift import Sift

PLAN = ["Arbeidsplaatsen", "Bedrijven", "Leegstand", "Waardering", "Notering"]


@pytest.fixture
def kind(planned_desk: Desk) -> Kind:
    return planned_desk.kinds["goal"]


@pytest.fixture
def rows(planned_desk: Desk, kind: Kind) -> Rows:
    made = shared_rows(planned_desk, kind)
    made.load()

    def listen(change: ChangeSet) -> None:
        made.hear(change)

    planned_desk.bus.subscribe(listen)
    return made


def key_of(desk: Desk, short: str) -> str:
    return str(next(row["id"] for row in desk.rows("goal") if row["short"] == short))


def shown(rows: Rows, key: str) -> tuple[RowParts, Gauge]:
    parts = rows.parts(key)
    assert parts.gauge is not None
    return parts, parts.gauge


def test_goals_stand_in_the_order_of_the_plan(rows: Rows, kind: Kind) -> None:
    query = first_query(kind)
    assert query.sort == "pos"
    titles = [rows.parts(key).title for key in Sift(rows).keys(query)]
    assert [title for title in titles if title in PLAN] == PLAN


def test_order_keys_sort_letter_by_letter(kind: Kind) -> None:
    order = kind.fields["pos"].type
    assert sorted(["a", "Z", "b", "", "A0"], key=order.sort_key) == ["A0", "Z", "a", "b", ""]


@pytest.mark.accept("D1")
def test_a_measurement_moves_the_bar(rows: Rows, planned_desk: Desk) -> None:
    key = key_of(planned_desk, "Leegstand")
    parts, gauge = shown(rows, key)
    assert (gauge.value, gauge.unit, gauge.share) == ("21,9", "%", 0)
    measure(planned_desk, Ref("goal", key), 1485, date(2026, 10, 1))
    parts, gauge = shown(rows, key)
    assert (parts.title, gauge.value, gauge.unit) == ("Leegstand", "14,85", "%")
    assert (gauge.told, gauge.share, gauge.start) == ("50 % van de weg", 50, "van 21,9")
    assert gauge.end.startswith("naar 7,8")
    assert "50 % van de weg" in spoken(parts)


def test_a_goal_without_a_baseline_says_so_and_has_no_share(rows: Rows, planned_desk: Desk) -> None:
    parts, gauge = shown(rows, key_of(planned_desk, "Waardering"))
    assert (gauge.share, gauge.value, gauge.told) == (None, "", "")
    assert parts.chip is not None
    assert parts.chip.label == "geen nulmeting"
