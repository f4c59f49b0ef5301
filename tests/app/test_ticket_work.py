"""Moving and reading a ticket by the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from papers import plain, whole
from vaartdesk.app import cli
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Values
from workspace import open_desk

ADD = ["ticket", "add", "--title", "Losse klinkers", "--where", "Brink 3", "--category", "Bestrating"]


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workspace with the work plan and one ticket, closed."""
    made = tmp_path / "werkmap"
    open_desk(made, clock, planned=True).close()
    assert cli.main([*ADD, "--data-dir", str(made)], clock) == 0
    capsys.readouterr()
    return made


def ticket(folder: Path, clock: FixedClock) -> Values:
    with open_desk(folder, clock) as desk:
        ref = desk.find_number("M-2026-0001")
        assert ref is not None
        return desk.get(ref) or {}


@pytest.mark.accept("T4")
def test_a_ticket_is_moved_with_what_the_state_needs(
    folder: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    there = ["--data-dir", str(folder)]
    sent = [
        "doorgezet",
        "--to",
        "Gemeente Assen",
        "--reference",
        "2026-118834",
        "--expected",
        "4 dec",
        "--note",
        "Gebeld",
    ]
    assert cli.main(["ticket", "move", "M-2026-0001", *sent, *there], clock) == 0
    assert capsys.readouterr().out == "M-2026-0001 is nu: doorgezet\n"
    values = ticket(folder, clock)
    assert (values["reference"], values["expected_on"], values["forwarded_on"]) == (
        "2026-118834",
        date(2026, 12, 4),
        date(2026, 11, 24),
    )
    assert values["forwarded_to"] or values["forwarded_text"] == "Gemeente Assen"

    assert cli.main(["ticket", "move", "m-2026-0001", "afgehandeld", *there], clock) == 1
    assert "Schrijf op wat er gedaan is" in capsys.readouterr().err
    assert (
        cli.main(["ticket", "move", "M-2026-0001", "afgehandeld", "--result", "Rechtgelegd", "--json", *there], clock)
        == 0
    )
    assert json.loads(capsys.readouterr().out)["status"] == "afgehandeld"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["M-2026-0009", "afgehandeld"], "Melding ‘M-2026-0009’ is er niet."),
        (["M-2026-0001", "klaar"], "‘klaar’ is geen stand. Kies een van: Nieuw,"),
        (["M-2026-0001", "heropend"], "Van ‘Nieuw’ kan een melding niet naar ‘Heropend’."),
        (["M-2026-0001", "doorgezet", "--to", "X", "--expected", "31 nov"], "November heeft 30 dagen"),
        (["M-2026-0001", "dubbel", "--of", "M-1"], "Melding ‘M-1’ is er niet."),
        (["M-2026-0001", "afgehandeld", "--result", "Auto 12-ABC-3 weg"], "Hier staat een kenteken: 12-ABC-3."),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    folder: Path, clock: FixedClock, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["ticket", "move", *arguments, "--data-dir", str(folder)], clock) == 1
    assert told in capsys.readouterr().err
    assert ticket(folder, clock)["status"] == "nieuw"


@pytest.mark.accept("T16")
def test_words_that_say_too_much_are_kept_only_on_purpose(folder: Path, clock: FixedClock) -> None:
    there = ["--data-dir", str(folder)]
    told = ["afgehandeld", "--result", "Auto 12-ABC-3 weg", "--toch-bewaren"]
    assert cli.main(["ticket", "move", "M-2026-0001", *told, *there], clock) == 0
    assert ticket(folder, clock)["is_privacy_kept"]


def test_one_ticket_is_shown_with_its_log(folder: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--data-dir", str(folder)]
    cli.main(["ticket", "move", "M-2026-0001", "in_behandeling", "--note", "Pylon\ngeplaatst", *there], clock)
    capsys.readouterr()
    assert cli.main(["ticket", "show", "M-2026-0001", *there], clock) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "M-2026-0001  Losse klinkers"
    assert any(line.split() == ["Status", "In", "behandeling"] for line in out)
    assert any("Heel › Bestrating" in line for line in out)
    assert any(line.startswith("Straat") and line.endswith("Brink") for line in out)
    assert out[-1] == "  di 24-11-2026 09:30  Pylon geplaatst"
    assert cli.main(["ticket", "show", "M-2026-0001", "--json", *there], clock) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["number"], shown["notes"][0]["text"], shown["attachments"]) == ("M-2026-0001", "Pylon\ngeplaatst", [])


@pytest.mark.accept("T15")
def test_a_ticket_is_written_as_a_paper_with_its_history(
    folder: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    there = ["--data-dir", str(folder)]
    assert cli.main(["ticket", "move", "M-2026-0001", "afgehandeld", "--result", "Gelegd", *there], clock) == 0
    capsys.readouterr()
    target = tmp_path / "melding.pdf"
    assert cli.main(["ticket", "show", "M-2026-0001", "--pdf", str(target), *there], clock) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"Geschreven: {target}\n")
    found = plain(whole(target.read_bytes()))
    assert "M-2026-0001 Losse klinkers" in found
    assert "Nieuw → Afgehandeld" in found
    assert cli.main(["ticket", "show", "M-2026-0001", "--json", "--pdf", str(target), *there], clock) == 0
    assert json.loads(capsys.readouterr().out)["number"] == "M-2026-0001"
    assert cli.main(["ticket", "show", "M-2026-0001", "--pdf", str(tmp_path / "weg" / "x.pdf"), *there], clock) == 1
    assert capsys.readouterr().err.startswith("vaartdesk: ")
