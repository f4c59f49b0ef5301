from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from vaartdesk.formats.sheets import read_xlsx, write_xlsx
from vaartdesk.formats.tables import TableError

CREATED = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ROWS = [["Naam", "Telefoon"], ["Crème", "+31592123456"], ["=1+1", "https://example.org"], ["007", "-3,50"]]
SHEET = "xl/worksheets/sheet1.xml"

storable = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


def book(rows: list[list[str]] = ROWS) -> bytes:
    return write_xlsx({"Contacten": rows}, created=CREATED)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    files = parts(book())
    before = files[part]
    files[part] = change(before)
    assert files[part] != before
    return packed(files)


def test_what_is_written_reads_back_as_text() -> None:
    assert read_xlsx(book()) == {"Contacten": ROWS}


def test_nothing_in_a_cell_is_alive() -> None:
    sheet = parts(book())[SHEET]
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet.lower()
    assert sheet.count(b't="s"') == 8


def test_equal_input_gives_equal_bytes() -> None:
    assert book() == book()
    assert b"2026-11-24T12:00:00Z" in parts(book())["docProps/core.xml"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(storable.filter(str.strip), min_size=2, max_size=2), min_size=1, max_size=5))
def test_any_text_reads_back(rows: list[list[str]]) -> None:
    assert read_xlsx(book(rows)) == {"Contacten": rows}


def test_signs_that_xml_cannot_hold_do_not_spoil_the_file() -> None:
    assert read_xlsx(book([["a\uffffb\ud800c", "x"]])) == {"Contacten": [["a\ufffdb\ufffdc", "x"]]}


def test_a_cell_longer_than_excel_allows_is_cut_visibly() -> None:
    [[cell, _]] = read_xlsx(book([["x" * 40_000, "y"]]))["Contacten"]
    assert len(cell) == 32_767
    assert cell.endswith("x…")


def test_sheets_get_names_that_excel_accepts() -> None:
    names = ["a/b", "A:B", "History", "", "x" * 40, "x" * 41]
    assert list(read_xlsx(write_xlsx({name: [["k"]] for name in names}, created=CREATED))) == [
        "a b",
        "A B 2",
        "Blad",
        "Blad 2",
        "x" * 31,
        "x" * 27 + " 2",
    ]


def test_typed_cells_become_dutch_text() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("b")
        sheet.write_row(0, 0, [592123456, 1234.5, 0.1 + 0.2, 1e20, -3, True])
        day, moment, clock, length = (
            made.add_format({"num_format": form}) for form in ("dd-mm-yyyy", "dd-mm-yyyy hh:mm", "hh:mm", "[h]:mm")
        )
        sheet.write_datetime(1, 0, datetime(2026, 11, 24), day)  # noqa: DTZ001 - sheets have no zone
        sheet.write_datetime(1, 1, datetime(2026, 11, 24, 19, 30), moment)  # noqa: DTZ001
        sheet.write_datetime(1, 2, datetime(2026, 11, 24, 19, 30).time(), clock)  # noqa: DTZ001
        sheet.write_datetime(1, 3, timedelta(hours=25, minutes=30), length)
    assert read_xlsx(out.getvalue()) == {
        "b": [
            ["592123456", "1234,5", "0,3", "100000000000000000000", "-3", "ja"],
            ["24-11-2026", "24-11-2026 19:30", "19:30", "25:30", "", ""],
        ]
    }


def test_too_many_rows_or_columns_are_not_written() -> None:
    with pytest.raises(TableError, match="De tabel is te groot"):
        book([["x"]] * 200_001)
    with pytest.raises(TableError, match="De tabel is te groot"):
        book([["x"] * 1_001])


def corner(sheet: bytes) -> bytes:
    return sheet.replace(b'r="B4"', b'r="XFD1048576"')


def without_places(sheet: bytes) -> bytes:
    return re.sub(rb"<row r=.1.*?</row>", b"<row>" + b"<c/>" * 2_000 + b"</row>", sheet, count=1)


def with_entities(sheet: bytes) -> bytes:
    doctype = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return sheet.replace(b"<worksheet", doctype + b"<worksheet", 1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (changed(SHEET, corner), "De tabel is te groot"),
        (changed(SHEET, without_places), "De tabel is te groot"),
        (changed("xl/sharedStrings.xml", lambda d: d.replace(b'ount="8"', b'ount="99999999999"')), "te groot"),
        (packed({**parts(book()), SHEET: b" " * 97 * 1024 * 1024}), "De tabel is te groot"),
        (changed(SHEET, with_entities), "geen Excel-bestand"),
        (changed(SHEET, lambda d: d[:200]), "geen Excel-bestand"),
        (changed(SHEET, lambda d: d.replace(b"<v>0</v>", b"<v>999</v>")), "geen Excel-bestand"),
        (changed(SHEET, lambda d: d.replace(b'r="A1"', b'r="A1:B9"')), "geen Excel-bestand"),
        (changed(SHEET, lambda d: d.replace(b'row r="1"', b'row r="een"')), "geen Excel-bestand"),
        (packed({"hallo.xml": b"<a/>"}), "geen Excel-bestand"),
        (packed({"[Content_Types].xml": b"<a/>", "mimetype": b"x", "content.xml": b"<a/>"}), "geen Excel-bestand"),
        (book()[:-30], "geen Excel-bestand"),
        (b"", "geen Excel-bestand"),
        (b"naam;plaats", "geen Excel-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "geen Excel-bestand"),
    ],
    ids=range(15),
)
def test_hostile_workbooks_are_refused(data: bytes, sentence: str) -> None:
    """The first and third ended the whole program when the library was given them as they are."""
    with pytest.raises(TableError, match=sentence):
        read_xlsx(data)


def test_a_part_larger_than_it_says_is_refused() -> None:
    data = bytearray(book())
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        info = archive.getinfo(SHEET)
    # The size in the central directory: a reader that trusts it sees only a part of the sheet.
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(SHEET.encode())) + 24
    data[at : at + 4] = (info.file_size // 2).to_bytes(4, "little")
    with pytest.raises(TableError, match="geen Excel-bestand"):
        read_xlsx(bytes(data))


PIECES = [b"", b"0", b"-1", b"99999999999", b"A1:", b"s", b"1e5", b"str", b"inlineStr", b"XFD1", "é".encode(), b"\xff"]


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damaged_workbooks_are_read_or_refused_in_dutch(data: st.DataObject) -> None:
    files = parts(book())
    name = data.draw(st.sampled_from(sorted(files)))
    spots = list(re.finditer(rb'(?<=")[^"]*(?=")|(?<=>)[^<]+(?=<)|(?<=<)\w+', files[name]))
    spot = data.draw(st.sampled_from(spots))
    files[name] = files[name][: spot.start()] + data.draw(st.sampled_from(PIECES)) + files[name][spot.end() :]
    sentence = None
    try:
        read_xlsx(packed(files))
    except TableError as error:
        sentence = str(error)
    assert sentence is None or sentence.endswith(".")


@given(st.binary())
def test_any_bytes_are_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(TableError, match="geen Excel-bestand"):
        read_xlsx(data)
