"""What can go wrong with a workspace, a file or a text: one Dutch line, exit status 1, nothing lost, no traceback."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli_terminal import ADD, ROOT, Terminal
from vaartdesk.core.clock import FixedClock
from vaartdesk.store.desk import Desk
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from workspace import open_desk

READING = (("list", "tickets"), ("ticket", "list"), ("search", "brink"), ("agenda", "-o", "agenda.pdf"))
WRITING = (ADD, ("check",))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file and its bytes, but those that SQLite and the lock keep beside the database."""
    beside = (".lock", "-wal", "-shm")
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(beside)
    }


# --- workspaces ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [*READING, *WRITING, ("backup",)], ids=lambda words: " ".join(words[:2]))
def test_where_there_is_no_workspace_none_is_made(terminal: Terminal, tmp_path: Path, words: tuple[str, ...]) -> None:
    terminal.folder = tmp_path / "elders"
    told = terminal.refuses(*words)
    assert told.startswith(f"In {terminal.folder} staat geen werkmap van VaartDesk.")
    assert not terminal.folder.exists()


@pytest.mark.parametrize("words", [*READING, *WRITING], ids=lambda words: " ".join(words[:2]))
def test_a_newer_workspace_is_left_as_it_is(terminal: Terminal, words: tuple[str, ...]) -> None:
    db = sqlite3.connect(terminal.folder / "vaartdesk.db")
    db.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    db.commit()
    db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    before = contents(terminal.folder)
    assert terminal.refuses(*words).startswith("Deze werkmap is gemaakt met een nieuwere versie van VaartDesk.")
    assert contents(terminal.folder) == before


