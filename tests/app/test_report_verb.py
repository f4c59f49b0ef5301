"""Reports by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_terminal import ADD, Terminal
from papers import plain, whole


@pytest.mark.accept("T23")
def test_the_month_of_today_or_another_stretch(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal(*ADD) == 0
    target = tmp_path / "nov.pdf"
    assert terminal("report", "tickets", "-o", str(target)) == 0, terminal.err
    assert terminal.out == f"Geschreven: {target}\n"
    assert "Er kwam 1 melding binnen" in plain(whole(target.read_bytes()))
    assert terminal("report", "tickets", "--period", "2026-K3", "--street", "Brink", "-o", str(target)) == 0
    found = plain(whole(target.read_bytes()))
    assert "Meldingen, juli tot en met september 2026" in found
    assert "Er kwamen 0 meldingen binnen" in found


def test_without_a_name_it_lies_where_one_stands(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert terminal("report", "tickets", "--period", "2026") == 0
    assert (tmp_path / "meldingen-2026-01-2026-12.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_is_told_in_a_line(terminal: Terminal, tmp_path: Path) -> None:
    there = ("-o", str(tmp_path / "x.pdf"))
    assert "2026-K4" in terminal.refuses("report", "tickets", "--period", "november", *there, status=2)
    assert "Kies een van: " in terminal.refuses("report", "tickets", "--street", "Nergensweg", *there)
    assert "meer dan één straat" in terminal.refuses("report", "tickets", "--street", "straat", *there)
    assert terminal.refuses("report", "tickets", "-o", str(tmp_path / "nergens" / "x.pdf"))
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.accept("X7")
def test_what_waits_for_one_counterpart(terminal: Terminal, tmp_path: Path) -> None:
    assert "niemand" in terminal.refuses("report", "waiting")
    assert terminal(*ADD) == 0
    assert terminal("ticket", "move", "M-2026-0001", "doorgezet", "--to", "assistent wijkbeheerder") == 0
    target = tmp_path / "wacht.pdf"
    for words in (["Gemeente Assen"], ["wijkbeheerder"], []):
        assert terminal("report", "waiting", *words, "-o", str(target)) == 0, terminal.err
        assert "Lantaarn uit" in plain(whole(target.read_bytes()))
    assert "Wel op: " in terminal.refuses("report", "waiting", "provincie", "-o", str(target))


@pytest.mark.accept("X14")
def test_a_street_on_one_page(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal(*ADD) == 0
    target = tmp_path / "straat.pdf"
    assert terminal("report", "street", "brink", "-o", str(target)) == 0, terminal.err
    found = plain(whole(target.read_bytes()))
    assert "Wat speelt er: Brink" in found
    assert "Lantaarn uit, Brink 4" in found
    assert "Kies een van: " in terminal.refuses("report", "street", "Nergensweg")
