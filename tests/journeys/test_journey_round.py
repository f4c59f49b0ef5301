"""A schouwronde of twelve points with three defects, by keyboard alone, from the tab to the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QPushButton, QWidget

from journeys.desktop import Desktop, Tickets, rows
from rounds import TWELVE, jpeg, make_route
from vaartdesk.kinds.tickets.view.walk.big_button import BigButton
from vaartdesk.ui.theme import sizes

pytestmark = [pytest.mark.qt_log_ignore("grabbing the keyboard"), pytest.mark.accept("T13")]

DEFECTS = {2: "Bak vol", 5: "Zitting gebroken", 8: "Bak omgereden"}


@pytest.fixture
def walker(desktop: Desktop) -> Tickets:
    """The huismeester before the list of rounds, with one route."""
    desktop.sit_down("Huismeester")
    make_route(desktop.window.desk, hint="Let op struikelranden")
    desktop.go_to(4)
    desktop.window.stage.show_kind("inspection_round")
    desktop.hand.settle()
    return Tickets(desktop)


def begin(walker: Tickets) -> None:
    """Ctrl+N, the only route and today stand there already, Enter."""
    walker.hand.press("Ctrl+N")
    walker.hand.change(lambda: walker.hand.press("Return"))
    walker.hand.see("pointTitle", QWidget)


def place(walker: Tickets) -> str:
    return walker.hand.read("place")


def points(walker: Tickets) -> list[str]:
    return rows(walker.hand.see("points", QListView))


def test_twelve_points_with_three_defects_take_nineteen_keys_and_the_words(desktop: Desktop, walker: Tickets) -> None:
    with desktop.counting() as strokes:
        begin(walker)
        assert place(walker) == "Punt 1 van 12"
        for number in range(1, len(TWELVE) + 1):
            if number in DEFECTS:
                walker.hand.press("N")
                walker.hand.type(DEFECTS[number])
                walker.hand.change(lambda: walker.hand.press("Return"))
            else:
                walker.hand.press("O")
        assert place(walker) == "Einde van de ronde"
        walker.hand.change(lambda: walker.hand.press("Return"))  # done
        walker.hand.press("Return")  # the report
        preview = walker.hand.see("preview", QWidget, walker.hand.top())
        walker.hand.wait(lambda: walker.hand.see("saveButton", QPushButton, preview).isEnabled(), "the pages")
        keys = strokes() - sum(len(words) for words in DEFECTS.values())
    assert keys == 2 + 9 + 3 * 2 + 2, "begin, nine in order, three not in order and on, done and report"
    assert walker.hand.read("pageLabel", preview).endswith("van 2")
    walker.hand.press("Esc")
    assert walker.hand.read("endTitle") == "De ronde is afgerond"
    assert walker.hand.read("endTold") == "Er zijn 3 meldingen van gemaakt."
    assert sorted(desktop.titles("ticket")) == sorted(DEFECTS.values())
    desktop.find("zitting")
    assert (desktop.shown("title"), desktop.shown("place_text")) == ("Zitting gebroken", "Brink 5")
    assert desktop.shown("category").endswith("Bestrating")


def test_the_way_back_and_second_thoughts(desktop: Desktop, walker: Tickets) -> None:
    begin(walker)
    walker.hand.press("O", "N")
    assert place(walker) == "Punt 2 van 12", "what is wrong is said first"
    assert desktop.titles("ticket") == ["Afvalbakken: niet in orde"]
    walker.hand.press("Return", "Left")
    walker.hand.press("O")
    assert place(walker) == "Punt 3 van 12"
    assert desktop.titles("ticket") == []
    desktop.undo()
    assert desktop.titles("ticket") == ["Afvalbakken: niet in orde"]
    assert place(walker) == "Punt 2 van 12", "undo goes where it undid"
    walker.hand.press("Right", "S", "Right", "Left", "Left")
    assert points(walker)[2].endswith("Overgeslagen")
    assert walker.hand.read("tally") == "1 in orde, 1 niet in orde, 1 overgeslagen, 9 nog te bekijken"


def test_it_is_taken_up_where_it_was_left(desktop: Desktop, walker: Tickets) -> None:
    begin(walker)
    walker.hand.press("O", "O", "Esc")
    assert desktop.shown("title") == "Route Noord"
    desktop.restart()
    desktop.window.stage.show_kind("inspection_round")
    walker.hand.settle()
    desktop.command("walk_round")
    assert place(walker) == "Punt 3 van 12"


def test_half_a_remark_survives_the_end_of_the_program(desktop: Desktop, walker: Tickets) -> None:
    begin(walker)
    walker.hand.press("N")
    walker.hand.type("Drie klinkers")
    desktop.restart()
    desktop.window.stage.show_kind("inspection_round")
    walker.hand.settle()
    desktop.command("walk_round")
    walker.hand.press("Left")
    assert walker.hand.read("note") == "Drie klinkers"


def test_a_remark_that_says_too_much_waits_for_a_word(desktop: Desktop, walker: Tickets) -> None:
    begin(walker)
    walker.hand.press("N")
    walker.hand.type("Bus 12-ABC-3 stond er\n")
    assert place(walker) == "Punt 1 van 12"
    assert "kenteken" in walker.hand.read("note_problem").lower()
    walker.hand.change(lambda: walker.hand.click("note_keep"))
    assert desktop.titles("ticket") == ["Bus 12-ABC-3 stond er"]
    walker.hand.press("Right")


def test_photos_are_picked_dropped_and_pasted_per_point(
    desktop: Desktop, walker: Tickets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []
    for colour in ("red", "green", "blue"):
        names.append(tmp_path / f"{colour}.jpg")
        names[-1].write_bytes(jpeg(colour))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(names[0])], ""))
    begin(walker)
    walker.hand.change(lambda: walker.hand.press("F"))
    walker.hand.press("N", "Tab")
    walker.hand.change(lambda: walker.hand.drop([names[1]], "walk"))
    desk = desktop.window.desk
    ticket = desk.ref(desk.rows("ticket")[0]["id"])
    assert ticket is not None
    assert len(desk.attachments(ticket)) == 2, "taken before and after the finding"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "photo", "Tab goes on from the remark"
    clipboard = QApplication.clipboard()
    clipboard.setImage(walker.hand.window.grab().toImage())
    walker.hand.change(lambda: walker.hand.press("Ctrl+V"))
    assert len(desk.attachments(ticket)) == 3
    clipboard.clear()


def test_a_thumb_finds_every_button(desktop: Desktop, walker: Tickets) -> None:
    begin(walker)
    buttons = walker.hand.window.findChildren(BigButton)
    assert len([b for b in buttons if b.isVisible()]) == 6
    assert all(b.height() >= sizes.TARGET_LARGE >= 44 for b in buttons if b.isVisible())
    assert all(b.accessibleName() for b in buttons if b.isVisible())
    walker.hand.click("ok")
    walker.hand.click("niet_ok")
    walker.hand.click("next")
    assert place(walker) == "Punt 3 van 12"
    view = walker.hand.see("points", QListView)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(4, 0)).center())
    assert walker.hand.read("pointTitle") == "Bankjes"
    assert "struikelranden" in walker.hand.read("hint").lower()
    walker.hand.click("toRounds")
    assert desktop.shown("title") == "Route Noord"


def test_a_round_that_is_done_is_looked_at_and_not_changed(desktop: Desktop, walker: Tickets) -> None:
    begin(walker)
    walker.hand.press("O")
    for _point in TWELVE[1:]:
        walker.hand.press("Right")
    assert walker.hand.read("endTitle") == "Nog niet alles bekeken"
    walker.hand.click("toOpen")
    assert place(walker) == "Punt 2 van 12"
    walker.hand.press(*["Right"] * 11)
    walker.hand.change(lambda: walker.hand.press("Return"))
    walker.hand.press("Left", "N")
    assert desktop.titles("ticket") == []
    assert points(walker)[-1].endswith("Overgeslagen")


def test_without_a_route_one_makes_a_route_first(desktop: Desktop) -> None:
    desktop.sit_down("Huismeester")
    desktop.window.stage.show_kind("inspection_round")
    desktop.hand.settle()
    desktop.hand.press("Ctrl+N")
    assert desktop.shown("title").startswith("Nieuw")
    assert desktop.titles("inspection_template") == ["Nieuw: schouwroute"]
    assert "Maak eerst een route" in desktop.toast()


def test_without_being_told_which_the_round_at_hand_is_walked(desktop: Desktop, walker: Tickets) -> None:
    views = desktop.window.frame.page("tickets")
    views.choose("walk")  # type: ignore[union-attr]
    walker.hand.settle()
    assert walker.hand.read("endTitle") == "Er is nog geen ronde"
    views.choose("inspection_round")  # type: ignore[union-attr]
    begin(walker)
    walker.hand.press("O")
    desktop.restart()
    desktop.window.frame.show_tab("tickets")
    desktop.window.frame.page("tickets").choose("walk")  # type: ignore[union-attr]
    walker.hand.settle()
    assert place(walker) == "Punt 2 van 12"
