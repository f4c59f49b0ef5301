"""The page of a role names the theme lines it has to do with, in their order; the page of help is set in our own type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.parts import PartSection

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]


def test_a_role_shows_its_theme_lines_by_letter(open_window: Opened, planned_desk: Desk, qtbot: QtBot) -> None:
    window = open_window("Regisseur")
    role = next(row for row in planned_desk.rows("role") if row["title"] == "Regisseur")
    window.show_record(Ref("role", role["id"]))
    page = window.frame.page("actions").currentWidget().page  # type: ignore[union-attr]
    section = page.findChild(PartSection, "parts_matrix_cell")
    qtbot.waitUntil(lambda: len(section.model.entries) == 6)
    shown = [section.model.parts(key) for key in section.model.entries]
    assert [part.badge for part in shown] == list("ABCDEF")
    assert [part.title for part in shown][:2] == ["Compact & Compleet", "Prettig & comfortabel"]


def test_help_has_no_weight_or_type_but_ours(open_window: Opened) -> None:
    window = open_window("Regisseur")
    next(action for action in window.frame.actions() if action.objectName() == "help").trigger()
    page = window.frame.findChild(QTextBrowser, "helpPage")
    assert page is not None
    cursor, weights = QTextCursor(page.document()), set()
    for place in range(page.document().characterCount() - 1):
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        weights.add(cursor.charFormat().fontWeight())
        assert not cursor.charFormat().fontFixedPitch()
    assert max(weights) == 600
