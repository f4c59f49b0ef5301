"""Everything of a list and a record can be reached by keyboard and is named for a screen reader; nothing is too small."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sample_records import Samples
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes


@pytest.fixture
def page(bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication) -> Iterator[ListDetailPage]:
    with bare_desk.change("Lijn") as tx:
        tx.set(samples.pilot, "other_lines", (samples.b.id,))
    made = ListDetailPage(bare_desk, bare_desk.kinds["action"], Stage())
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_record(samples.pilot)
    for section in made.page.fields.sections:
        section.set_folded(False)
    for _round in range(3):  # what hangs on the record comes after the first paint, and is laid out after that
        QApplication.processEvents()
    yield made
    made.close()


def focusable(root: QWidget) -> list[QWidget]:
    found = [w for w in root.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [w for w in found if w.focusProxy() is None]


@pytest.mark.accept("G10")
def test_every_widget_that_takes_the_focus_has_a_name(page: ListDetailPage) -> None:
    nameless = [w for w in focusable(page) if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert not nameless, [(type(w).__name__, w.objectName()) for w in nameless]


@pytest.mark.accept("G10")
def test_tab_goes_from_head_to_list_to_record_and_through_all_fields(page: ListDetailPage) -> None:
    assert page.header.search is not None
    page.header.search.setFocus()
    order: list[QWidget] = []
    for _step in range(120):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in order:
            break
        order.append(widget)
        page.focusNextChild()
    names = [widget.objectName() for widget in order]
    assert (
        names.index("search")
        < names.index("filters")
        < names.index("list")
        < names.index("title")
        < names.index("owner")
    )
    missing = [w for w in focusable(page) if w not in order]
    assert not missing, [(type(w).__name__, w.objectName()) for w in missing]


def test_no_target_is_smaller_than_28_pixels(page: ListDetailPage) -> None:
    targets = [
        w for w in focusable(page) if isinstance(w, QAbstractButton | QLineEdit) and not isinstance(w, QCheckBox)
    ]
    small = [(type(w).__name__, w.objectName(), w.height()) for w in targets if w.height() < sizes.TARGET_LEAST - 2]
    assert not small


def test_nothing_stands_outside_its_parent(page: ListDetailPage) -> None:
    for width in (1158, 900, 700):
        page.resize(width, 640)
        QApplication.processEvents()
        outside = []
        for widget in page.findChildren(QWidget):
            parent = widget.parentWidget()
            if not widget.isVisible() or parent is None or widget.isWindow() or widget.objectName().startswith("qt_"):
                continue
            if widget.geometry().right() > parent.width() + 1 and type(widget).__name__ != "FocusRing":
                outside.append((type(widget).__name__, widget.objectName(), widget.geometry(), parent.size()))
        assert not outside, (width, outside)


@pytest.mark.accept("G10")
def test_quick_entry_is_named_and_in_order(
    bare_desk: Desk, samples: Samples, qtbot: QtBot, dressed: QApplication
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    entry = QuickEntry(bare_desk, bare_desk.kinds["action"], Stage())
    Stage.show_dialog(host, entry)
    found = focusable(entry)
    assert not [w for w in found if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    names = [widget.objectName() for widget in entry.focusable()]
    assert [name for name in names if name in entry.boxes or name == "gewoon"] == ["title", "owner", "due_on", "gewoon"]
    host.close()
