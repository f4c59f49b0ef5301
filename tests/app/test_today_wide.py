"""Vandaag in windows of every size: the third column of a wide one, and room for everything in all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cards import PICTURES, at, fill, there
from today import add, page_of, role_called, ticket
from vaartdesk.app.today.changes_card import ChangeLine
from vaartdesk.app.today.meeting_card import Evening
from vaartdesk.store.desk import Desk
from vaartdesk.ui.buttons import Button
from vaartdesk.ui.theme.theme import theme

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def test_a_wide_window_has_a_third_column(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    body = add(planned_desk, "body", title="Proefoverleg", paper_days=7).id
    add(planned_desk, "meeting", title="Ander overleg", body=body, starts_at=at("2026-12-22T19:30"))
    meeting = add(
        planned_desk, "meeting", title="Proefoverleg", body=body, starts_at=at("2026-12-01T19:30"), planned_minutes=30
    )
    for title, minutes in (("Opening", 10), ("Begroting", 28)):
        add(planned_desk, "agenda_item", meeting=meeting.id, title=title, minutes=minutes)
    window = open_window("Regisseur", 1920, 1080)
    page = page_of(window, qtbot)
    shown = page.side.meeting
    assert not shown.isHidden()
    assert shown.name.text() == "Proefoverleg, di 1 dec 19:30"
    assert shown.meta.text() == "2 punten · 38 van 30 minuten"
    assert shown.papers.text() == "Stukken uiterlijk di 24 nov de deur uit"
    assert shown.papers.property("role") == "warning"
    bar = shown.findChild(Evening)
    assert bar is not None
    assert bar.end_text() == "20:08, 8 min te lang"

    button = shown.findChild(Button, "openAgenda")
    assert button is not None
    button.click()
    assert window.frame.current_tab() == "meetings"

    window.frame.show_tab("today")
    window.frame.resize(1366, 768)
    page_of(window, qtbot)
    assert shown.isHidden()


def test_what_colleagues_changed_and_not_what_i_did(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    mine = ticket(planned_desk, "Van mij", "2026-11-23")
    window = open_window("Regisseur", 1920, 1080)
    page = page_of(window, qtbot)
    assert page.side.changes.isHidden()

    planned_desk.set_who(role_called(planned_desk, "Huismeester"))
    other = ticket(planned_desk, "Van de huismeester", "2026-11-23")
    with planned_desk.change("Doorgezet") as tx:
        tx.set(other, "status", "in_behandeling")
    with planned_desk.change("Vergissing") as tx:
        tx.set(mine, "title", "Anders")
    planned_desk.undo()
    planned_desk.set_who(role_called(planned_desk, "Regisseur"))
    ticket(planned_desk, "Nog een van mij", "2026-11-23")

    qtbot.waitUntil(lambda: not page.side.changes.isHidden())
    qtbot.waitUntil(lambda: not page.side.stale)
    lines = [line for line in page.side.changes.findChildren(ChangeLine) if not line.isHidden()]
    number = (planned_desk.get(other) or {})["number"]
    assert [line.change.what for line in lines] == [f"{number}: doorgezet, Van de huismeester"]
    assert lines[0].change.who == "Huismeester · vandaag 09:30"
    assert page.side.changes.remark.text() == "2 wijzigingen"
    lines[0].click()
    assert window.frame.current_tab() == "tickets"


# --- room ------------------------------------------------------------------------------------------------------------


def edge(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1799, 900), (1800, 900), (1920, 1080), (2560, 1440)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_everything_has_its_place_in_every_window(
    open_window: Opened, planned_desk: Desk, qtbot: QtBot, size: tuple[int, int], mode: str
) -> None:
    fill(planned_desk)
    window = open_window("Huismeester", *size)
    theme().set_mode(mode)  # type: ignore[arg-type]
    page = page_of(window, qtbot)
    assert window.frame.size().toTuple() == size
    assert page.side.horizontalScrollBar().maximum() == 0
    assert page.list.width() >= 400
    whole = page.rect()
    for name in PICTURES:
        found = edge(there(page, name), page)
        assert found.left() >= edge(page.list, page).right()
        assert found.right() <= whole.right() - 15
        view = there(page, name).view
        assert view.height() >= view.drawing(view.width()).height - 1
    assert page.side.is_wide == (size[0] >= 1800)
    columns = {edge(there(page, name), page).left() for name in PICTURES}
    assert len(columns) == (1 if page.side.is_wide else 2)


def test_in_a_small_window_the_work_list_has_the_page(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    fill(planned_desk)
    window = open_window("Huismeester", 1366, 768)
    page = page_of(window, qtbot)
    window.frame.setMinimumSize(1, 1)
    window.frame.resize(683, 384)
    page_of(window, qtbot)
    assert not page.side.isVisible()
    assert page.list.width() >= page.width() - 20
    assert page.new.text() == ""
    assert page.new.accessibleName() == "Nieuwe melding"
    assert page.date.sizeHint().width() <= page.date.width(), "nothing of the day is cut"
    window.frame.resize(1366, 768)
    page_of(window, qtbot)
    assert page.side.isVisible()
    assert page.new.text() == "Nieuwe melding"
