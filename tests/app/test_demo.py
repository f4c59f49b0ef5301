from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.app import cli
from vaartdesk.app.demo.calendar_days import dates_of, times_of, window
from vaartdesk.app.demo.drawings import SCENES, draw
from vaartdesk.app.demo.fill import Amounts, fill
from vaartdesk.app.demo.world import FLAGGED, MARK, MARKED, example_facts
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.text import fold
from vaartdesk.flows.agenda_paper import find_meeting, write_agenda
from vaartdesk.formats.photo import read_photo
from vaartdesk.kinds.events.model.permit import PERMIT_STATUSES
from vaartdesk.kinds.events.queries.clashes import clashes_of
from vaartdesk.kinds.meetings.queries import gatherings
from vaartdesk.kinds.plan.rules.texts import unknown
from vaartdesk.kinds.tickets.model.ticket import STATUSES
from vaartdesk.kinds.tickets.queries import tickets as ticket_queries
from vaartdesk.kinds.tickets.rules.moves import is_open
from vaartdesk.schema.ref import Ref
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.store.rows import read_rows
from workspace import open_desk

QUICK = Amounts(photos=0)
TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
HANGING = {"agenda_item", "attachment", "attendance", "checklist_item", "event_override", "inspection_point", "link"}
HANGING |= {"inspection_template_point", "note", "runbook_item", "ticket_reporter"}
"""Kinds that belong to a record that bears the mark."""


def rows(desk: Desk, kind: str) -> list[dict[str, Any]]:
    with desk.read() as reader:
        return read_rows(reader.connection, desk.kinds[kind], tuple(desk.kinds[kind].fields))


def filled(folder: Path, moment: datetime, amounts: Amounts = QUICK) -> Desk:
    desk = open_desk(folder, FixedClock(moment), planned=True)
    fill(desk, amounts)
    return desk


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with filled(tmp_path_factory.mktemp("demo") / "werkmap", TUESDAY, Amounts()) as desk:
        yield desk


def test_there_is_a_year_of_everything(example: Desk) -> None:
    counts = {kind: len(rows(example, kind)) for kind in ("ticket", "event", "meeting")}
    assert counts == {"ticket": 300, "event": 60, "meeting": 30}
    made = [row for row in rows(example, "person") + rows(example, "organisation") if MARK in row["note"].split("\n")]
    assert len(made) == 400
    assert 85 <= sum(row["is_example"] for row in rows(example, "action")) <= 95
    assert sum(row["is_photo"] for row in rows(example, "attachment")) == 40


def test_its_standard_texts_can_be_filled_and_suit_a_state(example: Desk) -> None:
    found = rows(example, "standard_text")
    assert {row["status"] for row in found} == {"nieuw", "doorgezet", "afgehandeld", "wacht op reactie"}
    assert [unknown(row["text"]) for row in found] == [()] * 5
    states = {fold(str(option.label)) for option in STATUSES}
    assert {row["status"] for row in found} <= states


def test_it_is_whole(example: Desk) -> None:
    assert check(example) == []


def test_every_example_bears_its_mark(example: Desk, tmp_path: Path) -> None:
    with open_desk(tmp_path / "plan", FixedClock(TUESDAY), planned=True) as plan:
        known = {row["id"] for kind in plan.kinds for row in rows(plan, kind)}
    for kind in example.kinds:
        unmarked = [row for row in rows(example, kind) if row["id"] not in known and not is_marked(kind, row)]
        assert not unmarked or kind in HANGING, (kind, unmarked[0])


def is_marked(kind: str, row: dict[str, Any]) -> bool:
    return kind in MARKED and row[MARKED[kind]].endswith(MARK) and (kind not in FLAGGED or row["is_example"])


def test_examples_are_found_by_their_mark(example: Desk) -> None:
    for kind in ("ticket", "action", "organisation", "event"):
        assert len(example.search("voorbeeld", kinds=(kind,), limit=30)) == 30


def test_people_bear_functions_and_cannot_be_reached(example: Desk) -> None:
    people = [row for row in rows(example, "person") if row["mobile"]]
    assert {row["email"].rpartition(".")[2] for row in people} == {"example"}
    assert {row["mobile"][:5] for row in people} == {"06 00"}
    assert all(row["function_title"].split()[0] in row["title"] for row in people)


def test_open_tickets_stand_in_every_state(example: Desk) -> None:
    found = rows(example, "ticket")
    states = Counter(row["status"] for row in found if is_open(row))
    assert set(states) == {"nieuw", "in_behandeling", "ingepland", "doorgezet", "wacht_op_reactie", "heropend"}
    assert [row["title"] for row in found if row["type"] == "calamiteit" and is_open(row)] == [
        "Winkelruit ingeslagen, glas op de stoep"
    ]
    with example.read() as reader:
        assert 2 <= len(ticket_queries.over_term(reader)) <= 8


def test_tickets_are_numbered_by_the_year_of_their_report(example: Desk) -> None:
    found = sorted(rows(example, "ticket"), key=lambda row: (row["reported_at"], row["number"]))
    assert [row["number"] for row in found] == [
        f"M-{year}-{n:04d}"
        for year in (2025, 2026)
        for n in range(1, 1 + sum(row["number"].startswith(f"M-{year}-") for row in found))
    ]
    assert all(row["reported_at"] < TUESDAY for row in found)
    assert all(row["reported_at"] <= row["closed_at"] < TUESDAY for row in found if row["closed_at"])


def test_permits_stand_in_every_state(example: Desk) -> None:
    assert {row["status"] for row in rows(example, "permit")} == {option.slug for option in PERMIT_STATUSES}


