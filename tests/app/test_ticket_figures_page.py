"""Cijfers in the window: what is counted, what it means, and the list behind every figure."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clipping import cut, outside, settle
from vaartdesk.kinds.tickets.queries import figures as queries
from vaartdesk.kinds.tickets.rules.figure_table import MEASURES, Overview
from vaartdesk.kinds.tickets.view import figures_page
from vaartdesk.kinds.tickets.view.figures_page import FiguresPage
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list_detail import ListDetailPage
from window_parts import toast, top_page

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def at(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


def category(desk: Desk, title: str) -> str:
    return str(next(row["id"] for row in desk.rows("ticket_category") if row["title"] == title))


def log(desk: Desk, title: str, where: str, came: str, went: str = "", kind: str = "Bestrating", **more: Any) -> Ref:
    fields = {"title": title, "place_text": where, "category": category(desk, kind), "reported_at": at(came)}
    closed = {"status": "afgehandeld", "result": "Klaar", "closed_at": at(went)} if went else {}
    with desk.change("Melding") as tx:
        return tx.add("ticket", fields | closed | more)


@pytest.fixture
def street(planned_desk: Desk) -> str:
    return str(planned_desk.rows("street")[0]["title"])


@pytest.fixture
def filled(planned_desk: Desk, street: str) -> Desk:
    desk = planned_desk
    for number in range(4):
        log(desk, f"Tegel {number}", f"{street} {number + 1}", "2026-11-02", "2026-11-04")
    log(desk, "Tegel laat", "elders", "2026-10-01", "2026-11-20")
    log(desk, "Graffiti", "elders", "2026-11-10", kind="Graffiti en stickers")
    log(desk, "Nog van zomer", f"{street} 9", "2026-08-03")
    log(desk, "Van vorig jaar", "elders", "2025-11-03", "2025-11-28")
    return desk


def figures(window: Window) -> FiguresPage:
    page = window.frame.show_tab("tickets").choose("figures")  # type: ignore[attr-defined]
    assert isinstance(page, FiguresPage)
    QApplication.processEvents()
    return page


def large(page: FiguresPage) -> list[str]:
    return [card.text() for card in page.cards.cards]


def lines(page: FiguresPage) -> list[list[str]]:
    model = page.table.table
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def shown_titles(page: ListDetailPage) -> list[str]:
    rows = page.list.rows
    return sorted(rows.parts(entry).title for entry in page.list.model.entries if isinstance(entry, str))


@pytest.mark.accept("D5")
def test_a_month_in_figures_per_category_and_too_few_says_so(open_window: Opened, filled: Desk) -> None:
    page = figures(open_window())
    assert page.bar.words.text() == "November 2026"
    assert large(page) == ["5", "5", "2", "2 werkdagen", "80\u00a0%"]
    assert lines(page) == [
        ["Heel › Bestrating", "4", "5", "1", "2 werkdagen", "80\u00a0%"],
        ["Schoon › Graffiti en stickers", "1", "0", "1", "te weinig", "te weinig"],
    ]


@pytest.mark.accept("D5")
def test_the_months_stand_below_each_other_with_their_own_open_ones(open_window: Opened, filled: Desk) -> None:
    page = figures(open_window())
    page.parts.choose("month")
    found = {line[0]: line[1:4] for line in lines(page)}
    assert next(iter(found)) == "nov 2026"
    assert len(found) == 12
    assert found["nov 2026"] == ["5", "5", "2"]
    assert found["okt 2026"] == ["1", "0", "2"]
    assert found["aug 2026"] == ["1", "0", "1"]
    assert found["jul 2026"] == ["0", "0", "0"]
    page.bar.lengths.choose("year")
    page.bar.earlier.click()
    assert page.bar.words.text() == "2025"
    assert {line[0]: line[1:4] for line in lines(page)}["nov 2025"] == ["1", "1", "0"]


@pytest.mark.accept("D5")
def test_the_meaning_is_there_for_mouse_keys_and_screen_reader(open_window: Opened, filled: Desk) -> None:
    page = figures(open_window())
    for card, measure in zip(page.cards.cards, MEASURES, strict=True):
        card.setFocus(Qt.FocusReason.TabFocusReason)
        assert page.meaning.text() == measure.meaning == card.toolTip()
        spoken = QAccessible.queryAccessibleInterface(card)
        assert spoken.text(QAccessible.Text.Description) == measure.meaning
        assert "{" not in measure.meaning
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    for measure in MEASURES[1:]:
        QTest.keyClick(page.table, Qt.Key.Key_Right)
        assert page.meaning.text() == measure.meaning
    head = page.table.table.headerData(4, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "stilstond" in str(head)


@pytest.mark.accept("D5")
@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("came", ["Graffiti", "Tegel 0", "Tegel 1", "Tegel 2", "Tegel 3"]),
        ("went", ["Tegel 0", "Tegel 1", "Tegel 2", "Tegel 3", "Tegel laat"]),
        ("open", ["Graffiti", "Nog van zomer"]),
        ("days", ["Tegel 0", "Tegel 1", "Tegel 2", "Tegel 3", "Tegel laat"]),
        ("share", ["Tegel 0", "Tegel 1", "Tegel 2", "Tegel 3"]),
    ],
)
def test_every_large_figure_opens_what_it_counted(
    open_window: Opened, filled: Desk, name: str, titles: list[str]
) -> None:
    window = open_window()
    page = figures(window)
    card = next(card for card in page.cards.cards if card.measure.name == name)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert shown_titles(top_page(window)) == titles


@pytest.mark.accept("D5")
def test_enter_in_the_table_opens_the_list_of_that_line(open_window: Opened, filled: Desk, street: str) -> None:
    window = open_window()
    page = figures(window)
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(page.table, key)
    assert shown_titles(top_page(window)) == ["Graffiti"]
    page = figures(window)
    page.parts.choose("street")
    assert [line[0] for line in lines(page)] == [street, "Zonder straat"]
    page.table.setCurrentIndex(page.table.table.index(1, 2))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert shown_titles(top_page(window)) == ["Tegel laat"]


@pytest.mark.accept("D5")
def test_what_was_open_at_the_end_of_a_month_that_is_over_can_be_opened(open_window: Opened, filled: Desk) -> None:
    window = open_window()
    page = figures(window)
    QTest.keyClick(page.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.bar.words.text() == "Oktober 2026"
    assert large(page)[2] == "2"
    page.cards.cards[2].click()
    assert shown_titles(top_page(window)) == ["Nog van zomer", "Tegel laat"]


def test_one_street_alone(open_window: Opened, filled: Desk, street: str) -> None:
    window = open_window()
    page = figures(window)
    page.bar.street.setCurrentIndex(page.bar.street.findText(street))
    assert large(page) == ["4", "4", "1", "te weinig", "te weinig"]
    page.cards.cards[0].click()
    assert shown_titles(top_page(window)) == ["Tegel 0", "Tegel 1", "Tegel 2", "Tegel 3"]


def test_no_period_begins_after_today(open_window: Opened, filled: Desk) -> None:
    page = figures(open_window())
    for length, words in (
        ("quarter", "Oktober tot en met december 2026"),
        ("twelve", "December 2025 tot en met november 2026"),
        ("year", "2026"),
        ("month", "November 2026"),
    ):
        page.bar.lengths.choose(length)
        assert page.bar.words.text() == words
        assert not page.bar.later.isEnabled()
        page.bar.step(1)
        assert page.bar.words.text() == words
        page.bar.step(-1)
        page.bar.step(1)
        assert page.bar.words.text() == words


def test_no_period_begins_before_the_first_year(open_window: Opened, filled: Desk) -> None:
    bar = figures(open_window()).bar
    bar.lengths.choose("year")
    with QSignalBlocker(bar):  # two centuries of counting nothing
        for _year in range(300):
            bar.step(-1)
    assert bar.words.text() == "1800"
    assert not bar.earlier.isEnabled()


def test_a_change_is_counted_at_once_and_another_day_too(open_window: Opened, filled: Desk, clock: Any) -> None:
    page = figures(open_window())
    log(filled, "Erbij", "elders", "2026-11-23")
    QApplication.processEvents()
    assert large(page)[0] == "6"
    clock.set(at("2026-12-01"))
    page.hide()
    page.show()
    assert page.bar.words.text() == "December 2026"
    assert large(page)[:3] == ["0", "0", "3"]


def test_many_tickets_are_counted_beside_the_window(
    open_window: Opened, filled: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures_page, "AT_ONCE", 3)
    page = figures(open_window())
    qtbot.waitUntil(lambda: page.overview is not None)
    page.bar.step(-1)  # while that counts, another one is asked for
    page.bar.step(-1)
    qtbot.waitUntil(lambda: page.overview is not None and page.overview.span == page.bar.span() and page._work is None)
    assert large(page)[:3] == ["0", "0", "1"]


def test_the_counting_is_stopped_and_what_was_shown_is_shown_on(
    open_window: Opened, filled: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    page = figures(window)
    shown, words = large(page), page.bar.words.text()
    go_on = threading.Event()

    def slow(*given: Any, **more: Any) -> Overview:
        assert go_on.wait(30)
        return overview(*given, **more)

    overview = queries.overview
    monkeypatch.setattr(queries, "overview", slow)
    monkeypatch.setattr(figures_page, "AT_ONCE", 3)
    page.bar.lengths.choose("year")
    qtbot.waitUntil(page.busy.isVisible)
    assert page.bar.words.text() != words
    assert page.busy.cancel.text() == "Stoppen"
    page.busy.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: page._work is None)
    assert (large(page), page.bar.words.text()) == (shown, words)
    assert toast(window).startswith("Het tellen is gestopt")
    page.hide()
    page.show()  # whoever looks again has them counted
    qtbot.waitUntil(lambda: page._work is None and not page.is_stale)
    assert large(page) == shown


def test_without_a_ticket_the_page_says_how_to_begin(open_window: Opened) -> None:
    page = figures(open_window())
    assert page.stack.currentWidget() is not page.stack.widget(0)
    assert page.findChild(QPushButton, "newButton") is not None


@pytest.mark.parametrize("shape", [(1366, 768), (1024, 640), (1920, 1080)])
def test_nothing_is_cut_and_everything_is_named(open_window: Opened, filled: Desk, shape: tuple[int, int]) -> None:
    window = open_window(width=shape[0], height=shape[1])
    page = figures(window)
    for part in ("category", "street", "month"):
        page.parts.choose(part)
        settle(window.frame)
        assert cut(page) == []
        assert outside(page) == []
    takers = [w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [w for w in takers if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert [w.objectName() or type(w).__name__ for w in nameless] == []
    assert [w for w in takers if w.height() < 28] == []


def test_the_first_ticket_of_the_list_stands_open_beside_it(open_window: Opened, filled: Desk) -> None:
    window = open_window()
    figures(window).cards.cards[4].click()
    ref = top_page(window).current()
    assert ref is not None
    assert str((filled.get(ref) or {})["title"]).startswith("Tegel ")
