"""What calendars and Vandaag show of events, on the real store."""

from __future__ import annotations

from datetime import date

import pytest

from event_records import at, got, place, plan
from vaartdesk.kinds.events.commands import planning
from vaartdesk.kinds.events.commands.verbs import EVENT_COMMANDS
from vaartdesk.kinds.events.queries import dates
from vaartdesk.kinds.events.queries.planning import marks_between
from vaartdesk.store.desk import Desk


@pytest.mark.accept("K11")
def test_holidays_and_imported_days_show_in_every_view(desk: Desk) -> None:
    with desk.change("Vakantie") as tx:
        tx.add(
            "marker",
            {
                "title": "Kerstvakantie",
                "type": "schoolvakantie",
                "from_on": date(2026, 12, 19),
                "to_on": date(2027, 1, 3),
            },
        )
    with desk.read() as reader:
        marks = marks_between(reader, date(2026, 12, 18), date(2027, 1, 1))
    assert date(2026, 12, 18) not in marks
    assert [(m.kind, m.title, m.is_first) for m in marks[date(2026, 12, 19)]] == [
        ("schoolvakantie", "Kerstvakantie", True)
    ]
    assert [(m.kind, m.title, m.is_first) for m in marks[date(2026, 12, 25)]] == [
        ("feestdag", "Eerste kerstdag", True),
        ("schoolvakantie", "Kerstvakantie", False),
    ]
    assert marks[date(2027, 1, 1)][0].title == "Nieuwjaarsdag"


def test_a_month_shows_dates_longest_first(desk: Desk) -> None:
    pavilion = plan(desk, "Winterpaviljoen", "2026-12-04T10:00", "2027-01-03T22:00")
    market = plan(desk, "Warenmarkt", "2026-12-02T08:00", "2026-12-02T16:00", rrule="FREQ=WEEKLY;COUNT=5")
    plan(desk, "Volgend jaar", "2027-02-04T10:00", "2027-02-04T22:00")
    same = plan(desk, "Pakjesavond", "2026-12-04T18:00", "2026-12-04T21:00")
    with desk.read() as reader:
        shown = dates.shown_between(reader, date(2026, 12, 1), date(2026, 12, 9))
    assert [row["event"] for row in shown] == [market.id, pavilion.id, same.id, market.id]
    planning.resize_event(desk, pavilion, at("2026-12-06T22:00"))
    with desk.read() as reader:
        shown = dates.shown_between(reader, date(2026, 12, 7), date(2026, 12, 9))
    assert [row["event"] for row in shown] == [market.id]
    with desk.change("Weg") as tx:
        tx.delete(market)
    with desk.read() as reader:
        assert dates.shown_between(reader, date(2026, 12, 7), date(2026, 12, 9)) == []


def test_a_skipped_date_can_come_back(desk: Desk) -> None:
    market = plan(desk, "Warenmarkt", "2026-12-02T08:00", "2026-12-02T16:00", rrule="FREQ=WEEKLY;COUNT=3")
    with desk.change("Overgeslagen") as tx:
        skipped = tx.add(
            "event_override", {"event": market.id, "original_at": at("2026-12-09T08:00"), "is_skipped": True}
        )

    def days() -> list[date]:
        with desk.read() as reader:
            return [row["first_on"] for row in dates.shown_between(reader, date(2026, 12, 1), date(2026, 12, 31))]

    assert days() == [date(2026, 12, 2), date(2026, 12, 16)]
    with desk.change("Terug") as tx:
        tx.delete(skipped)
    assert days() == [date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 16)]


def test_this_week_on_vandaag(desk: Desk) -> None:
    plan(desk, "Vandaag", "2026-11-24T19:00", "2026-11-24T21:00")
    plan(desk, "Deze week", "2026-11-28T11:00", "2026-11-28T17:00")
    plan(desk, "Afgelast", "2026-11-28T11:00", "2026-11-28T17:00", status="afgelast")
    plan(desk, "Later", "2026-12-28T11:00", "2026-12-28T17:00")
    with desk.read() as reader:
        needs = desk.kinds["event"].attention[0].query(reader)
    assert [(need.parts.title, need.group) for need in needs] == [("Vandaag", "nu"), ("Deze week", "week")]
    assert needs[1].parts.meta == ("11:00–17:00",)


def test_moving_by_verb_tells_of_the_clash(desk: Desk) -> None:
    square = place(desk, "Koopmansplein")
    plan(desk, "Kerstmarkt", "2026-12-20T10:00", "2026-12-20T20:00", place=square)
    own = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00", place=square)
    move = next(command for command in EVENT_COMMANDS if command.name == "move")
    outcome = move.run(desk, [own], {"starts_at": at("2026-12-20T18:30")})
    assert outcome.sentence.startswith("E-2026-002 verplaatst. Parade en Kerstmarkt nemen op zo 20 dec")
    assert got(desk, own)["ends_at"] == at("2026-12-20T21:00")
