"""Logging tickets, on the real store."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from vaartdesk.core.clock import FixedClock, amsterdam
from vaartdesk.kinds.tickets.commands.intake import log_ticket, offer_of, read_photos, similar_to
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk


def categories(desk: Desk) -> dict[str, str]:
    return {row["title"]: row["id"] for row in desk.rows("ticket_category")}


def got(desk: Desk, ref: Ref) -> Values:
    values = desk.get(ref)
    assert values is not None
    return values


def photo(*, latitude: float | None = None, longitude: float | None = None) -> bytes:
    """A JPEG of 2,400 x 1,600 that says when, and where if asked, it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:24 08:21:00"
    if latitude is not None and longitude is not None:
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2] = "N", (latitude, 0.0, 0.0)
        gps[3], gps[4] = "E", (longitude, 0.0, 0.0)
    out = BytesIO()
    Image.new("RGB", (2400, 1600), "brown").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.accept("T1")
def test_four_fields_make_a_numbered_ticket(planned_desk: Desk) -> None:
    four: dict[str, Any] = {
        "title": "Losse klinkers voor de passage",
        "place_text": "Mulderstraat 14, voor de passage",
        "category": categories(planned_desk)["Bestrating"],
        "urgency": "gewoon",
    }
    values = got(planned_desk, log_ticket(planned_desk, four))
    assert values["number"] == "M-2026-0001"
    assert (values["status"], values["type"]) == ("nieuw", "klacht")
    assert values["reported_at"] == planned_desk.clock.now()
    assert (values["lies_with"], values["due_on"]) == ("gemeente", date(2026, 12, 1))
    assert planned_desk.title(Ref("street", values["street"])) == "Mulderstraat"
    assert planned_desk.kinds["ticket"].quick == tuple(four)


def test_a_ticket_without_its_four_fields_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        log_ticket(desk, {"title": " "})
    assert {problem.field for problem in refused.value.problems} >= {"place_text", "category"}
    assert desk.rows("ticket") == []


@pytest.mark.accept("T2")
def test_a_category_with_another_term_moves_the_last_day_of_its_tickets(planned_desk: Desk) -> None:
    category = categories(planned_desk)["Bestrating"]
    ref = log_ticket(planned_desk, {"title": "Kuil", "place_text": "Brink", "category": category})
    with planned_desk.change("Termijn") as tx:
        tx.update(Ref("ticket_category", category), {"term": 2, "term_unit": "kalenderdagen"})
    assert got(planned_desk, ref)["due_on"] == date(2026, 11, 26)
    aspects = {row["aspect"] for row in planned_desk.rows("ticket_category")}
    assert aspects == {"schoon", "heel", "veilig", "aankleding", "gebruik", "overig"}


def test_the_holidays_of_the_team_move_it_too(planned_desk: Desk) -> None:
    category = categories(planned_desk)["Bestrating"]
    ref = log_ticket(planned_desk, {"title": "Kuil", "place_text": "Brink", "category": category})
    with planned_desk.change("Vrije dag") as tx:
        tx.put_setting("free_days", ["2026-11-27"])
    assert got(planned_desk, ref)["due_on"] == date(2026, 12, 2)


@pytest.mark.accept("T24")
def test_what_a_photo_says_is_offered_and_not_kept(desk: Desk) -> None:
    read = read_photos([photo(latitude=53.0, longitude=6.5)])
    offer = offer_of(read)
    assert offer.taken_at == datetime(2026, 11, 24, 8, 21, tzinfo=amsterdam())
    assert (offer.latitude, offer.longitude, offer.is_place_doubtful) == (53_000_000, 6_500_000, False)
    assert offer_of(read_photos([photo(latitude=48.0, longitude=2.0)])).is_place_doubtful
    with desk.change("Categorie") as tx:
        category = tx.add("ticket_category", {"title": "Afval", "aspect": "schoon", "term": 2}).id
    fields = {"title": "Container vol", "place_text": "Koopmansplein", "category": category}
    silent = got(desk, log_ticket(desk, fields, read))
    assert (silent["latitude"], silent["reported_at"]) == (None, desk.clock.now())
    taken = got(desk, log_ticket(desk, fields | offer.fields(), read))
    assert (taken["latitude"], taken["reported_at"]) == (53_000_000, offer.taken_at)


@pytest.mark.accept("T10")
def test_the_kept_photo_is_small_and_tells_nothing(desk: Desk) -> None:
    with desk.change("Categorie") as tx:
        category = tx.add("ticket_category", {"title": "Afval", "aspect": "schoon", "term": 2}).id
    fields = {"title": "Container vol", "place_text": "Koopmansplein", "category": category}
    ref = log_ticket(desk, fields, [photo(latitude=53.0, longitude=6.5), photo()])
    kept = desk.attachments(ref)
    assert [(a["title"], a["is_photo"]) for a in kept] == [("Foto 1.jpg", True), ("Foto 2.jpg", True)]
    with Image.open(desk.file(kept[0]["sha256"])) as image:
        assert image.size == (1920, 1280)
        assert not image.getexif()


def test_what_is_no_photo_leaves_no_ticket(desk: Desk) -> None:
    with desk.change("Categorie") as tx:
        category = tx.add("ticket_category", {"title": "Afval", "aspect": "schoon", "term": 2}).id
    fields = {"title": "Container vol", "place_text": "Koopmansplein", "category": category}
    with pytest.raises(Refused) as refused:
        log_ticket(desk, fields, [b"geen foto"])
    assert refused.value.problems[0].field == "photos"
    assert desk.rows("ticket") == []


@pytest.mark.accept("T8")
def test_open_tickets_of_the_same_category_and_street_are_offered(planned_desk: Desk, clock: FixedClock) -> None:
    desk = planned_desk
    known = categories(desk)
    paving = known["Bestrating"]

    def log(where: str, category: str, status: str = "nieuw") -> Ref:
        fields = {"title": "Klinkers", "place_text": where, "category": category, "status": status, "result": "x"}
        return log_ticket(desk, fields)

    old = log("Mulderstraat 1", paving)
    clock.advance(timedelta(days=5))
    near = log("Mulderstraat 40", paving)
    log("Brink 3", paving)
    log("Mulderstraat 2", known["Zwerfafval"])
    log("Mulderstraat 3", paving, "afgehandeld")
    asked = {"category": paving, "place_text": "mulderstraat 14"}
    assert [row["id"] for row in similar_to(desk, asked)] == [near.id, old.id]
    clock.advance(timedelta(days=26))
    assert [row["id"] for row in similar_to(desk, asked)] == [near.id]
    assert similar_to(desk, {"category": paving, "place_text": " "}) == []


@pytest.mark.parametrize(
    ("words", "street"),
    [
        ("Mulderstraat 14, voor", "Mulderstraat"),
        ("MULDERSTRAAT", "Mulderstraat"),
        ("Brinkstraat 2", "Brinkstraat"),
        ("Brink, bij de bank", "Brink"),
        ("achter de Brink", None),
        ("", None),
    ],
)
def test_the_street_is_read_from_the_words(planned_desk: Desk, words: str, street: str | None) -> None:
    from vaartdesk.kinds.tickets.queries.tickets import street_of

    with planned_desk.read() as reader:
        key = street_of(reader, words)
        assert (reader.titles([key or ""]).get(key or "")) == street
