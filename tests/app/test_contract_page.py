"""A contract in the window: offers side by side, its term clock, and what hangs under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from today import RESULT, add, lines_of, page_of, ticket
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.daily import run_day
from vaartdesk.kinds.tickets.commands.contracts import second_offer
from vaartdesk.kinds.tickets.view.contract_record import ContractRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.term_clock import TermClock
from window_parts import button, dialog, toast, top_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
pytestmark = pytest.mark.accept("T14")


def record(window: Window, ref: Ref) -> ContractRecord:
    window.show_record(ref)
    QApplication.processEvents()  # what hangs on a record comes after its fields
    page = top_page(window).page
    assert isinstance(page, ContractRecord)
    return page


def offers(desk: Desk) -> tuple[Ref, Ref]:
    names = [add(desk, "organisation", title=title).id for title in ("Licht BV", "Ster BV")]
    first = add(
        desk,
        "contract",
        title="Kerstverlichting",
        supplier=names[0],
        price=1_200_000,
        price_period="jaar",
        notice_days=60,
    )
    return first, second_offer(desk, first, {"supplier": names[1], "price": 90_000, "price_period": "maand"})


def texts(widget: QWidget) -> list[str]:
    found = [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in widget.findChildren(QLabel)]
    return [text for text in found if text]


def choices(page: ContractRecord) -> list[QPushButton]:
    """The buttons that choose an offer, as shown now."""
    return [b for b in page.offers.findChildren(QPushButton, "chooseOffer") if b.isVisible()]


def test_two_offers_stand_side_by_side_and_one_is_chosen(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    first, second = offers(planned_desk)
    window = open_window()
    page = record(window, first)
    card = page.offers
    assert card.isVisible()
    told = texts(card)
    assert [text for text in told if text.startswith("€")] == [
        "€ 12.000,00 per jaar",
        "€ 900,00 per maand",
        "€ 12.000,00",
        "€ 10.800,00",
    ]
    assert "laagste" in [child.accessibleName() for child in card.findChildren(QWidget)]
    assert button(card, "openOffer").accessibleName() == "Ster BV"
    button(card, "openOffer").click()
    assert top_page(window).page.ref == second
    qtbot.waitUntil(lambda: len(choices(page)) == 2)
    choices(page)[1].click()
    assert [(planned_desk.get(ref) or {})["status"] for ref in (first, second)] == ["afgewezen", "lopend"]
    assert "Kerstverlichting loopt; 1 afgewezen" in toast(window)
    qtbot.waitUntil(lambda: not choices(page))
    window.undo()
    assert [(planned_desk.get(ref) or {})["status"] for ref in (first, second)] == ["offerte", "offerte"]


def test_an_offer_alone_has_nothing_beside_it_until_a_second_comes(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot
) -> None:
    first = add(planned_desk, "contract", title="Groen", price=100_000)
    window = open_window()
    page = record(window, first)
    assert not page.offers.isVisible()
    button(page, "second_offer").click()
    asked = dialog(window, "question")
    asked.boxes["price"].editor.put_text("800")
    asked.agree.click()
    qtbot.waitUntil(page.offers.isVisible)
    assert page.ref != first, "the new one is shown, beside the first"


def test_the_clock_counts_to_the_notice_date_and_then_to_the_end(
    open_window: Opened, planned_desk: Desk, clock: FixedClock
) -> None:
    fields: dict[str, Any] = {"starts_on": date(2026, 1, 1), "ends_on": date(2027, 2, 28), "notice_days": 90}
    ref = add(planned_desk, "contract", title="Schoonmaak", status="lopend", **fields)
    window = open_window()
    page = record(window, ref)
    drawn = page.findChild(TermClock)
    assert drawn is not None
    assert (drawn.face().words, drawn.face().tone) == ("Nog 4 werkdagen om op te zeggen", "warning")
    with planned_desk.change("Opgezegd") as tx:
        tx.set(ref, "status", "opgezegd")
    assert drawn.face().words.startswith("Loopt nog ")
    with planned_desk.change("Voorbij") as tx:
        tx.update(ref, {"ends_on": date(2026, 11, 1), "notice_on": None, "notice_days": None})
    assert not drawn.isVisible()


def test_its_tickets_and_maintenance_hang_under_it(open_window: Opened, planned_desk: Desk) -> None:
    ref = add(planned_desk, "contract", title="Reiniging", status="lopend", subject="schoonmaak")
    late = ticket(planned_desk, "Goot vol", "2026-11-02", contract=ref.id)
    ticket(planned_desk, "Al gedaan", "2026-11-02", contract=ref.id, **RESULT)
    ticket(planned_desk, "Van een ander", "2026-11-02")
    window = open_window()
    page = record(window, ref)
    assert page.tickets.head.count_text == "1 open van 2"
    assert page.tickets.model.ref(0) == late
    button(page, "add_upkeep").click()
    entry = dialog(window, "quickEntry")
    entry.boxes["title"].editor.put_text("Goten legen")
    entry.save_button.click()
    QApplication.processEvents()
    (row,) = planned_desk.rows("maintenance")
    assert (row["title"], row["contract"], row["subject"]) == ("Goten legen", ref.id, "schoonmaak")
    assert page.upkeep.head.count_text == "1"
    button(page, "add_tickets").click()
    assert dialog(window, "quickEntry").given["contract"] == ref.id
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # type: ignore[arg-type]
    page.tickets.opened.emit(late)
    assert top_page(window).page.ref == late


def test_days_before_the_notice_date_one_action_and_one_line_on_vandaag(
    open_window: Opened, planned_desk: Desk, clock: FixedClock, qtbot: QtBot
) -> None:
    ref = add(
        planned_desk,
        "contract",
        title="Vlaggen",
        status="lopend",
        notice_on=planned_desk.today + timedelta(70),
        warn_days=60,
    )
    assert run_day(planned_desk).actions == 0
    clock.advance(timedelta(10))
    assert run_day(planned_desk).actions == 1
    assert run_day(planned_desk).actions == 0
    window = open_window()
    page = page_of(window, qtbot)
    shown = [title for titles in lines_of(page).values() for title in titles]
    assert shown.count("Vlaggen") == 1
    assert [link.ref.kind for link in planned_desk.chain(ref)] == ["action"]