@pytest.mark.parametrize("words", [*READING, *WRITING], ids=lambda words: " ".join(words[:2]))
@pytest.mark.parametrize("bytes_", [b"dit is geen database" * 400, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_database_is_named_and_not_touched(terminal: Terminal, words: tuple[str, ...], bytes_: bytes) -> None:
    database = terminal.folder / "vaartdesk.db"
    for beside in terminal.folder.glob("vaartdesk.db-*"):
        beside.unlink()
    database.write_bytes(bytes_)
    assert terminal.refuses(*words).startswith("De database is beschadigd.")
    assert database.read_bytes() == bytes_


def test_a_broken_page_is_found_by_the_check(terminal: Terminal) -> None:
    terminal(*ADD)
    database = terminal.folder / "vaartdesk.db"
    sqlite3.connect(database).execute("pragma wal_checkpoint(truncate)").fetchall()
    data = bytearray(database.read_bytes())
    for page in range(20, len(data) // 4096 - 1, 7):
        data[page * 4096 : page * 4096 + 400] = b"\xa5" * 400
    database.write_bytes(data)
    assert terminal("check") == 1
    assert "beschadigd" in (terminal.out + terminal.err)


def test_another_program_s_database_is_not_taken_for_ours(terminal: Terminal, tmp_path: Path) -> None:
    terminal.folder = tmp_path / "ander"
    terminal.folder.mkdir()
    db = sqlite3.connect(terminal.folder / "vaartdesk.db")
    db.execute("create table recept (naam)")
    db.close()
    assert "is geen database van VaartDesk" in terminal.refuses("list", "tickets")


@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
def test_writing_waits_while_a_window_is_open(terminal: Terminal, clock: FixedClock, words: tuple[str, ...]) -> None:
    with open_desk(terminal.folder, clock):
        told = terminal.refuses(*words)
        assert told.startswith("VaartDesk is al open met deze werkmap.")
        assert terminal("list", "actions") == 0
    assert terminal(*words) == 0


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(terminal: Terminal) -> None:
    terminal.folder.chmod(0o500)
    try:
        assert terminal.refuses(*ADD).startswith("In deze map kan niet geschreven worden.")
    finally:
        terminal.folder.chmod(0o700)


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"geen foto", b"\xff\xd8\xff\xe0" + b"\x00" * 60, b"GIF89a" + b"\x01" * 9])
def test_a_photo_that_is_no_photo_makes_no_ticket(terminal: Terminal, tmp_path: Path, data: bytes) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(data)
    assert "foto" in terminal.refuses(*ADD, "--photo", str(photo)).lower()
    assert terminal.json("ticket", "list") == []


def test_a_photo_that_is_not_there_is_named(terminal: Terminal, tmp_path: Path) -> None:
    missing = tmp_path / "weg.jpg"
    assert str(missing) in terminal.refuses(*ADD, "--photo", str(missing))
    assert "is een map" in terminal.refuses(*ADD, "--photo", str(tmp_path))
    assert terminal.json("ticket", "list") == []


def test_an_attachment_that_has_vanished_is_told(terminal: Terminal, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (60, 40), "red").save(tmp_path / "foto.png")
    assert terminal(*ADD, "--photo", str(tmp_path / "foto.png")) == 0
    next(terminal.folder.glob("files/??/*")).unlink()
    assert terminal("check") == 1
    assert terminal.out.startswith("bijlagen: Bijlage Foto 1.jpg bij Lantaarn uit ")


def test_a_file_that_cannot_be_written_is_told(terminal: Terminal, tmp_path: Path, clock: FixedClock) -> None:
    with open_desk(terminal.folder, clock) as desk:
        plan_meeting(desk)
    blocked = tmp_path / "map.pdf"
    blocked.mkdir()
    terminal.refuses("agenda", "-o", str(blocked))
    assert terminal("agenda", "-o", str(tmp_path / "agenda.pdf")) == 0
    assert terminal.out.endswith("agenda.pdf (1 bladzijde)\n")
    assert (tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")


def plan_meeting(desk: Desk) -> None:
    board = next(row["id"] for row in desk.rows("body") if row["title"] == "Binnenstadbestuur")
    with desk.change("Vergadering") as tx:
        tx.add("meeting", {"body": board, "starts_at": tx.now.replace(tzinfo=None, month=12, day=8, hour=19)})


# --- texts -----------------------------------------------------------------------------------------------------------

NASTY: dict[str, str] = {
    "emoji": "Lantaarn 💡👩🏽‍🔧 uit",
    "rtl": "فانوس مكسور \u202eomgekeerd\u202c",
    "markup": "<b>dik</b> & <script>alert(1)</script>",
    "long": "woord " * 3333 + "eind",
    "unbroken": "a" * 20_000,
    "quotes": '\'; drop table ticket; -- "%s" {0} \\',
    "lines": "eerste regel\r\ntweede\tkolom",
}


@pytest.mark.parametrize("title", NASTY.values(), ids=NASTY)
def test_any_title_is_kept_as_it_was_typed(terminal: Terminal, title: str) -> None:
    assert terminal(*replaced("--title", title)) == 0
    (ticket,) = terminal.json("ticket", "list")
    assert ticket["title"].split() == title.split()
    assert terminal("ticket", "list") == 0
    assert terminal.json("check") == []


def test_what_no_text_can_hold_is_left_out(terminal: Terminal) -> None:
    assert terminal(*replaced("--title", "Lan\x00taarn\ud800 uit\x07")) == 0
    (ticket,) = terminal.json("ticket", "list")
    assert ticket["title"] == "Lantaarn uit"


@pytest.mark.parametrize("title", ["", "   ", "\x00"])
def test_a_title_without_a_letter_is_refused(terminal: Terminal, title: str) -> None:
    terminal.refuses(*replaced("--title", title))
    assert terminal.json("ticket", "list") == []


@pytest.mark.parametrize("words", ["'", '"zq', "zq*", "()", "NEAR(", "-", "%", "\x00", "💡", "zq\x00", "q" * 5000])
def test_any_words_can_be_searched(terminal: Terminal, words: str) -> None:
    assert terminal("search", "--json", "--", words) == 0
    assert json.loads(terminal.out) == []


def replaced(option: str, value: str) -> tuple[str, ...]:
    """The usual ticket with another value for an option."""
    words = list(ADD)
    words[words.index(option) + 1] = value
    return tuple(words)


# --- the program as it is started ------------------------------------------------------------------------------------


def test_a_reader_that_stops_early_is_no_fault(terminal: Terminal) -> None:
    command: Any = [sys.executable, "-m", "vaartdesk", "--data-dir", str(terminal.folder), "list", "actions", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert b"Traceback" not in program.stderr.read()


def test_a_terminal_without_unicode_still_gets_its_lines(terminal: Terminal) -> None:
    assert terminal(*replaced("--title", "Café 💡")) == 0
    command = [sys.executable, "-m", "vaartdesk", "--data-dir", str(terminal.folder), "ticket", "list"]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, b"M-2026-0001" in done.stdout) == (0, True), done.stderr
