"""The categories of tickets: seldom changed, so found in the menu and with Ctrl+K, and edited as any record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from vaartdesk.app.window.menu import commands
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.segments import SegmentButton
from window_parts import top_page

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


@pytest.mark.accept("T2")
def test_the_menu_leads_to_the_categories_and_a_term_is_changed_there(open_window: Opened, planned_desk: Desk) -> None:
    window = open_window()
    action = window.frame.findChild(QAction, "categories")
    assert action is not None
    action.trigger()
    page = top_page(window)
    assert page.kind.name == "ticket_category"
    assert window.frame.current_tab() == "tickets"
    chosen = [button.text() for button in page.findChildren(SegmentButton) if button.isChecked()]
    assert chosen == ["Lijst"], "the list of tickets is a click away"
    paving = next(row["id"] for row in planned_desk.rows("ticket_category") if row["title"] == "Bestrating")
    window.show_record(Ref("ticket_category", paving))
    QApplication.processEvents()
    page.page.saver.boxes["term"].editor.put_text("3")
    assert page.page.flush()
    values = planned_desk.get(Ref("ticket_category", paving)) or {}
    assert values["term"] == 3
    page.page.saver.boxes["term"].editor.put_text("drie dagen")
    assert not page.page.flush()
    assert page.page.saver.boxes["term"].problem
    assert (planned_desk.get(Ref("ticket_category", paving)) or {})["term"] == 3


def test_the_palette_offers_them(open_window: Opened) -> None:
    window = open_window()
    assert any("Categorieën" in entry.label for entry in commands(window))
