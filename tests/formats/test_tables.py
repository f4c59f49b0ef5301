from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaartdesk.formats import tables as module
from vaartdesk.formats.tables import TableError, read_csv, write_csv

ROWS = [
    ["Naam", "Telefoon", "Opmerking"],
    ["Crème & Co", "+31592123456", 'zegt "ja"; straks\nmeer'],
    ["=1+1", "", "'-"],
]

storable = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
tables = st.lists(st.lists(storable, min_size=1, max_size=5), max_size=8)


def test_a_dutch_excel_opens_it_in_columns_and_runs_nothing() -> None:
    assert write_csv(ROWS).decode("utf-8-sig").split("\r\n") == [
        "Naam;Telefoon;Opmerking",
        'Crème & Co;\'+31592123456;"zegt ""ja""; straks\nmeer"',
        "'=1+1;;''-",
        "",
    ]
    assert write_csv(ROWS).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-1", "@SUM(A1)", "\tx", "\rx", "\uff1d1+1", "'=1"])
def test_every_formula_is_guarded(cell: str) -> None:
    written = next(csv.reader(StringIO(write_csv([[cell, "x"]]).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert written == [f"'{cell}", "x"]
    assert read_csv(write_csv([[cell, "x"]])) == [[cell, "x"]]


@pytest.mark.accept("S7")
def test_the_raw_form_has_no_apostrophes() -> None:
    assert b"'=" not in write_csv(ROWS, raw=True)


@pytest.mark.accept("S7")
@given(tables)
def test_the_raw_form_reads_back_exactly(rows: list[list[str]]) -> None:
    assert read_csv(write_csv(rows, raw=True), raw=True) == rows


@given(st.lists(st.lists(storable, min_size=3, max_size=3), max_size=8))
def test_the_form_for_excel_reads_back_without_empty_rows(rows: list[list[str]]) -> None:
    filled = [["a", "b", "c"], *(row for row in rows if any(cell.strip() for cell in row))]
    assert read_csv(write_csv(filled)) == filled


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfnaam;plaats\r\ncr\xc3\xa8me;ge\xc3\xafnteresseerd",
        b"naam;plaats\ncr\xc3\xa8me;ge\xc3\xafnteresseerd\n",
        b"naam;plaats\ncr\xe8me;ge\xefnteresseerd",
        b"naam,plaats\rcr\xe8me,ge\xefnteresseerd\r",
        "naam\tplaats\r\ncrème\tgeïnteresseerd".encode("utf-16"),
        b"sep=,\r\nnaam,plaats\r\ncr\xc3\xa8me,ge\xc3\xafnteresseerd",
        b"\r\nnaam;plaats\n;\ncr\xe8me;ge\xefnteresseerd\n\n",
    ],
    ids=["bom", "utf-8", "cp1252", "comma", "utf-16", "hint", "empty rows"],
)
def test_encoding_and_separator_are_found(data: bytes) -> None:
    assert read_csv(data) == [["naam", "plaats"], ["crème", "geïnteresseerd"]]


def test_the_separator_gives_rows_of_equal_width() -> None:
    assert read_csv(b"a;b\n1,5;2,5,3\n1,5;2") == [["a", "b"], ["1,5", "2,5,3"], ["1,5", "2"]]
    assert read_csv(b"Lijst, van alles\na;b;c\n1;2;3\n4;5;6")[1] == ["a", "b", "c"]
    assert read_csv(b'a,b\n"x\ny;z",2') == [["a", "b"], ["x\ny;z", "2"]]


def test_one_column_is_a_table_too() -> None:
    assert read_csv(b"naam\nJan\nPiet") == [["naam"], ["Jan"], ["Piet"]]
    assert read_csv(b"") == []


def test_a_quote_that_is_not_closed_names_its_line() -> None:
    with pytest.raises(TableError, match="Regel 3 is niet te lezen"):
        read_csv(b'a;b\n1;2\n"3;4')


def test_a_quote_inside_a_cell_is_just_a_quote() -> None:
    assert read_csv(b'maat;naam\n5" buis;x') == [["maat", "naam"], ['5" buis', "x"]]


@pytest.mark.parametrize(
    "data",
    [b"a;" * 2000, b"a\n" * 300_000, b"x" * (module.MAX_BYTES + 1)],
    ids=["wide", "long", "large"],
)
def test_too_large_a_table_is_refused(data: bytes) -> None:
    with pytest.raises(TableError, match=r"hoogstens 32 MB, 200000 rijen en 1000 kolommen\."):
        read_csv(data)


def test_too_long_a_cell_is_refused() -> None:
    with pytest.raises(TableError, match="een cel is te lang"):
        read_csv(b"a;b\n" + b"x" * (module.LONGEST + 1) + b";y")


@given(st.binary() | st.text(alphabet='ab";,\t\r\n\0é').map(str.encode), st.booleans())
def test_any_bytes_are_a_table_or_a_sentence(data: bytes, raw: bool) -> None:
    sentence = None
    try:
        assert all(isinstance(cell, str) for row in read_csv(data, raw=raw) for cell in row)
    except TableError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith(".")
