"""The rail by keyboard, its counts, its folded form, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from vaartdesk.ui.rail import Rail
from vaartdesk.ui.rail_parts import Pin
from vaartdesk.ui.rail_tabs import RailTabs, Tab
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

Key = Qt.Key
TABS = ("Vandaag", "Themalijnen", "Evenementen", "Huismeester", "Contacten", "Overleg")


@pytest.fixture
def rail(dressed: QApplication, qtbot: QtBot) -> Rail:
    """The rail with its six tabs, shown."""
    made = Rail()
    qtbot.addWidget(made)
    for name in TABS:
        made.tabs.add(Tab(name.lower(), name, "sun"))
    made.resize(made.width(), 700)
    made.show()
    return made


def test_the_tabs_are_a_real_tab_bar_of_rows_of_36(rail: Rail) -> None:
    assert isinstance(rail.tabs, QTabBar)
    assert rail.tabs.objectName() == "tabs"
    assert rail.width() == 208
    rects = [rail.tabs.tabRect(number) for number in range(6)]
    assert {(rect.width(), rect.height()) for rect in rects} == {(192, 36)}
    assert [rect.top() for rect in rects] == [36 * number for number in range(6)]


@pytest.mark.accept("G10")
@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((Key.Key_Down,), 1),
        ((Key.Key_Down, Key.Key_Down, Key.Key_Up), 1),
        ((Key.Key_End,), 5),
        ((Key.Key_End, Key.Key_Down), 5),
        ((Key.Key_End, Key.Key_Home), 0),
        ((Key.Key_Up,), 0),
    ],
)
def test_keys_move_the_current_tab(rail: Rail, qtbot: QtBot, keys: tuple[Key, ...], expected: int) -> None:
    for key in keys:
        QTest.keyClick(rail.tabs, key)
    assert rail.tabs.currentIndex() == expected


def test_a_click_chooses_and_the_wheel_does_not(rail: Rail, qtbot: QtBot) -> None:
    QTest.mouseClick(rail.tabs, Qt.MouseButton.LeftButton, pos=rail.tabs.tabRect(3).center())
    assert rail.tabs.currentIndex() == 3
    middle = QPointF(rail.tabs.tabRect(3).center())
    no_buttons, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QPoint(0, -120)
    wheel = QWheelEvent(middle, middle, QPoint(), turn, no_buttons, no_keys, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(rail.tabs, wheel)
    assert rail.tabs.currentIndex() == 3
    assert not wheel.isAccepted()


@pytest.mark.accept("G10")
def test_counts_are_heard(rail: Rail) -> None:
    rail.tabs.set_count(3, 23, "23 open")
    assert rail.tabs.accessibleTabName(3) == "Huismeester, 23 open"
    rail.tabs.set_count(3, None)
    assert rail.tabs.accessibleTabName(3) == "Huismeester"
    heard = QAccessible.queryAccessibleInterface(rail.tabs)
    assert heard is not None
    assert heard.childCount() >= 6


def test_a_calamity_turns_the_count_red(rail: Rail) -> None:
    rail.tabs.set_count(0, 7)
    calm = rail.tabs.grab().toImage()
    rail.tabs.set_count(0, 7, is_alarm=True)
    assert rail.tabs.grab().toImage() != calm


def test_folded_it_is_60_wide_and_names_go_to_tooltips(rail: Rail) -> None:
    rail.tabs.set_count(3, 23, "23 open")
    rail.set_pins([Pin("late", "Over termijn", "alarm-clock", 3)])
    rail.set_folded(True)
    assert rail.width() == 60
    assert rail.tabs.tabRect(0).width() == 60 - 2 * sizes.SPACE_2
    assert rail.tabs.tabToolTip(3) == "Huismeester, 23 open  Ctrl+4"
    assert rail.pins()[0].toolTip() == "Over termijn, 3"
    assert rail.find_button.toolTip()
    rail.set_folded(False)
    assert rail.tabs.tabRect(0).width() == 192
    assert not rail.find_button.toolTip()


def test_pins_are_chosen_and_keep_their_buttons(rail: Rail, qtbot: QtBot) -> None:
    pins = [Pin("late", "Over termijn", "alarm-clock", 3), Pin("wait", "Wacht op reactie", "hourglass", 4)]
    rail.set_pins(pins)
    buttons = rail.pins()
    with qtbot.waitSignal(rail.pin_chosen) as chosen:
        QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["wait"]
    rail.set_pins([Pin("late", "Over termijn", "alarm-clock", 9), pins[1]])
    assert rail.pins() == buttons
    assert rail.pins()[0].accessibleName() == "Over termijn, 9"
    rail.set_pins(pins[:1])
    assert [button.pin.id for button in rail.pins()] == ["late"]


def test_a_pin_offers_its_menu(rail: Rail, qtbot: QtBot) -> None:
    rail.set_pins([Pin("late", "Over termijn", "alarm-clock", 3)])
    with qtbot.waitSignal(rail.pin_menu_requested) as asked:
        rail.pins()[0].customContextMenuRequested.emit(QPoint(4, 4))
    assert asked.args is not None
    assert asked.args[0] == "late"


def test_the_rail_asks_and_opens_nothing(rail: Rail, qtbot: QtBot) -> None:
    rail.backup.set_text("Back-up vandaag 08:02")
    rail.who.set_person("Huismeester", "HM")
    for button, signal in (
        (rail.find_button, rail.find_requested),
        (rail.menu_button, rail.menu_requested),
        (rail.who, rail.who_requested),
        (rail.backup, rail.backup_requested),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_backup_line_hides_when_there_is_nothing_to_say(rail: Rail) -> None:
    assert not rail.backup.isVisible()
    rail.backup.set_text("Geen back-up sinds vrijdag", "warning")
    assert rail.backup.isVisible()
    assert rail.backup.accessibleName() == "Geen back-up sinds vrijdag"


def test_every_target_is_28_or_more(rail: Rail) -> None:
    rail.set_pins([Pin("late", "Over termijn", "alarm-clock", 3)])
    rail.backup.set_text("Back-up vandaag 08:02")
    parts = [rail.menu_button, rail.find_button, rail.backup, rail.who, *rail.pins()]
    for is_folded in (False, True):
        rail.set_folded(is_folded)
        sizes_now = [part.sizeHint() for part in parts[1:]] + [rail.menu_button.size()]
        assert min(min(size.width(), size.height()) for size in sizes_now) >= sizes.TARGET_LEAST


def test_a_rail_that_is_gone_hears_no_theme(dressed: QApplication, qtbot: QtBot) -> None:
    gone = Rail()
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    theme().refresh()  # a listener on a deleted widget would raise here


def test_a_larger_font_makes_the_rail_wider_instead_of_cutting_names(rail: Rail, dressed: QApplication) -> None:
    base, larger = dressed.font(), dressed.font()
    larger.setPointSizeF(base.pointSizeF() * 1.6)
    try:
        dressed.setFont(larger)
        theme().refresh()
        assert 208 < rail.width() <= 300
        assert rail.tabs.tabRect(0).height() > 36
    finally:
        dressed.setFont(base)
        theme().refresh()
    assert rail.width() == 208


def test_in_a_low_window_every_tab_is_seen_and_the_rest_makes_room(rail: Rail, qtbot: QtBot) -> None:
    rail.set_pins([Pin(str(number), f"Filter {number}", "sun", number) for number in range(4)])
    rail.backup.set_text("Back-up vandaag 08:02")
    rail.set_folded(True)
    rail.setMinimumHeight(1)  # as in the window, whose own least size counts
    for height in (700, 520, 430, 384, 365):
        rail.resize(rail.width(), height)
        QApplication.processEvents()
        last = rail.tabs.tabRect(rail.tabs.count() - 1).translated(rail.tabs.pos())
        assert rail.tabs.tabRect(0).top() >= 0
        assert last.bottom() < rail.who.geometry().top(), height
        assert rail.who.geometry().bottom() < height
        assert rail.tabs.tabRect(0).height() >= sizes.TARGET_LEAST
        assert rail.pins()[0].isVisible() == (height >= 520)
    rail.resize(rail.width(), 700)
    QApplication.processEvents()
    assert rail.tabs.tabRect(0).height() == RailTabs.tab_height()
    assert rail.mark.isVisible()
    assert rail.backup.height() > 0
