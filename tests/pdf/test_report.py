"""Reports: the head of an agenda, then parts in order."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from pathlib import Path

import pytest

from papers import WHEN, actions, decisions, outline, pages, plain
from vaartdesk.pdf.letterhead import Sender
from vaartdesk.pdf.parts import Beside, Box, Bullets, NewPage, Prose, Section
from vaartdesk.pdf.report import ReportPaper, print_report

MINUTES = ReportPaper(
    Sender("Vaart in Assen", "voor de binnenstad"),
    "Verslag",
    "Binnenstadbestuur",
    WHEN,
    subtitle="dinsdag 8 december 2026",
    place="Kantoor Vaart in Assen",
    lead="Het bestuur nam één besluit.",
    parts=(
        Section("1 Opening"),
        Prose("De voorzitter opent om 19.32 uur.", "Aanwezig"),
        Box("Besluit B-2026-031", "De jaarkalender 2027 is vastgesteld."),
        Bullets(("Agenda rondsturen", "Zaal bestellen"), "Afspraken", is_numbered=True),
        Section("2 Stand van zaken"),
        actions(),
        Beside(Prose("links", "Links"), decisions()),
        NewPage(),
        Section("3 Rondvraag"),
        Prose("Niets."),
    ),
    footer="Binnenstadbestuur, 8 december 2026 · verslag, concept",
)


def test_a_report_has_its_head_its_parts_and_its_outline() -> None:
    result = print_report(MINUTES)
    first, second = pages(result.data)
    for words in (
        "Vaart in Assen",
        "2 pagina’s",
        "Verslag",
        "dinsdag 8 december 2026",
        "Het bestuur nam één besluit.",
        "Besluit B-2026-031",
        "1. Agenda rondsturen",
        "wacht op gemeente",
        "B-2026-018 uitgevoerd",
        "verslag, concept",
    ):
        assert words in first
    assert "3 Rondvraag Niets." in second
    assert outline(result.data) == [
        (0, "Binnenstadbestuur", 1),
        (1, "1 Opening", 1),
        (1, "2 Stand van zaken", 1),
        (1, "3 Rondvraag", 2),
    ]
    assert print_report(MINUTES).data == result.data


def test_a_logo_that_cannot_be_read_does_not_stop_the_paper() -> None:
    sender = Sender("Vaart in Assen", logo=b"geen plaatje")
    assert print_report(ReportPaper(sender, "Verslag", "Titel", WHEN)).pages == 1


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs poppler's pdfinfo")
def test_no_level_of_headings_is_skipped(tmp_path: Path) -> None:
    for name, parts in (("met", MINUTES.parts), ("zonder", (Prose("x", "Kop"), actions()))):
        path = tmp_path / f"{name}.pdf"
        print_report(ReportPaper(MINUTES.sender, "Verslag", "Titel", WHEN, parts=parts), path)
        shown = subprocess.run(["pdfinfo", "-struct", path], capture_output=True, text=True, check=True).stdout
        levels = [
            int(line.strip()[1]) for line in shown.splitlines() if plain(line)[:1] == "H" and line.strip()[1].isdigit()
        ]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
