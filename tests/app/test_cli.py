"""The command line on a real workspace: what each verb prints, the exit statuses, and plain Dutch lines on stderr."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli_terminal import ADD, ROOT, Terminal
from vaartdesk.app import cli

# --- tickets ---------------------------------------------------------------------------------------------------------


def test_a_ticket_is_added_and_listed(terminal: Terminal) -> None:
    assert terminal(*ADD, "--urgency", "hoog") == 0
    assert terminal.out == "M-2026-0001 vastgelegd, uiterlijk di 01-12-2026\n"
    assert terminal("ticket", "list", "--open") == 0
    assert terminal.out.split("  ")[0] == "M-2026-0001"
    assert "Lantaarn uit" in terminal.out


def test_a_ticket_as_json_has_its_stored_values(terminal: Terminal) -> None:
    made = terminal.json(*ADD, "--kind", "wens")
    (listed,) = terminal.json("ticket", "list")
    assert made == listed
    assert {name: made[name] for name in ("kind", "number", "title", "place_text", "type", "urgency", "status")} == {
        "kind": "ticket",
        "number": "M-2026-0001",
        "title": "Lantaarn uit",
        "place_text": "Brink 4",
        "type": "wens",
        "urgency": "gewoon",
        "status": "nieuw",
    }
    assert made["reported_at"] == "2026-11-24T08:30:00.000Z"


def test_a_category_that_is_not_there_names_those_that_are(terminal: Terminal) -> None:
    told = terminal.refuses(*ADD[:-1], "Ruimtevaart")
    assert told.startswith("Categorie ‘Ruimtevaart’ is er niet. Kies een van: Bestrating,")
    assert terminal.json("ticket", "list") == []


@pytest.mark.parametrize(("option", "word"), [("--urgency", "ontzettend"), ("--kind", "ruzie")])
def test_a_word_that_is_no_option_is_refused(terminal: Terminal, option: str, word: str) -> None:
    assert word in terminal.refuses(*ADD, option, word)
    assert terminal.json("ticket", "list") == []


# --- lists and search ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", sorted(cli.LISTS))
def test_every_list_prints_lines_and_json(terminal: Terminal, what: str) -> None:
    rows = terminal.json("list", what)
    assert isinstance(rows, list)
    assert {row["kind"] for row in rows} <= set(cli.LISTS[what])
    assert terminal("list", what) == 0
    assert len(terminal.out.splitlines()) == len(rows)


def test_the_actions_of_the_work_plan_are_listed(terminal: Terminal) -> None:
    assert len(terminal.json("list", "actions")) == 7


def test_search_ignores_case_and_accents(terminal: Terminal) -> None:
    assert terminal("ticket", "add", "--title", "Café dicht", "--where", "Brink", "--category", "Overig") == 0
    (found,) = terminal.json("search", "CAFE")
    assert (found["kind"], found["number"], found["title"]) == ("ticket", "M-2026-0001", "Café dicht")
    assert terminal("search", "cafe") == 0
    assert "M-2026-0001" in terminal.out


def test_nothing_found_is_no_error(terminal: Terminal) -> None:
    assert terminal("search", "zeppelin") == 0
    assert terminal.out == "Niets gevonden.\n"
    assert terminal.json("search", "zeppelin") == []


# --- agenda ----------------------------------------------------------------------------------------------------------


def test_an_agenda_needs_a_meeting(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.refuses("agenda", "-o", str(tmp_path / "a.pdf"))
    assert told == "Er is geen komende bestuursvergadering. Plan er een op het tabblad Overleg."
    told = terminal.refuses("agenda", "V-2026-099", "-o", str(tmp_path / "a.pdf"))
    assert told == "Er is geen vergadering met nummer V-2026-099."
    assert not (tmp_path / "a.pdf").exists()


# --- safety ----------------------------------------------------------------------------------------------------------


def test_check_says_that_all_is_whole(terminal: Terminal) -> None:
    assert terminal("check") == 0
    assert terminal.out == "Alles is heel: database, logboek, zoeken en bijlagen.\n"
    assert terminal.json("check") == []


def test_a_backup_brings_back_what_was(terminal: Terminal, tmp_path: Path) -> None:
    terminal(*ADD)
    assert terminal("backup", "-o", str(tmp_path / "kopie.zip")) == 0
    assert "Reservekopie gemaakt" in terminal.out
    terminal(*ADD)
    assert len(terminal.json("ticket", "list")) == 2
    assert terminal("restore", str(tmp_path / "kopie.zip")) == 0
    before = terminal.out.partition("bewaard in ")[2].partition(";")[0]
    assert len(terminal.json("ticket", "list")) == 1
    assert terminal("restore", before) == 0
    assert len(terminal.json("ticket", "list")) == 2


def test_a_backup_that_is_not_there_changes_nothing(terminal: Terminal) -> None:
    assert terminal.refuses("restore", "/nergens/kopie") == "/nergens/kopie is er niet. Er is niets gewijzigd."


# --- wrong usage -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("list", "planets"), "WAT: 'planets' kan niet. Kies uit "),
        (("ticket", "add"), "Er ontbreekt iets: --title, --where, --category."),
        (("ticket",), "Er ontbreekt iets: wat."),
        (("fly",), "opdracht: 'fly' kan niet. Kies uit "),
        (("check", "--fast"), "Dit ken ik niet: --fast."),
        (("demo", "--years", "veel"), "--years: 'veel' is geen getal."),
        (("agenda", "-o"), "Achter -o/--out hoort een waarde."),
    ],
)
def test_wrong_usage_is_told_in_dutch(terminal: Terminal, words: tuple[str, ...], sentence: str) -> None:
    told = terminal.refuses(*words, status=2)
    assert told.startswith(sentence)
    assert told.endswith("Hulp: vaartdesk --help")


def test_help_is_in_dutch_and_names_every_verb(terminal: Terminal) -> None:
    assert terminal("--help") == 0
    assert terminal.out.startswith("gebruik: vaartdesk")
    assert [verb for verb in cli.VERBS if verb != "window" and verb not in terminal.out] == []


def test_version_names_schema_and_libraries(terminal: Terminal) -> None:
    assert terminal("--version") == 0
    lines = terminal.out.splitlines()
    assert lines[0].startswith("VaartDesk ")
    assert lines[1].startswith("schema ")
    assert any(line.startswith("PySide6-Essentials ") for line in lines)


# --- the program as it is started ------------------------------------------------------------------------------------


def test_the_program_itself_answers_the_same(terminal: Terminal) -> None:
    terminal(*ADD)
    command = [sys.executable, "-m", "vaartdesk", "ticket", "list", "--json", "--data-dir", str(terminal.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["number"] for row in json.loads(done.stdout)] == ["M-2026-0001"]


def test_verbs_of_the_command_line_need_no_qt(terminal: Terminal) -> None:
    code = f"""
import sys
from vaartdesk.app.cli import main
status = main(["list", "actions", "--data-dir", {str(terminal.folder)!r}])
print(status, sorted(name for name in sys.modules if name.startswith("PySide6")))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["0 []"], done.stderr
