"""The colours of the design, read from the screen in both schemes, and that nothing is cut in any tab."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from clipping import problems, settle, wait
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.ui.empty import EmptyState
from vaartdesk.ui.form.record_page import RecordPage
from vaartdesk.ui.header import PageHeader
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.segments import SegmentButton, Segments
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme
from window_measures import at, one
from workspace import open_desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ROOT = Path(__file__).parents[3]
TABS = ("today", "actions", "events", "tickets", "contacts", "meetings")


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
        stage, asked = Stage(), list[str]()
        stage.import_requested.connect(asked.append)
        page = ListDetailPage(desk, desk.kinds["ticket"], stage)
        qtbot.addWidget(page)
        page.resize(1158, 700)
        page.show()
        page.list.load()
        wait(30)
        empty = next(found for found in page.findChildren(EmptyState) if found.isVisible())
        assert empty.title.text() == "Nog geen meldingen"
        assert [card.text() for card in empty.cards] == ["Nieuwe melding", "Importeren"]
        assert {card.height() for card in empty.cards} <= {56, 57}  # the font's two lines and their room
        empty.cards[1].click()
        assert asked == ["ticket"]
        assert not page.list.isVisible()
        assert isinstance(page.header, PageHeader)
        assert isinstance(page.page, RecordPage)
        page.close()
