from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vaartdesk.kinds.contacts.rules.people import (
    double_keys,
    fits_group,
    initials,
    is_silent,
    needs_review,
    silent_months,
)

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Voorzitter MKB Retail", "VM"), ("Event-coördinator", "EC"), ("Preuvenement", "P"), ("(oud) 31", "3"), ("", "")],
)
def test_initials_are_two_first_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_silence_counts_full_months_and_never_is_silent_too() -> None:
    assert is_silent(None, DAY, 6)
    assert is_silent(date(2026, 5, 24), DAY, 6)
    assert not is_silent(date(2026, 5, 25), DAY, 6)
    assert silent_months({"silent_months": 3}) == 3
    assert silent_months({"silent_months": "drie"}) == 6


@pytest.mark.accept("C10")
def test_a_review_is_due_from_the_day_after() -> None:
    assert not needs_review(DAY, DAY)
    assert needs_review(date(2026, 11, 23), DAY)
    assert not needs_review(None, DAY)


def test_doubles_share_mail_phone_kvk_or_name_with_postcode() -> None:
    one = {"title": "Café Zonder Naam", "postcode": "9401 AB", "phone": "+31592123456", "email": "", "kvk": ""}
    same_name = {"title": "CAFE zonder naam", "postcode": "9401 AB"}
    same_phone = {"title": "Iemand", "mobile": "+31592123456"}
    other = {"title": "Café Zonder Naam", "postcode": "9401 CD", "email": "", "kvk": "12345678"}
    assert double_keys(one) & double_keys(same_name)
    assert double_keys(one) & double_keys(same_phone)
    assert not double_keys(one) & double_keys(other)


def group(**rules: Any) -> dict[str, Any]:
    names = ("segment", "street", "organisation", "body", "line", "branch", "tag")
    return {f"rule_{name}": "" for name in names} | {f"rule_{name}": value for name, value in rules.items()}


def test_a_rule_group_asks_for_all_its_rules() -> None:
    contact = {
        "id": "k1",
        "segments": {"ondernemer"},
        "street": "kruisstraat",
        "lines": {"e"},
        "bodies": set(),
        "branch": "Mode",
        "tags": "koopzondag, Leegstand",
    }
    assert fits_group(group(segment="ondernemer", street="kruisstraat"), contact)
    assert fits_group(group(branch="mode", tag="leegstand"), contact)
    assert fits_group(group(organisation="k1"), contact)
    assert not fits_group(group(segment="ondernemer", body="bestuur"), contact)
    assert not fits_group(group(), contact)
