from __future__ import annotations

import pytest

from vaartdesk.kinds.places import queries
from vaartdesk.kinds.places.rules.rows import house_key, term_title
from vaartdesk.kinds.places.rules.terms import term_text
from vaartdesk.kinds.places.rules.vacancy import Vacancy, vacancy
from vaartdesk.schema.ref import Refused
from vaartdesk.store.desk import Desk


def test_vacancy_counts_what_a_visitor_can_walk_into() -> None:
    premises = [
        {"status": "leeg", "use": "winkel"},
        {"status": "leeg", "use": "wonen"},
        {"status": "in_transformatie", "use": "horeca"},
        {"status": "in_gebruik", "use": ""},
        {"status": "in_gebruik", "use": "kantoor"},
    ]
    assert vacancy(premises) == Vacancy(empty=1, total=3)


@pytest.mark.parametrize(("empty", "total", "share"), [(1, 3, 3330), (219, 1000, 2190), (0, 5, 0), (0, 0, None)])
def test_the_share_is_in_hundredths_of_a_percent(empty: int, total: int, share: int | None) -> None:
    assert Vacancy(empty, total).share == share


def test_house_numbers_read_as_in_the_street() -> None:
    assert sorted(["12a", "100", "9", "12", "bij 3"], key=house_key) == ["bij 3", "9", "12", "12a", "100"]


def test_a_term_reads_as_dutch() -> None:
    assert term_text(15, "werkdagen") == "15 werkdagen"
    assert term_text(1, "weken") == "1 week"
    assert term_title({"category": "c", "amount": None, "unit": "weken"}) == "C, risico: termijn onbekend"


def test_terms_of_the_municipality_are_data_and_what_is_unknown_is_empty(planned_desk: Desk) -> None:
    with planned_desk.read() as reader:
        town = queries.own_municipality(reader)
        assert town is not None
        terms = queries.terms(reader, town)
    assert {category: (row["amount"], row["unit"]) for category, row in terms.items()} == {
        "kennisgeving": (15, "werkdagen"),
        "a": (15, "werkdagen"),
        "b": (None, "weken"),
        "c": (None, "weken"),
    }


def test_coordinates_come_in_pairs(desk: Desk) -> None:
    with pytest.raises(Refused) as refused, desk.change("Plaats gemaakt") as tx:
        tx.add("place", {"title": "Brink", "latitude": 52_994_000})
    assert [problem.field for problem in refused.value.problems] == ["longitude"]


def test_premises_stand_in_the_order_of_the_street(desk: Desk) -> None:
    with desk.change("Panden ingevoerd") as tx:
        street = tx.add("street", {"title": "Kruisstraat"})
        for number in ("31", "9", "18"):
            values = {"title": f"Kruisstraat {number}", "street": street.id, "house_number": number, "status": "leeg"}
            tx.add("premises", values)
    with desk.read() as reader:
        assert [p["house_number"] for p in queries.premises_in(reader, street.id)] == ["9", "18", "31"]
        assert queries.vacancy_now(reader) == Vacancy(3, 3)
