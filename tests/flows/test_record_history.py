"""One ticket on paper with everything that happened to it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from papers import plain, whole
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows import record_parts
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


@pytest.fixture
def ticket(planned_desk: Desk, clock: FixedClock) -> Ref:
    photo = BytesIO()
    Image.new("RGB", (400, 300), "brown").save(photo, "JPEG")
    category = planned_desk.rows("ticket_category")[0]["id"]
    fields = {"title": "Losse <b>klinker", "place_text": "Brink 3", "category": category}
    ref = log_ticket(planned_desk, fields, [photo.getvalue()])
    clock.advance(timedelta(hours=1))
    move_ticket(planned_desk, ref, "doorgezet", {"lies_with": "gemeente", "note": "Gebeld met de balie"})
    clock.advance(timedelta(hours=1))
    move_ticket(planned_desk, ref, "afgehandeld", {"result": "Weer vast"})
    return ref


@pytest.mark.accept("T15")
def test_notes_and_moves_stand_in_its_log_and_the_photo_beside_it(planned_desk: Desk, ticket: Ref) -> None:
    data, warnings = print_record_paper(planned_desk, ticket)
    assert warnings == ()
    found = plain(whole(data))
    for words in (
        "Losse <b>klinker",
        "Weer vast",
        "Gebeld met de balie",
        "Doorgezet → Afgehandeld",
        "Gemaakt: melding",
    ):
        assert words in found
    assert found.index("Doorgezet → Afgehandeld") < found.index("Gemaakt: melding"), "newest first, as on the screen"
    assert "Gemeld 24 november 2026, 9.30 uur" in found
    with pikepdf.open(BytesIO(data)) as pdf:
        assert sum(len(page.get_images()) for page in pdf.pages) == 1


def test_a_log_too_long_says_how_much_is_left_out(
    planned_desk: Desk, ticket: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_parts, "MOST", 2)
    found = plain(whole(print_record_paper(planned_desk, ticket)[0]))
    assert "En nog " in found
    assert "eerdere regel" in found


@pytest.mark.accept("T15")
def test_a_second_photo_is_no_larger_than_the_first_and_stands_on_the_same_page(
    planned_desk: Desk, ticket: Ref
) -> None:
    photo = BytesIO()
    Image.new("RGB", (800, 600), "grey").save(photo, "JPEG")
    with planned_desk.change("Foto toegevoegd") as tx:
        tx.attach(ticket, photo.getvalue(), "Foto 2.jpg", mime="image/jpeg", is_photo=True)
    data, _warnings = print_record_paper(planned_desk, ticket)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages[0].get_images()) == 2
