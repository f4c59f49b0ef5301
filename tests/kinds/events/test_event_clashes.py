"""Planning events and the clashes between them, on the real store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, select, text

from event_records import at, got, place, plan
from vaartdesk.kinds.events.commands import planning
from vaartdesk.kinds.events.queries import clashes as lookup
from vaartdesk.kinds.events.queries import dates
from vaartdesk.kinds.events.rules.clashes import Clash, fingerprint
from vaartdesk.kinds.events.rules.times import utc_text
from vaartdesk.schema.record import Base
from vaartdesk.schema.ref import Refused
from vaartdesk.store.desk import Desk


def kinds_of(clashes: list[Clash]) -> list[tuple[str, str, str]]:
    return [(clash.level, clash.reason, clash.other_title) for clash in clashes]


@pytest.mark.accept("K1")
def test_an_event_keeps_its_times_places_and_people(desk: Desk) -> None:
    brink, square = place(desk, "Brink"), place(desk, "Koopmansplein")
    with desk.change("Mensen") as tx:
        organiser = tx.add("organisation", {"title": "Cultureel Hart"}).id
        line = tx.add("theme_line", {"code": "D", "title": "Historisch cultureel & actief"}).id
    fields: dict[str, Any] = {
        "title": "Lichtjesparade",
        "setup_at": at("2026-12-19T14:00"),
        "starts_at": at("2026-12-19T18:30"),
        "ends_at": at("2026-12-19T21:00"),
        "breakdown_at": at("2026-12-19T23:00"),
        "place": brink,
        "places": (square,),
        "organiser": organiser,
        "visitors": 2500,
        "audience": "gezinnen",
        "theme_line": line,
        "status": "aangevraagd",
    }
    values = got(desk, planning.plan_event(desk, fields))
    assert {name: values[name] for name in fields} == fields
    assert values["number"] == "E-2026-001"
    status = desk.kinds["event"].status
    assert status is not None
    slugs = [option.slug for option in status.options]
    assert slugs == ["idee", "optie", "aangevraagd", "bevestigd", "geweest", "afgelast"]


@pytest.mark.accept("K1")
def test_times_out_of_order_are_refused(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T17:00")
    assert [problem.field for problem in refused.value.problems] == ["ends_at"]
    assert desk.rows("event") == []


@pytest.mark.accept("K3")
def test_overlap_from_setup_to_breakdown_on_one_place_is_a_hard_clash_naming_both(desk: Desk) -> None:
    square = place(desk, "Koopmansplein")
    market = plan(
        desk, "Kerstmarkt", "2026-12-11T10:00", "2026-12-20T16:00", place=square, breakdown_at=at("2026-12-20T18:00")
    )
    parade = plan(
        desk, "Lichtjesparade", "2026-12-20T18:30", "2026-12-20T21:00", setup_at=at("2026-12-20T14:00"), place=square
    )
    for own, other in ((parade, market), (market, parade)):
        (clash,) = planning.clashes_of(desk, own)
        assert (clash.level, clash.heading, clash.other) == ("hard", "Zelfde plaats, zelfde tijd", other)
        said = clash.sentence(desk.today)
        assert "Kerstmarkt" in said
        assert "Lichtjesparade" in said
    assert planning.clashes_of(desk, parade)[0].sentence(desk.today) == (
        "Lichtjesparade en Kerstmarkt nemen op zo 20 dec van 14.00 tot 18.00 uur allebei Koopmansplein in."
    )


@pytest.mark.accept("K3")
@pytest.mark.parametrize(("setup", "is_clash"), [("2026-12-19T18:00", False), ("2026-12-19T17:59", True)])
def test_what_begins_when_the_other_is_gone_does_not_clash(desk: Desk, setup: str, is_clash: bool) -> None:
    brink = place(desk, "Brink")
    plan(desk, "Markt", "2026-12-19T10:00", "2026-12-19T16:00", place=brink, breakdown_at=at("2026-12-19T18:00"))
    own = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00", place=brink, setup_at=at(setup))
    hard = [clash for clash in planning.clashes_of(desk, own) if clash.level == "hard"]
    assert bool(hard) is is_clash


def test_other_places_clash_too_and_what_is_called_off_or_deleted_does_not(desk: Desk) -> None:
    brink, square = place(desk, "Brink"), place(desk, "Koopmansplein")
    other = plan(desk, "Markt", "2026-12-19T10:00", "2026-12-19T20:00", place=square)
    own = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00", place=brink, places=(square,))
    assert len(planning.clashes_of(desk, own)) == 1
    with desk.change("Afgelast") as tx:
        tx.set(other, "status", "afgelast")
    assert planning.clashes_of(desk, own) == []
    desk.undo()
    assert len(planning.clashes_of(desk, own)) == 1
    with desk.change("Weg") as tx:
        tx.delete(other)
    assert planning.clashes_of(desk, own) == []
    with desk.change("Andere plaats") as tx:
        tx.restore(other)
        tx.set(own, "places", ())
    assert planning.clashes_of(desk, own) == []


@pytest.mark.accept("K3")
def test_same_day_for_the_same_audience_or_in_the_same_street_is_a_soft_clash(desk: Desk) -> None:
    with desk.change("Straat") as tx:
        street = tx.add("street", {"title": "Marktstraat"}).id
    north, south = place(desk, "Marktstraat noord", street=street), place(desk, "Marktstraat zuid", street=street)
    own = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00", place=north, audience="gezinnen")
    plan(desk, "Poppenkast", "2026-12-19T10:00", "2026-12-19T11:00", audience="gezinnen")
    plan(desk, "Braderie", "2026-12-19T10:00", "2026-12-19T17:00", place=south, audience="ouderen")
    plan(desk, "TT-festival", "2026-12-19T10:00", "2026-12-19T23:00", is_large=True)
    plan(desk, "Poppenkast elders", "2026-12-20T10:00", "2026-12-20T11:00", audience="gezinnen")
    plan(desk, "Iedereen", "2026-12-19T10:00", "2026-12-19T11:00", audience="iedereen")
    assert kinds_of(planning.clashes_of(desk, own)) == [
        ("soft", "omgeving", "Braderie"),
        ("soft", "doelgroep", "Poppenkast"),
        ("soft", "groot", "TT-festival"),
    ]


def test_marked_days_warn_where_the_team_wants_it(desk: Desk) -> None:
    with desk.change("Markeringen") as tx:
        tx.add(
            "marker",
            {"title": "Kerstvakantie", "from_on": date(2026, 12, 19), "to_on": date(2027, 1, 3), "is_warning": True},
        )
        tx.add("marker", {"title": "Herfst", "from_on": date(2026, 12, 19)})
    own = plan(desk, "Parade", "2026-12-20T18:30", "2026-12-20T21:00")
    assert kinds_of(planning.clashes_of(desk, own)) == [("soft", "markering", "Kerstvakantie")]


@pytest.mark.accept("K5")
def test_an_accepted_clash_stays_away_until_date_time_or_place_changes(desk: Desk) -> None:
    square, brink = place(desk, "Koopmansplein"), place(desk, "Brink")
    own = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00", place=square)
    other = plan(desk, "Markt", "2026-12-19T10:00", "2026-12-19T20:00", place=square)
    with pytest.raises(Refused):
        planning.accept_clash(desk, own, other, " ")
    planning.accept_clash(desk, own, other, "De parade loopt langs de kramen.")
    assert planning.clashes_of(desk, own) == []
    assert planning.clashes_of(desk, other) == []
    shown = planning.clashes_of(desk, own, with_accepted=True)
    assert [clash.accepted for clash in shown] == ["De parade loopt langs de kramen."]
    with desk.change("Andere naam") as tx:
        tx.set(other, "title", "Wintermarkt")
    assert planning.clashes_of(desk, own) == []
    planning.move_event(desk, other, at("2026-12-19T11:00"))
    assert len(planning.clashes_of(desk, own)) == 1
    desk.undo()
    assert planning.clashes_of(desk, own) == []
    with desk.change("Plaats erbij") as tx:
        tx.set(own, "places", (brink,))
    assert len(planning.clashes_of(desk, own)) == 1


@pytest.mark.accept("K5")
def test_clashes_can_be_switched_off_per_type(desk: Desk) -> None:
    square = place(desk, "Koopmansplein")
    own = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00", place=square)
    sunday = plan(desk, "Koopzondag", "2026-12-19T12:00", "2026-12-19T20:00", place=square, type="winkelen")
    with desk.change("Instelling") as tx:
        tx.put_setting("clash_off_types", ["winkelen"])
    assert planning.clashes_of(desk, own) == planning.clashes_of(desk, sunday) == []


def test_a_fingerprint_does_not_depend_on_who_comes_first() -> None:
    one, two = {"starts_at": at("2026-12-19T10:00"), "places": ("b", "a")}, {"place": "x"}
    assert fingerprint(one, two) == fingerprint(two, one)
    assert fingerprint(one, two) == fingerprint({**one, "places": ("a", "b")}, two)
    assert fingerprint(one, two) != fingerprint({**one, "starts_at": at("2026-12-19T10:01")}, two)


@given(st.lists(st.tuples(st.integers(0, 48), st.integers(1, 12), st.integers(0, 2)), min_size=2, max_size=8))
def test_the_index_finds_exactly_the_overlaps(spans: list[tuple[int, int, int]]) -> None:
    """Pure judge against the look-up, over spans of hours on three places."""
    start = at("2026-12-19T00:00")
    engine = create_engine("sqlite://")
    Base.metadata.tables[dates.TAKEN.name].create(engine)
    rows = [
        {
            "occurrence": f"o{n}",
            "event": f"e{n}",
            "place": f"p{where}",
            "begins": utc_text(start + timedelta(hours=begin), "Europe/Amsterdam"),
            "ends": utc_text(start + timedelta(hours=begin + length), "Europe/Amsterdam"),
        }
        for n, (begin, length, where) in enumerate(spans)
    ]
    judged = {
        (f"e{i}", f"e{j}")
        for i, (b1, l1, p1) in enumerate(spans)
        for j, (b2, l2, p2) in enumerate(spans)
        if i != j and p1 == p2 and b1 < b2 + l2 and b2 < b1 + l1
    }
    mine, theirs = dates.TAKEN.alias("mine"), dates.TAKEN.alias("theirs")
    with engine.begin() as connection:
        connection.execute(dates.TAKEN.insert(), rows)
        found = connection.execute(select(mine.c.event, theirs.c.event).join(theirs, lookup.meets(mine, theirs)))
        assert {tuple(row) for row in found} == judged
    engine.dispose()


def test_clashes_are_looked_up_by_index(desk: Desk) -> None:
    mine, theirs = dates.TAKEN.alias("mine"), dates.TAKEN.alias("theirs")
    statement = (
        select(theirs.c.event).select_from(mine).join(theirs, lookup.meets(mine, theirs)).where(mine.c.event == "e")
    )
    with desk.read() as reader:
        sql = str(statement.compile(reader.connection, compile_kwargs={"literal_binds": True}))
        plan_rows = [str(row[-1]) for row in reader.connection.execute(text(f"explain query plan {sql}"))]
    assert all("SCAN" not in row for row in plan_rows), plan_rows
    assert any("ix_occurrence_place_place_begins_ends (place=?" in row for row in plan_rows), plan_rows
