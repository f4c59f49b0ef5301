"""What moves does so for 120 ms, and not at all where the desktop asks for no effects."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vaartdesk.ui import motion
from vaartdesk.ui.section import Section


@pytest.fixture
def section(dressed: QApplication, qtbot: QtBot) -> Iterator[Section]:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    made = Section("Doorgezet")
    made.body.addWidget(QLabel("Een\ntwee\ndrie"))
    column.addWidget(made)
    column.addStretch(1)
    host.resize(400, 300)
    host.show()
    qtbot.waitExposed(host)
    yield made
    host.close()


def body(section: Section) -> QWidget:
    widget = section.body.parentWidget()
    assert widget is not None
    return widget


def moving(section: Section) -> QVariantAnimation | None:
    return body(section).findChild(QVariantAnimation, "moving")


def test_without_effects_a_section_folds_at_once(section: Section, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: False)
    assert motion.duration() == 0
    section.head.click()
    assert moving(section) is None
    assert not body(section).isVisible()
    section.head.click()
    assert body(section).isVisible()


def test_a_section_takes_120_ms_to_fold_and_is_free_afterwards(
    section: Section, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: True)
    section.head.click()
    animation = moving(section)
    assert animation is not None
    assert animation.duration() == motion.duration() == 120
    animation.setCurrentTime(60)
    assert 0 < body(section).maximumHeight() < body(section).sizeHint().height()
    section.head.click()  # before it is done: the first movement ends, the way back begins
    motion.finish(body(section))
    assert body(section).isVisible()
    assert body(section).maximumHeight() == motion.UNBOUND


def test_a_section_that_is_set_does_not_wait_for_what_still_moves(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "isEffectEnabled", lambda _effect: True)
    section.head.click()
    section.set_folded(False)
    assert body(section).isVisible()
    assert body(section).maximumHeight() == motion.UNBOUND
    assert moving(section) is None
