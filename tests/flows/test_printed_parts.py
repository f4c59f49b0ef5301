"""What belongs to a record stands on its paper: in the team, not on that of others."""

from __future__ import annotations

from datetime import date

from papers import plain, whole
from vaartdesk.flows.record_parts import record_paper
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.pdf.parts import Listing
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def goal(desk: Desk) -> Ref:
    with desk.change("Doel") as tx:
        ref = tx.add("goal", {"title": "Leegstand", "unit": "panden"})
        other = tx.add("goal", {"title": "Ander doel", "unit": "panden"})
        for year, value in ((2024, 21), (2025, 17), (2026, 12)):
            tx.add("measurement", {"goal": ref.id, "measured_on": date(year, 10, 1), "value": value})
        tx.add("measurement", {"goal": other.id, "measured_on": date(2026, 10, 1), "value": 99})
    return ref


def test_a_goal_is_printed_with_its_measurements(planned_desk: Desk) -> None:
    ref = goal(planned_desk)
    found = plain(whole(print_record_paper(planned_desk, ref)[0]))
    assert "Metingen (3)" in found
    assert found.count("1 okt") >= 3
    assert "99" not in found


def test_the_measurements_do_not_name_their_goal_once_more(planned_desk: Desk) -> None:
    paper = record_paper(planned_desk, goal(planned_desk))
    assert paper is not None
    [table] = [part for part in paper.parts if isinstance(part, Listing) and part.title.startswith("Metingen")]
    assert "Doel" not in [column.title for column in table.columns]


def test_a_paper_for_others_tells_nothing_of_them(planned_desk: Desk) -> None:
    paper = record_paper(planned_desk, goal(planned_desk), for_others=True)
    assert paper is not None
    assert not [part for part in paper.parts if isinstance(part, Listing) and part.title.startswith("Metingen")]
