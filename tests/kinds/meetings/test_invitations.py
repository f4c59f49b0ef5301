from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from vaartdesk.kinds.meetings.rules.people import Quorum, invitation_list, quorum

DAY = date(2026, 12, 8)


def body(**values: Any) -> dict[str, Any]:
    return {"invites": "leden", "secretary": None, "chair": None} | values


def seat(organisation: str, holder: str | None, **values: Any) -> dict[str, Any]:
    return {
        "organisation": organisation,
        "holder": holder,
        "deputy": None,
        "function": "lid",
        "has_vote": True,
        "from_on": None,
        "to_on": None,
    } | values


def member(who: str, function: str = "lid", **values: Any) -> dict[str, Any]:
    return {
        "member": who,
        "function": function,
        "has_vote": False,
        "delegated_by": None,
        "expertise": "",
        "from_on": None,
        "to_on": None,
    } | values


@pytest.mark.accept("C2")
def test_the_holder_of_that_day_is_invited() -> None:
    seats = [
        seat("mkb", "oud", to_on=date(2026, 11, 30)),
        seat("mkb", "nieuw", from_on=date(2026, 12, 1), deputy="vervanger"),
    ]
    before = invitation_list(body(), date(2026, 11, 30), seats, [])
    after = invitation_list(body(), DAY, seats, [])
    assert [(i.member, i.deputy) for i in before] == [("oud", None)]
    assert [(i.member, i.deputy, i.organisation) for i in after] == [("nieuw", "vervanger", "mkb")]


@pytest.mark.accept("C2")
def test_an_empty_seat_invites_the_partner_itself() -> None:
    assert [(i.member, i.has_vote) for i in invitation_list(body(), DAY, [seat("vvac", None)], [])] == [("vvac", True)]


@pytest.mark.accept("C3")
def test_members_of_that_day_are_invited_as_what_they_are() -> None:
    members = [
        member("expert", "adviseur", expertise="terrassen", has_vote=True),
        member("weg", to_on=date(2026, 12, 7)),
        member("straks", from_on=date(2026, 12, 9)),
        member("lid", has_vote=True, from_on=DAY, to_on=DAY),
        member("gemeente", "toehoorder", delegated_by="gemeente"),
    ]
    found = invitation_list(body(secretary="regisseur", chair="lid"), DAY, [], members)
    assert [(i.member, i.function, i.has_vote) for i in found] == [
        ("lid", "voorzitter", True),
        ("regisseur", "secretaris", False),
        ("expert", "adviseur", False),
        ("gemeente", "toehoorder", False),
    ]
    assert found[2].expertise == "terrassen"
    assert found[3].organisation == "gemeente"


@pytest.mark.accept("C3")
def test_everybody_is_invited_once_and_keeps_his_vote() -> None:
    found = invitation_list(body(), DAY, [seat("mkb", "an")], [member("an", "toehoorder"), member("an", "voorzitter")])
    assert [(i.member, i.function, i.has_vote) for i in found] == [("an", "voorzitter", True)]


@pytest.mark.accept("M22")
def test_the_combined_meeting_invites_the_boards_and_the_municipality_listens() -> None:
    boards = [("an", "mkb"), ("bo", "vvac")]
    listens = [member("gemeente", "toehoorder", has_vote=True)]
    found = invitation_list(body(invites="partnerbesturen"), DAY, [], listens, boards)
    assert [(i.member, i.has_vote, i.organisation) for i in found] == [
        ("an", True, "mkb"),
        ("bo", True, "vvac"),
        ("gemeente", False, None),
    ]
    assert [i.member for i in invitation_list(body(), DAY, [], listens, boards)] == ["gemeente"]


def present(who: str, status: str = "aanwezig", **values: Any) -> dict[str, Any]:
    return {
        "member": who,
        "status": status,
        "function": "lid",
        "has_vote": True,
        "came_at": None,
        "left_at": None,
    } | values


@pytest.mark.accept("M11")
def test_quorum_counts_votes_only_and_never_the_secretary() -> None:
    people = [
        present("a"),
        present("b"),
        present("c", "afgemeld"),
        present("d", "afwezig"),
        present("e"),
        present("regisseur", function="secretaris"),
        present("gast", has_vote=False),
    ]
    assert quorum(people) == Quorum(present=3, total=5, needed=3)
    assert quorum(people).is_met
    assert not quorum(people, 4).is_met
    assert quorum(people, 9).needed == 5
    assert not quorum([]).is_met


@pytest.mark.accept("M11")
def test_who_left_does_not_count_any_more() -> None:
    nine = datetime.fromisoformat("2026-12-08 21:00")
    people = [present("a", left_at=nine), present("b", came_at=nine), present("c")]
    assert quorum(people, at=datetime.fromisoformat("2026-12-08 20:59")).present == 2
    assert quorum(people, at=nine).present == 2
    assert quorum(people).present == 3


def test_a_member_with_an_interest_is_left_out_of_count_and_total() -> None:
    people = [present("a"), present("b"), present("c"), present("vvac"), present("khn", "afgemeld")]
    assert quorum(people) == Quorum(4, 5, 3)
    assert quorum(people, without={"vvac"}) == Quorum(3, 4, 3)
