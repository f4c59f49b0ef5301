"""Doorzetten makes what tells so ready: a draft to send, or a letter to print."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from papers import pages, plain
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows import forwarding
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.schema.command import Outcome
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.desk import Desk

HIDDEN = ("Geheim", "592123456")


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "brown").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def ticket(planned_desk: Desk) -> Ref:
    desk = planned_desk
    desk.set_who(next(Ref("role", row["id"]) for row in desk.rows("role") if row["title"] == "Huismeester"))
    paving = next(row["id"] for row in desk.rows("ticket_category") if row["title"] == "Bestrating")
    fields = {
        "title": "Losse klinkers <b>",
        "place_text": "Mulderstraat 14",
        "category": paving,
        "description": "Vier klinkers liggen los.",
        "reporter_name": "Bakkerij Geheim",
        "reporter_phone": "+31592123456",
    }
    return log_ticket(desk, fields, [photo()])


@pytest.fixture
def town(planned_desk: Desk) -> Ref:
    where = {"address": "Noordersingel 33", "postcode": "9401 JW", "town": "Assen"}
    with planned_desk.change("Gemeente") as tx:
        return tx.add("organisation", {"title": "Wijkbeheer", "email": "wijkbeheer@voorbeeld.nl", **where})


def forward(desk: Desk, ref: Ref, **answers: Any) -> Outcome:
    with desk.read() as reader:
        asked = {f.name: f.default for f in forwarding.FORWARD.asks(reader, [ref])}
    return forwarding.FORWARD.run(desk, [ref], asked | answers)


def mail_in(outcome: Outcome) -> EmailMessage:
    return message_from_bytes(Path(outcome.file).read_bytes(), policy=policy.default)


def body_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def values(desk: Desk, ref: Ref) -> Mapping[str, Any]:
    found = desk.get(ref)
    assert found is not None
    return found


@pytest.mark.accept("T7")
def test_the_mail_is_ready_and_the_log_says_so(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    outcome = forward(planned_desk, ticket, forwarded_to=town.id, reference="G-77", expected_on=date(2026, 12, 2))
    mail = mail_in(outcome)
    assert mail["To"] == "wijkbeheer@voorbeeld.nl"
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "Melding M-2026-0001: Losse klinkers <b>, Mulderstraat 14"
    assert [part.get_filename() for part in mail.iter_attachments()] == ["Foto 1.jpg"]
    assert "Uw kenmerk: G-77" in body_of(mail)
    assert not any(word in body_of(mail) for word in HIDDEN)
    now = values(planned_desk, ticket)
    assert (now["status"], now["reference"], now["forwarded_on"]) == ("doorgezet", "G-77", date(2026, 11, 24))
    assert [note["text"] for note in planned_desk.notes(ticket)] == ["Mail klaargezet aan Wijkbeheer."]


@pytest.mark.accept("T7")
def test_one_undo_takes_move_and_line_back(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    forward(planned_desk, ticket, forwarded_to=town.id)
    planned_desk.undo()
    assert values(planned_desk, ticket)["status"] == "nieuw"
    assert planned_desk.notes(ticket) == []


@pytest.mark.accept("T7")
def test_the_letter_stands_in_the_window_of_the_envelope(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    outcome = forward(planned_desk, ticket, forwarded_to=town.id, forwarded_text="afdeling Groen", after="brief")
    assert outcome.paper is not None
    assert outcome.paper.name == "brief-M-2026-0001.pdf"
    data, warnings = outcome.paper.make()
    (page,) = pages(data)
    found = plain(page)
    for said in (
        "Wijkbeheer t.a.v. afdeling Groen Noordersingel 33 9401 JW Assen",
        "Assen, 24 november 2026",
        "Ons kenmerk: M-2026-0001",
        "Melding M-2026-0001: Losse klinkers <b>, Mulderstraat 14",
        "Geachte heer, mevrouw,",
        "Vier klinkers liggen los.",
        "Huismeester Vaart in Assen",
        "Bij deze brief: 1 foto.",
    ):
        assert said in found, said
    assert not any(word in found for word in HIDDEN)
    assert warnings == ()


def test_a_person_is_written_to_at_the_organisation(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    with planned_desk.change("Medewerker") as tx:
        person = tx.add("person", {"title": "Wijkbeheerder", "organisation": town.id})
    outcome = forward(planned_desk, ticket, forwarded_to=person.id, after="brief")
    assert outcome.paper is not None
    assert "Wijkbeheer t.a.v. Wijkbeheerder Noordersingel 33" in plain(pages(outcome.paper.make()[0])[0])


def test_under_a_contract_it_goes_to_the_fault_desk(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    with planned_desk.change("Contract") as tx:
        given = {"title": "Verlichting", "supplier": town.id, "fault_email": "storing@voorbeeld.nl"}
        contract = tx.add("contract", given)
    outcome = forward(planned_desk, ticket, forwarded_to=None, contract=contract.id)
    assert mail_in(outcome)["To"] == "storing@voorbeeld.nl"
    assert "aan Wijkbeheer" in outcome.sentence


def test_a_later_mail_is_a_reminder_and_counts_as_noted(
    planned_desk: Desk, ticket: Ref, town: Ref, clock: FixedClock
) -> None:
    forward(planned_desk, ticket, forwarded_to=town.id, after="niets")
    clock.advance(timedelta(days=5))
    outcome = next(c for c in forwarding.COMMANDS if c.name == "mail_party").run(planned_desk, [ticket], {})
    mail = mail_in(outcome)
    assert str(mail["Subject"]).startswith("Herinnering melding M-2026-0001")
    assert "Op 24 november 2026 legden wij u deze melding voor." in body_of(mail)
    assert [note["text"] for note in planned_desk.notes(ticket)] == ["Mail klaargezet aan Wijkbeheer."]


def test_whom_the_category_names_is_offered(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    category = values(planned_desk, ticket)["category"]
    with planned_desk.change("Categorie") as tx:
        tx.set(Ref("ticket_category", category), "forward_to", town.id)
    with planned_desk.read() as reader:
        asked = {f.name: f.default for f in forwarding.FORWARD.asks(reader, [ticket])}
    assert asked["forwarded_to"] == town.id


def test_drafts_of_more_than_a_week_ago_go(planned_desk: Desk, ticket: Ref, town: Ref, clock: FixedClock) -> None:
    old = Path(forward(planned_desk, ticket, forwarded_to=town.id).file)
    clock.advance(timedelta(days=8))
    new = Path(forwarding.make_mail(planned_desk, ticket).file)
    assert not old.exists()
    assert new.exists()


def test_a_disk_that_does_not_want_it_is_told(planned_desk: Desk, ticket: Ref, town: Ref) -> None:
    (planned_desk.folder / "concepten").write_text("in de weg")
    with pytest.raises(Refused):
        forward(planned_desk, ticket, forwarded_to=town.id)
