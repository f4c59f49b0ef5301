"""Calendar files: written for another parser, read back in place, and files of others read twice without a double."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.core.ids import rule_id
from vaartdesk.flows.calendar_export import export_calendar
from vaartdesk.flows.file_import import Unreadable, open_files
from vaartdesk.flows.table_import import apply
from vaartdesk.flows.table_plan import Plan, State
from vaartdesk.schema.ref import Ref
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from workspace import open_desk

BEGIN = datetime(2026, 12, 4, 17)  # noqa: DTZ001 - local time


@pytest.fixture
def other_desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    with open_desk(tmp_path / "elders", clock, planned=True) as opened:
        yield opened


def make(desk: Desk, **values: Any) -> Ref:
    given = {"title": "Koopavond", "starts_at": BEGIN, "ends_at": BEGIN.replace(hour=21), "status": "optie"}
    with desk.change("Gemaakt") as tx:
        return tx.add("event", given | values)


def place_called(desk: Desk, title: str) -> str:
    return next(str(row["id"]) for row in desk.rows("place") if row["title"] == title)


def some_place(desk: Desk) -> str:
    return str(desk.rows("place")[0]["title"])


def except_(desk: Desk, event: Ref, day: int, **values: Any) -> None:
    at = BEGIN.replace(day=day)
    key = rule_id("date", event.id, at.strftime("%Y-%m-%dT%H:%M"))
    with desk.change("Uitzondering") as tx:
        tx.add("event_override", {"event": event.id, "original_at": at, **values}, id=key)


def calendar_of(desk: Desk, **values: Any) -> Desk:
    """A single event, a whole day, a series with exceptions, hand-picked dates."""
    place = some_place(desk)
    make(
        desk,
        title="Lichtjesavond; met koren, en 😀",
        place=place_called(desk, place),
        description="Regel één\nRegel twee",
    )
    make(
        desk,
        title="Vrijmarkt",
        is_whole_day=True,
        starts_at=BEGIN.replace(hour=0),
        ends_at=BEGIN.replace(day=6, hour=0),
    )
    series = make(desk, title="Weekmarkt", rrule="FREQ=WEEKLY;BYDAY=FR;COUNT=4", place_text="Rond de kerk")
    except_(desk, series, 11, is_skipped=True)
    except_(
        desk, series, 18, starts_at=BEGIN.replace(day=19), ends_at=BEGIN.replace(day=19, hour=22), title="Kerstmarkt"
    )
    make(desk, title="Losse avonden", dates="2026-12-10T17:00 2026-12-17T17:00", public_url="https://vaart.nl/avond")
    make(desk, title="Afgezegd", status="afgelast")
    return desk


def read_in(desk: Desk, path: Path) -> Plan:
    ready = open_files(desk, [path]).plan(desk)
    apply(desk, ready)
    return ready


def dates(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.read() as reader:
        sql = (
            "select e.title, o.starts_at, o.ends_at from occurrence o join event e on e.id = o.event"
            " where e.alive order by o.starts_at, e.title"
        )
        return [tuple(row) for row in reader.connection.exec_driver_sql(sql)]


@pytest.mark.accept("K12")
def test_events_open_in_another_parser_and_are_read_back_in_place(
    planned_desk: Desk, other_desk: Desk, tmp_path: Path
) -> None:
    calendar_of(planned_desk)
    made = export_calendar(planned_desk)
    assert (made.count, made.warnings) == (5, ())
    import vobject

    found = vobject.readOne(made.data.decode())
    assert len(found.vevent_list) == 6
    assert {str(event.summary.value) for event in found.vevent_list} >= {"Weekmarkt", "Kerstmarkt", "Vrijmarkt"}
    path = tmp_path / "agenda.ics"
    path.write_bytes(made.data)

    at_home = open_files(planned_desk, [path]).plan(planned_desk)
    assert [(line.title, line.told) for line in at_home.lines if line.state is not State.SAME] == []
    first = read_in(other_desk, path)
    assert first.count(State.REFUSED) == 0
    assert dates(other_desk) == dates(planned_desk)
    assert export_calendar(other_desk).count == 5
    again = read_in(other_desk, path)
    assert [(line.title, line.told) for line in again.lines if line.state is not State.SAME] == []
    assert check(other_desk) == []


def test_a_changed_event_is_changed_in_place_and_keeps_what_a_calendar_does_not_know(
    planned_desk: Desk, tmp_path: Path
) -> None:
    ref = make(planned_desk, setup_at=BEGIN.replace(hour=15), budget=50000)
    path = tmp_path / "agenda.ics"
    text = export_calendar(planned_desk).data.decode()
    path.write_text(
        text.replace("20261204T170000", "20261205T180000").replace("20261204T210000", "20261205T220000"), newline=""
    )
    ready = read_in(planned_desk, path)
    assert [line.state for line in ready.lines] == [State.CHANGED]
    values = planned_desk.get(ref) or {}
    assert values["starts_at"] == BEGIN.replace(day=5, hour=18)
    assert values["setup_at"] == BEGIN.replace(day=5, hour=16)
    assert (values["budget"], values["status"]) == (50000, "optie")
    planned_desk.undo()
    assert (planned_desk.get(ref) or {})["starts_at"] == BEGIN


OUTSIDE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//anders//
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Amsterdam:20261218T190000
DTEND;TZID=Europe/Amsterdam:20261218T210000
RRULE:FREQ=WEEKLY;COUNT=3
{exdate}SUMMARY:Kooravond
LOCATION:{place}
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20260101T000000Z
RECURRENCE-ID;TZID=Europe/Amsterdam:20270101T190000
DTSTART;TZID=Europe/Amsterdam:20270102T190000
DTEND;TZID=Europe/Amsterdam:20270102T210000
SUMMARY:Kooravond
LOCATION:{place}
END:VEVENT
BEGIN:VEVENT
UID:stuk
DTSTAMP:20260101T000000Z
DTSTART:99999999
SUMMARY:Kapot
END:VEVENT
END:VCALENDAR
"""


