"""The tab Overleg on a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evening import Evening, at
from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.meetings.view.page import MeetingViews
from vaartdesk.kinds.meetings.view.report_page import ReportPage
from vaartdesk.store.desk import Desk
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def told(stage: Stage) -> list[str]:
    """The sentences of the toasts."""
    found: list[str] = []
    stage.announced.connect(lambda sentence, _is_undoable: found.append(sentence))
    return found


@pytest.fixture
def evening(planned_desk: Desk) -> Evening:
    return Evening(planned_desk)


@pytest.fixture
def views(
    evening: Evening, planned_desk: Desk, stage: Stage, qtbot: QtBot, qapp: QApplication
) -> Iterator[MeetingViews]:
    """The tab, shown at the size it has on a laptop, with the board meeting chosen."""
    theme().install(qapp, "light")
    made = MeetingViews(planned_desk, stage)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_record(evening.meeting)
    yield made
    made.close()


@pytest.fixture
def page(views: MeetingViews) -> Any:
    """The agenda's own view."""
    return views.currentWidget()


@pytest.fixture
def report(views: MeetingViews, clock: FixedClock) -> ReportPage:
    """Its minutes, on the evening itself."""
    at(clock, "19:30")
    page = views.choose("report")
    assert isinstance(page, ReportPage)
    return page
