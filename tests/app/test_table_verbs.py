"""`vaartdesk export` and `vaartdesk import`: what they write, what they say, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vaartdesk.app import cli
from vaartdesk.core.clock import FixedClock
from vaartdesk.formats.tables import read_csv
from vaartdesk.store.check import check
from workspace import open_desk

Printed = pytest.CaptureFixture[str]


class Shell:
    """The command line on one workspace."""

    def __init__(self, folder: Path, clock: FixedClock, printed: Printed) -> None:
        self.folder, self.clock, self.printed = folder, clock, printed
        self.out = self.err = ""

    def run(self, *words: str | Path, folder: Path | None = None) -> int:
        """The exit status; what was printed stays in ``out`` and ``err``."""
        try:
            status = cli.main([*map(str, words), "--data-dir", str(folder or self.folder)], self.clock)
        except SystemExit as stopped:
            status = int(str(stopped.code or 0))
        self.out, self.err = self.printed.readouterr()
        return status


@pytest.fixture
def shell(tmp_path: Path, clock: FixedClock, capsys: Printed) -> Shell:
    """A workspace with the work plan and a few records, closed."""
    with open_desk(tmp_path / "werkmap", clock, planned=True) as desk, desk.change("Gemaakt") as tx:
        role = next(row["id"] for row in desk.rows("role") if row["title"] == "Huismeester")
        tx.add("action", {"title": "Bankjes; en meer", "owner": role, "budget": 123450})
        tx.add("person", {"title": "Anna", "email": "anna@voorbeeld.nl"})
        tx.add("person", {"title": "Piet", "is_unsubscribed": True})
    return Shell(tmp_path / "werkmap", clock, capsys)


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("actions", "acties.csv"),
        ("actions", "acties.xlsx"),
        ("actions", "acties.json"),
        ("tickets", "meldingen.csv"),
        ("decisions", "besluiten.json"),
        ("calendar", "agenda.ics"),
        ("calendar", "agenda.csv"),
        ("contacts", "kaartjes.vcf"),
        ("contacts", "contacten.xlsx"),
        ("doelen", "doelen.csv"),
        ("theme_line", "lijnen.json"),
    ],
)
def test_what_is_exported_is_read_back_and_changes_nothing(shell: Shell, tmp_path: Path, what: str, name: str) -> None:
    path = tmp_path / name
    assert shell.run("export", what, "-o", path) == 0
    assert str(path) in shell.out
    assert path.exists()
    if path.suffix == ".ics":
        assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
        return
    if what in ("tickets", "decisions") or name == "agenda.csv":
        assert "0 records" in shell.out
        return
    assert shell.run("import", path) == 0
    assert "0 nieuw, 0 gewijzigd" in shell.out
    assert "0 geweigerd" in shell.out


def test_csv_of_several_kinds_is_a_file_for_each(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("export", "contacts", "-o", tmp_path / "contacten.csv") == 0
    names = ["contacten-functies.csv", "contacten-organisaties.csv", "contacten-personen.csv"]
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == names
    assert "Anna" in (tmp_path / "contacten-personen.csv").read_text("utf-8-sig")
    assert shell.run("import", tmp_path / names[2], "--kind", "personen") == 0


def test_who_signed_off_is_left_out_of_the_cards_and_told(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("export", "contacts", "-o", tmp_path / "kaartjes.vcf") == 0
    assert "afgemeld" in shell.err
    assert b"Piet" not in (tmp_path / "kaartjes.vcf").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "vliegtuigen", "-o", "x.csv"), "‘vliegtuigen’ ken ik niet. Kies uit"),
        (("export", "actions", "-o", "x.pdf"), "Geef het bestand een van deze uitgangen: .csv, .xlsx, .json."),
        (("export", "actions", "-o", "x.ics"), ".csv, .xlsx, .json."),
        (("export", "actions"), "Er ontbreekt iets: -o/--out"),
        (("import",), "Er ontbreekt iets"),
        (("import", "lijst.csv", "--kind", "contacts"), "meer dan één soort"),
    ],
)
def test_wrong_usage_ends_with_two(shell: Shell, words: tuple[str, ...], told: str) -> None:
    assert shell.run(*words) == 2
    assert told in shell.err
    assert shell.err.count("\n") == 1


@pytest.mark.parametrize("place", ["weg/acties.csv", "werkmap"])
def test_a_place_that_will_not_do_is_told(shell: Shell, tmp_path: Path, place: str) -> None:
    assert shell.run("export", "actions", "-o", tmp_path / place) in (1, 2)
    assert shell.err.count("\n") == 1
    assert shell.run("export", "all", "-o", tmp_path / place) == 1
    assert shell.err.count("\n") == 1


def test_refused_rows_are_told_and_written_beside_the_file(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "acties.csv"
    path.write_text("Actie;Trekker;Deadline\nGoed;Huismeester;24-12-2026\nFout;Niemand;\nOok fout;;31-11-2026\n")
    for n, name in enumerate(("acties-geweigerd.csv", "acties-geweigerd 2.csv")):
        assert shell.run("import", path) == 1
        assert f"{1 - n} nieuw, 0 gewijzigd, {n} gelijk, 2 geweigerd" in shell.out
        assert "acties.csv, rij 3: Trekker ‘Niemand’ is hier niet bekend." in shell.err
        assert "rij 4: Deadline: November heeft 30 dagen" in shell.err
        assert str(tmp_path / name) in shell.err
        rows = read_csv((tmp_path / name).read_bytes())
        assert rows[0] == ["Actie", "Trekker", "Deadline", "Reden van weigering"]
        assert [row[0] for row in rows[1:]] == ["Fout", "Ook fout"]
    assert shell.run("import", path, "--onbekend-leeg") == 1
    assert "1 nieuw, 0 gewijzigd, 1 gelijk, 1 geweigerd" in shell.out


def test_a_trial_shows_and_writes_nothing(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "acties.csv"
    path.write_text(
        "Actie;Begroot\nBankjes; en meer;1\n".replace("Bankjes; en meer", '"Bankjes; en meer"') + "Nieuw;2\n"
    )
    assert shell.run("import", path, "--proef") == 0
    assert "gewijzigd  Bankjes; en meer  Begroot: €\xa01.234,50 → €\xa01,00" in shell.out
    assert shell.run("list", "actions") == 0
    assert "Nieuw" not in shell.out
    assert list(tmp_path.glob("*geweigerd*")) == []


@pytest.mark.parametrize(
    ("name", "text", "status", "told"),
    [
        ("weg.csv", None, 1, "is er niet"),
        ("brief.docx", "x", 1, "kies CSV, XLSX of JSON"),
        ("lijst.csv", "Foo;Bar\n1;2\n", 2, "Zeg het met --kind"),
        ("acties.json", "{", 1, "geen JSON"),
        ("agenda.ics", "x", 1, "agenda.ics"),
        ("kaart.vcf", "x", 1, "kaartjes"),
        ("alles.zip", "x", 1, "kies CSV, XLSX of JSON"),
    ],
)
def test_a_file_that_will_not_do_is_told_in_one_line(
    shell: Shell, tmp_path: Path, name: str, text: str | None, status: int, told: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    assert shell.run("import", tmp_path / name) == status
    assert told in shell.err
    assert shell.err.count("\n") == 1


def test_several_files_come_in_together_and_may_refer_to_each_other(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "plaatsen.json").write_text(json.dumps([{"title": "Bank", "street": {"title": "Zandpad"}}]))
    (tmp_path / "straten.csv").write_text("Straat\nZandpad\n")
    assert shell.run("import", tmp_path / "plaatsen.json", tmp_path / "straten.csv") == 0
    assert "plaatsen.json, plaatsen: 1 nieuw" in shell.out
    assert "straten.csv, straten: 1 nieuw" in shell.out


@pytest.mark.parametrize("name", ["alles", "alles.zip"])
def test_everything_is_exported_and_a_new_workspace_made_of_it(
    shell: Shell, tmp_path: Path, clock: FixedClock, name: str
) -> None:
    assert shell.run("export", "all", "-o", tmp_path / name) == 0
    assert "Alles geschreven" in shell.out
    assert shell.run("import", tmp_path / name) == 1
    assert "staat al een werkmap" in shell.err
    assert shell.run("import", tmp_path / name, folder=tmp_path / "nieuw") == 0
    assert "Werkmap gemaakt" in shell.out
    with open_desk(tmp_path / "nieuw", clock) as desk:
        assert check(desk) == []
        assert "Bankjes; en meer" in [row["title"] for row in desk.rows("action")]


def test_reading_verbs_work_beside_an_open_window_and_writing_ones_say_so(
    shell: Shell, tmp_path: Path, clock: FixedClock
) -> None:
    (tmp_path / "straten.csv").write_text("Straat\nZandpad\n")
    with open_desk(shell.folder, clock):
        assert shell.run("export", "actions", "-o", tmp_path / "acties.csv") == 0
        assert shell.run("export", "all", "-o", tmp_path / "alles.zip") == 0
        assert shell.run("import", tmp_path / "straten.csv", "--proef") == 0
        assert shell.run("import", tmp_path / "straten.csv") == 1
        assert "al open" in shell.err
