"""The visual parts of a record that know no data: log, chain, cards, empty states, the busy bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.ui.busy import PATIENCE_MS, BusyBar
from vaartdesk.ui.card import Card
from vaartdesk.ui.chain import Chain, ChainChip, Link
from vaartdesk.ui.empty import EmptyState, Way
from vaartdesk.ui.log_view import LogEntry, LogView
from vaartdesk.ui.theme import sizes

LINKS = (
    Link("1", "S-2026-0061 Signaal", "radio"),
    Link("2", "M-2026-0133 Melding", "wrench", is_own=True),
    Link("3", "Voorraad ThemaTafel B", "messages-square"),
)


def test_a_log_is_as_high_as_its_entries_and_wraps_long_ones(dressed: QApplication, qtbot: QtBot) -> None:
    log = LogView("Logboek")
    qtbot.addWidget(log)
    log.resize(500, 200)
    log.show()
    log.set_entries([LogEntry("24-11 09:12", "Gebeld.", "Huismeester")])
    one = log.sizeHint().height()
    log.set_entries([LogEntry("24-11 09:12", "Gebeld. " * 40, "Huismeester")])
    assert log.sizeHint().height() > 3 * one
    model = log.model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole).endswith("Huismeester")
    assert log.objectName() == "log"


def test_a_chain_opens_others_and_not_itself(dressed: QApplication, qtbot: QtBot) -> None:
    chain = Chain("Samenhang")
    qtbot.addWidget(chain)
    chain.set_links(LINKS)
    chain.show()
    first, own, _last = chain.findChildren(ChainChip)
    with qtbot.waitSignal(chain.opened) as opened:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert opened.args == ["1"]
    with qtbot.assertNotEmitted(chain.opened):
        QTest.mouseClick(own, Qt.MouseButton.LeftButton)
    assert first.sizeHint().height() >= sizes.TARGET_LEAST
    assert first.accessibleName() == "S-2026-0061 Signaal"


def test_an_empty_page_starts_by_mouse_and_by_key(dressed: QApplication, qtbot: QtBot) -> None:
    done: list[str] = []
    ways = (
        Way("Neem 2026 over", "34 evenementen", "copy", lambda: done.append("copy"), "Alt+O"),
        Way("Maak een evenement", "Titel en datum zijn genoeg", "plus", lambda: done.append("new"), "Alt+N"),
    )
    page = EmptyState("Nog geen evenementen in 2027", "Begin met het jaar dat er al ligt.", ways)
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.mouseClick(page.cards[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    page.cards[0].setFocus()
    QTest.keyClick(page.cards[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sorted(done) == ["copy", "copy", "new"])
    assert page.cards[0].accessibleDescription() == "34 evenementen"


def test_four_ways_to_start_are_refused(dressed: QApplication) -> None:
    way = Way("Nieuw", "", "plus", lambda: None)
    with pytest.raises(ValueError, match="at most 3"):
        EmptyState("Leeg", "", (way,) * 4)


def test_a_card_speaks_its_title(dressed: QApplication, qtbot: QtBot) -> None:
    card = Card("Deze week", "week 48")
    qtbot.addWidget(card)
    assert card.accessibleName() == "Deze week"
    assert card.remark.text() == "week 48"


def test_short_work_is_never_seen(dressed: QApplication, qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.start("PDF maken")
    assert bar.timer.isActive()
    assert bar.timer.interval() == PATIENCE_MS
    bar.stop()
    assert not bar.timer.isActive()
    assert not bar.isVisible()


def test_long_work_shows_how_far_and_can_be_stopped(dressed: QApplication, qtbot: QtBot) -> None:
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.start("PDF maken")
    bar.timer.timeout.emit()
    assert bar.isVisible()
    bar.progress(0.25)
    assert bar.bar.value() == bar.bar.maximum() // 4
    bar.progress(7)
    assert bar.bar.value() == bar.bar.maximum()
    with qtbot.waitSignal(bar.cancelled):
        QTest.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
