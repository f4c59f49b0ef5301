"""The pages of contacts in a window of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contact_pages import Partner
from vaartdesk.kinds.contacts.view.contact_record import ContactRecord
from vaartdesk.kinds.contacts.view.organisation_record import OrganisationRecord
from vaartdesk.kinds.contacts.view.person_record import PersonRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme

Shown = Callable[[Ref], Any]


@pytest.fixture
def partner(planned_desk: Desk) -> Partner:
    return Partner(planned_desk)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def shown(planned_desk: Desk, stage: Stage, qtbot: QtBot, qapp: QApplication) -> Iterator[Shown]:
    theme().install(qapp, "light")
    made: list[ContactRecord] = []

    def show(ref: Ref) -> ContactRecord:
        page = (PersonRecord if ref.kind == "person" else OrganisationRecord)(planned_desk, stage)
        made.append(page)
        qtbot.addWidget(page)
        page.resize(700, 700)
        page.show()
        page.show_record(ref)
        qtbot.waitUntil(lambda: page.staff.head.count_text != "")
        return page

    yield show
    for page in made:
        page.close()
