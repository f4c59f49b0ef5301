"""Offers side by side on the sheet of a contract, which is also its annex when it is put on an agenda."""

from __future__ import annotations

import pytest

from papers import plain, whole
from today import add
from vaartdesk.flows.record_parts import record_paper
from vaartdesk.flows.record_print import print_record_paper
from vaartdesk.kinds.tickets.commands.contracts import second_offer
from vaartdesk.pdf.parts import Listing
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

pytestmark = pytest.mark.accept("T14")


def offers(desk: Desk) -> tuple[Ref, Ref]:
    names = [add(desk, "organisation", title=title).id for title in ("Licht <BV>", "Ster & Zn")]
    first = add(desk, "contract", title="Kerstverlichting", supplier=names[0], price=1_200_000, price_period="jaar")
    return first, second_offer(desk, first, {"supplier": names[1], "price": 90_000, "price_period": "maand"})


def test_the_sheet_compares_the_offers_and_names_the_lowest(planned_desk: Desk) -> None:
    for ref in offers(planned_desk):
        found = plain(whole(print_record_paper(planned_desk, ref)[0])).replace("\N{NO-BREAK SPACE}", " ")
        assert "Offertes naast elkaar" in found
        assert "Licht <BV>" in found
        assert "Ster & Zn" in found
        assert "€ 10.800,00, laagste" in found


def test_it_leaves_the_team_too_and_a_contract_alone_compares_nothing(planned_desk: Desk) -> None:
    first, _second = offers(planned_desk)
    paper = record_paper(planned_desk, first, for_others=True)
    assert paper is not None
    assert "Offertes naast elkaar" in [part.title for part in paper.parts if isinstance(part, Listing)]
    alone = record_paper(planned_desk, add(planned_desk, "contract", title="Groen"))
    assert alone is not None
    assert "Offertes naast elkaar" not in [part.title for part in alone.parts if isinstance(part, Listing)]
