"""A document as a reader meets it: text, page numbers, outline, links, tags, fonts."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import actions, blank, ink, links, outline, pages, plain, whole
from vaartdesk.pdf.parts import add_part
from vaartdesk.pdf.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from vaartdesk.pdf.tables import Column
from vaartdesk.pdf.words import Run, clean, page_of

LONG = ("Het bestuur besluit ondanks de binnenstadsontwikkeling tot herziening. " * 300)[:20000].strip()
WORD = "binnenstadsontwikkelingssamenwerkingsovereenkomst"
NASTY = (
    "<b>vet</b> & &amp; <para> <img src='x'/> <a href='x'>y</a> \\ ( ) % {x} %s",
    "☐ ☑ ☒ ✓ → ő € ½ IJ ĳ",
    "emoji 😀 en 👍 of 🎉 en Ελληνικά Привет",
)
# Readers turn right-to-left words around.
OTHER_SCRIPTS = "مرحبا שלום"


@pytest.mark.accept("M15")
@pytest.mark.parametrize("text", NASTY)
def test_what_was_typed_is_what_is_printed(text: str) -> None:
    doc = blank()
    doc.heading(1, text)
    doc.paragraph(text)
    doc.bullets([text])
    doc.frame(text, text)
    doc.table([Column(text)], [[text]])

    assert whole(doc.save().data).count(text) == 7


@pytest.mark.accept("M15")
def test_letters_of_other_scripts_are_all_there() -> None:
    doc = blank()
    doc.paragraph(OTHER_SCRIPTS)
    result = doc.save()
    assert set(OTHER_SCRIPTS) <= set(whole(result.data))
    assert result.lost_characters == ()


@settings(max_examples=25)
@given(st.text(max_size=80))
def test_any_text_prints_and_comes_back(text: str) -> None:
    doc = blank()
    doc.paragraph("begin")
    doc.paragraph(text)
    doc.paragraph("einde")

    result = doc.save()

    read = "".join(pages(result.data)[0].split())
    shown = {f"[U+{ord(char):04X}]" for char in result.lost_characters}
    assert read.startswith("begin")
    assert "einde" in read
    assert all(mark in read for mark in shown)


def test_a_character_no_font_has_is_shown_and_reported() -> None:
    doc = blank(footer_left="Voettekst")
    doc.paragraph("kanji 漢字 hier")
    result = doc.save()
    assert "kanji [U+6F22][U+5B57] hier" in whole(result.data)
    assert result.lost_characters == ("字", "漢")
    assert result.warnings == ("2 tekens konden niet worden afgedrukt: 字 漢",)


@pytest.mark.accept("M15")
def test_long_texts_fill_pages_and_lose_nothing() -> None:
    doc = blank()
    doc.heading(1, f"Kop met {WORD * 3}")
    doc.paragraph(LONG)
    doc.paragraph(LONG.replace(" ", ""))
    doc.bullets([LONG, WORD * 30])
    doc.frame("Voorgesteld besluit", LONG)
    doc.table([Column("Smal", 1), Column("Breed", 9)], [[WORD, LONG], [LONG[:3000], WORD * 20]])
    doc.paragraph("\u00a0".join(["woord"] * 300))

    result = doc.save()

    glued = "".join(whole(result.data).split())
    for number in range(1, result.pages + 1):
        glued = glued.replace(f"pagina{number}van{result.pages}", "").replace("SmalBreed", "")
    assert glued.count("".join(LONG.split())) >= 4
    assert WORD * 20 in glued
    assert glued.count("woord" * 300) == 1


@pytest.mark.accept("M15")
def test_no_ink_outside_the_margins() -> None:
    doc = blank(footer_left=f"{WORD} " * 12)
    doc.heading(1, WORD * 4)
    doc.paragraph(LONG)
    doc.paragraph(LONG.replace(" ", ""))
    doc.table([Column(WORD, 1), Column(WORD, 1), Column("x", 0.2)], [[LONG, WORD * 9, WORD]] * 2)
    doc.bullets([WORD * 9])
    doc.frame(WORD * 4, WORD * 9)
    doc.paragraph([Run(WORD * 9, link="https://example.org/")])

    boxes = list(ink(doc.save().data))

    assert len(boxes) > 8
    for left, top, right, bottom in boxes:
        assert left >= LEFT - 1
        assert right <= PAGE_WIDTH - RIGHT + 1
        assert top >= TOP - 1
        assert bottom <= PAGE_HEIGHT - BOTTOM / 2 + 1


@pytest.mark.accept("M15")
def test_each_page_says_which_of_how_many() -> None:
    doc = blank(footer_left="Binnenstadbestuur & meer")
    doc.paragraph(LONG)
    result = doc.save()
    read = pages(result.data)
    assert len(read) == result.pages >= 4
    for number, text in enumerate(read, 1):
        assert f"pagina {number} van {result.pages}" in text
        assert "Binnenstadbestuur & meer" in text


@pytest.mark.accept("M15")
def test_outline_follows_the_headings() -> None:
    doc = blank()
    doc.heading(1, "Eerste <kop>")
    doc.heading(2, "Tweede & meer")
    doc.page_break()
    doc.heading(2, "Derde 😀")
    doc.heading(3, "Vierde")
    assert outline(doc.save().data) == [
        (0, "Eerste <kop>", 1),
        (1, "Tweede & meer", 1),
        (1, "Derde 😀", 2),
        (2, "Vierde", 2),
    ]


@pytest.mark.accept("M15")
def test_links_lead_both_ways_and_name_their_page() -> None:
    doc = blank()
    doc.heading(1, "Begin", key="begin")
    doc.paragraph(["Zie ", Run("het einde op pagina\u00a0", link="#einde"), page_of("einde", link="#einde"), "."])
    doc.paragraph([Run("een website", link="https://example.org/a?b=c&d=(e)")])
    doc.page_break()
    doc.heading(2, "Einde", key="einde")
    doc.paragraph([Run("naar pagina\u00a0", link="#begin"), page_of("begin", link="#begin")])

    data = doc.save().data

    read = pages(data)
    assert "Zie het einde op pagina 2." in read[0]
    assert "naar pagina 1" in read[1]
    assert links(data) == [(1, "https://example.org/a?b=c&d=(e)"), (1, 2), (1, 2), (2, 1), (2, 1)]


def test_links_to_anything_else_are_plain_text() -> None:
    doc = blank()
    for link in ("javascript:alert(1)", "file:///etc/passwd", "document:x", "pdf:x.pdf", "www.example.org"):
        doc.paragraph([Run(f"naar {link}", link=link)])
    data = doc.save().data
    assert links(data) == []
    assert "naar javascript:alert(1)" in whole(data)


def test_a_link_to_nowhere_is_a_fault_of_ours() -> None:
    doc = blank()
    doc.paragraph([Run("weg", link="#nergens")])
    with pytest.raises(ValueError, match="nergens"):
        doc.save()


@pytest.mark.accept("M15")
def test_every_font_is_embedded_and_knows_its_characters() -> None:
    doc = blank(footer_left="voet 😀")
    doc.heading(1, "Kop")
    doc.paragraph("tekst ☑ 😀 مرحبا")
    add_part(doc, actions())
    with pikepdf.open(io.BytesIO(doc.save().data)) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        assert {str(font.BaseFont).partition("+")[2] for font in fonts} >= {"SourceSans3-Regular", "DejaVuSans"}
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor, font.BaseFont
            assert "/ToUnicode" in font, font.BaseFont


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs poppler's pdfinfo")
def test_a_screen_reader_gets_headings_lists_tables_and_alternatives(tmp_path: Path) -> None:
    doc = blank()
    doc.heading(1, "Kop")
    doc.paragraph("Een <b>alinea</b>.")
    doc.bullets(["punt een", ""], is_numbered=True)
    add_part(doc, actions(), level=2)
    doc.save(tmp_path / "proef.pdf")

    shown = subprocess.run(
        ["pdfinfo", "-struct-text", tmp_path / "proef.pdf"], capture_output=True, text=True, check=True
    )

    tree = plain(shown.stdout)
    assert 'H1 (block) "Kop "' in tree
    assert 'P (block) "Een <b>alinea</b>. "' in tree
    assert tree.count("LI (block)") == 1
    assert 'TH: /Scope /Column "Trekker "' in tree.replace(" (block)", "")
    assert tree.count("TR") == 4
    assert "pagina 1 van 1" not in tree


def test_the_file_says_what_it_is() -> None:
    doc = blank("Agenda <8 december> & meer")
    doc.paragraph("x")
    with pikepdf.open(io.BytesIO(doc.save().data)) as pdf:
        assert str(pdf.Root.Lang) == "nl-NL"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == "Agenda <8 december> & meer"
        assert str(pdf.docinfo.CreationDate).startswith("D:20261201093000")
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert "Agenda &lt;8 december&gt; &amp; meer" in packet
        assert "2026-12-01T09:30:00Z" in packet


@settings(max_examples=200)
@given(st.text())
def test_clean_text_has_ink_or_blanks_only(text: str) -> None:
    done = clean(text)
    assert clean(done) == done
    assert not set(done) & set("\x00\n\r\t\u200b\u202e\ufeff\ud800")
