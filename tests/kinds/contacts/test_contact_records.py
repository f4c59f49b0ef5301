from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from vaartdesk.kinds.contacts.commands import note_interaction
from vaartdesk.kinds.contacts.queries import people as queries
from vaartdesk.schema.ref import Problem, Ref, Refused
from vaartdesk.store.desk import Desk

SPOKEN = datetime(2026, 11, 11, 23, 30, tzinfo=UTC)  # half past midnight in Assen, so the 12th


def two_contacts(desk: Desk) -> tuple[Ref, Ref]:
    with desk.change("Contacten ingevoerd") as tx:
        shop = tx.add("organisation", {"title": "Modewinkel Marktstraat 22", "kvk": "12345678"})
        owner = tx.add("person", {"title": "Eigenaar modewinkel", "organisation": shop.id, "mobile": "+31612345678"})
    return shop, owner


def value(desk: Desk, ref: Ref, field: str) -> object:
    found = desk.get(ref)
    assert found is not None
    return found[field]


def test_a_contact_moment_tells_when_somebody_was_last_spoken_to(desk: Desk) -> None:
    shop, owner = two_contacts(desk)
    with desk.change("Contactmoment toegevoegd") as tx:
        moment = tx.add("interaction", {"contact": owner.id, "at": SPOKEN, "title": "Koopzondagen in 2027"})

    assert value(desk, owner, "last_spoken_on") == date(2026, 11, 12)
    assert value(desk, shop, "last_spoken_on") == date(2026, 11, 12)

    with desk.change("Contactmoment verwijderd") as tx:
        tx.delete(moment)
    assert value(desk, owner, "last_spoken_on") is None
    desk.undo()
    assert value(desk, owner, "last_spoken_on") == date(2026, 11, 12)


@pytest.mark.accept("C1")
def test_a_person_has_functions_over_time(desk: Desk) -> None:
    shop, owner = two_contacts(desk)
    whose = {"person": owner.id, "organisation": shop.id}
    with desk.change("Functies ingevoerd") as tx:
        for title, start, end in (
            ("Penningmeester", date(2021, 1, 1), date(2023, 12, 31)),
            ("Eigenaar", date(2011, 1, 1), None),
            ("Voorzitter", date(2024, 1, 1), None),
        ):
            tx.add("function", {**whose, "title": title, "from_on": start, "to_on": end})
    with desk.read() as reader:
        titles = [f["title"] for f in queries.functions_of(reader, owner.id)]
    assert titles == ["Voorzitter", "Eigenaar", "Penningmeester"]

    with pytest.raises(Refused) as refused, desk.change("Functie gewijzigd") as tx:
        tx.add("function", {**whose, "from_on": date(2025, 1, 1), "to_on": date(2024, 1, 1)})
    assert refused.value.problems == (Problem("to_on", "Het einde ligt vóór het begin."),)


def test_a_double_is_offered(desk: Desk) -> None:
    shop, owner = two_contacts(desk)
    with desk.read() as reader:
        assert queries.doubles(reader, "person", {"title": "Ander", "phone": "+31612345678"}) == [owner]
        assert queries.doubles(reader, "organisation", {"title": "Ander", "kvk": "12345678"}) == [shop]
        assert queries.doubles(reader, "organisation", {"id": shop.id, "kvk": "12345678"}) == []
        assert queries.doubles(reader, "person", {"title": "Ander"}) == []


@pytest.mark.accept("C10")
def test_vandaag_asks_to_review_what_is_kept(desk: Desk) -> None:
    with desk.change("Contacten ingevoerd") as tx:
        late = tx.add("person", {"title": "Oud contact", "review_on": date(2026, 11, 23)})
        tx.add("person", {"title": "Nieuw contact", "review_on": date(2026, 11, 24)})
    with desk.read() as reader:
        assert [need.ref for need in queries.review_needed(reader)] == [late]


def test_who_is_helped_is_told_with_what(desk: Desk) -> None:
    with desk.change("Behoefte ingevoerd") as tx:
        need = tx.add("need", {"title": "Hulp bij een nieuwe webwinkel"})
    with pytest.raises(Refused), desk.change("Behoefte gewijzigd") as tx:
        tx.set(need, "status", "geholpen")
    with desk.change("Behoefte gewijzigd") as tx:
        tx.update(need, {"status": "geholpen", "outcome": "Via Drentse subsidie"})
    assert value(desk, need, "status") == "geholpen"


def test_a_contact_moment_is_written_down_in_one_step(desk: Desk) -> None:
    _shop, owner = two_contacts(desk)
    command = next(c for c in desk.kinds["person"].commands if c.name == "contactmoment")
    outcome = command.run(desk, [owner], {"title": "Koopzondagen", "medium": "telefoon", "text": "Belt terug."})
    assert outcome.sentence == "Contactmoment met Eigenaar modewinkel opgeschreven."
    assert value(desk, owner, "last_spoken_on") == desk.today


def test_who_signs_off_is_marked_with_the_day(desk: Desk) -> None:
    shop, owner = two_contacts(desk)
    command = next(c for c in desk.kinds["person"].commands if c.name == "afmelden")
    command.run(desk, [owner], {})
    assert value(desk, owner, "is_unsubscribed") is True
    assert value(desk, owner, "unsubscribed_on") == desk.today
    assert value(desk, shop, "is_unsubscribed") is False


def test_an_organisation_is_spoken_to_through_its_people(desk: Desk) -> None:
    shop, owner = two_contacts(desk)
    note_interaction(desk, owner, "Koopzondagen", at=SPOKEN)
    assert value(desk, shop, "last_spoken_on") == date(2026, 11, 12)
    with desk.change("Gewijzigd") as tx:
        tx.set(owner, "organisation", None)
    assert value(desk, shop, "last_spoken_on") is None
