"""Buttons, segments, chips and sections: keys, names, targets and heights."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.core.colours import LIGHT
from vaartdesk.schema.listing import Chip
from vaartdesk.ui.buttons import Button, IconButton, Kind
from vaartdesk.ui.chips import ChipLabel, FilterChip, StateChip
from vaartdesk.ui.focus_ring import FocusRing
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.labels import ElidedLabel
from vaartdesk.ui.section import Section
from vaartdesk.ui.segments import Segment, Segments
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme

Key = Qt.Key
KINDS: tuple[Kind, ...] = ("primary", "secondary", "quiet", "link", "danger")
VIEWS = (Segment("list", "Lijst", "list"), Segment("board", "Bord", "square-kanban"), Segment("matrix", "Matrix"))


Shelve = Callable[..., QWidget]


@pytest.fixture
def shelf(dressed: QApplication, qtbot: QtBot) -> Shelve:
    """Puts widgets side by side in an active window, and keeps that until the test ends."""
    kept: list[QWidget] = []

    def put(*widgets: QWidget) -> QWidget:
        holder = QWidget()
        kept.append(holder)
        row = QHBoxLayout(holder)
        for widget in widgets:
            row.addWidget(widget)
        qtbot.addWidget(holder)
        holder.show()
        holder.activateWindow()
        qtbot.waitUntil(holder.isActiveWindow)
        return holder

    return put


@pytest.fixture
def segments(shelf: Shelve) -> Segments:
    made = Segments(VIEWS, "Weergave")
    shelf(QLineEdit(), made)
    return made


@pytest.mark.accept("G10")
def test_arrows_move_the_choice_and_go_round(segments: Segments, qtbot: QtBot) -> None:
    seen: list[str] = []
    segments.chosen.connect(seen.append)
    buttons = segments._buttons
    buttons[0].setFocus()
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Home, Key.Key_End):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert seen == ["board", "matrix", "list", "matrix", "list", "matrix"]
    assert segments.current() == "matrix"
    assert QApplication.focusWidget() is buttons[2]


def test_only_the_chosen_segment_is_a_tab_stop(segments: Segments) -> None:
    segments.choose("board")
    stops = [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in segments._buttons]
    assert stops == [False, True, False]
    with pytest.raises(KeyError):
        segments.choose("nothing")


def test_a_segment_is_chosen_by_mouse_once(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segments.chosen) as chosen:
        QTest.mouseClick(segments._buttons[2], Qt.MouseButton.LeftButton)
    assert chosen.args == ["matrix"]
    with qtbot.assertNotEmitted(segments.chosen):
        QTest.mouseClick(segments._buttons[2], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", KINDS)
def test_buttons_are_32_high_and_28_when_small(shelf: Shelve, qtbot: QtBot, kind: Kind) -> None:
    normal, small = Button("Opslaan", "check", kind), Button("Opslaan", "check", kind, small=True)
    shelf(normal, small)
    assert (normal.height(), small.height()) == (sizes.BUTTON, sizes.BUTTON_SMALL)


def test_a_button_tells_its_key(dressed: QApplication, qtbot: QtBot) -> None:
    button = Button("&Nieuwe melding", "plus", "primary", key="Ctrl+N")
    qtbot.addWidget(button)
    assert button.toolTip() == "Nieuwe melding  Ctrl+N"
    bare = IconButton("printer", "Afdrukken", key="Ctrl+P")
    qtbot.addWidget(bare)
    assert bare.accessibleName() == "Afdrukken"
    assert bare.toolTip() == "Afdrukken  Ctrl+P"


def test_inputs_are_32_high_and_fields_28_also_with_focus(shelf: Shelve, qtbot: QtBot) -> None:
    plain, field = QLineEdit(), QLineEdit()
    field.setProperty("look", "field")
    shelf(plain, field)
    for focused in (plain, field):
        focused.setFocus()
        assert (plain.sizeHint().height(), field.sizeHint().height()) == (sizes.INPUT, sizes.FIELD)


def test_the_ring_shows_for_keys_and_not_for_the_mouse(shelf: Shelve, qtbot: QtBot) -> None:
    first, second = Button("Een"), Button("Twee")
    holder = shelf(first, second)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert holder.findChild(FocusRing) is None
    first.setFocus(Qt.FocusReason.TabFocusReason)
    ring = holder.findChild(FocusRing)
    assert ring is not None
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    assert ring.grab().toImage().pixelColor(0, ring.height() // 2).name().upper() == theme().scheme.focus
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: holder.findChild(FocusRing) is None)


def test_chips_have_the_heights_of_the_design(dressed: QApplication, qtbot: QtBot) -> None:
    label, state, chip = ChipLabel(Chip("Nieuw")), StateChip(Chip("Doorgezet", "share", "info")), FilterChip("Straat")
    for widget, height in ((label, sizes.CHIP), (state, sizes.CHIP_LARGE), (chip, sizes.PINNED)):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() == height


def test_a_state_chip_speaks_and_is_found(dressed: QApplication, qtbot: QtBot) -> None:
    chip = StateChip(Chip("Doorgezet", "share", "info"))
    qtbot.addWidget(chip)
    assert chip.objectName() == "status"
    assert chip.accessibleName() == "Stand: Doorgezet"
    narrow = chip.sizeHint().width()
    chip.set_chip(Chip("Wacht op reactie", "hourglass", "warning"))
    assert chip.accessibleName() == "Stand: Wacht op reactie"
    assert chip.sizeHint().width() > narrow


@pytest.mark.accept("G10")
def test_a_filter_chip_is_cleared_by_cross_and_by_key(shelf: Shelve, qtbot: QtBot) -> None:
    chip = FilterChip("Staat")
    shelf(chip)
    with qtbot.assertNotEmitted(chip.cleared):
        QTest.keyClick(chip, Key.Key_Delete)
    chip.set_value("Open")
    assert chip.accessibleName() == "Staat: Open"
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.cleared), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 14))
    with qtbot.waitSignal(chip.cleared):
        QTest.keyClick(chip, Key.Key_Backspace)
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Key.Key_Down)


def test_space_folds_a_section_and_its_owner_hears_it(shelf: Shelve, qtbot: QtBot) -> None:
    section = Section("Logboek")
    section.set_count("4")
    inside = QLineEdit()
    section.body.addWidget(inside)
    shelf(section)
    assert section.head.accessibleName() == "Logboek, 4, open"
    with qtbot.waitSignal(section.folded) as folded:
        QTest.keyClick(section.head, Key.Key_Space)
    assert folded.args == [True]
    assert not inside.isVisible()
    assert section.head.accessibleName() == "Logboek, 4, dicht"
    with qtbot.assertNotEmitted(section.folded):
        section.set_folded(False)
    assert inside.isVisible()


def test_the_header_is_56_high_with_one_primary_button(shelf: Shelve, qtbot: QtBot) -> None:
    header = PageHeader("Huismeester")
    header.add_segments(Segments(VIEWS, "Weergave"))
    search = header.add_search("Zoek in meldingen")
    header.add_quiet("Filter", "list-filter")
    button = header.set_primary("Nieuwe melding")
    shelf(header)
    assert header.height() == sizes.HEADER
    assert (search.objectName(), button.objectName()) == ("search", "newButton")
    assert header.title.geometry().right() < search.geometry().left() < button.geometry().left()


def test_an_elided_title_tells_itself_whole(dressed: QApplication, qtbot: QtBot) -> None:
    label = ElidedLabel("Losse klinkers voor de passage bij de Mulderstraat", "title")
    qtbot.addWidget(label)
    label.show()
    label.resize(900, 30)
    assert not label.toolTip()
    label.resize(120, 30)
    assert label.toolTip() == label.text()


def test_a_state_never_shows_by_colour_alone(dressed: QApplication, qtbot: QtBot) -> None:
    chip = ChipLabel(Chip("Nieuw", "circle-dot", "info"))
    qtbot.addWidget(chip)
    theme().set_mode("light")
    image = chip.grab().toImage()
    inks = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert {LIGHT.info.soft, LIGHT.info.fg} <= inks
