"""Saving: whole or not at all, one at a time, and titles that would break a file."""

from __future__ import annotations

import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest

from papers import blank, outline, paper, plain, whole
from vaartdesk.pdf.agenda.layout import print_agenda
from vaartdesk.pdf.parts import Photo, add_part


def test_the_file_is_the_same_on_disk_and_in_memory(tmp_path: Path) -> None:
    there = print_agenda(paper(), path=tmp_path / "agenda.pdf")
    here = print_agenda(paper())
    assert there.content == b""
    assert there.data == here.data == (tmp_path / "agenda.pdf").read_bytes()
    assert there.pages == here.pages
    assert list(tmp_path.iterdir()) == [tmp_path / "agenda.pdf"]


def test_a_failure_leaves_the_old_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "agenda.pdf"
    old.write_bytes(b"oud")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        print_agenda(paper(), path=old)
    assert old.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [tmp_path / "agenda.pdf"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nergens"):
        print_agenda(paper(), path=tmp_path / "nergens" / "agenda.pdf")


def test_workers_may_print_at_the_same_time() -> None:
    alone = [print_agenda(paper(place=f"zaal {number}")).data for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda number: print_agenda(paper(place=f"zaal {number}")).data, range(4)))
    assert together == alone


def test_names_that_would_break_a_file_are_cleaned() -> None:
    nasty = "Titel\x00 <&> \ud800 ( \\ ) \u202e 😀\n" + "lang " * 100
    doc = blank(nasty, footer_left=nasty)
    doc.heading(1, nasty)
    doc.paragraph("tekst")
    result = doc.save()
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        assert plain(str(pdf.docinfo.Title)).startswith("Titel <&> ( \\ ) 😀 lang")
        with pdf.open_metadata() as packet:
            assert packet["dc:title"].startswith("Titel <&>")
    (_level, title, page) = outline(result.data)[0]
    assert page == 1
    assert len(title) == 200
    assert title.endswith("…")
    assert "Titel <&>" in whole(result.data)


def test_a_character_lost_in_the_footer_is_reported() -> None:
    doc = blank(footer_left="漢")
    doc.paragraph("x")
    assert doc.save().lost_characters == ("漢",)


def test_no_picture_is_no_file() -> None:
    with pytest.raises(ValueError, match="geen leesbare afbeelding"):
        add_part(blank(), Photo(b"\xff\xd8\xff rommel", "x"))
