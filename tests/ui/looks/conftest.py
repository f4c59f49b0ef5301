"""The real window on an example year, for the tests that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from clipping import settle
from vaartdesk.app.demo.fill import Amounts, fill
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list_detail import ListDetailPage
from vaartdesk.ui.theme.theme import theme
from vaartdesk.ui.views import Views
from workspace import open_desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
TICKET = "Losse klinkers voor de passage"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example year, with a few photos."""
    made = tmp_path_factory.mktemp("jaar")
    with open_desk(made / "werkmap", FixedClock(TUESDAY), planned=True) as desk:
        fill(desk, Amounts(photos=6))
    return made


@pytest.fixture(scope="module")
def year(folder: Path) -> Iterator[Desk]:
    with open_desk(folder / "werkmap", FixedClock(TUESDAY)) as desk:
        role = next(row for row in desk.rows("role") if row["title"] == "Huismeester")
        desk.set_who(Ref("role", role["id"]))
        yield desk


@pytest.fixture(scope="module")
def window(qapp: QApplication, folder: Path, year: Desk) -> Iterator[Window]:
    """The window at 1366 by 768, light, on the ticket of the design's picture."""
    from vaartdesk.app.window.assembly import Window
    from vaartdesk.ui.frame import MainFrame

    theme().install(qapp, "light")
    frame = MainFrame(folder / "venster.ini")
    frame.resize(1366, 768)
    made = Window(frame, year)
    frame.show()
    yield made
    made.close()
    frame.close()
    theme().set_mode("light")


@pytest.fixture
def tickets(window: Window) -> ListDetailPage:
    """The tab of the huismeester, the ticket of picture 02 chosen."""
    window.frame.resize(1366, 768)
    ticket = next(row for row in window.desk.rows("ticket") if row["title"] == TICKET)
    views = window.frame.show_tab("tickets")
    assert isinstance(views, Views)
    views.show_record(Ref("ticket", ticket["id"]))
    settle(window.frame)
    page = views.currentWidget()
    assert isinstance(page, ListDetailPage)
    return page


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, window: Window, tickets: ListDetailPage) -> Iterator[str]:
    """Each scheme in turn, the ticket of picture 02 chosen."""
    theme().set_mode(request.param)
    settle(window.frame)
    yield request.param
    theme().set_mode("light")
