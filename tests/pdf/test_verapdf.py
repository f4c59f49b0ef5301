"""The judge: veraPDF finds our papers good for PDF/UA-1 and PDF/A-2a, and finds fault with spoiled ones."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from PIL import Image

from judge import is_sound, judge, needs_judge
from papers import actions, annexes, blank, decisions, paper
from vaartdesk.charts.bars import Bar, BarChart, Columns
from vaartdesk.charts.line import LineChart, Point
from vaartdesk.charts.pairs import Pairs
from vaartdesk.charts.small import Area, Share
from vaartdesk.charts.stack import Stack, StackChart
from vaartdesk.pdf.agenda.layout import print_agenda
from vaartdesk.pdf.agenda.paper import AgendaOptions, AnnexPaper, Item
from vaartdesk.pdf.charting import PAPER
from vaartdesk.pdf.parts import Beside, Chart, Part, Photo, add_part

LONG = ("Het bestuur besluit ondanks de binnenstadsontwikkelingsovereenkomst. " * 300)[:20000]

pytestmark = needs_judge


def torture() -> bytes:
    """Text that breaks page makers."""
    doc = blank("Marteltekst", footer_left="voet 😀")
    doc.heading(1, LONG[:400])
    doc.paragraph(LONG)
    doc.paragraph(LONG.replace(" ", ""))
    doc.paragraph("<b> & ☐ ☑ 😀 漢字 مرحبا a\x00b\ud800c\u202ed\u200be 👍🏽 ❤️ 𝔄")
    doc.bullets([LONG, "", LONG[:90]], is_numbered=True)
    doc.frame("Voorgesteld besluit", LONG)
    doc.note("Intern", "Niet voor derden.")
    add_part(doc, actions(), level=2)
    add_part(doc, decisions(), level=2)
    return doc.save().data


def pictures() -> bytes:
    """Every chart, a logo and a photo, with a street whose name has signs of another font."""
    photo = io.BytesIO()
    Image.effect_noise((600, 400), 60).save(photo, "JPEG")
    logo = io.BytesIO()
    Image.new("RGBA", (90, 60), (11, 107, 112, 128)).save(logo, "PNG")
    line = LineChart((Point(1, 3), Point(2, 4)), ((1, "2025"),), "%", target=2, projection=(Point(3, 5),))
    charts = (
        (line, line.draw(PAPER, 400, 150)),
        (bars := BarChart((Bar("Straat 😀 漢", 3, 9),)), bars.draw(PAPER, 200)),
        (columns := Columns((("wk 1", 9), ("wk 2", 3)), 9), columns.draw(PAPER, 300, 90)),
        (stacks := StackChart((Stack("A", "Compact", 1, 2, 3, 4),)), stacks.draw(PAPER, 300)),
        (pairs := Pairs((("jan", 9, 4), ("feb", 0, 3)), "in", "uit"), pairs.draw(PAPER, 240, 110)),
        (area := Area((1, 5, 2), "1 sep", "24 nov"), area.draw(PAPER, 200, 60)),
        (share := Share(4, 9), share.draw(PAPER, 200)),
    )
    parts = [Chart("Grafiek", drawing, chart.sentence(), "Voorbeeldcijfers.") for chart, drawing in charts]
    shown: tuple[Part, ...] = (
        *parts[:2],
        Beside(parts[2], parts[3]),
        *parts[4:],
        Photo(photo.getvalue(), "Foto van de Markt", "Foto"),
    )
    annex = AnnexPaper("1-a", "1", "Beeld", line="D", line_name="Levendig", parts=shown)
    items = (Item("1", "Beeld", annexes=("1-a",)),)
    return print_agenda(paper(items=items, annexes=(annex,), logo=logo.getvalue())).data


def test_papers_are_accessible_and_archivable(tmp_path: Path) -> None:
    files = {
        "agenda.pdf": print_agenda(paper()).data,
        "chair.pdf": print_agenda(paper(), AgendaOptions(is_chair_copy=True)).data,
        "bare.pdf": print_agenda(
            paper(annexes=annexes()[:1]),
            AgendaOptions(members=False, times=False, explanation=False, annex_list=False, is_public=True),
        ).data,
        "torture.pdf": torture(),
        "pictures.pdf": pictures(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)

    is_sound(judge(*(tmp_path / name for name in files)), len(files), 3000)


def test_the_judge_sees_what_is_wrong(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(print_agenda(paper()).data)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "untagged.pdf")
    with pikepdf.open(io.BytesIO(print_agenda(paper()).data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item:
                del item["/Alt"]
        pdf.save(tmp_path / "silent.pdf")

    verdicts = judge(tmp_path / "untagged.pdf", tmp_path / "silent.pdf")

    assert sum(line.startswith("FAIL ua1") for line in verdicts) == 2
    assert any(line.startswith("  7.3-1") for line in verdicts)
