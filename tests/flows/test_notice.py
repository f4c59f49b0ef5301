"""A contract whose notice date comes near asks for one action, once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.notice import remind
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import hand_out, take_in
from workspace import open_desk


def contract(desk: Desk, **given: Any) -> Ref:
    fields = {"title": "Kerstverlichting", "status": "lopend", "notice_on": date(2027, 3, 1), "warn_days": 60}
    with desk.change("Contract") as tx:
        return tx.add("contract", fields | given)


def actions(desk: Desk) -> list[str]:
    return [row["title"] for row in desk.rows("action")]


@pytest.mark.accept("T14")
def test_so_many_days_before_the_notice_date_an_action_appears_once(desk: Desk, clock: FixedClock) -> None:
    ref = contract(desk)
    clock.set(clock.now().replace(month=12, day=30))
    assert remind(desk) == []
    clock.advance(timedelta(1))
    (made,) = remind(desk)
    values = desk.get(made) or {}
    assert values["title"] == "Kerstverlichting: verlengen of opzeggen voor 1 maart 2027"
    assert (values["due_on"], values["status"]) == (date(2027, 3, 1), "gepland")
    assert [link.ref for link in desk.chain(ref)] == [made]
    for _day in range(3):
        clock.advance(timedelta(1))
        assert remind(desk) == []
    with desk.change("Weg") as tx:
        tx.delete(made)
    assert remind(desk) == []
    assert actions(desk) == []


@pytest.mark.accept("T14")
def test_another_notice_date_asks_again(desk: Desk) -> None:
    ref = contract(desk, notice_on=date(2026, 12, 1))
    assert len(remind(desk)) == 1
    with desk.change("Andere dag") as tx:
        tx.set(ref, "notice_on", date(2026, 12, 15))
    assert len(remind(desk)) == 1
    assert len(actions(desk)) == 2


@pytest.mark.parametrize(
    "given", [{"status": "offerte"}, {"status": "opgezegd"}, {"notice_on": None}, {"notice_on": date(2026, 11, 23)}]
)
def test_what_needs_no_answer_asks_none(desk: Desk, given: dict[str, Any]) -> None:
    contract(desk, **given)
    assert remind(desk) == []
    assert actions(desk) == []


def test_two_laptops_make_the_same_action(desk: Desk, clock: FixedClock, tmp_path: Path) -> None:
    contract(desk)
    with open_desk(tmp_path / "ander", clock) as other:
        take_in(other, hand_out(desk) or b"")
        clock.advance(timedelta(60))
        assert remind(desk) == remind(other)
        take_in(desk, hand_out(other) or b"")
        assert len(actions(desk)) == 1
