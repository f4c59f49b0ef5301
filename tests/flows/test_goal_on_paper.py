"""A goal on paper: its sentence, its chart with baseline and target, and the measurements it is drawn from."""

from __future__ import annotations

import pytest

from papers import plain, whole
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


@pytest.mark.accept("D2")
def test_the_paper_of_a_goal_holds_its_chart(planned_desk: Desk) -> None:
    goal = next(row for row in planned_desk.rows("goal") if row["short"] == "Leegstand")
    data, warnings = print_record_paper(planned_desk, Ref("goal", goal["id"]))
    found = plain(whole(data))
    assert warnings == ()
    assert "Verloop" in found
    assert "nulmeting" in found
    assert "doel" in found
    assert "De as begint bij nul." in found


def test_a_goal_without_a_figure_says_so_and_has_no_chart(planned_desk: Desk) -> None:
    with planned_desk.change("Doel") as tx:
        ref = tx.add("goal", {"title": "Een gastvrije stad"})
    found = plain(whole(print_record_paper(planned_desk, ref)[0]))
    assert "Een doel zonder cijfer." in found
    assert "Verloop" not in found
