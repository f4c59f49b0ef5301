"""Columns as wide as their texts ask."""

from __future__ import annotations

import pytest

from papers import WHEN, pages, plain
from vaartdesk.pdf.fitting import shares
from vaartdesk.pdf.fonts import REGULAR, width
from vaartdesk.pdf.letterhead import Sender
from vaartdesk.pdf.parts import Listing, Prose
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.pdf.styles import WIDTH
from vaartdesk.pdf.tables import Column


def test_short_columns_leave_their_room_to_the_wide_one() -> None:
    found = shares([["Nr", "A-001"], ["Actie", "Kort"], ["Stand", "Loopt"]], wide=1)
    assert sum(found) == pytest.approx(WIDTH)
    assert found[0] < 50
    assert found[1] > WIDTH * 0.7


def test_no_word_is_broken_while_there_is_room() -> None:
    words = ["Status", *["Afgehandeld"] * 20]
    long = ["Wat", *["een heel lange omschrijving van wat er aan de hand is bij de brug over de vaart"] * 20]
    found = shares([long, words, long], wide=0)
    assert sum(found) == pytest.approx(WIDTH)
    assert found[1] >= width("Afgehandeld", REGULAR, 9.0)


def test_one_long_text_does_not_widen_a_column_for_all() -> None:
    many = ["Van", *["Jan"] * 99, "een naam die langer is dan alle andere bij elkaar"]
    other = [
        "Wat",
        *["woorden die plaats nodig hebben om op een regel te staan, meer dan er is op dit papier hier"] * 100,
    ]
    assert shares([other, many], wide=0)[1] < 80


def test_too_many_words_for_the_page_share_it() -> None:
    found = shares([["woordwoordwoordwoordwoord"]] * 12)
    assert sum(found) == pytest.approx(WIDTH)
    assert shares([[]], wide=0) == [pytest.approx(WIDTH)]


def test_a_long_listing_begins_under_its_heading_on_the_same_page() -> None:
    rows = tuple((f"rij {n}", "x") for n in range(120))
    paper = ReportPaper(Sender("Vaart in Assen"), "Lijst", "Lang", WHEN, parts=(
        Listing("Eerste", (Column("A"), Column("B")), rows),
        Listing("Tweede", (Column("A"), Column("B")), rows[:3], "Bron: telling."),
    ))  # fmt: skip
    shown = pages(print_report(paper).data)
    assert "Eerste" in shown[0]
    assert "rij 0 x" in shown[0]
    assert "rij 20 x" in shown[0]
    assert sum(page.count("rij 119 x") for page in shown) == 1
    last = next(page for page in shown if "Tweede" in page)
    assert last.index("Tweede") < last.rindex("rij 0 x") < last.index("Bron: telling.")
    assert all("A B rij" in page for page in shown[:-1])


def listed(rows: int, before: int, columns: tuple[Column, ...] = (Column("A"), Column("B"))) -> list[str]:
    """The pages of a report with so many lines of prose, and a table of so many rows behind them."""
    table = Listing("Tabel", columns, tuple((f"rij {number}", "x") for number in range(rows)))
    lines = "\n".join(f"regel {number}" for number in range(before))
    paper = ReportPaper(Sender("Vaart in Assen"), "Lijst", "Proef", WHEN, parts=(Prose(lines), table))
    return [plain(page) for page in pages(print_report(paper).data)]


@pytest.mark.parametrize("before", range(10, 40, 3))
def test_no_row_stands_alone_on_a_page(before: int) -> None:
    counts = [page.count("rij ") for page in listed(20, before)]
    assert sum(counts) == 20
    assert 1 not in counts


@pytest.mark.parametrize("before", range(24, 40, 2))
def test_a_small_table_is_not_split(before: int) -> None:
    shown = [page for page in listed(3, before) if "rij" in page]
    assert len(shown) == 1
    assert "Tabel A B rij 0 x rij 1 x rij 2 x" in shown[0]


def test_facts_have_no_head_and_their_names_head_the_rows() -> None:
    shown = listed(3, 1, (Column(""), Column("")))
    assert "Tabel rij 0 x rij 1 x rij 2 x" in shown[0]
