"""Merging tickets: one stays with what belongs to all of them, and one undo gives every one of them back."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.tickets.commands.intake import add_reporter, log_ticket
from vaartdesk.kinds.tickets.commands.merging import MERGE, merge_tickets
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk


def photo(colour: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG")
    return out.getvalue()


def ticket(desk: Desk, title: str, colour: str = "", **given: Any) -> Ref:
    category = desk.rows("ticket_category")[0]["id"]
    fields = {"title": title, "place_text": "Brink", "category": category} | given
    return log_ticket(desk, fields, [photo(colour)] if colour else ())


def got(desk: Desk, ref: Ref) -> Values:
    return desk.get(ref) or {}


def reporters(desk: Desk) -> list[tuple[str, str]]:
    return sorted((row["name"], row["ticket"]) for row in desk.rows("ticket_reporter"))


@pytest.mark.accept("T8")
def test_merging_keeps_reporters_photos_and_log_of_both(planned_desk: Desk, clock: FixedClock) -> None:
    desk = planned_desk
    first = ticket(desk, "Container vol", "red", reporter_name="Bakker")
    clock.advance(timedelta(hours=2))
    second = ticket(
        desk, "Afval ernaast", "blue", reporter_name="Slager", reporter_phone="+31592123456", description="Twee zakken"
    )
    add_reporter(desk, second, {"name": "Kapper"})
    part = ticket(desk, "Zakken weghalen", parent=second.id)
    for ref, text in ((first, "Gebeld"), (second, "Gezien")):
        with desk.change("Notitie") as tx:
            tx.note(ref, text)
    before = [got(desk, ref) for ref in (first, second, part)]

    assert merge_tickets(desk, [second, first]) == first
    assert (got(desk, second)["status"], got(desk, second)["duplicate_of"]) == ("dubbel", first.id)
    assert got(desk, second)["closed_at"] == clock.now()
    assert got(desk, first)["reporter_name"] == "Bakker"
    assert reporters(desk) == [("Kapper", first.id), ("Slager", first.id)]
    assert len(desk.attachments(first)) == 2
    assert desk.attachments(second) == []
    texts = {note["text"] for note in desk.notes(first)}
    assert texts == {"Gebeld", "Gezien", f"Samengevoegd met {before[1]['number']}: Afval ernaast, Brink.\nTwee zakken"}
    assert got(desk, part)["parent"] == first.id
    assert [link.ref for link in desk.chain(second)] == [first]

    desk.undo()
    assert [got(desk, ref) for ref in (first, second, part)] == before
    assert reporters(desk) == [("Kapper", second.id)]
    assert [len(desk.attachments(ref)) for ref in (first, second)] == [1, 1]
    assert [note["text"] for note in desk.notes(first)] == ["Gebeld"]


def test_the_open_one_stays_and_three_become_one(planned_desk: Desk, clock: FixedClock) -> None:
    refs = []
    for title in ("Oud", "Midden", "Nieuw"):
        refs.append(ticket(planned_desk, title))
        clock.advance(timedelta(hours=1))
    move_ticket(planned_desk, refs[0], "afgehandeld", {"result": "Weg"})
    outcome = MERGE.run(planned_desk, refs, {})
    assert outcome.show == refs[1]
    assert outcome.sentence == "3 meldingen samengevoegd in M-2026-0002"
    assert [got(planned_desk, ref)["status"] for ref in refs] == ["dubbel", "nieuw", "dubbel"]


def test_a_double_of_a_double_points_at_what_stays(planned_desk: Desk, clock: FixedClock) -> None:
    refs = []
    for title in ("Een", "Twee", "Drie"):
        refs.append(ticket(planned_desk, title))
        clock.advance(timedelta(hours=1))
    merge_tickets(planned_desk, refs[1:])
    merge_tickets(planned_desk, refs[:2])
    assert {got(planned_desk, ref)["duplicate_of"] for ref in refs[1:]} == {refs[0].id}


def test_a_part_merged_with_its_own_ticket_is_no_part_of_itself(planned_desk: Desk, clock: FixedClock) -> None:
    main = ticket(planned_desk, "Hoofd")
    clock.advance(timedelta(hours=1))
    part = ticket(planned_desk, "Deel", parent=main.id)
    assert merge_tickets(planned_desk, [main, part]) == main
    again = ticket(planned_desk, "Hoofd, weer open")
    clock.advance(timedelta(hours=1))
    inner = ticket(planned_desk, "Deel daarvan", parent=again.id)
    move_ticket(planned_desk, again, "afgehandeld", {"result": "Weg", "with_open_parts": True})
    assert merge_tickets(planned_desk, [again, inner]) == inner
    assert got(planned_desk, inner)["parent"] is None


def test_one_ticket_cannot_be_merged(planned_desk: Desk) -> None:
    ref = ticket(planned_desk, "Alleen")
    with pytest.raises(Refused, match="twee"):
        merge_tickets(planned_desk, [ref, ref])
    with planned_desk.read() as reader:
        assert [field.name for field in MERGE.asks(reader, [ref])] == ["other"]
        assert MERGE.asks(reader, [ref, ref]) == ()
