"""Contracts: their stages, the notice date that follows from the end, and offers side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vaartdesk.kinds.tickets.commands.contracts import COMMANDS, choose_offer, second_offer
from vaartdesk.kinds.tickets.queries.contracts import offers_beside
from vaartdesk.kinds.tickets.rules import contracts
from vaartdesk.schema.ref import Ref, Refused, Values
from vaartdesk.store.desk import Desk


def offer(desk: Desk, **given: Any) -> Ref:
    with desk.change("Offerte") as tx:
        return tx.add(
            "contract", {"title": "Kerstverlichting", "subject": "kerstverlichting", "price": 120_000} | given
        )


def got(desk: Desk, ref: Ref) -> Values:
    return desk.get(ref) or {}


@pytest.mark.accept("T14")
def test_a_contract_has_supplier_object_period_price_notice_date_and_stage(desk: Desk) -> None:
    with desk.change("Leverancier") as tx:
        supplier = tx.add("organisation", {"title": "Lichtbedrijf"})
    ends = date(2027, 12, 31)
    ref = offer(
        desk, supplier=supplier.id, object="Tien straten", starts_on=date(2026, 1, 1), ends_on=ends, notice_days=90
    )
    values = got(desk, ref)
    assert (values["status"], values["notice_on"], values["price_period"]) == ("offerte", date(2027, 10, 2), "jaar")
    moves = desk.kinds["contract"].moves
    assert moves is not None
    assert "lopend" in moves("offerte")
    assert set(moves("lopend")) == {"opgezegd", "afgelopen"}
    assert all(slug not in moves(slug) for slug in contracts.MOVES)


def test_the_notice_date_moves_along_until_somebody_chooses_one(desk: Desk) -> None:
    ref = offer(desk, ends_on=date(2027, 12, 31), notice_days=90)
    with desk.change("Langer") as tx:
        tx.set(ref, "ends_on", date(2028, 12, 31))
    assert got(desk, ref)["notice_on"] == date(2028, 10, 2)
    with desk.change("Eigen dag") as tx:
        tx.set(ref, "notice_on", date(2028, 9, 1))
    with desk.change("Nog langer") as tx:
        tx.set(ref, "ends_on", date(2029, 12, 31))
    assert got(desk, ref)["notice_on"] == date(2028, 9, 1)


@pytest.mark.accept("T14")
def test_two_offers_stand_side_by_side_and_one_is_chosen(desk: Desk) -> None:
    with desk.change("Leveranciers") as tx:
        names = [tx.add("organisation", {"title": title}).id for title in ("Licht BV", "Ster BV")]
    first = offer(desk, supplier=names[0], object="Tien straten")
    second = second_offer(desk, first, {"supplier": names[1], "price": 9_000, "price_period": "maand"})
    third = second_offer(desk, second, {"supplier": None, "price": 150_000, "price_period": "jaar"})
    for ref in (first, second, third):
        with desk.read() as reader:
            assert [row["id"] for row in offers_beside(reader, got(desk, ref))] == [first.id, second.id, third.id]
    lines = {
        line.label: line for line in contracts.compare([got(desk, first), got(desk, second)], ["Licht BV", "Ster BV"])
    }
    assert lines["Leverancier"].texts == ("Licht BV", "Ster BV")
    assert lines["Waarover"].texts == ("Tien straten", "Tien straten")
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in lines["Per jaar"].texts] == ["€ 1.200,00", "€ 1.080,00"]
    assert lines["Per jaar"].best == 1
    assert "Voorwaarden" not in lines

    assert choose_offer(desk, second) == 2
    assert [got(desk, ref)["status"] for ref in (first, second, third)] == ["afgewezen", "lopend", "afgewezen"]
    with pytest.raises(Refused, match="geen offerte"):
        choose_offer(desk, second)
    desk.undo()
    assert [got(desk, ref)["status"] for ref in (first, second, third)] == ["offerte"] * 3


def test_nothing_is_cheapest_where_prices_cannot_be_compared(desk: Desk) -> None:
    once = got(desk, offer(desk, price_period="eenmalig"))
    yearly = got(desk, offer(desk))
    lines = {line.label: line for line in contracts.compare([once, yearly], ["", ""])}
    assert (lines["Per jaar"].best, lines["Per jaar"].texts[0]) == (None, "")
    same = {line.label: line for line in contracts.compare([yearly, yearly], ["", ""])}
    assert same["Per jaar"].best is None


def test_only_offers_are_weighed(desk: Desk) -> None:
    running = got(desk, offer(desk, status="lopend"))
    assert not any(command.fits(running) for command in COMMANDS)
    assert all(command.fits(got(desk, offer(desk))) for command in COMMANDS)