def test_there_is_one_clash(example: Desk) -> None:
    assert hard_clashes(example) == {frozenset(("Lichtjesparade", "Kerstmarkt Koopmansplein"))}


def test_in_another_season_it_is_the_same(tmp_path: Path) -> None:
    with filled(tmp_path / "werkmap", datetime(2027, 4, 12, 7, tzinfo=UTC)) as desk:
        assert hard_clashes(desk) == {frozenset(("Modeshow zomer", "Straattheater"))}
        assert check(desk) == []


def hard_clashes(desk: Desk) -> set[frozenset[str]]:
    with desk.read() as reader:
        return {
            frozenset((row["title"], clash.other_title))
            for row in rows(desk, "event")
            for clash in clashes_of(reader, row["id"])
            if clash.level == "hard"
        }


def test_the_board_meets_on_a_tuesday_two_weeks_ahead(example: Desk) -> None:
    with example.read() as reader:
        meeting = gatherings.next_of_type(reader, "bestuur")
        assert meeting is not None
        assert meeting["starts_at"] == datetime.fromisoformat("2026-12-08T19:30")
        lines = gatherings.agenda(reader, meeting["id"])
        assert len(lines) == 14
        assert lines[-1].item["title"] == "Sluiting"
        assert len(gatherings.stock(reader, meeting["body"])) == 7
        assert [person["function"] for person in gatherings.people(reader, meeting["id"])].count("voorzitter") == 1


def test_the_agenda_of_the_board_is_printed_with_its_papers(example: Desk, tmp_path: Path) -> None:
    result = write_agenda(example, find_meeting(example, None), tmp_path / "agenda.pdf")
    assert result.pages > 3
    assert not result.warnings


def test_decisions_lead_to_actions(example: Desk) -> None:
    found = rows(example, "decision")
    assert {row["follow_up"] for row in found} == {"loopt", "uitgevoerd", "geen_vervolg"}
    late = next(row for row in found if row["title"] == "Fietsbeugels Koopmansplein")
    assert {link.ref.kind for link in example.chain(Ref("decision", late["id"]))} >= {"action", "agenda_item"}


def test_a_filled_workspace_is_refused(example: Desk) -> None:
    before = len(rows(example, "ticket"))
    with pytest.raises(WorkspaceError, match="bevat al meer dan het werkplan"):
        fill(example)
    assert len(rows(example, "ticket")) == before


def test_the_command_fills_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["demo", "--data-dir", str(tmp_path / "nieuw")]
    assert cli.main(arguments, FixedClock(TUESDAY)) == 0
    assert "300 meldingen" in capsys.readouterr().out
    assert cli.main(arguments, FixedClock(TUESDAY)) == 1
    assert capsys.readouterr().err.startswith("vaartdesk: Deze werkmap bevat al meer dan het werkplan.")
    assert cli.main([*arguments, "--scale", "0"], FixedClock(TUESDAY)) == 2


def test_the_same_day_gives_the_same_year(example: Desk, tmp_path: Path) -> None:
    with filled(tmp_path / "werkmap", TUESDAY) as again:
        for kind in ("ticket", "event", "action", "person", "decision"):
            assert [plainly(row) for row in rows(again, kind)] == [plainly(row) for row in rows(example, kind)], kind


def plainly(row: dict[str, Any]) -> dict[str, Any]:
    """A record without keys, which are new each time."""
    return {
        name: value
        for name, value in row.items()
        if name not in {"id", "pos"}
        and not isinstance(value, tuple)
        and not (isinstance(value, str) and len(value) == 32)
    }


def test_scale_multiplies_tickets_and_contacts_and_all_can_be_undone(tmp_path: Path) -> None:
    with filled(tmp_path / "werkmap", TUESDAY, Amounts(scale=2, photos=0)) as desk:
        assert len(rows(desk, "ticket")) == 600
        assert sum(MARK in row["note"] for kind in ("person", "organisation") for row in rows(desk, kind)) == 800
        while rows(desk, "ticket") and desk.undo():
            pass
        assert not rows(desk, "meeting")
        assert len(rows(desk, "theme_line")) == 6


# --- parts ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("today", [date(2026, 11, 24), date(2027, 4, 14), date(2028, 2, 29), date(2028, 6, 30)])
def test_each_event_falls_once_in_a_year(today: date) -> None:
    facts = {fact["title"]: fact for fact in example_facts("evenementen")["event"]}
    begin = window(today, 1)
    for fact in facts.values():
        days = list(dates_of(fact, facts, begin, 1))
        assert len(days) == 1, fact["title"]
        assert begin <= days[0] < begin + timedelta(366 + 14)


def test_more_years_lie_behind() -> None:
    facts = {fact["title"]: fact for fact in example_facts("evenementen")["event"]}
    begin = window(TUESDAY.date(), 3)
    days = list(dates_of(facts["Lichtjesparade"], facts, begin, 3))
    assert [day.isoformat() for day in days] == ["2024-12-21", "2025-12-20", "2026-12-19"]


def test_what_ends_after_midnight_ends_on_the_next_day() -> None:
    times = times_of({"from": "22:00", "to": "01:00", "setup": 4, "breakdown": 1.5}, date(2026, 12, 31))
    assert [times[name].isoformat() for name in ("setup_at", "ends_at", "breakdown_at")] == [
        "2026-12-31T18:00:00",
        "2027-01-01T01:00:00",
        "2027-01-01T02:30:00",
    ]


@pytest.mark.parametrize("kind", sorted(SCENES))
def test_pictures_are_small_photos_and_always_the_same(kind: str) -> None:
    data = draw(kind, 1)
    assert data == draw(kind, 1)
    assert data != draw(kind, 2)
    assert len(data) < 60_000
    assert read_photo(data).width > 700
