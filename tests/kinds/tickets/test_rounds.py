"""A schouwronde: begun from a route, walked point by point, one linked ticket for each that is not in order."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.daily import run_day
from vaartdesk.formats.photo import Photo, read_photo
from vaartdesk.kinds.tickets.commands.rounds import (
    FINISH,
    START,
    WALK,
    add_point_photos,
    finish_round,
    judge,
    make_rounds,
    start_round,
)
from vaartdesk.kinds.tickets.queries.rounds import points_of, round_facts, to_walk
from vaartdesk.kinds.tickets.rules import rounds
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in
from workspace import open_desk

POINTS = ("Bestrating Brink", "Verlichting passage", "Afvalbakken Markt")


def route(desk: Desk) -> Ref:
    category = next(row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating")
    street = next(row["id"] for row in desk.rows("street") if row["title"] == "Brink")
    with desk.change("Route") as tx:
        ref = tx.add("inspection_template", {"title": "Route Noord"})
        for place, title in enumerate(POINTS):
            known: dict[str, Any] = (
                {"category": category, "street": street, "place_text": "Brink 3"} if not place else {}
            )
            tx.add("inspection_template_point", {"template": ref.id, "title": title, "pos": f"{place}"} | known)
    return ref


def walked(desk: Desk) -> tuple[Ref, list[Ref]]:
    ref = start_round(desk, route(desk))
    with desk.read() as reader:
        return ref, [Ref("inspection_point", row["id"]) for row in points_of(reader, ref.id)]


def remark(desk: Desk, point: Ref, note: str) -> None:
    """As a form does it."""
    with desk.change("Opmerking gewijzigd") as tx:
        tx.set(point, "note", note)


def photo(colour: str) -> Photo:
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return read_photo(out.getvalue())


def got(desk: Desk, ref: Ref) -> Values:
    return desk.get(ref) or {}


def tickets(desk: Desk) -> list[str]:
    return [row["title"] for row in desk.rows("ticket")]


@pytest.mark.accept("T13")
def test_a_round_is_begun_from_a_route(planned_desk: Desk) -> None:
    outcome = START.run(planned_desk, [route(planned_desk)], {"held_on": planned_desk.today})
    assert outcome.show is not None
    assert outcome.show.kind == "inspection_point", "a round of today is walked at once"
    ref = Ref("inspection_round", got(planned_desk, outcome.show)["round"])
    made = got(planned_desk, ref)
    assert (made["title"], made["status"], made["held_on"]) == ("Route Noord", "gepland", planned_desk.today)
    with planned_desk.read() as reader:
        points = points_of(reader, ref.id)
        assert [need.ref for need in to_walk(reader)] == [ref]
    assert points[0]["id"] == outcome.show.id
    assert [(point["title"], point["result"]) for point in points] == [(title, "open") for title in POINTS]
    assert points[0]["place_text"] == "Brink 3"


def test_a_route_without_points_begins_nothing(planned_desk: Desk) -> None:
    with planned_desk.change("Route") as tx:
        ref = tx.add("inspection_template", {"title": "Leeg"})
    with pytest.raises(Refused, match="geen punten"):
        start_round(planned_desk, ref)
    assert planned_desk.rows("inspection_round") == []


@pytest.mark.accept("T13")
def test_each_point_not_in_order_makes_one_linked_ticket(planned_desk: Desk) -> None:
    ref, points = walked(planned_desk)
    judge(planned_desk, points[0], "niet_ok", note="Drie klinkers los\nvoor de passage")
    judge(planned_desk, points[0], "niet_ok")
    judge(planned_desk, points[1], "ok")
    ticket = Ref("ticket", got(planned_desk, points[0])["ticket"])
    values = got(planned_desk, ticket)
    assert tickets(planned_desk) == ["Drie klinkers los"]
    assert (values["place_text"], values["channel"], values["street"]) == (
        "Brink 3",
        "schouw",
        got(planned_desk, points[0])["street"],
    )
    assert values["description"] == "Drie klinkers los\nvoor de passage"
    assert planned_desk.title(Ref("ticket_category", values["category"])) == "Heel › Bestrating"
    assert [link.ref for link in planned_desk.chain(ticket)] == [ref]
    assert [link.ref for link in planned_desk.chain(ref)] == [ticket]
    assert got(planned_desk, ref)["status"] == "bezig"
    assert got(planned_desk, points[1])["ticket"] is None


@pytest.mark.accept("T13")
def test_a_point_without_category_or_place_makes_a_ticket_all_the_same(planned_desk: Desk) -> None:
    _ref, points = walked(planned_desk)
    made = judge(planned_desk, points[2], "niet_ok")
    assert made is not None
    values = got(planned_desk, made)
    assert (values["title"], values["place_text"]) == ("Afvalbakken Markt: niet in orde", "Route Noord")
    assert values["category"]


def test_a_round_for_later_is_laid_ready(planned_desk: Desk) -> None:
    outcome = START.run(planned_desk, [route(planned_desk)], {"held_on": planned_desk.today + timedelta(3)})
    assert outcome.show is not None
    assert (outcome.show.kind, outcome.sentence) == ("inspection_round", "Schouwronde staat klaar")


def test_a_round_is_taken_up_where_it_was_left(planned_desk: Desk) -> None:
    ref, points = walked(planned_desk)
    judge(planned_desk, points[0], "ok")
    assert WALK.run(planned_desk, [ref], {}).show == points[1]
    finish_round(planned_desk, ref)
    assert WALK.run(planned_desk, [ref], {}).show == points[0]
    assert not WALK.fits(got(planned_desk, ref))
    with planned_desk.change("Leeg") as tx:
        empty = tx.add("inspection_round", {"title": "Zonder punten"})
    with pytest.raises(Refused, match="geen punten"):
        WALK.run(planned_desk, [empty], {})


def test_a_finding_made_in_the_form_has_its_ticket_too(planned_desk: Desk) -> None:
    ref, points = walked(planned_desk)
    with planned_desk.change("Bevinding gewijzigd") as tx:
        tx.set(points[0], "result", "niet_ok")
    ticket = Ref("ticket", got(planned_desk, points[0])["ticket"])
    assert [link.ref for link in planned_desk.chain(ref)] == [ticket]
    assert got(planned_desk, points[0])["seen_at"] is not None
    planned_desk.undo()
    assert tickets(planned_desk) == []
    assert (got(planned_desk, points[0])["seen_at"], got(planned_desk, ref)["status"]) == (None, "gepland")
    planned_desk.redo()
    assert got(planned_desk, points[0])["ticket"] == ticket.id
    assert got(planned_desk, ref)["status"] == "bezig"


def test_second_thoughts_take_a_new_ticket_back_and_fetch_it_again(planned_desk: Desk) -> None:
    ref, points = walked(planned_desk)
    made = judge(planned_desk, points[0], "niet_ok")
    assert made is not None
    judge(planned_desk, points[0], "ok")
    assert tickets(planned_desk) == []
    assert planned_desk.chain(ref) == []
    again = judge(planned_desk, points[0], "niet_ok", note="Toch los")
    assert again == made
    assert tickets(planned_desk) == ["Toch los"]
    with planned_desk.change("Eraan begonnen") as tx:
        tx.set(made, "status", "in_behandeling")
    judge(planned_desk, points[0], "ok")
    assert tickets(planned_desk) == ["Toch los"]
    assert got(planned_desk, points[0])["ticket"] == made.id


def test_one_undo_takes_finding_and_ticket_back(planned_desk: Desk) -> None:
    _ref, points = walked(planned_desk)
    judge(planned_desk, points[0], "niet_ok")
    planned_desk.undo()
    assert tickets(planned_desk) == []
    assert got(planned_desk, points[0])["result"] == "open"


def test_a_remark_names_the_ticket_until_somebody_does(planned_desk: Desk) -> None:
    _ref, points = walked(planned_desk)
    made = judge(planned_desk, points[0], "niet_ok")
    assert made is not None
    remark(planned_desk, points[0], "Rand van de put ligt hoog")
    assert got(planned_desk, made)["title"] == "Rand van de put ligt hoog"
    with planned_desk.change("Eigen naam") as tx:
        tx.set(made, "title", "Struikelrand")
    remark(planned_desk, points[0], "Rand ligt 3 cm hoog")
    assert got(planned_desk, made)["title"] == "Struikelrand"
    assert got(planned_desk, points[0])["note"] == "Rand ligt 3 cm hoog"


@pytest.mark.accept("T13")
def test_photos_belong_to_the_point_and_its_ticket(planned_desk: Desk) -> None:
    _ref, points = walked(planned_desk)
    add_point_photos(planned_desk, points[0], [photo("brown")])
    made = judge(planned_desk, points[0], "niet_ok")
    assert made is not None
    assert len(planned_desk.attachments(made)) == 1
    add_point_photos(planned_desk, points[0], [photo("grey")])
    assert [len(planned_desk.attachments(ref)) for ref in (points[0], made)] == [2, 2]


def test_a_photo_that_goes_from_the_point_goes_from_the_ticket(planned_desk: Desk) -> None:
    _ref, points = walked(planned_desk)
    add_point_photos(planned_desk, points[0], [photo("teal")])
    made = judge(planned_desk, points[0], "niet_ok")
    assert made is not None
    old = Ref("attachment", planned_desk.attachments(points[0])[0]["id"])
    with planned_desk.change("Foto onleesbaar gemaakt") as tx:
        tx.attach(points[0], b"zwarte vlakken", "Foto 1.jpg", mime="image/jpeg", is_photo=True)
        tx.delete(old)
        tx.erase(old, ["sha256"])
    kept = [planned_desk.files.get(row["sha256"]) for row in planned_desk.attachments(made)]
    assert kept == [b"zwarte vlakken"]


@pytest.mark.accept("T13")
def test_the_end_sums_up_what_was_found(planned_desk: Desk) -> None:
    ref, points = walked(planned_desk)
    judge(planned_desk, points[0], "niet_ok")
    judge(planned_desk, points[1], "ok")
    with planned_desk.read() as reader:
        (fact,) = round_facts(got(planned_desk, ref), reader)
    assert fact[1] == "3 punten: 1 in orde, 1 niet in orde, 1 nog te bekijken"
    assert finish_round(planned_desk, ref) == rounds.Tally(3, 1, 1, 1)
    assert got(planned_desk, ref)["status"] == "gereed"
    assert not FINISH.fits(got(planned_desk, ref))
    with planned_desk.read() as reader:
        assert to_walk(reader) == []


def test_a_remark_that_says_too_much_is_warned_of(planned_desk: Desk) -> None:
    _ref, points = walked(planned_desk)
    with pytest.raises(Refused) as refused:
        judge(planned_desk, points[0], "niet_ok", note="Bus 12-ABC-3 stond er")
    assert all(problem.is_warning for problem in refused.value.problems)
    assert got(planned_desk, points[0])["result"] == "open"


# --- by rule ---------------------------------------------------------------------------------------------------------


def test_a_route_lays_its_rounds_ready_a_week_ahead_and_once(planned_desk: Desk, clock: FixedClock) -> None:
    ref = route(planned_desk)
    with planned_desk.change("Elke drie maanden") as tx:
        tx.update(ref, {"starts_on": date(2026, 9, 3), "rrule": "FREQ=MONTHLY;INTERVAL=3"})
    assert run_day(planned_desk).rounds == 0
    clock.advance(timedelta(3))
    assert run_day(planned_desk).rounds == 1
    assert run_day(planned_desk).rounds == 0
    (made,) = planned_desk.rows("inspection_round")
    assert (made["held_on"], made["status"]) == (date(2026, 12, 3), "gepland")
    with planned_desk.read() as reader:
        points = points_of(reader, made["id"])
    assert [point["title"] for point in points] == list(POINTS)
    with planned_desk.change("Toch niet") as tx:
        tx.delete(Ref("inspection_round", made["id"]))
    assert run_day(planned_desk).rounds == 0, "what was thrown away is not made again"


def test_two_laptops_lay_the_same_round_ready(planned_desk: Desk, clock: FixedClock, tmp_path: Path) -> None:
    ref = route(planned_desk)
    with planned_desk.change("Wekelijks") as tx:
        tx.update(ref, {"starts_on": planned_desk.today, "rrule": "FREQ=WEEKLY"})
    with open_desk(tmp_path / "ander", clock) as other:
        take_in(other, hand_out(planned_desk) or b"")
        here, there = make_rounds(planned_desk), make_rounds(other)
        assert here == there
        assert len(here) == 2
        take_in(other, hand_out(planned_desk) or b"")
        take_in(planned_desk, hand_out(other) or b"")
        for desk in (planned_desk, other):
            assert len(desk.rows("inspection_point")) == 2 * len(POINTS)
            assert desk.conflicts(here[0]) == {}


def test_a_route_without_rule_day_or_points_lays_nothing_ready(planned_desk: Desk) -> None:
    for given in ({"rrule": "FREQ=DAILY"}, {"starts_on": planned_desk.today, "rrule": "FREQ=DAILY"}):
        with planned_desk.change("Route") as tx:
            tx.add("inspection_template", {"title": "Zonder punten"} | given)
    assert make_rounds(planned_desk) == []
