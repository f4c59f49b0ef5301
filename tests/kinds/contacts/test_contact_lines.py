"""What the page of a contact says of functions, seats, moments and privacy, on plain values."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vaartdesk.kinds.contacts.rules import lines

TODAY = date(2026, 11, 24)
NAMES = {
    "o": "Vereniging van Vastgoedeigenaren",
    "b": "Binnenstadbestuur",
    "h": "Voorzitter VVAC",
    "d": "Secretaris VVAC",
}


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2024, 2, 7), None, "sinds 7-2-2024"),
        (date(2024, 2, 7), date(2026, 11, 24), "sinds 7-2-2024"),
        (date(2021, 1, 1), date(2023, 12, 31), "2021 – 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (None, date(2023, 3, 1), "tot 1-3-2023"),
        (date(2027, 1, 1), None, "vanaf 1-1-2027"),
        (None, None, ""),
    ],
)
def test_a_period_is_told_shortly(start: date | None, end: date | None, text: str) -> None:
    assert lines.period(start, end, TODAY) == text


def function(**given: Any) -> dict[str, Any]:
    return {
        "title": "Penningmeester",
        "organisation": "o",
        "person": "h",
        "is_board": False,
        "from_on": None,
        "to_on": None,
    } | given


def test_a_former_function_is_muted_and_a_coming_one_is_not() -> None:
    former = lines.function_line(function(to_on=date(2023, 12, 31)), NAMES, TODAY)
    assert former.is_past
    assert former.due is not None
    assert former.due.is_done
    assert not lines.function_line(function(), NAMES, TODAY).is_past
    coming = lines.staff_line(function(from_on=date(2027, 1, 1)), NAMES, TODAY)
    assert (coming.title, coming.meta, coming.is_past) == ("Voorzitter VVAC", ("Penningmeester",), False)


def seat(contact: str, **given: Any) -> Any:
    values = {"body": "b", "organisation": "o", "holder": "h", "deputy": "d", "function": "lid", "has_vote": True}
    values |= {"from_on": date(2018, 2, 7), "to_on": None}
    return lines.seat_line(values | given, NAMES, {"o": "VVAC"}, TODAY, contact, str)


@pytest.mark.accept("C2")
def test_a_seat_reads_from_who_looks_at_it() -> None:
    assert seat("h").meta == ("zetel VVAC",)
    assert seat("d").meta == ("zetel VVAC", "plaatsvervanger")
    assert seat("o").meta == ("Voorzitter VVAC", "plaatsvervanger Secretaris VVAC")
    assert seat("o", holder=None, deputy=None).meta == ("zetel nog niet bezet",)
    assert (seat("h").title, seat("h").chip.label) == ("Binnenstadbestuur", "lid met stem")
    assert seat("h", has_vote=False).chip.label == "lid"
    assert seat("h", to_on=date(2025, 1, 1)).is_past


@pytest.mark.parametrize(
    ("day", "text"), [(date(2026, 11, 12), "12-11"), (date(2025, 9, 5), "5-9-2025"), (date(2027, 1, 8), "8-1-2027")]
)
def test_a_moment_bears_the_year_where_it_is_another(day: date, text: str) -> None:
    told = lines.timeline_line(day, "phone", "Koopzondagen", "telefoon", TODAY)
    assert told.due is not None
    assert (told.due.text, told.title, told.meta) == (text, "Koopzondagen", ("telefoon",))
    assert lines.timeline_line(None, "phone", "Koopzondagen", "", TODAY).due is None


@pytest.mark.parametrize(
    ("day", "text"),
    [(None, ""), (TODAY, "vandaag"), (date(2026, 11, 23), "gisteren"), (date(2026, 11, 12), "12 dagen geleden")],
)
def test_how_long_ago_somebody_was_spoken_to(day: date | None, text: str) -> None:
    assert lines.spoken_ago(day, TODAY) == text


@pytest.mark.accept("C10")
@pytest.mark.parametrize(
    ("review", "purpose", "label", "tone"),
    [
        (date(2026, 11, 24), "Bestuur", "in orde", "success"),
        (None, "Bestuur", "in orde", "success"),
        (date(2026, 11, 23), "Bestuur", "AVG herzien", "warning"),
        (None, "", "nog niet ingevuld", "neutral"),
    ],
)
def test_privacy_asks_only_once_its_review_date_has_passed(
    review: date | None, purpose: str, label: str, tone: str
) -> None:
    values = {"review_on": review, "purpose": purpose, "basis": "toestemming", "source": "opgave"}
    chip = lines.privacy_chip(values, TODAY)
    assert (chip.label, chip.tone) == (label, tone)
