"""The tour as a program: what it prints, what it leaves, and that it would notice a difference."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from cli_terminal import ROOT
from papers import pages
from vaartdesk.app.tour import proof
from vaartdesk.app.tour.hand import Stopped
from vaartdesk.app.tour.story import Days, Made
from vaartdesk.app.tour.telling import Teller
from vaartdesk.core.clock import FixedClock

PROGRAM = """
import sys
from datetime import datetime
from vaartdesk.app.cli import main
from vaartdesk.core.clock import FixedClock
sys.exit(main(["tour", "--out", sys.argv[1]], FixedClock(datetime.fromisoformat("2026-11-24T09:30:00+01:00"))))
"""
TABS = ("1-vandaag", "2-themalijnen", "3-evenementen", "4-huismeester", "5-contacten", "6-overleg")


@dataclass(frozen=True)
class Tour:
    """One run: where, and what came back."""

    out: Path
    done: subprocess.CompletedProcess[str]

    @property
    def workspace(self) -> Path:
        return self.out / "werkmap"


def run_tour(out: Path, settings: Path) -> subprocess.CompletedProcess[str]:
    """Without a display, with settings of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment = kept | {"XDG_CONFIG_HOME": str(settings), "PYTHONIOENCODING": "utf-8"}
    environment.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-c", PROGRAM, str(out)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    folder = tmp_path_factory.mktemp("rondleiding")
    return Tour(folder / "uit", run_tour(folder / "uit", folder / "instellingen"))


def test_it_ends_well_and_says_nothing_on_stderr(tour: Tour) -> None:
    assert (tour.done.returncode, tour.done.stderr) == (0, "")


def test_it_tells_step_by_step_what_stood_on_the_screen(tour: Tour) -> None:
    lines = [line.strip() for line in tour.done.stdout.splitlines()]
    assert [line for line in lines if line[:2] in {f"{n}." for n in range(1, 9)}] == [
        "1. Eerste start",
        "2. De huismeester legt een melding vast",
        "3. De event-coördinator plant evenementen",
        "4. Agenderen voor het Binnenstadbestuur",
        "5. De regisseur bouwt de agenda",
        "6. De agenda als PDF",
        "7. Plaatjes van elk tabblad",
        "8. Teruglezen in een tweede proces",
    ]
    for told in (
        "Ctrl+N, vier velden, Enter: 70 aanslagen, de tekst meegeteld, zonder muis.",
        "Uiterlijk dinsdag 1 december 2026.",
        "Foto gesleept: 10 gegevens van de camera in het origineel, 0 in de bewaarde kopie; de plaats staat bij de melding.",
        "Vergunning categorie A, aanvragen uiterlijk maandag 25 januari 2027 (15 werkdagen vooraf).",
        "Het scherm zegt: IJsbeelden op het plein en Streekmarkt met proeverij nemen op za 13 feb 2027 van 18.30 tot 20.30",
        "Alles klopt.",
    ):
        assert any(line.startswith(told) for line in lines), told


def test_the_agenda_is_on_paper_with_what_was_put_forward(tour: Tour) -> None:
    (pdf,) = tour.out.glob("*.pdf")
    assert pdf.name == "agenda-binnenstadbestuur-2026-12-08.pdf"
    text = pages(pdf.read_bytes())
    assert "Lantaarn bij het café is uit" in text[0]
    assert any("M-2026-0001" in page for page in text)
    assert any("E-2026-001" in page for page in text)


@pytest.mark.parametrize("tab", TABS)
def test_there_is_a_picture_of_every_tab_in_both_schemes(tour: Tour, tab: str) -> None:
    tones = {}
    for scheme in ("licht", "donker"):
        with Image.open(tour.out / "plaatjes" / f"{tab}-{scheme}.png") as picture:
            assert picture.size == (1366, 768)
            tones[scheme] = sum(picture.convert("L").resize((1, 1)).tobytes())
    assert tones["licht"] > 150 > tones["donker"]


def test_a_folder_that_was_used_is_refused_and_left_alone(tour: Tour, tmp_path: Path) -> None:
    before = (tour.workspace / "vaartdesk.db").read_bytes()
    done = run_tour(tour.out, tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"vaartdesk: In {tour.out} staat al een werkmap.")
    assert (tour.workspace / "vaartdesk.db").read_bytes() == before


# --- what it would notice --------------------------------------------------------------------------------------------


def expected(tour: Tour, **ticket: str) -> Made:
    made = Made(pdf=next(tour.out.glob("*.pdf")), agenda=["Binnenstadbestuur"])
    made.note("tickets", "M-2026-0001", **ticket)
    return made


def test_what_is_there_is_found(tour: Tour, capsys: pytest.CaptureFixture[str]) -> None:
    proof.read_back(tour.workspace, expected(tour, place_text="Koopmansplein 12", urgency="hoog"), Teller())
    assert "M-2026-0001" in capsys.readouterr().out


@pytest.mark.parametrize("field", ["title", "due_on", "never_heard_of"])
def test_another_value_is_a_difference(tour: Tour, field: str) -> None:
    with pytest.raises(Stopped, match=rf"M-2026-0001: {field} is .*, ingevoerd was iets anders"):
        proof.read_back(tour.workspace, expected(tour, **{field: "iets anders"}), Teller())


def test_a_missing_record_is_a_difference(tour: Tour) -> None:
    made = expected(tour)
    made.note("events", "E-2026-099")
    with pytest.raises(Stopped, match="E-2026-099 staat niet in events"):
        proof.read_back(tour.workspace, made, Teller())


def test_missing_words_in_the_pdf_are_a_difference(tour: Tour) -> None:
    made = expected(tour)
    made.agenda.append("Dit staat er niet in")
    with pytest.raises(Stopped, match="In de PDF ontbreekt: Dit staat er niet in"):
        proof.read_back(tour.workspace, made, Teller())


def test_a_damaged_workspace_is_a_difference(tour: Tour, tmp_path: Path) -> None:
    copy = tmp_path / "werkmap"
    shutil.copytree(tour.workspace, copy)
    next(copy.glob("files/??/*")).unlink()
    with pytest.raises(Stopped, match="check"):
        proof.read_back(copy, expected(tour), Teller())


# --- its days --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [date.fromordinal(date(2026, 1, 1).toordinal() + 11 * n) for n in range(60)])
def test_on_any_day_the_story_fits_in_one_month(day: date) -> None:
    days = Days.of(FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)))
    assert (days.first.weekday(), days.second.weekday(), days.meeting.weekday()) == (5, 3, 1)
    assert days.second.month == days.first.month
    assert (days.first - days.today).days >= 63
    assert days.today < days.meeting < days.due
