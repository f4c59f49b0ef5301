"""The pages of a person and an organisation: functions, seats, contact moments, and the card of privacy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from contact_pages import BOARD, Partner, shown_moments
from vaartdesk.kinds.contacts.commands import note_interaction
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk
from vaartdesk.ui.form.lines import Lines
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.record_dialog import RecordDialog
from vaartdesk.ui.section import Section
from vaartdesk.ui.stage import Stage

Shown = Callable[[Ref], Any]


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
    assert shown_moments(page) == [("24-11", "Koopzondagen in 2027")]
    moment: Any = page.timeline.model.parts(page.timeline.model.entries[0])
    assert moment.meta == ("gesprek · Voorzitter MKB Retail",)  # with whom of its people


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
    assert [title for _when, title in shown_moments(page)] == ["Verlichting op koopavonden", "Koopzondagen in 2027"]


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


def test_the_columns_stand_under_each_other_where_the_page_is_narrow(
    shown: Shown, partner: Partner, qtbot: QtBot
) -> None:
    page = shown(partner.chair)
    assert page.columns.is_beside
    left, right = page.staff.mapTo(page, QPoint(0, 0)), page.timeline.mapTo(page, QPoint(0, 0))
    assert left.x() < right.x()
    page.resize(480, 700)
    qtbot.waitUntil(lambda: not page.columns.is_beside)
    qtbot.waitUntil(lambda: page.timeline.mapTo(page, QPoint(0, 0)).x() == page.staff.mapTo(page, QPoint(0, 0)).x())


def test_initials_stand_beside_the_name_and_the_command_at_the_right(shown: Shown, partner: Partner) -> None:
    page = shown(partner.chair)
    disc = page.head.initials
    assert (disc.text, disc.isVisible(), disc.height()) == ("VM", True, 52)
    button = page.head.commands.buttons["contactmoment"]
    middle = button.mapTo(page.head, button.rect().center()).y()
    assert disc.y() < middle < disc.y() + disc.height()


def test_what_is_empty_says_so(shown: Shown, partner: Partner, planned_desk: Desk, qtbot: QtBot) -> None:
    page = shown(partner.chair)
    page.show_record(partner.clerk)
    qtbot.waitUntil(page.staff.nothing.isVisible)
    assert page.staff.nothing.text() == "Nog geen functie bekend."
    assert page.bodies.nothing.text() == "Zit in geen overleg."
    assert page.timeline.nothing.isVisible()


def test_nothing_on_the_page_bears_the_name_of_something_else(shown: Shown, partner: Partner) -> None:
    page = shown(partner.chair)
    heads = [section.head.text() for section in page.findChildren(Section)]
    assert len(heads) == len(set(heads))
    assert "Privacy" not in heads  # the card bears that name
