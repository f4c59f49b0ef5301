"""The measures of the design, read from the widgets of the real window on an example year, in both schemes.

The numbers stand here as the design gives them, at 100 % with a system font of 13 pixels; a larger font only makes
heights grow.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QScrollBar, QSplitter, QStyle, QWidget

from clipping import cut, outside, problems, settle, wait
from vaartdesk.app.demo.fill import Amounts, fill
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.chips import FilterChip, StateChip
from vaartdesk.ui.empty import EmptyState
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.list.filter_bar import FilterBar
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.rail_tabs import RailTabs
from vaartdesk.ui.scrim import Dialog, Scrim
from vaartdesk.ui.section import SectionHead
from vaartdesk.ui.segments import SegmentButton, Segments
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.term_clock import TermClock
from vaartdesk.ui.theme.fonts import font
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.toast import Toast
from vaartdesk.ui.views import Views
from workspace import open_desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
TABS = ("today", "actions", "events", "tickets", "contacts", "meetings")
TICKET = "Losse klinkers voor de passage"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example year, with a few photos."""
    made = tmp_path_factory.mktemp("jaar")
    with open_desk(made / "werkmap", FixedClock(TUESDAY), planned=True) as desk:
        fill(desk, Amounts(photos=6))
    return made


@pytest.fixture(scope="module")
def year(folder: Path) -> Iterator[Desk]:
    with open_desk(folder / "werkmap", FixedClock(TUESDAY)) as desk:
        role = next(row for row in desk.rows("role") if row["title"] == "Huismeester")
        desk.set_who(Ref("role", role["id"]))
        yield desk


@pytest.fixture(scope="module")
def window(qapp: QApplication, folder: Path, year: Desk) -> Iterator[Window]:
    """The window at 1366 by 768, light, on the ticket of the design's picture."""
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.ui.frame import MainFrame

    theme().install(qapp, "light")
    frame = MainFrame(folder / "venster.ini")
    frame.resize(1366, 768)
    made = Window(frame, year)
    frame.show()
    yield made
    made.close()
    frame.close()
    theme().set_mode("light")


@pytest.fixture
def tickets(window: Window) -> ListDetailPage:
    """The tab of the huismeester, the ticket of picture 02 chosen."""
    window.frame.resize(1366, 768)
    ticket = next(row for row in window.desk.rows("ticket") if row["title"] == TICKET)
    views = window.frame.show_tab("tickets")
    assert isinstance(views, Views)
    views.show_record(Ref("ticket", ticket["id"]))
    settle(window.frame)
    page = views.currentWidget()
    assert isinstance(page, ListDetailPage)
    return page


def at(widget: QWidget, window: Window) -> QPoint:
    """Where the widget begins in the window."""
    return widget.mapTo(window.frame, QPoint(0, 0))


def one(parent: QWidget, kind: type[Any], name: str = "") -> Any:
    """The visible widget of a kind."""
    found = parent.findChildren(kind, name) if name else parent.findChildren(kind)
    return next(widget for widget in found if widget.isVisible())


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


# --- 2: colours, from the screen -------------------------------------------------------------------------------------


LIGHT = {"rail": "#efefec", "window": "#f7f7f5", "surface": "#ffffff", "accent": "#0b6b70", "selection": "#dcebeb"}
LIGHT |= {"groove": "#ecedea", "seg_on": "#ffffff", "border": "#e3e3de"}
DARK = {"rail": "#101314", "window": "#14181a", "surface": "#1a1f22", "accent": "#4db6b9", "selection": "#1a3a3d"}
DARK |= {"groove": "#0f1315", "seg_on": "#2a3236", "border": "#2c3438"}


def tone(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixel(x, y)).name()


@pytest.mark.parametrize(("mode", "wanted"), [("light", LIGHT), ("dark", DARK)])
def test_colours(window: Window, tickets: ListDetailPage, mode: Any, wanted: dict[str, str]) -> None:
    theme().set_mode(mode)
    settle(window.frame)
    image = window.frame.grab().toImage()
    view, page = tickets.list.view, tickets.page
    row = view.visualRect(view.currentIndex())
    corner = view.viewport().mapTo(window.frame, row.topLeft())
    segments = one(tickets.header, Segments)
    chosen = next(b for b in segments.findChildren(SegmentButton) if b.isChecked())
    other = next(b for b in segments.findChildren(SegmentButton) if not b.isChecked())
    primary = tickets.header.primary
    assert primary is not None
    found = {
        "rail": tone(image, 100, 560),
        "window": tone(image, at(tickets.list, window).x() + 4, 300),
        "surface": tone(image, at(page, window).x() + 8, 400),
        "accent": tone(image, at(primary, window).x() + 6, at(primary, window).y() + 16),
        "selection": tone(image, corner.x() + 14, corner.y() + 4),
        "groove": tone(image, at(other, window).x() + 3, at(other, window).y() + 14),
        "seg_on": tone(image, at(chosen, window).x() + 6, at(chosen, window).y() + 14),
        "border": tone(image, at(page, window).x() - 1, 400),
    }
    theme().set_mode("light")
    assert found == wanted


# --- nothing is cut, in every tab ------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(1366, 768), (1920, 1080), (1024, 640)])
def test_nothing_is_cut_in_any_tab(window: Window, shape: tuple[int, int]) -> None:
    window.frame.setMinimumSize(1024, 640)
    window.frame.resize(*shape)
    assert window.frame.size() == QSize(*shape)
    told = problems(window.frame, TABS)
    window.frame.resize(1366, 768)
    assert not told, json.dumps(told, indent=1)


@pytest.mark.parametrize(("scale", "shapes"), [("1.5", ("1366x768", "911x512")), ("2", ("1366x768",))])
def test_nothing_is_cut_on_a_sharper_screen(
    folder: Path, year: Desk, tmp_path: Path, scale: str, shapes: tuple[str, ...]
) -> None:
    """Qt takes its scale once, so that this is another process, on a copy of the workspace."""
    shutil.copytree(folder / "werkmap", tmp_path / "werkmap", ignore=shutil.ignore_patterns("*.lock"))
    here = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    here["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    run = [sys.executable, str(ROOT / "tests" / "clipping.py"), str(tmp_path), *shapes]
    done = subprocess.run(run, env=here, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["ratio"] == float(scale)
    assert not any(found["told"].values()), json.dumps(found["told"], indent=1)


def test_an_empty_tab_says_how_to_begin(dressed: QApplication, tmp_path: Path, qtbot: Any) -> None:
    with open_desk(tmp_path / "leeg", FixedClock(TUESDAY), planned=True) as desk:
        page = ListDetailPage(desk, desk.kinds["ticket"], Stage())
        qtbot.addWidget(page)
        page.resize(1158, 700)
        page.show()
        page.list.load()
        wait(30)
        empty = next(found for found in page.findChildren(EmptyState) if found.isVisible())
        assert empty.title.text() == "Nog geen meldingen"
        assert not page.list.isVisible()
        assert isinstance(page.header, PageHeader)
        assert isinstance(page.page, RecordPage)
        page.close()
