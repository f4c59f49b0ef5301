"""Marked days from CSV and run-books from templates, on the real store."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_records import got, plan
from vaartdesk.formats.tables import TableError
from vaartdesk.kinds.events.commands.filling import fill_runbook, import_markers
from vaartdesk.kinds.events.exchange import read_markers
from vaartdesk.kinds.events.queries.planning import marks_between
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

HOLIDAYS = """Naam;Vanaf;Tot en met;Regio
Herfstvakantie;10-10-2026;18-10-2026;Noord
Kerstvakantie;19-12-2026;3-1-2027;Noord
Kapot;31-11-2026;;Noord
;1-1-2027;;
Omgekeerd;5-5-2027;1-5-2027;
"""


@pytest.mark.accept("K11")
def test_school_holidays_come_from_a_csv_once(desk: Desk) -> None:
    found = import_markers(desk, HOLIDAYS.encode())
    assert [line for line, _why in found.refused] == [4, 5, 6]
    assert found.refused[0][1] == "November heeft 30 dagen."
    assert {(row["title"], row["type"], row["region"]) for row in desk.rows("marker")} == {
        ("Herfstvakantie", "schoolvakantie", "Noord"),
        ("Kerstvakantie", "schoolvakantie", "Noord"),
    }
    import_markers(desk, HOLIDAYS.replace("18-10-2026", "17-10-2026").encode())
    assert len(desk.rows("marker")) == 2
    with desk.read() as reader:
        marks = marks_between(reader, date(2026, 10, 17), date(2026, 10, 18))
    assert list(marks) == [date(2026, 10, 17)]
    desk.undo()
    desk.undo()
    assert desk.rows("marker") == []


@pytest.mark.accept("K11")
def test_own_markers_come_from_a_csv_too(desk: Desk) -> None:
    import_markers(
        desk, b"titel,datum,soort\nWarenmarkt,25-11-2026,Marktdag\nFeest,1-12-2026,onbekend\n", usual="eigen"
    )
    assert {(row["title"], row["type"]) for row in desk.rows("marker")} == {
        ("Warenmarkt", "marktdag"),
        ("Feest", "eigen"),
    }


@pytest.mark.parametrize("data", [b"", b"iets\nanders\n", b"naam;soort\nx;y\n"])
def test_a_file_without_the_columns_says_so(data: bytes) -> None:
    found = read_markers(data, date(2026, 11, 24))
    assert found.markers == {}
    assert found.refused[0][0] == 1


@given(
    st.binary(max_size=400) | st.text(max_size=300).map(lambda rows: f"naam;vanaf\n{rows}".encode("utf-8", "replace"))
)
def test_no_bytes_break_the_reading(data: bytes) -> None:
    try:
        found = read_markers(data, date(2026, 11, 24))
    except TableError:
        return
    assert all(marker["title"] and marker["from_on"] <= marker["to_on"] for marker in found.markers.values())


def test_a_template_fills_a_runbook_once(desk: Desk) -> None:
    event = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00")
    points: list[dict[str, Any]] = [
        {"title": "Verkeersplan", "offset_days": -84, "pos": "a"},
        {"title": "Evaluatie", "offset_days": 14, "pos": "b"},
    ]
    with desk.change("Draaiboek") as tx:
        template = tx.add("runbook_template", {"title": "Optocht"})
        tx.add_many("runbook_item", [point | {"template": template.id} for point in points])
    made = fill_runbook(desk, event, template)
    assert [got(desk, ref)["due_on"] for ref in made] == [date(2026, 9, 26), date(2027, 1, 2)]
    with desk.change("Eigen naam") as tx:
        tx.set(made[0], "title", "Verkeersplan met gemeente")
    assert fill_runbook(desk, event, template) == made
    assert got(desk, made[0])["title"] == "Verkeersplan met gemeente"
    assert len(desk.rows("checklist_item")) == 2
    assert Ref("checklist_item", made[0].id) == made[0]
