"""Cards, dialogs and the agenda: the rest of the parts of the design, measured in the picture the window paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from clipping import settle, wait
from pixels import box, name, seen
from vaartdesk.schema.ref import Ref
from vaartdesk.ui.card import Card
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.scrim import Dialog, Scrim
from vaartdesk.ui.theme.theme import theme
from window_measures import one, tab

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


# --- cards, dialogs --------------------------------------------------------------------------------------------------


def test_a_card_is_surface_with_one_pixel_around_and_12_inside(scheme: str, tickets: ListDetailPage) -> None:
    card = Card("Deze week", parent=tickets.page)
    card.resize(200, 80)
    card.show()
    wait(10)
    picture = seen(card)
    assert [picture.pixelColor(100, y).name() for y in (0, 1)] == [name("border"), name("surface")]
    assert picture.pixelColor(0, 0).name() != name("border")  # the corner is round
    assert card.title.mapTo(card, QPoint(0, 0)).x() in range(10, 15)
    card.hide()
    card.deleteLater()


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def test_the_whole_window_lies_under_the_scrim_and_the_dialog_in_the_middle_of_the_page(
    scheme: str, window: Window, tickets: ListDetailPage
) -> None:
    before = rgb(window.frame.grab().toImage().pixelColor(4, 700))
    dialog = Dialog("Proef", "Een zin.")
    window.frame.show_dialog(dialog)
    wait(30)
    after = window.frame.grab().toImage()
    share, ink = (0.5, QColor(0, 0, 0)) if theme().is_dark else (0.28, theme().colour("text1"))
    blended = [b * (1 - share) + i * share for b, i in zip(before, rgb(ink), strict=True)]
    assert rgb(after.pixelColor(4, 700)) == pytest.approx(blended, abs=2)
    assert isinstance(dialog.parentWidget(), Scrim)
    area = QRect(208, 0, window.frame.width() - 208, window.frame.height())
    assert abs(dialog.geometry().center().x() - area.center().x()) <= 1
    inside = dialog.mapTo(window.frame, QPoint(dialog.width() // 2, 6))
    assert after.pixelColor(inside.x(), inside.y()).name() == name("raised")
    dialog.reject()


# --- the agenda ------------------------------------------------------------------------------------------------------


def test_rows_of_the_agenda_are_52_high_and_its_bar_is_to_scale(window: Window, tickets: ListDetailPage) -> None:
    from vaartdesk.kinds.meetings.view.agenda_view import AgendaView
    from vaartdesk.kinds.meetings.view.time_bar import TimeBar

    page = tab(window, "meetings")
    view = one(page, AgendaView)
    assert {view.visualRect(view.model().index(row, 0)).height() for row in range(3)} == {52}
    bar = one(page, TimeBar)
    assert bar.isVisible()


# --- what pages of a kind add ----------------------------------------------------------------------------------------


def test_a_sub_action_is_a_target_of_28_with_a_box_of_16_and_the_bar_is_8_high(
    scheme: str, window: Window, tickets: ListDetailPage
) -> None:
    action = next(row for row in window.desk.rows("action") if row["title"].startswith("Pilot leegstandsetalages"))
    window.show_record(Ref("action", action["id"]))
    settle(window.frame)
    page = tab(window, "actions").page
    row = next(row for row in page.parts.rows if row.isChecked())
    page.area.ensureWidgetVisible(row)
    wait(20)
    assert row.height() >= 28
    assert box(seen(row), name("accent"), range(60), range(row.height())) == (16, 16)
    page.area.ensureWidgetVisible(page.share)
    wait(20)
    line = QColor(theme().line("A").base).name()
    assert box(seen(page.share), line, range(page.share.width()), range(page.share.height()))[1] == 8


def test_a_contact_stands_in_two_columns_24_apart(window: Window, tickets: ListDetailPage) -> None:
    window.show_record(Ref("person", window.desk.rows("person")[0]["id"]))
    settle(window.frame)
    page = tab(window, "contacts").page
    left, right = (page.columns.left.parentWidget(), page.columns.right.parentWidget())
    assert page.columns.is_beside
    assert right.x() - (left.x() + left.width()) == 24
    assert abs(left.width() - right.width()) <= 1
    assert page.privacy.mapTo(page, QPoint(0, 0)).x() == page.timeline.mapTo(page, QPoint(0, 0)).x()