def outside(folder: Path, uid: str = "a@anders", exdate: str = "", place: str = "Ergens anders") -> Path:
    path = folder / "koor.ics"
    path.write_text(OUTSIDE.format(uid=uid, exdate=exdate, place=place))
    return path


def test_a_calendar_of_others_doubles_nothing_even_when_its_uids_change(planned_desk: Desk, tmp_path: Path) -> None:
    before = len(planned_desk.rows("event"))
    first = read_in(planned_desk, outside(tmp_path, place=some_place(planned_desk)))
    assert [line.state for line in first.lines] == [State.NEW, State.NEW]
    assert any("Kapot" in remark for remark in first.remarks)
    event = next(row for row in planned_desk.rows("event") if row["title"] == "Kooravond")
    values = planned_desk.get(Ref("event", event["id"])) or {}
    assert (values["status"], values["uid"], values["source"]) == ("optie", "a@anders", "koor")
    assert planned_desk.title(Ref("place", values["place"])) == some_place(planned_desk)
    assert [start for title, start, _end in dates(planned_desk) if title == "Kooravond"] == [
        "2026-12-18T19:00", "2026-12-25T19:00", "2027-01-02T19:00",
    ]  # fmt: skip
    for uid in ("a@anders", "nieuw-elke-keer@anders"):
        again = read_in(planned_desk, outside(tmp_path, uid, place=some_place(planned_desk)))
        assert [line.state for line in again.lines] == [State.SAME, State.SAME], [line.told for line in again.lines]
    assert len(planned_desk.rows("event")) == before + 1


def test_a_date_is_skipped_and_put_back(planned_desk: Desk, tmp_path: Path) -> None:
    read_in(planned_desk, outside(tmp_path))
    read_in(planned_desk, outside(tmp_path, exdate="EXDATE;TZID=Europe/Amsterdam:20261225T190000\n"))
    assert "2026-12-25T19:00" not in [start for _title, start, _end in dates(planned_desk)]
    read_in(planned_desk, outside(tmp_path))
    assert "2026-12-25T19:00" in [start for _title, start, _end in dates(planned_desk)]


def test_ideas_and_confidential_events_are_left_out_unless_asked(planned_desk: Desk) -> None:
    make(planned_desk, title="Plan", status="idee")
    make(planned_desk, title="Geheim", is_confidential=True)
    make(planned_desk, title="Vol")
    made = export_calendar(planned_desk)
    assert made.count == 1
    assert b"Geheim" not in made.data
    assert "weggelaten: 2" in made.warnings[0]
    assert export_calendar(planned_desk, with_hidden=True).count == 3


def test_what_is_no_calendar_is_told(planned_desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    path.write_bytes(b"\x00\x01 niets")
    with pytest.raises(Unreadable, match=r"agenda\.ics"):
        open_files(planned_desk, [path])
