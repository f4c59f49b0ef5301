"""The pages of a person and an organisation: functions, seats, contact moments, and the card of privacy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from vaartdesk.kinds.contacts.commands import note_interaction
from vaartdesk.kinds.contacts.view.contact_record import ContactRecord
from vaartdesk.kinds.contacts.view.organisation_record import OrganisationRecord
from vaartdesk.kinds.contacts.view.person_record import PersonRecord
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.lines import Lines
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.record_dialog import RecordDialog
from vaartdesk.ui.stage import Stage
from vaartdesk.ui.theme.theme import theme

Shown = Callable[[Ref], Any]
BOARD = "Binnenstadbestuur"


class Partner:
    """A partner with a chair who holds its seat, a former treasurer, and somebody without a function."""

    def __init__(self, desk: Desk) -> None:
        self.shop = Ref(
            "organisation", next(row["id"] for row in desk.rows("organisation") if row["title"] == "MKB Retail")
        )
        body = next(row["id"] for row in desk.rows("body") if row["title"] == BOARD)
        table = next(row["id"] for row in desk.rows("body") if row["title"] == "ThemaTafel E")
        seat = next(r for r in desk.rows("seat") if r["organisation"] == self.shop.id and r["body"] == body)
        with desk.change("Partner") as tx:
            at = {"organisation": self.shop.id}
            privacy = {"purpose": "Bestuur", "basis": "gerechtvaardigd_belang", "source": "opgave MKB Retail"}
            self.chair = tx.add(
                "person", {"title": "Voorzitter MKB Retail", "function_title": "voorzitter", **at, **privacy}
            )
            self.clerk = tx.add("person", {"title": "Medewerker MKB Retail", **at})
            own = {"person": self.chair.id, **at}
            self.now = tx.add("function", own | {"title": "Voorzitter", "from_on": date(2024, 1, 1), "is_board": True})
            past = {"title": "Penningmeester", "from_on": date(2021, 1, 1), "to_on": date(2023, 12, 31)}
            tx.add("function", own | past)
            tx.set(Ref("seat", seat["id"]), "holder", self.chair.id)
            tx.add(
                "membership",
                {"body": table, "member": self.chair.id, "expertise": "Winkels", "from_on": date(2025, 9, 1)},
            )
        note_interaction(desk, self.chair, "Koopzondagen in 2027")


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


def told(section: Lines) -> list[tuple[str, str, bool]]:
    """Title, when, and whether it is over, of each line."""
    found = []
    for entry in section.model.entries:
        parts: Any = section.model.parts(entry)
        found.append((parts.title, str(parts.due.text) if parts.due else "", parts.is_past))
    return found


@pytest.mark.accept("C1")
def test_a_person_shows_functions_now_and_before(shown: Shown, partner: Partner) -> None:
    page = shown(partner.chair)
    assert told(page.staff) == [("Voorzitter", "sinds 1-1-2024", False), ("Penningmeester", "2021 – 2023", True)]
    assert page.head.subtitle.text() == "MKB Retail · voorzitter"


@pytest.mark.accept("C2")
def test_a_person_shows_seats_and_memberships_with_their_dates(
    shown: Shown, partner: Partner, planned_desk: Desk
) -> None:
    page = shown(partner.chair)
    assert told(page.bodies) == [(BOARD, "sinds 7-2-2018", False), ("ThemaTafel E", "sinds 1-9-2025", False)]
    seat = page.bodies.model.ref(0)
    with planned_desk.change("Afgetreden") as tx:
        tx.set(seat, "to_on", date(2025, 12, 31))
    assert told(page.bodies)[-1] == (BOARD, "2018 – 2025", True)


def test_an_organisation_shows_its_people_seats_and_what_was_said(shown: Shown, partner: Partner) -> None:
    page = shown(partner.shop)
    assert [title for title, _when, _past in told(page.staff)] == ["Voorzitter MKB Retail", "Medewerker MKB Retail"]
    assert [title for title, _when, _past in told(page.bodies)] == [BOARD]
    assert [title for title, _when, _past in told(page.moments)] == ["Koopzondagen in 2027"]


def test_a_line_of_people_leads_to_the_person_and_a_function_opens_over_the_page(
    shown: Shown, partner: Partner, stage: Stage
) -> None:
    opened: list[Ref] = []
    stage.open_requested.connect(opened.append)
    shown(partner.shop).staff.view.opened.emit(0)
    assert opened == [partner.chair]
    page = shown(partner.chair)
    page.staff.view.opened.emit(0)
    dialog = page.window().findChild(RecordDialog)
    assert dialog is not None
    assert dialog.page.ref == partner.now
    dialog.reject()


def test_a_function_is_added_for_who_is_shown(shown: Shown, partner: Partner) -> None:
    page = shown(partner.chair)
    button = page.staff.findChild(QPushButton, "add_functions")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    entry = page.window().findChild(QuickEntry)
    assert entry is not None
    assert entry.given == {"person": partner.chair.id}
    entry.reject()


def test_a_contact_moment_comes_on_top(shown: Shown, partner: Partner, planned_desk: Desk) -> None:
    page = shown(partner.chair)
    note_interaction(planned_desk, partner.chair, "Verlichting op koopavonden")
    assert [title for title, _when, _past in told(page.moments)] == [
        "Verlichting op koopavonden",
        "Koopzondagen in 2027",
    ]


@pytest.mark.accept("C10")
def test_privacy_is_a_calm_card_until_the_review_date_has_passed(
    shown: Shown, partner: Partner, planned_desk: Desk
) -> None:
    page = shown(partner.chair)
    card = page.privacy
    assert (card.property("look"), card.chip.accessibleName()) == ("well", "in orde")
    assert card.facts["basis"].text() == "gerechtvaardigd belang"
    assert card.facts["review_on"].isHidden()
    with planned_desk.change("Herzien") as tx:
        tx.set(partner.chair, "review_on", date(2026, 11, 23))
    assert (card.property("look"), card.chip.accessibleName()) == ("notice", "AVG herzien")
    assert card.facts["review_on"].text() == "23-11-2026"


def test_the_card_leads_to_the_fields_it_tells_of(shown: Shown, partner: Partner, qtbot: QtBot) -> None:
    page = shown(partner.chair)
    page.activateWindow()
    QTest.mouseClick(page.privacy.edit, Qt.MouseButton.LeftButton)
    box = page.saver.boxes["basis"]
    qtbot.waitUntil(lambda: box.isVisibleTo(page))
