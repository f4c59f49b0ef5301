"""The stamp on the sheets of others: each its own, whatever the sheets share or leave open."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from papers import pages
from strangers import pack_of, saved, stranger


def shared(pdf: pikepdf.Pdf) -> None:
    """The pages share one list of names, as most programs write it."""
    names = pdf.make_indirect(pdf.pages[0].obj.Resources)
    for page in pdf.pages:
        page.obj.Resources = names


def inherited(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Resources = pdf.pages[0].obj.Resources
    for page in pdf.pages:
        del page.obj.Resources


@pytest.mark.accept("M17")
@pytest.mark.parametrize("change", [shared, inherited])
def test_each_sheet_bears_its_own_number_when_the_sheets_share_their_fonts(
    change: Callable[[pikepdf.Pdf], None],
) -> None:
    read = pages(pack_of({"stuk.pdf": saved(change)}).result.data)
    for sheet, text in enumerate(read[-6:], 1):
        assert f"vreemd blad {sheet} regel 0" in text
        assert f"Bijlage 1-a, blad {sheet} van 6 · pagina {len(read) - 6 + sheet} van" in text


def test_a_pack_in_a_pack_keeps_its_own_stamps() -> None:
    first = pack_of({"stuk.pdf": stranger(2)}).result.data
    read = pages(pack_of({"ander.pdf": stranger(1), "vorige set.pdf": first}).result.data)
    assert "Bijlage 1-a, blad 2 van 2 · pagina 4 van 4" in read[-1]
    assert f"Bijlage 2-a, blad 4 van 4 · pagina {len(read)} van {len(read)}" in read[-1]


@pytest.mark.parametrize(
    ("code", "open_states"),
    [
        (b"q 1 0 0 1 0 0 cm", 1),
        (b"q q Q (q q q) Tj % q q", 1),
        (b"q\n(a \\( q \\) q) Tj", 1),
        (b"q (a (q q) q) Tj q", 2),
        (b"q[(q)]TJ Q/Fq 1 Tf", 0),
        (b"q BI /W 1 /H 1 /BPC 8 /CS /G ID q\nEI Q q", 1),
        (b"Q Q", 0),
    ],
)
def test_states_that_a_page_leaves_open_are_closed_before_the_stamp(code: bytes, open_states: int) -> None:
    def leave(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(code)

    with pikepdf.open(io.BytesIO(pack_of({"stuk.pdf": saved(leave)}).result.data)) as pdf:
        parts = [part.read_bytes() for part in pdf.pages[-1].obj.Contents]
    assert parts[:2] == [b"q\n", code]
    assert parts[2].startswith(b"\n" + b"Q " * (open_states + 1) + b"/Artifact BMC")
