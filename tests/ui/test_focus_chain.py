"""Reading the order of Tab binds no widget to another."""

from __future__ import annotations

import ast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from test_architecture import ROOT, TREES
from vaartdesk.ui.focus_chain import focus_chain

OWN = {"vaartdesk/ui/focus_chain.py"}


def test_what_qt_made_outlives_the_widget_before_it(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, view, last = QLineEdit(window), QListView(window), QLineEdit(window)
    inner = view.viewport()
    assert [widget for widget in focus_chain(first) if widget in (view, inner, last)] == [view, inner, last]
    first.deleteLater()
    del first
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert Shiboken.isValid(inner)


def test_nobody_else_asks_qt_for_a_neighbour() -> None:
    asked = {
        path.relative_to(ROOT).as_posix()
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"nextInFocusChain", "previousInFocusChain"}
    }
    assert asked == OWN
