"""The report of a round, read back from its PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from judge import is_sound, judge, needs_judge
from papers import outline, plain, whole
from rounds import begin, jpeg, make_route
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.round_report import ROUND_REPORT
from vaartdesk.formats.photo import read_photo
from vaartdesk.kinds.tickets.commands.rounds import add_point_photos, finish_round
from vaartdesk.kinds.tickets.commands.rounds import judge as find
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.accept("T13")


def paper(desk: Desk, ref: Ref) -> bytes:
    made = ROUND_REPORT.run(desk, [ref], {}).paper
    assert made is not None
    assert made.name.startswith("schouw-")
    data, warnings = made.make()
    assert warnings == ()
    return data


def test_the_report_tells_each_defect_with_its_ticket_and_all_points(planned_desk: Desk, clock: FixedClock) -> None:
    desk, route = planned_desk, make_route(planned_desk)
    earlier, before = begin(desk, route)
    find(desk, before[1], "niet_ok", note="Bak vol")
    finish_round(desk, earlier)
    clock.set(clock.now().replace(month=12, day=8))
    ref, points = begin(desk, route)
    for point in points:
        find(desk, point, "ok")
    add_point_photos(desk, points[1], [read_photo(jpeg())])
    find(desk, points[1], "niet_ok", note="Nog steeds vol <b>&")
    find(desk, points[2], "overgeslagen")
    assert "nog niet afgerond" in plain(whole(paper(desk, ref)))
    finish_round(desk, ref)
    data = paper(desk, ref)
    found = plain(whole(data))
    assert "12 punten: 10 in orde, 1 niet in orde, 1 overgeslagen. Er is 1 melding gemaakt." in found
    assert "2. Afvalbakken" in found
    assert "Nog steeds vol <b>&" in found
    assert "Vorige keer, 24 november 2026: niet in orde, M-2026-0001 nieuw." in found
    assert "Melding M-2026-0002: nieuw" in found
    assert all(title in found for title in ("Bestrating", "Hekwerk", "Niet in orde", "Alle punten"))
    assert [title for _level, title, _page in outline(data)] == [
        "Route Noord",
        "De ronde punt voor punt",
        "Niet in orde",
        "Alle punten",
    ]


def test_a_round_without_defects_is_short(planned_desk: Desk) -> None:
    ref, points = begin(planned_desk, make_route(planned_desk, ["Bestrating"]))
    find(planned_desk, points[0], "ok", note="Netjes")
    finish_round(planned_desk, ref)
    found = plain(whole(paper(planned_desk, ref)))
    assert "1 punt: 1 in orde." in found
    assert "Netjes" in found
    assert "Niet in orde" not in found


def test_only_a_round_that_was_begun_has_a_report(planned_desk: Desk) -> None:
    ref, points = begin(planned_desk, make_route(planned_desk, ["Bestrating"]))
    assert not ROUND_REPORT.fits(planned_desk.get(ref) or {})
    find(planned_desk, points[0], "ok")
    assert ROUND_REPORT.fits(planned_desk.get(ref) or {})


@needs_judge
def test_the_report_is_accessible_and_archivable(planned_desk: Desk, tmp_path: Path) -> None:
    ref, points = begin(planned_desk, make_route(planned_desk))
    add_point_photos(planned_desk, points[0], [read_photo(jpeg())])
    for at, point in enumerate(points):
        find(planned_desk, point, ("niet_ok", "ok", "overgeslagen")[at % 3], note="Rand 😀 漢 ligt hoog")
    (tmp_path / "schouw.pdf").write_bytes(ROUND_REPORT.run(planned_desk, [ref], {}).paper.make()[0])  # type: ignore[union-attr]
    is_sound(judge(tmp_path / "schouw.pdf"), 1, 1000)
