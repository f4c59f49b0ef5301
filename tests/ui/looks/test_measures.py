"""The measures of the design, read from the widgets of the real window on an example year, in both schemes.

The numbers stand here as the design gives them, at 100 % with a system font of 13 pixels; a larger font only makes
heights grow.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QScrollBar, QSplitter, QStyle, QWidget

from clipping import cut, outside, settle, wait
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chips import FilterChip, StateChip
from vaartdesk.ui.list.filter_bar import FilterBar
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.rail_tabs import RailTabs
from vaartdesk.ui.scrim import Dialog, Scrim
from vaartdesk.ui.section import SectionHead
from vaartdesk.ui.segments import SegmentButton
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.theme.fonts import font
from vaartdesk.ui.toast import Toast
from window_measures import at, one

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


# --- 3 and 4: the window ---------------------------------------------------------------------------------------------


def test_rail(window: Window, tickets: ListDetailPage) -> None:
    rail = window.frame.rail
    tabs = rail.tabs
    assert isinstance(tabs, RailTabs)
    assert rail.width() == 208
    assert [tabs.tabRect(n).height() for n in range(tabs.count())] == [36] * 6
    assert tabs.tabRect(0).width() == 192
    assert {row.height() for row in rail.findChildren(QWidget, "pinned") if row.isVisible()} <= {28}
    assert (tabs.drawBase(), tabs.documentMode(), tabs.usesScrollButtons()) == (False, True, False)
    window.refresh_counts()
    wait(100)
    assert tabs.accessibleTabName(3).startswith("Huismeester, ")


def test_header_and_filter_bar(window: Window, tickets: ListDetailPage) -> None:
    header = tickets.header
    assert (header.height(), at(header, window).y()) == (56, 0)
    assert at(header.title, window).x() == 208 + 16
    assert header.primary is not None
    assert at(header.primary, window).x() + header.primary.width() == 1366 - 16
    assert header.primary.height() == 32
    assert header.search is not None
    assert header.search.height() == 32
    bar = tickets.findChild(FilterBar)
    assert bar is not None
    assert bar.height() == 40
    assert bar.width() == tickets.list.width()
    assert {chip.height() for chip in bar.findChildren(FilterChip) if chip.isVisible()} == {28}
    assert {button.height() for button in header.findChildren(SegmentButton)} == {28}


def test_list(window: Window, tickets: ListDetailPage) -> None:
    view: QListView = tickets.list.view
    assert 432 <= tickets.list.width() <= 452
    heights = {view.sizeHintForIndex(view.model().index(n, 0)).height() for n in range(view.model().rowCount())}
    assert heights == {44, 28} or heights == {44, 32}  # a header with the space above it
    panes = tickets.findChild(QSplitter, "panes")
    assert panes is not None
    assert (panes.handleWidth(), panes.childrenCollapsible()) == (1, False)


def test_detail(window: Window, tickets: ListDetailPage) -> None:
    page = tickets.page
    left = at(page, window).x()
    assert at(page.head.meta, window).x() - left == 24
    assert at(one(page, SectionHead), window).x() - left == 24
    assert one(page, StateChip).height() == 28
    assert page.head.history.size() == QSize(28, 28)
    buttons = [button for button in page.head.findChildren(Button) if button.isVisible()]
    assert buttons
    assert {button.height() for button in buttons} == {32}
    fields = [line for line in page.fields.first.findChildren(QLineEdit) if line.isVisible()]
    assert fields
    assert {line.height() for line in fields} == {28}
    labels = [box.label for box in page.fields.boxes if box.isVisible() and box.label.isVisible()]
    assert {88 <= label.width() <= 112 for label in labels} == {True}
    right = at(page, window).x() + page.width() - 24
    assert at(page.head.commands, window).x() + page.head.commands.width() == right


def test_the_record_ends_where_its_head_does(window: Window, tickets: ListDetailPage) -> None:
    page = tickets.page
    for width in (1366, 1920):
        window.frame.resize(width, 768)
        settle(window.frame)
        head = at(page.head, window).x() + page.head.width()
        assert at(page.log, window).x() + page.log.width() == head
    window.frame.resize(1366, 768)


def test_type_sizes(window: Window, tickets: ListDetailPage) -> None:
    body = QApplication.font().pointSizeF()
    factors = {"display": 2.0, "title": 1.54, "section": 1.3, "body": 1.0, "meta": 0.92, "micro": 0.85}
    for style, factor in factors.items():
        assert font(style).pointSizeF() == pytest.approx(body * factor), style  # type: ignore[arg-type]
    assert font("title").weight() == 600
    title = tickets.page.head.title
    assert title is not None
    assert QFontInfo(title.widget.font()).pointSizeF() == pytest.approx(body * 1.54, abs=0.5)
    assert QFontInfo(tickets.page.head.meta.font()).pointSizeF() == pytest.approx(body * 0.92, abs=0.5)
    micro = QFontInfo(font("micro")).pixelSize()
    assert micro >= 11  # never smaller


def test_clock(window: Window, tickets: ListDetailPage) -> None:
    from vaartdesk.ui.term_clock import segment_rects

    clock = one(tickets.page, TermClock)
    face = clock.face()
    assert (face.words, len(face.days)) == ("Nog 2 werkdagen", 5)
    rects = segment_rects(face.days, clock.bar())
    assert {rect.height() for rect in rects} == {8}
    gaps = {round(b.left() - a.right(), 2) for a, b in pairwise(rects)}
    assert gaps == {3, 5}  # a weekend lies in it
    assert clock.accessibleName() == "nog 2 werkdagen; termijn 5 werkdagen, uiterlijk do 26-11-2026"


def test_scroll_bars_are_8_wide_in_12(window: Window, tickets: ListDetailPage) -> None:
    bar: QScrollBar = tickets.list.view.verticalScrollBar()
    assert bar.width() == 12
    style = bar.style()
    assert style.pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, bar) == 12


def test_toast_and_dialog(window: Window, tickets: ListDetailPage) -> None:
    toast = window.frame.toast("Afgehandeld")
    assert isinstance(toast, Toast)
    assert toast.height() == 40
    assert window.frame.height() - toast.y() - toast.height() == 20
    assert toast.timer.interval() == 6000
    toast.dismiss()
    dialog = Dialog("Proef", "Een zin.")
    window.frame.show_dialog(dialog)
    wait(30)
    scrim = dialog.parentWidget()
    assert isinstance(scrim, Scrim)
    assert scrim.size() == window.frame.size()
    assert dialog.title.mapTo(dialog, QPoint(0, 0)) == QPoint(24, 24)
    dialog.reject()


@pytest.mark.parametrize(("width", "rail", "is_stepped"), [(1366, 208, False), (1179, 60, False), (990, 60, True)])
def test_a_narrower_window_folds_the_rail_and_then_steps(
    window: Window, tickets: ListDetailPage, width: int, rail: int, is_stepped: bool
) -> None:
    window.frame.setMinimumSize(1, 1)
    window.frame.resize(width, 640)
    settle(window.frame)
    assert window.frame.rail.width() == rail
    assert tickets.panes.is_stepped is is_stepped
    assert tickets.page.head.back.isVisible() is is_stepped
    assert (tickets.list.isVisible(), tickets.page.isVisible()) == (not is_stepped, True)
    assert not [*cut(window.frame), *outside(window.frame)]
    if is_stepped:
        tickets.page.head.back.click()
        assert (tickets.list.isVisible(), tickets.page.isVisible()) == (True, False)
    window.frame.resize(1366, 768)
