"""The agenda with all its papers: strangers' PDFs joined, pictures printed, the rest beside, nothing lost."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A3, letter

from papers import links, outline, pages, paper
from strangers import pack_of, saved, stranger
from vaartdesk.pdf.agenda.files import numbered
from vaartdesk.pdf.agenda.layout import print_agenda, print_pack
from vaartdesk.pdf.agenda.paper import AgendaOptions, AnnexPaper, Item
from vaartdesk.pdf.sheets import open_sheets


def no_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[:]


def endless(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def odd_boxes(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"q 0.5 0 0 0.5 100 100 cm", prepend=True)
    page.obj.MediaBox = pikepdf.Array([-100, -50, 495, 792])
    page.obj.CropBox = pikepdf.Array([-50, 0, 445, 742])


def active(pdf: pikepdf.Pdf) -> None:
    name = pikepdf.Name
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=name.Annot,
            Subtype=name.Widget,
            FT=name.Tx,
            T="naam",
            V="Ingevuld",
            Rect=[300, 60, 400, 80],
            P=pdf.pages[0].obj,
            DA="/Helv 10 Tf 0 g",
        )
    )
    launch = pikepdf.Dictionary(S=name.Launch, F="calc.exe")
    script = pikepdf.Dictionary(S=name.JavaScript, JS="app.alert('hoi')")
    link = pikepdf.Dictionary(Type=name.Annot, Subtype=name.Link, Rect=[0, 0, 50, 50], A=launch)
    site = pikepdf.Dictionary(S=name.URI, URI="https://example.org/", Next=script)
    web = pikepdf.Dictionary(Type=name.Annot, Subtype=name.Link, Rect=[0, 50, 50, 99], A=site)
    pdf.pages[0].obj.Annots.extend([field, pdf.make_indirect(link), pdf.make_indirect(web)])
    pdf.pages[0].obj.AA = pikepdf.Dictionary(O=script)
    helvetica = pikepdf.Dictionary(
        Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica, Encoding=name.WinAnsiEncoding
    )
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=[field],
        XFA=pdf.make_stream(b"<xdp/>"),
        NeedAppearances=True,
        DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(helvetica))),
    )
    pdf.Root.OpenAction = script


def nasty() -> dict[str, tuple[bytes, int, str]]:
    """Files, the number of sheets that can be joined, and a word of what is said about them."""
    plain = stranger()
    locked = pikepdf.Encryption(user="geheim", owner="x", R=6)
    unlocked = pikepdf.Encryption(user="", owner="geheim", R=6)
    return {
        "gewoon.pdf": (plain, 6, "6 bladen"),
        "a3.pdf": (stranger(2, (A3[1], A3[0])), 2, "2 bladen"),
        "letter.pdf": (stranger(1, letter), 1, "1 blad."),
        "gedraaid.pdf": (stranger(2, turn=90), 2, "2 bladen"),
        "andersom.pdf": (stranger(2, turn=270), 2, "2 bladen"),
        "open slot.pdf": (saved(encryption=unlocked), 6, "6 bladen"),
        "slot.pdf": (saved(encryption=locked), 0, "beveiligd met een wachtwoord"),
        "afgekapt.pdf": (plain[: len(plain) * 6 // 10], 6, "Zonder inhoud: blad"),
        "zonder eind.pdf": (plain.replace(b"startxref", b"startxxxx"), 6, "zo goed mogelijk hersteld"),
        "rommel vooraf.pdf": (b"ROMMEL" * 50 + plain, 6, "6 bladen"),
        "leeg.pdf": (b"", 0, "geen leesbare PDF"),
        "webpagina.pdf": (b"<html>404</html>", 0, "geen leesbare PDF"),
        "kring.pdf": (saved(endless), 0, "geen leesbare PDF"),
        "bladloos.pdf": (saved(no_pages), 0, "heeft geen bladen"),
        "formulier.pdf": (saved(active), 6, "6 bladen"),
        "vreemde randen.pdf": (saved(odd_boxes), 6, "6 bladen"),
    }


@pytest.mark.accept("M17")
def test_all_papers_come_in_order_numbered_and_linked(tmp_path: Path) -> None:
    files = nasty()
    pack = pack_of({name: data for name, (data, _count, _said) in files.items()}, tmp_path)
    data = pack.result.data

    read = pages(data)
    assert len(read) == pack.result.pages
    for number, text in enumerate(read, 1):
        assert f"pagina {number} van {len(read)}" in text
    at = 0
    for number, (name, (_data, count, said)) in enumerate(files.items(), 1):
        cover = next(place for place, text in enumerate(read) if f"Bijlage {number}-a, bij agendapunt {number}" in text)
        assert cover > at
        at = cover
        assert name in read[cover]
        assert said in read[cover]
        assert f"Bijlage {number}-a · pagina {cover + 1}" in " ".join(read[:3])
        for sheet in range(1, count + 1):
            assert (
                f"Bijlage {number}-a, blad {sheet} van {count} · pagina {cover + 1 + sheet} van" in read[cover + sheet]
            )
        item = next(place for place, text in enumerate(read) if f"Onderwerp {number}" in text)
        assert (item + 1, cover + 1) in links(data)
        assert (cover + 1, item + 1) in links(data)
    assert all(target for _page, target in links(data))


@pytest.mark.accept("M17")
def test_links_and_bookmarks_inside_a_paper_still_work() -> None:
    data = pack_of({"voor.pdf": stranger(3), "stuk.pdf": stranger(7)}).result.data
    read = pages(data)
    first = next(place for place, text in enumerate(read, 1) if "Bijlage 2-a, blad 1 van 7" in text)
    assert [link for link in links(data) if link[0] >= first] == [
        (first + place, first + (place + 1) % 7) for place in range(7)
    ]
    assert (2, "deel 1", first) in outline(data)
    assert (2, "deel 6", first + 5) in outline(data)
    titles = [title for _level, title, _page in outline(data)]
    assert titles.index("deel 6") > titles.index("Bijlage\u00a02-a: Stuk 2")


@pytest.mark.accept("M17")
def test_what_cannot_be_joined_goes_along_as_it_is() -> None:
    files = nasty()
    lost = ("slot.pdf", "afgekapt.pdf", "webpagina.pdf")
    pack = pack_of({name: files[name][0] for name in lost})
    with pikepdf.open(io.BytesIO(pack.result.data)) as pdf:
        for number, name in enumerate(lost, 1):
            kept = pdf.attachments[f"Bijlage\u00a0{number}-a {name}"].get_file().read_bytes()
            assert kept == files[name][0]
    assert pack.result.warnings[0] == "Bijlage 1-a (slot.pdf): Het bestand is beveiligd met een wachtwoord."


@pytest.mark.accept("M17")
def test_pictures_are_printed_others_go_in_a_numbered_zip_and_missing_files_are_named() -> None:
    photo = io.BytesIO()
    Image.new("RGB", (640, 480), "#0B6B70").save(photo, "JPEG")
    pack = pack_of({"foto.jpg": photo.getvalue(), "begroting: 2027/?.xlsx": b"PK rest", "weg.docx": None})
    read = " ".join(pages(pack.result.data))
    assert "gaat los mee als 2-a begroting- 2027-.xlsx" in read
    assert "Het bestand weg.docx ontbreekt." in read
    assert pack.result.warnings == ("Bijlage 3-a (weg.docx): Het bestand ontbreekt.",)
    assert pack.beside is not None
    with ZipFile(io.BytesIO(pack.beside)) as archive:
        assert archive.namelist() == ["2-a begroting- 2027-.xlsx"]
        assert archive.read("2-a begroting- 2027-.xlsx") == b"PK rest"
    with pikepdf.open(io.BytesIO(pack.result.data)) as pdf:
        assert any(item.get("/Subtype") == "/Image" for item in pdf.objects if isinstance(item, pikepdf.Stream))


@pytest.mark.accept("M17")
def test_nothing_in_a_paper_acts_by_itself() -> None:
    data = pack_of({"formulier.pdf": nasty()["formulier.pdf"][0]}).result.data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/OpenAction" not in pdf.Root
        assert "/AcroForm" not in pdf.Root
        names = {str(item.get("/S")) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item}
        kinds = {
            str(item.A.S)
            for page in pdf.pages
            for item in page.obj.get("/Annots", ())
            if "/A" in item and "/S" in item.A
        }
        assert not {"/JavaScript", "/Launch"} & (names | kinds)
        assert all("/AA" not in page.obj for page in pdf.pages)
    assert "https://example.org/" in [target for _page, target in links(data)]
    assert "Ingevuld" in " ".join(pages(data))


def test_the_same_papers_give_the_same_bytes(tmp_path: Path) -> None:
    files: dict[str, bytes | None] = {name: data for name, (data, _count, _said) in nasty().items()}
    assert pack_of(files).result.data == pack_of(files, tmp_path).result.data


def test_a_pack_claims_no_standard_that_strangers_pages_may_break() -> None:
    with pikepdf.open(io.BytesIO(pack_of({"a.pdf": stranger(1)}).result.data)) as pdf:
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()
    with pikepdf.open(io.BytesIO(print_agenda(paper()).data)) as pdf:
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()


def test_the_agenda_alone_names_its_papers_without_joining_them() -> None:
    annex = AnnexPaper("1-a", "1", "Begroting", file_name="begroting.pdf", source=stranger(3))
    result = print_agenda(paper(items=(Item("1", "Begroting", annexes=("1-a",)),), annexes=(annex,)))
    assert result.pages == 1
    assert "Bijlage 1-a (los)" in pages(result.data)[0]


@pytest.mark.accept("M16", "M17")
def test_the_public_pack_has_no_confidential_paper() -> None:
    secret = AnnexPaper("1-a", "1", "Dossier", file_name="dossier.pdf", source=stranger(2), is_confidential=True)
    known = AnnexPaper("1-b", "1", "Kaart", file_name="kaart.pdf", source=stranger(1))
    agenda = paper(items=(Item("1", "Pand", annexes=("1-a", "1-b")),), annexes=(secret, known))
    public = " ".join(pages(print_pack(agenda, AgendaOptions(is_public=True)).result.data))
    assert "Kaart" in public
    assert "Dossier" not in public
    assert "1-a" not in public
    assert "Dossier" in " ".join(pages(print_pack(agenda).result.data))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "1-a etc-passwd"),
        ("a\u202egpj.exe", "1-a agpj.exe"),
        ("x" * 300 + ".xlsx", f"1-a {'x' * 80}.xlsx"),
        ("...", "1-a bijlage"),
        ("CON", "1-a CON"),
    ],
)
def test_names_in_the_zip_are_safe(name: str, shown: str) -> None:
    assert numbered(AnnexPaper("1-a", "1", "x", file_name=name, source=b"")) == shown


@settings(max_examples=60)
@given(st.data())
def test_no_damage_to_a_file_raises(data: st.DataObject) -> None:
    good = bytearray(stranger(2))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(good) - 1))
        good[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
    sheets = open_sheets("stuk.pdf", bytes(good))
    assert bool(sheets.count) != bool(sheets.reason)
    sheets.close()
