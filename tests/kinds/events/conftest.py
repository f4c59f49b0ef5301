"""The tab of events on a real workspace, in December 2026."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from december import December
from month import Told, month_of
from vaartdesk.kinds.events.view.month import MonthGrid
from vaartdesk.kinds.events.view.month_page import MonthPage
from vaartdesk.kinds.events.view.page import EventViews, build
from vaartdesk.store.desk import Desk
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme


@pytest.fixture
def december(desk: Desk) -> December:
    return December(desk)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def told(stage: Stage) -> Told:
    return Told(stage)


@pytest.fixture
def views(qapp: QApplication, qtbot: QtBot, desk: Desk, december: December, stage: Stage) -> EventViews:
    """The tab at the size it has in a window of 1366x768, on December 2026."""
    theme().install(qapp, "light")
    made = build(desk, stage)
    assert isinstance(made, EventViews)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    qtbot.waitExposed(made)
    month_of(made).month.show_day(date(2026, 12, 1))
    return made


@pytest.fixture
def page(views: EventViews) -> MonthPage:
    page = month_of(views)
    page.slot.build()  # comes with the first paint; here it is not waited for
    return page


@pytest.fixture
def grid(page: MonthPage) -> MonthGrid:
    return page.month.grid
