"""Text for paper: what is kept, what is held together, which font prints it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vaartdesk.pdf.fonts import FALLBACK, REGULAR, runs, shorten, width
from vaartdesk.pdf.pictures import picture, read
from vaartdesk.pdf.words import NBSP, clean, hold, lines


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("op dinsdag 8 december 2026 om", "op dinsdag 8~december~2026 om"),
        ("19.30 – 21.30 uur in", "19.30~–~21.30~uur in"),
        ("kost € 2.450 of € -3", "kost €~2.450 of €~-3"),
        ("zie art. 5 en bijlage 4-a, pagina 7, punt 3", "zie art.~5 en bijlage~4-a, pagina~7, punt~3"),
        ("14,85 procent, 7,8 %, 10 min, week 25", "14,85~procent, 7,8~%, 10~min, week~25"),
        ("mei 2026 en Mei maar", "mei~2026 en Mei maar"),
        ("uurwerk 10 uurwerken, 3 maartse buien", "uurwerk 10 uurwerken, 3 maartse buien"),
        ("ma 31 aug 12:00, wo 28 feb 2027", "ma~31~aug~12:00, wo~28~feb~2027"),
        ("zo 3 keer, in sep 12 dozen", "zo 3 keer, in sep 12 dozen"),
        ("Heel › Bestrating · nieuw", "Heel~› Bestrating~· nieuw"),
        ("niets", "niets"),
    ],
)
def test_amounts_dates_and_references_do_not_break(text: str, held: str) -> None:
    assert hold(text) == held.replace("~", NBSP)


@given(st.text())
def test_holding_changes_blanks_only(text: str) -> None:
    assert hold(text).replace(NBSP, " ") == text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\tb\r\nc", "a b  c"),
        ("a\x00b\x07c\ud800d\u202ee\u200bf\ufeffg", "abcdefg"),
        ("cafe\u0301", "café"),
        ("❤\ufe0f", "❤"),
        (f"vast{NBSP}en zacht\u00adkoord", f"vast{NBSP}en zacht\u00adkoord"),
    ],
)
def test_signs_without_ink_go(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_empty_lines_are_no_paragraphs() -> None:
    assert lines("een\n\n  \ntwee\r\ndrie") == ["een", "twee", "drie"]


def test_each_character_gets_a_font_that_has_it() -> None:
    lost: set[str] = set()
    assert runs("plein ☒ 😀 漢!", REGULAR, lost) == [
        (REGULAR, "plein "),
        (FALLBACK[0], "☒"),
        (REGULAR, " "),
        (FALLBACK[1], "😀"),
        (REGULAR, " [U+6F22]!"),
    ]
    assert lost == {"漢"}
    assert runs("gewone tekst", REGULAR) == [(REGULAR, "gewone tekst")]


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=300), st.floats(10, 200))
def test_shortened_text_fits(text: str, room: float) -> None:
    short = shorten(text, REGULAR, 8, room)
    assert width(short, REGULAR, 8) <= room or short == "…"
    assert short == text or short.endswith("…")


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def test_a_picture_keeps_its_proportions_inside_the_room() -> None:
    wide = picture(encoded(Image.new("RGB", (4000, 1000), "red"), "JPEG"), 400, 300)
    assert (round(wide.drawWidth), round(wide.drawHeight)) == (400, 100)
    high = picture(encoded(Image.new("L", (100, 400)), "PNG"), 400, 300)
    assert (round(high.drawWidth), round(high.drawHeight)) == (75, 300)


def test_a_picture_is_turned_upright_and_loses_its_transparency() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read(encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif)).size == (20, 40)
    assert read(encoded(Image.new("RGBA", (2, 2), (0, 0, 0, 0)), "PNG")).getpixel((0, 0)) == (255, 255, 255)
    assert read(encoded(Image.new("CMYK", (2, 2)), "JPEG")).mode == "RGB"


def test_a_picture_that_is_too_large_or_broken_is_refused() -> None:
    bomb = encoded(Image.new("1", (12000, 12000)), "PNG")
    with pytest.raises(ValueError, match=r"te groot|geen leesbare"):
        read(bomb)
    with pytest.raises(ValueError, match="geen leesbare afbeelding"):
        read(encoded(Image.new("RGB", (400, 400)), "PNG")[:200])


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(ValueError, match=r"\.$"):
            read(head + data)
