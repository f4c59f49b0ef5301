"""The mail that goes with a handing over."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from vaartdesk.formats.mail import write_eml
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.kinds.tickets.commands.mailing import forwarding_mail
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "brown").save(out, "JPEG")
    return out.getvalue()


def handed_over(desk: Desk, **answers: Any) -> Ref:
    (paving,) = [row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating"]
    with desk.change("Gemeente") as tx:
        town = tx.add("organisation", {"title": "Wijkbeheer", "email": "wijkbeheer@voorbeeld.nl"})
    fields = {
        "title": "Losse klinkers",
        "place_text": "Mulderstraat 14",
        "category": paving,
        "description": "Vier klinkers liggen los.",
        "reporter_name": "Bakkerij Geheim",
        "reporter_phone": "+31592123456",
    }
    ref = log_ticket(desk, fields, [photo()])
    return move_ticket(desk, ref, "doorgezet", {"forwarded_to": town.id} | answers)


@pytest.mark.accept("T7")
def test_a_ready_mail_goes_with_the_handing_over(planned_desk: Desk) -> None:
    desk = planned_desk
    (role,) = [row["id"] for row in desk.rows("role") if row["title"] == "Huismeester"]
    desk.set_who(Ref("role", role))
    ref = handed_over(desk, reference="2026-118834", expected_on=date(2026, 12, 2))
    draft = forwarding_mail(desk, ref)
    assert draft.to == ("wijkbeheer@voorbeeld.nl",)
    assert draft.subject == "Melding M-2026-0001: Losse klinkers, Mulderstraat 14"
    for said in (
        "Gemeld op: 24 november 2026, 9.30 uur",
        "Categorie: Heel › Bestrating",
        "Uw kenmerk: 2026-118834",
        "Vier klinkers liggen los.",
        "op 2 december 2026 is opgelost",
        "Huismeester\nVaart in Assen",
    ):
        assert said in draft.body
    mail = message_from_bytes(write_eml(draft, date=desk.clock.now()), policy=policy.default)
    assert [part.get_filename() for part in mail.iter_attachments()] == ["Foto 1.jpg"]


def test_the_reporter_stays_out_of_it(planned_desk: Desk) -> None:
    ref = handed_over(planned_desk)
    draft = forwarding_mail(planned_desk, ref)
    assert "Geheim" not in draft.body
    assert "592123456" not in draft.body
    assert "wanneer u dit verwacht op te lossen" in draft.body


def test_a_vanished_photo_and_an_unknown_address_are_no_obstacle(planned_desk: Desk) -> None:
    ref = handed_over(planned_desk, forwarded_to=None, forwarded_text="aannemer")
    planned_desk.file(planned_desk.attachments(ref)[0]["sha256"]).unlink()
    draft = forwarding_mail(planned_desk, ref)
    assert (draft.to, draft.enclosures) == ((), ())
