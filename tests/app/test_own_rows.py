"""What lies with who sits here says so in an open list, also when a role changes hands meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaartdesk.schema.listing import RowParts
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.list.record_list import RecordList
from vaartdesk.ui.theme.theme import theme


@pytest.fixture
def caretaker(planned_desk: Desk) -> Ref:
    """A person who sits here, without a role yet, and a ticket that lies with the huismeester."""
    kinds = planned_desk.rows("ticket_category")
    category = next(row["id"] for row in kinds if row["lies_with"] == "huismeester")
    with planned_desk.change("Begin") as tx:
        person = tx.add("person", {"title": "Jan de Vries"})
        tx.add("ticket", {"title": "Lamp stuk", "place_text": "Brink", "category": category})
    planned_desk.set_who(person)
    return person


def last_word(shown: RecordList) -> str:
    found = [shown.model.parts(entry) for entry in shown.model.entries]
    row = next(parts for parts in found if isinstance(parts, RowParts))
    return row.meta[-1]


def test_a_row_lies_with_me_from_the_moment_the_role_is_mine(
    planned_desk: Desk, caretaker: Ref, qtbot: QtBot, qapp: QApplication
) -> None:
    theme().install(qapp, "light")
    shown = RecordList(planned_desk, planned_desk.kinds["ticket"])
    qtbot.addWidget(shown)
    shown.resize(452, 500)
    shown.show()
    qtbot.waitExposed(shown)
    qtbot.waitUntil(lambda: bool(shown.model.entries))
    assert last_word(shown) == "huismeester"
    role = next(row["id"] for row in planned_desk.rows("role") if row["title"] == "Huismeester")
    with planned_desk.change("Aangesteld") as tx:
        holder = tx.add("role_holder", {"role": role, "person": caretaker.id})
    qtbot.waitUntil(lambda: last_word(shown) == "bij mij")
    with planned_desk.change("Ontslagen") as tx:
        tx.delete(holder)
    qtbot.waitUntil(lambda: last_word(shown) == "huismeester")
