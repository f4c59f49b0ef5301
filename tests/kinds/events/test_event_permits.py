"""Permits, confirming and run-books of events, on the real store."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from event_records import at, got, plan
from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.events.commands import planning
from vaartdesk.kinds.events.commands.verbs import EVENT_COMMANDS, PERMIT_COMMANDS
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk


def permit_of(desk: Desk) -> Values:
    (row,) = desk.rows("permit")
    return got(desk, Ref("permit", row["id"]))


@pytest.mark.accept("K8")
def test_the_filing_day_follows_from_category_and_municipality(planned_desk: Desk) -> None:
    desk = planned_desk
    event = planning.plan_event(
        desk,
        {
            "title": "Parade",
            "starts_at": at("2026-12-19T18:30"),
            "ends_at": at("2026-12-19T21:00"),
            "category": "kennisgeving",
        },
        permit={},
    )
    assert (permit_of(desk)["submit_by"], permit_of(desk)["term_text"]) == (date(2026, 11, 30), "15 werkdagen")
    planning.move_event(desk, event, at("2027-01-09T18:30"))
    assert permit_of(desk)["submit_by"] == date(2026, 12, 17)
    with desk.change("Termijn") as tx:
        (term,) = [row for row in desk.rows("permit_term") if row["category"] == "kennisgeving"]
        tx.update(Ref("permit_term", term["id"]), {"amount": 3, "unit": "weken"})
    assert permit_of(desk)["submit_by"] == date(2026, 12, 18)
    with desk.change("Eigen dag") as tx:
        tx.set(Ref("permit", permit_of(desk)["id"]), "fixed_by", date(2026, 12, 1))
    assert permit_of(desk)["submit_by"] == date(2026, 12, 1)


@pytest.mark.accept("K8")
def test_a_category_without_a_known_term_has_no_filing_day(planned_desk: Desk) -> None:
    fields = {"title": "Festival", "starts_at": at("2027-06-19T12:00"), "category": "c"}
    planning.plan_event(planned_desk, fields, permit={})
    assert permit_of(planned_desk)["submit_by"] is None


@pytest.mark.accept("K8")
@pytest.mark.parametrize(("days", "tone"), [(-15, "neutral"), (-14, "warning"), (0, "warning"), (1, "danger")])
def test_the_filing_day_is_amber_14_days_before_and_red_when_passed(
    planned_desk: Desk, clock: FixedClock, days: int, tone: str
) -> None:
    fields = {"title": "Parade", "starts_at": at("2026-12-19T18:30"), "category": "kennisgeving"}
    planning.plan_event(planned_desk, fields, permit={})
    clock.advance(date(2026, 11, 30) + timedelta(days) - planned_desk.today)
    with planned_desk.read() as reader:
        (need,) = planned_desk.kinds["permit"].attention[0].query(reader)
    assert need.parts.due is not None
    assert need.parts.due.tone == tone
    assert need.group == ("nu" if days >= 0 else "opvolgen")


def test_the_permit_clock_of_the_picture(planned_desk: Desk) -> None:
    fields = {"title": "Parade", "starts_at": at("2026-12-19T18:30"), "category": "kennisgeving"}
    planning.plan_event(planned_desk, fields, permit={})
    draw = planned_desk.kinds["permit"].clock
    assert draw is not None
    with planned_desk.read() as reader:
        drawn = draw(permit_of(planned_desk), reader)
    assert drawn is not None
    assert (drawn.words, drawn.end) == ("Nog 4 werkdagen", "ma 30-11")
    assert sum(day.part == "today" for day in drawn.days) == 1


@pytest.mark.parametrize(
    ("asked_on", "words"),
    [
        (date(2026, 10, 2), "Aangevraagd op vr 2 okt"),
        (date(2026, 11, 30), "Aangevraagd op ma 30 nov"),
        (date(2026, 12, 2), "Aangevraagd op wo 2 dec, 2 werkdagen te laat"),
    ],
)
def test_the_clock_of_a_permit_that_was_asked_for_says_when(planned_desk: Desk, asked_on: date, words: str) -> None:
    fields = {"title": "Parade", "starts_at": at("2026-12-19T18:30"), "category": "kennisgeving"}
    planning.plan_event(planned_desk, fields, permit={"status": "aangevraagd", "submitted_on": asked_on})
    draw = planned_desk.kinds["permit"].clock
    assert draw is not None
    with planned_desk.read() as reader:
        drawn = draw(permit_of(planned_desk), reader)
    assert drawn is not None
    assert (drawn.words, drawn.sentence) == (words, words)


@pytest.mark.accept("K9")
def test_confirming_needs_a_permit_or_a_reason(desk: Desk) -> None:
    event = planning.plan_event(desk, {"title": "Parade", "starts_at": at("2026-12-19T18:30")}, permit={})
    confirm = next(command for command in EVENT_COMMANDS if command.name == "confirm")

    def asked() -> list[str]:
        with desk.read() as reader:
            return [field.name for field in confirm.asks(reader, [event])]

    with pytest.raises(Refused) as refused:
        confirm.run(desk, [event], {})
    assert [problem.field for problem in refused.value.problems] == ["confirm_reason"]
    assert asked() == ["reason"]
    confirm.run(desk, [event], {"reason": "De gemeente zei telefonisch ja."})
    assert got(desk, event)["status"] == "bevestigd"
    desk.undo()
    grant = next(command for command in PERMIT_COMMANDS if command.name == "grant")
    grant.run(desk, [Ref("permit", permit_of(desk)["id"])], {"granted_on": date(2026, 11, 20), "reference": "Z-1"})
    assert (permit_of(desk)["granted_on"], permit_of(desk)["reference"]) == (date(2026, 11, 20), "Z-1")
    assert asked() == []
    confirm.run(desk, [event], {})
    assert got(desk, event)["status"] == "bevestigd"


@pytest.mark.accept("K9")
def test_a_place_on_the_calendar_is_not_a_permit(desk: Desk) -> None:
    event = planning.plan_event(desk, {"title": "Parade", "starts_at": at("2026-12-19T18:30")}, permit={})
    with desk.change("Kalender") as tx:
        tx.set(event, "calendar_status", "geplaatst")
    assert got(desk, event)["calendar_on"] == date(2026, 11, 24)
    with pytest.raises(Refused), desk.change("Bevestigd") as tx:
        tx.set(event, "status", "bevestigd")


def test_moving_an_event_moves_open_points_only(desk: Desk) -> None:
    event = plan(desk, "Parade", "2026-12-19T18:30", "2026-12-19T21:00")
    with desk.change("Draaiboek") as tx:
        points = {
            name: tx.add("checklist_item", {"event": event.id, "title": name, "offset_days": -22})
            for name in ("open", "gereed", "vast")
        }
    planning.finish_points(desk, [points["gereed"]])
    with desk.change("Vast") as tx:
        tx.set(points["vast"], "is_pinned", True)
    planning.move_event(desk, event, at("2026-12-26T18:30"))
    due = {name: got(desk, ref)["due_on"] for name, ref in points.items()}
    assert due == {"open": date(2026, 12, 4), "gereed": date(2026, 11, 27), "vast": date(2026, 11, 27)}
    with desk.change("Weer open") as tx:
        tx.set(points["gereed"], "is_done", False)
    assert got(desk, points["gereed"])["due_on"] == date(2026, 12, 4)
