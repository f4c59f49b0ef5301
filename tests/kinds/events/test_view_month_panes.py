"""The month is the page: the record beside it keeps to its width, and nothing of it is cut off at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from december import December
from rounds import jpeg
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.turn_header import TurnHeader
from vaartdesk.store.desk import Desk
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme import sizes
from vaartdesk.ui.theme.theme import theme


def inner_of(page: MonthPage) -> QWidget:
    """What scrolls in the record."""
    inner = page.page.layout_of_page.area.widget()
    assert inner is not None
    return inner


def beyond(page: MonthPage) -> list[str]:
    """What is shown of the record and ends beyond its right edge."""
    inner = inner_of(page)
    shown = [w for w in inner.findChildren(QWidget) if w.isVisibleTo(inner) and not w.isWindow()]
    ends = {w.objectName() or type(w).__name__: w.mapTo(inner, QPoint(w.width(), 0)).x() for w in shown}
    return [f"{name} ends at {end}" for name, end in ends.items() if end > inner.width()]


def test_the_record_has_its_width_and_the_grid_the_rest(page: MonthPage, december: December) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    QApplication.processEvents()
    grid, record = page.panes.sizes()
    assert record == sizes.DETAIL_LEAST
    assert grid == page.width() - record - page.panes.handleWidth()


def test_nothing_of_the_record_is_cut_off(page: MonthPage, december: December, qtbot: QtBot) -> None:
    page.show_record(december.refs["Lichtjesparade"])
    qtbot.waitUntil(lambda: page.page.ref == december.refs["Lichtjesparade"])
    QApplication.processEvents()
    area = page.page.layout_of_page.area
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert inner_of(page).width() <= area.viewport().width()
    assert beyond(page) == []


def test_a_border_that_somebody_moved_stays(page: MonthPage, stage: Stage, qtbot: QtBot) -> None:
    page.panes.moveSplitter(600, 1)
    page.panes.splitterMoved.emit(600, 1)
    moved = page.panes.sizes()[0]
    assert stage.recall("split/month") == "600"
    page.resize(page.width() + 40, page.height())
    QApplication.processEvents()
    assert abs(page.panes.sizes()[0] - moved) <= 40
    assert page.panes.sizes()[1] > sizes.DETAIL_LEAST + 40


def test_a_photo_stands_above_the_fields_and_pushes_nothing_out(
    page: MonthPage, december: December, desk: Desk, qtbot: QtBot
) -> None:
    ref = december.refs["Lichtjesparade"]
    with desk.change("Foto") as tx:
        tx.attach(ref, jpeg(), "parade.jpg", mime="image/jpeg", is_photo=True)
    page.show_record(ref)
    photos = page.page.files.photos
    qtbot.waitUntil(photos.isVisible)
    QApplication.processEvents()
    assert inner_of(page).width() <= page.page.layout_of_page.area.viewport().width()
    assert beyond(page) == []


def test_nothing_of_the_head_is_cut_on_the_smallest_window(qapp: QApplication, qtbot: QtBot) -> None:
    theme().install(qapp, "light")
    head = TurnHeader(("November 2026", "September 2026"), "Vorige maand", "Volgende maand")
    window = QWidget()
    qtbot.addWidget(window)
    head.setParent(window)
    window.show()
    for width, words in ((800, "Vandaag"), (460, ""), (800, "Vandaag")):
        head.resize(width, head.height())
        QApplication.processEvents()
        assert head.today.text() == words
        assert head.today.accessibleName() == "Vandaag"
        for part in (head.today, head.filter, head.more, head.before, head.after):
            assert part.width() >= part.minimumSizeHint().width(), part.objectName()
        assert head.title.width() >= head.title.sizeHint().width()
