"""Tickets of another program read in as CSV: by the command line and in the window, whatever the file looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from cli_terminal import Terminal
from vaartdesk.app.window.reading.begin import read_files
from vaartdesk.app.window.reading.dialog import ImportDialog
from vaartdesk.core.clock import FixedClock
from vaartdesk.formats.tables import read_csv
from vaartdesk.schema.ref import Values
from window_parts import dialog
from workspace import open_desk

if TYPE_CHECKING:
    from vaartdesk.app.window.assembly import Window

Opened = Callable[..., "Window"]
LIST = (
    "Melding;Locatie;Categorie;Prioriteit;Datum;Gemeld door\n"
    'Lantaarn bij café uit;Brink 4;Openbare verlichting;hoog;3-11-2026;"=HYPERLINK(""http://x"")"\n'
    "Kliko;Kruisstraat 3;Bestaat niet;gewoon;3-11-2026;Piet\n"
    "Tegel los;Kruisstraat 5;Bestrating;;31-11-2026;@SUM(A1)\n"
    ";Kruisstraat 5;Bestrating;;3-11-2026;\n"
)


def rows(terminal: Terminal, clock: FixedClock) -> list[Values]:
    with open_desk(terminal.folder, clock) as desk:
        return [desk.get(ref) or {} for row in desk.rows("ticket") if (ref := desk.ref(row["id"])) is not None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_headings_and_signs_of_another_program_are_understood(
    terminal: Terminal, clock: FixedClock, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(LIST.encode(encoding))
    assert terminal("import", str(path), "--kind", "meldingen") == 1
    assert "m.csv, meldingen: 1 nieuw, 0 gewijzigd, 0 gelijk, 3 geweigerd" in terminal.out
    (ticket,) = rows(terminal, clock)
    assert (ticket["title"], ticket["place_text"], ticket["urgency"]) == ("Lantaarn bij café uit", "Brink 4", "hoog")
    assert ticket["reporter_name"] == '=HYPERLINK("http://x")', "text that looks like a formula is text"
    assert ticket["number"] == "M-2026-0001"
    assert str(ticket["reported_at"].date()) == "2026-11-02", "midnight in Assen"


def test_refused_rows_come_back_with_their_reason_and_no_living_formula(
    terminal: Terminal, clock: FixedClock, tmp_path: Path
) -> None:
    path = tmp_path / "m.csv"
    path.write_text(LIST, encoding="utf-8")
    assert terminal("import", str(path), "--kind", "meldingen") == 1
    for told in ("rij 3: Categorie ‘Bestaat niet’", "rij 4: Gemeld: November heeft 30 dagen", "rij 5: Vul wat in."):
        assert told in terminal.err
    refused = (tmp_path / "m-geweigerd.csv").read_bytes()
    assert b"'@SUM(A1)" in refused, "guarded, for a spreadsheet would run it"
    found = read_csv(refused)
    assert found[0][-1] == "Reden van weigering"
    assert [row[0] for row in found[1:]] == ["Kliko", "Tegel los", ""]

    mended = path.read_text(encoding="utf-8").replace("Bestaat niet", "Zwerfafval").replace("31-11", "30-11")
    path.write_text(mended, encoding="utf-8")
    assert terminal("import", str(path), "--kind", "meldingen") == 1
    assert "1 gelijk, 1 geweigerd" in terminal.out
    assert len(rows(terminal, clock)) == 3


def test_columns_are_named_by_hand_and_those_left_out_are_told(
    terminal: Terminal, clock: FixedClock, tmp_path: Path
) -> None:
    path = tmp_path / "m.csv"
    path.write_text("Wat;Waar;Rubriek;Door;Kleur\nTegel;Brink 2;Bestrating;Jo;rood\n", encoding="utf-8")
    call = ("import", str(path), "--kind", "meldingen")
    assert terminal(*call, "--proef") == 0
    assert "m.csv: niet gelezen: Door, Kleur." in terminal.err
    assert rows(terminal, clock) == []
    assert terminal(*call, "--column", "door=Naam melder", "--column", "Kleur=") == 0
    assert "niet gelezen: Kleur." in terminal.err
    assert [row["reporter_name"] for row in rows(terminal, clock)] == ["Jo"]
    assert "Er staan: Wat, Waar, Rubriek, Door, Kleur." in terminal.refuses(*call, "--column", "Weg=Wat", status=2)
    assert "geen veld van meldingen" in terminal.refuses(*call, "--column", "Kleur=Tint", status=2)
    assert "Er staan: " in terminal.refuses(*call, "--column", "Kleur", status=2)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "leeg"),
        (b'Wat;Waar\n"nooit dicht;Brink\n', "aanhalingsteken"),
        (b"Aap;Noot;Mies\n1;2;3\n", "niet gelezen: Aap, Noot, Mies."),
    ],
    ids=["empty", "open-quote", "wrong-columns"],
)
def test_a_file_that_is_no_list_of_tickets_changes_nothing(
    terminal: Terminal, clock: FixedClock, tmp_path: Path, data: bytes, told: str
) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(data)
    assert terminal("import", str(path), "--kind", "meldingen") == 1
    assert told in terminal.err
    assert "Traceback" not in terminal.err
    assert rows(terminal, clock) == []


def test_in_the_window_it_is_looked_at_first_and_can_be_undone(
    open_window: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("Huismeester")
    window.frame.show_tab("tickets")
    path = tmp_path / "van de gemeente.csv"
    path.write_text(LIST, encoding="cp1252")
    read_files(window, [path], "ticket")
    qtbot.waitUntil(lambda: dialog(window, "importDialog") is not None)
    found = dialog(window, "importDialog")
    assert isinstance(found, ImportDialog)
    qtbot.waitUntil(lambda: found.plan is not None)
    names = ["title", "place_text", "category", "urgency", "reported_at", "reporter_name"]
    assert [box.currentData() for box in found.columns.boxes] == names
    assert found.summary.text() == "1 nieuw, 0 gewijzigd, 0 gelijk, 3 geweigerd"
    shown = [found.model.index(row, 3).data() for row in range(found.model.rowCount())]
    assert "Categorie ‘Bestaat niet’ is hier niet bekend." in shown
    assert window.desk.rows("ticket") == []
    found.go.click()
    qtbot.waitUntil(lambda: len(window.desk.rows("ticket")) == 1)
    window.desk.undo()
    assert window.desk.rows("ticket") == []
