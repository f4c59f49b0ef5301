from __future__ import annotations

from pathlib import Path

import pytest

from vaartdesk.app import cli
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from workspace import open_desk

TOLD = ["ticket", "add", "--title", "Los", "--where", "Brink 3", "--category"]


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock) -> Path:
    """A workspace with the work plan, closed."""
    made = tmp_path / "werkmap"
    open_desk(made, clock, planned=True).close()
    return made


def add(folder: Path, clock: FixedClock, category: str) -> int:
    return cli.main([*TOLD, category, "--data-dir", str(folder)], clock)


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Bestrating", "Bestrating"),
        ("heel › BESTRATING", "Bestrating"),
        ("straatmeub", "Straatmeubilair"),
        ("openbare verl", "Openbare verlichting"),
        ("Overig", "Overig"),
    ],
)
def test_a_category_is_known_by_its_name_or_a_part_that_no_other_has(
    folder: Path, clock: FixedClock, words: str, category: str
) -> None:
    assert add(folder, clock, words) == 0
    with open_desk(folder, clock) as desk:
        (ticket,) = desk.rows("ticket")
        values = desk.get(Ref("ticket_category", ticket["category"])) or {}
        assert values["title"] == category


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "verlichting",
            "‘verlichting’ past bij meer dan één categorie. Kies een van: Feestverlichting, Openbare verlichting.",
        ),
        ("vliegtuigen", "Categorie ‘vliegtuigen’ is er niet. Kies een van: Bestrating, Feestverlichting, Fietsen,"),
        (" ", "Categorie ‘ ’ is er niet."),
    ],
)
def test_what_fits_none_or_several_is_refused_and_told(
    folder: Path, clock: FixedClock, words: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(folder, clock, words) == 1
    assert " ".join(sentence.split()) in capsys.readouterr().err


def test_a_category_that_is_no_longer_used_is_not_offered(
    folder: Path, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_desk(folder, clock) as desk, desk.change("test") as tx:
        tx.set(Ref("ticket_category", next(r["id"] for r in desk.rows("ticket_category") if r["title"] == "Fietsen")),
               "is_retired", True)  # fmt: skip
    assert add(folder, clock, "fietsen") == 1
    assert "Fietsen" not in capsys.readouterr().err
