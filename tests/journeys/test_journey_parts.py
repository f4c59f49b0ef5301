"""A ticket cut in parts, each with an owner of its own; the whole does not close unnoticed over what is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QListView, QWidget

from journeys.desktop import Desktop, Tickets, rows
from vaartdesk.app import cli
from vaartdesk.core.clock import FixedClock
from vaartdesk.kinds.tickets.commands.intake import log_ticket
from vaartdesk.kinds.tickets.commands.parts import make_part
from vaartdesk.store.desk import Desk
from vaartdesk.ui.chips import StateChip
from workspace import open_desk

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")

WHAT, WHERE, CATEGORY = "Plein na de kermis", "Koopmansplein 12", "openbare verl"


@pytest.fixture
def tickets(desktop: Desktop) -> Tickets:
    desktop.sit_down("Huismeester")
    found = Tickets(desktop)
    found.log(WHAT, WHERE, CATEGORY)
    return found


def cut(desktop: Desktop, title: str, owner: str) -> None:
    """Ctrl+Shift+D, what, whose, Enter."""
    desktop.hand.press("Ctrl+Shift+D")
    desktop.hand.type(f"{title}\t{owner}\n")
    desktop.hand.change(lambda: desktop.hand.press("Return"))


def parts(desktop: Desktop) -> list[str]:
    """The parts on the page as a screen reader reads them."""
    return rows(desktop.hand.see("parts_ticket", QWidget).findChild(QListView))  # type: ignore[arg-type]


def close_by_chip(desktop: Desktop) -> None:
    """Another state by the chip. Its menu is opened beside the event loop: a click would wait in it."""
    chip = desktop.hand.see("status", StateChip, desktop.detail())
    chip.menu().popup(chip.mapToGlobal(chip.rect().bottomLeft()))
    desktop.hand.pick("Afgehandeld")


@pytest.mark.accept("T9")
def test_parts_are_made_by_keyboard_and_each_has_its_owner(desktop: Desktop, tickets: Tickets) -> None:
    with desktop.counting() as strokes:
        cut(desktop, "Hekken ophalen", "Event")
        assert strokes() - len("Hekken ophalen" + "Event") <= 4
    cut(desktop, "Lampen nalopen", "Regiss")
    first, second = parts(desktop)
    assert "Hekken ophalen" in first
    assert "Event-coördinator" in first
    assert WHERE in first
    assert "Regisseur" in second
    assert desktop.hand.see("parts_ticket", QWidget).head.accessibleName().startswith("Deelmeldingen, 0 van 2 klaar")  # type: ignore[attr-defined]
    desktop.undo()
    assert len(parts(desktop)) == 1


@pytest.mark.accept("T9")
def test_the_whole_closes_over_open_parts_only_when_somebody_says_so_twice(desktop: Desktop, tickets: Tickets) -> None:
    cut(desktop, "Hekken ophalen", "Event")
    close_by_chip(desktop)
    assert "Schrijf op wat er gedaan is" in desktop.hand.read("result_problem")
    desktop.hand.type("Alles weg")
    desktop.hand.press("Tab")
    assert "M-2026-0002 is nog open" in desktop.hand.read("result_problem")
    assert desktop.state() == "Nieuw"
    desktop.hand.change(lambda: desktop.hand.click("result_keep"))
    assert desktop.state() == "Afgehandeld"
    desktop.undo()
    assert desktop.state() == "Nieuw"


@pytest.mark.accept("T9")
def test_where_no_field_is_in_the_way_the_chip_asks(desktop: Desktop, tickets: Tickets) -> None:
    cut(desktop, "Hekken ophalen", "Event")
    desktop.hand.fill("result", "Alles weg")
    desktop.hand.change(lambda: desktop.hand.press("Tab"))
    close_by_chip(desktop)
    question = desktop.hand.see("question", QWidget)
    assert any("M-2026-0002 is nog open" in label.text() for label in question.findChildren(type(question.title)))  # type: ignore[attr-defined]
    desktop.hand.press("Esc")
    assert desktop.state() == "Nieuw"
    close_by_chip(desktop)
    desktop.hand.change(lambda: desktop.hand.press("Return"))
    assert desktop.state() == "Afgehandeld"


@pytest.mark.accept("T9")
def test_the_button_asks_too_and_a_finished_part_is_no_hindrance(desktop: Desktop, tickets: Tickets) -> None:
    cut(desktop, "Hekken ophalen", "Event")
    desktop.command("finish")
    desktop.hand.type("Alles weg")
    desktop.hand.press("Tab")
    assert "M-2026-0002 is nog open" in desktop.hand.read("result_problem")
    desktop.find("M-2026-0002")
    desktop.solve("Opgehaald")
    desktop.find("M-2026-0001")
    desktop.hand.change(lambda: close_by_chip(desktop))  # the result was kept as it was typed
    assert desktop.state() == "Afgehandeld"


@pytest.mark.accept("T9")
def test_the_command_line_says_which_part_is_open_and_how_to_go_on(
    tmp_path: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(tmp_path / "werkmap", clock, planned=True) as desk:
        given = {"title": WHAT, "place_text": WHERE, "category": desk.rows("ticket_category")[0]["id"]}
        make_part(desk, log_ticket(desk, given), {"title": "Hekken ophalen"})
    there = ["--data-dir", str(tmp_path / "werkmap")]
    move = ["ticket", "move", "M-2026-0001", "afgehandeld", "--result", "Weg", *there]
    assert cli.main(move, clock) == 1
    told = capsys.readouterr().err
    assert "M-2026-0002 is nog open" in told
    assert "--with-open-parts" in told
    assert cli.main([*move, "--with-open-parts"], clock) == 0


@pytest.mark.accept("T9")
def test_a_whole_that_is_closed_with_all_its_parts_asks_nothing(planned_desk: Desk) -> None:
    given = {"title": WHAT, "place_text": WHERE, "category": planned_desk.rows("ticket_category")[0]["id"]}
    main = log_ticket(planned_desk, given)
    part = make_part(planned_desk, main, {"title": "Hekken ophalen"})
    finish = next(command for command in planned_desk.kinds["ticket"].commands if command.name == "finish")
    with planned_desk.read() as reader:
        assert [field.name for field in finish.asks(reader, [main, part])] == ["result"]
    finish.run(planned_desk, [main, part], {"result": "Weg"})
    assert {row["status"] for row in planned_desk.rows("ticket")} == {"afgehandeld"}
