"""The parts of section 5 of the design and the shapes of section 3, measured in the picture the real window paints.

What is measured is the picture: where a colour begins and ends. The numbers stand here as the design gives them, at 100 %
with a system font of 13 pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStyle, QStyleOptionButton, QWidget

from clipping import settle, wait
from pixels import across, box, down, name, rows_of, seen, shown_rows, soft
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chips import FilterChip, StateChip
from vaartdesk.ui.form.log_section import LogSection
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.log_view import text_left, time_width
from vaartdesk.ui.row_delegate import header_height, parts_of, row_height
from vaartdesk.ui.section import Section
from vaartdesk.ui.theme.theme import theme
from window_measures import one, tab

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

DISCS = {(28, 28), (30, 30)}
"""Of a disc of 30 the outermost pixels are mixed with the ground."""

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


# --- rows ------------------------------------------------------------------------------------------------------------


def test_a_chosen_row_is_inset_8_with_a_ring_of_2_inside_and_its_chip_on_surface(
    scheme: str, tickets: ListDetailPage
) -> None:
    view = tickets.list.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    wait(30)
    row = view.visualRect(view.currentIndex())
    image = seen(view.viewport())
    middle = row.center().y()
    focus = name("focus")
    assert across(image, middle, focus) == (8, view.viewport().width() - 9)
    assert [image.pixelColor(8 + step, middle).name() == focus for step in range(3)] == [True, True, False]
    assert down(image, 60, focus, range(row.top(), row.bottom() + 1)) == (row.top(), row.bottom())
    assert image.pixelColor(12, middle).name() == name("selection")
    chip = row.bottom() - 12  # in the second line
    assert across(image, chip, name("surface"))[0] > view.viewport().width() // 2
    assert (row.height(), row_height(), header_height()) == (44, 44, 28)


def test_a_row_under_the_pointer_and_one_at_rest(scheme: str, tickets: ListDetailPage) -> None:
    view = tickets.list.view
    other = next(r for r in shown_rows(view) if r != view.currentIndex().row() and view.list_model().key(r) is not None)
    rect = view.visualRect(view.model().index(other, 0))
    image = seen(view.viewport())
    assert image.pixelColor(12, rect.center().y()).name() == name("window")
    at_rest = [image.pixelColor(x, rect.bottom()).name() for x in (0, 100, 300)]
    assert set(at_rest) == {name("window")}  # no line between rows


def test_a_group_header_is_28_high_with_a_hairline_to_the_right(scheme: str, tickets: ListDetailPage) -> None:
    view = tickets.list.view
    header = next(row for row in shown_rows(view) if view.list_model().key(row) is None)
    rect = view.visualRect(view.model().index(header, 0))
    assert rect.height() in {28, 32}  # 4 above it
    image = seen(view.viewport())
    middle = round(rect.center().y())
    line = next(y for y in (middle, middle + 1, middle - 1) if image.pixelColor(400, y).name() == name("border"))
    assert across(image, line, name("border"), range(200, image.width()))[1] == image.width() - 17
    around = (image.pixelColor(400, line - 1).name(), image.pixelColor(400, line + 1).name())
    assert around == (name("window"), name("window"))


def test_small_badges_are_16_soft_and_those_of_actions_20(scheme: str, window: Window, tickets: ListDetailPage) -> None:
    view = tickets.list.view
    row = view.visualRect(view.currentIndex())
    image = seen(view.viewport())
    assert box(image, QColor(theme().line("B").soft).name(), range(80, 200), rows_of(row)) == (16, 16)
    actions = tab(window, "actions").list.view
    wanted = next(r for r in shown_rows(actions) if getattr(parts_of(actions.model(), r), "badge", "") == "A")
    image = seen(actions.viewport())
    rect = actions.visualRect(actions.model().index(wanted, 0))
    fill = QColor(theme().line("A").base if theme().is_dark else theme().line("A").ink).name()
    assert box(image, fill, range(60), rows_of(rect)) == (20, 20)
    assert across(image, rect.top() + 12, fill, range(60))[0] == 8 + 10


def test_initials_are_30_in_rows_and_52_beside_the_name(scheme: str, window: Window) -> None:
    contacts = tab(window, "contacts")
    view = contacts.list.view
    person = next(r for r in shown_rows(view) if getattr(parts_of(view.model(), r), "initials", ""))
    view.selectionModel().clearSelection()
    view.selectionModel().setCurrentIndex(view.model().index(person, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    image = seen(view.viewport())
    rect = view.visualRect(view.model().index(person, 0))
    assert box(image, soft("accent"), range(80), rows_of(rect)) in DISCS
    window.show_record(Ref("person", window.desk.rows("person")[0]["id"]))
    settle(window.frame)
    disc = contacts.page.head.initials
    picture = seen(disc)
    assert disc.height() == 52
    assert box(picture, soft("accent"), range(disc.width()), range(52)) >= (50, 50)
    assert picture.pixelColor(9, 1).name() == name("surface")  # round


# --- chips, fields, buttons ------------------------------------------------------------------------------------------


def test_a_filter_that_is_on_is_accent_soft_with_a_cross_and_one_that_is_off_has_a_border(
    scheme: str, tickets: ListDetailPage
) -> None:
    chips = [chip for chip in tickets.list.bar.findChildren(FilterChip) if chip.isVisible()]
    on = next(chip for chip in chips if chip.value())
    off = next(chip for chip in chips if chip is not on)
    picture = seen(on)
    assert picture.pixelColor(on.width() // 2, 3).name() == name("accent_soft")
    plain = seen(off)
    assert plain.pixelColor(off.width() // 2, 0).name() == name("border")
    assert plain.pixelColor(off.width() // 2, 3).name() == name("surface")
    assert {chip.height() for chip in chips} == {28}


def test_the_state_is_a_chip_of_28_in_the_colours_of_its_state(scheme: str, tickets: ListDetailPage) -> None:
    chip = one(tickets.page, StateChip)
    picture = seen(chip)
    assert chip.height() == 28
    assert picture.pixelColor(chip.width() // 2, 2).name() == soft("info")  # Doorgezet


def edge(line: QLineEdit) -> list[str]:
    """The first pixels at the left of a field, half way down."""
    picture = seen(line)
    return [picture.pixelColor(x, 14).name() for x in range(3)]


def test_a_field_at_rest_is_text_and_nothing_moves_when_it_gets_the_cursor_or_is_wrong(
    scheme: str, window: Window, tickets: ListDetailPage
) -> None:
    line = next(w for w in tickets.page.fields.first.findChildren(QLineEdit) if w.isVisible() and w.isEnabled())
    before, where = line.size(), line.mapTo(window.frame, QPoint(0, 0))
    assert edge(line) == [name("surface")] * 3
    line.setFocus(Qt.FocusReason.TabFocusReason)
    wait(20)
    assert edge(line) == [name("focus"), name("focus"), name("surface")]
    line.clearFocus()
    line.setProperty("state", "error")
    line.style().polish(line)
    wait(20)
    danger = QColor(theme().state("danger").solid).name()
    assert edge(line) == [danger, danger, name("surface")]
    assert (line.size(), line.mapTo(window.frame, QPoint(0, 0))) == (before, where)
    line.setProperty("state", "")
    line.style().polish(line)


@pytest.mark.parametrize(
    ("kind", "fill", "border"),
    [("primary", "accent", "accent"), ("secondary", "surface", "border"), ("danger", "surface", "border")],
)
def test_buttons_are_32_high_and_small_ones_28(
    window: Window, tickets: ListDetailPage, kind: Any, fill: str, border: str
) -> None:
    host = QWidget(tickets.page)
    large, small = Button("Bewaren", kind=kind, parent=host), Button("Bewaren", kind=kind, small=True, parent=host)
    host.show()
    for button, height in ((large, 32), (small, 28)):
        button.resize(button.sizeHint())
        button.show()
        wait(10)
        picture = seen(button)
        assert button.height() == height
        middle = button.height() // 2
        assert picture.pixelColor(0, middle).name() == name(border)
        assert picture.pixelColor(4, middle).name() == name(fill)
    host.hide()
    host.deleteLater()


def test_a_check_box_is_16_and_its_target_28(window: Window, tickets: ListDetailPage) -> None:
    box = QCheckBox("Ook dit", tickets.page)
    box.show()
    box.adjustSize()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    inside = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    assert (inside.width(), inside.height(), box.height() >= 28) == (16, 16, True)
    box.hide()
    box.deleteLater()


# --- parts of the record ---------------------------------------------------------------------------------------------


def test_a_section_has_one_hairline_above_it(scheme: str, tickets: ListDetailPage) -> None:
    section = next(s for s in tickets.page.findChildren(Section) if s.isVisible() and s.width() > 300)
    picture = seen(section)
    line = [picture.pixelColor(picture.width() // 2, y).name() for y in range(4)]
    assert line.count(name("border")) == 1
    assert section.head.height() >= 32


def test_the_log_gives_time_72_a_dot_of_8_and_accent_to_the_newest(scheme: str, tickets: ListDetailPage) -> None:
    log = one(tickets.page, LogSection)
    view = log.view
    tickets.page.area.ensureWidgetVisible(log)
    wait(20)
    assert time_width() >= 72
    assert view.model().rowCount() > 1
    picture = seen(view.viewport())
    dots = []
    for row, token in ((0, "accent"), (1, "line")):
        rect = view.visualRect(view.model().index(row, 0))
        centre = round(text_left() - 13)
        dots.append(box(picture, name(token), range(centre - 8, centre + 8), rows_of(rect)))
    assert set(dots) <= {(6, 6), (8, 8)}  # the outermost pixels of a disc are mixed with the ground


def test_the_record_stands_on_surface_the_list_on_window_and_the_rail_on_rail(
    scheme: str, window: Window, tickets: ListDetailPage
) -> None:
    image = window.frame.grab().toImage()
    edge = tickets.page.mapTo(window.frame, QPoint(0, 0)).x()
    y = 700
    tones = [image.pixelColor(x, y).name() for x in (4, edge - 10, edge + 6)]
    assert tones == [name("rail"), name("window"), name("surface")]
    assert image.pixelColor(207, y).name() == name("border")
    assert image.pixelColor(edge - 1, 500).name() == name("border")
