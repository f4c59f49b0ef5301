"""What cannot be read in: wrong rows with their reason, wrong files, nasty text that must come back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from table_files import file, make, read_in, remarks, states, titles
from vaartdesk.flows.table_export import as_csv, as_json, as_xlsx, chosen, export_table
from vaartdesk.flows.table_import import (
    Unknown,
    apply,
    open_tables,
    prepare,
    refused_csv,
    refused_name,
    refused_tables,
)
from vaartdesk.formats.tables import TableError, read_csv
from vaartdesk.store.desk import Desk

NASTY = (
    "=1+1",
    '\'=HYPERLINK("x")',
    "@SUM(A1)",
    "-2+3",
    'quote " in "the" middle; and ; more',
    "'apostrof vooraan",
    "één twee drie 😀 👩‍👩‍👧 ﬁ ĳ",
    "komma, punt. tab",
    "<b>geen opmaak</b> & {rare} %s tekens",
    "_x0041_ blijft _x0041_",
)


# --- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.accept("C7")
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_wrong_rows_are_written_with_their_reason_and_mended_rows_come_in(
    planned_desk: Desk, tmp_path: Path, encoding: str, separator: str
) -> None:
    lines = [
        ("Naam", "E-mail", "Postcode", "Organisatie", "Ingelicht op"),
        ("Zoë Brûlée", "zoe@voorbeeld.nl", "9401ab", "", "1-11-2026"),
        ("", "leeg@voorbeeld.nl", "", "", ""),
        ("Anna", "geen adres", "9401 AB", "", ""),
        ("Bert", "", "", "Bestaat Niet BV", ""),
        ("Cor", "", "", "", "31-11-2026"),
    ]
    path = tmp_path / "personen.csv"
    path.write_bytes("\r\n".join(separator.join(line) for line in lines).encode(encoding))
    ready = read_in(planned_desk, path)
    assert states(ready) == ["nieuw", "geweigerd", "geweigerd", "geweigerd", "geweigerd"]
    assert [r.partition(".")[0] for r in remarks(ready)[1:]] == [
        "Vul naam in",
        "E-mail: Dit is geen e-mailadres",
        "Organisatie ‘Bestaat Niet BV’ is hier niet bekend",
        "Ingelicht op: November heeft 30 dagen",
    ]
    assert "Zoë Brûlée" in titles(planned_desk, "person")
    [table] = refused_tables(ready)
    assert refused_name(ready, table) == "personen-geweigerd.csv"
    rows = read_csv(refused_csv(ready, table))
    assert rows[0] == [*lines[0], "Reden van weigering"]
    assert [row[0] for row in rows[1:]] == ["", "Anna", "Bert", "Cor"]
    rows[2][1], rows[3][3], rows[4][4] = "anna@voorbeeld.nl", "", "30-11-2026"
    mended = read_in(planned_desk, file(tmp_path, "personen-geweigerd.csv", rows))
    assert states(mended) == ["geweigerd", "nieuw", "nieuw", "nieuw"]


def test_what_is_not_here_can_be_left_empty_when_asked(planned_desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "personen.csv", [["Naam", "Organisatie"], ["Bert", "Bestaat Niet BV"]])
    ready = prepare(planned_desk, open_tables(planned_desk, [path]), is_lenient=True)
    assert states(ready) == ["nieuw"]
    assert "Leeg gelaten" in ready.lines[0].remark
    apply(planned_desk, ready)
    assert "Bert" in titles(planned_desk, "person")


def test_two_records_of_one_name_are_told_apart_by_their_key(desk: Desk, tmp_path: Path) -> None:
    first, second = make(desk, "street", title="Singel"), make(desk, "street", title="Singel")
    make(desk, "place", title="Brug", street=second.id)
    rows = read_csv(export_table(desk, ["place"], "csv").data)
    assert rows[1][rows[0].index("Straat")] == f"Singel [{second.id}]"
    path = file(
        tmp_path, "plaatsen.csv", [["Plaats", "Straat"], ["Bankje", "Singel"], ["Kade", f"Singel [{first.id}]"]]
    )
    ready = read_in(desk, path)
    assert states(ready) == ["geweigerd", "nieuw"]
    assert "niet duidelijk" in ready.lines[0].remark


def test_a_row_that_refers_to_a_refused_row_is_refused_too(desk: Desk, tmp_path: Path) -> None:
    streets = [{"id": "a" * 32, "title": ""}, {"id": "b" * 32, "title": "Markt"}]
    places = [{"title": "Bank", "street": {"key": "a" * 32}}, {"title": "Fontein", "street": {"key": "b" * 32}}]
    whole = {"tables": [{"kind": "place", "records": places}, {"kind": "street", "records": streets}]}
    path = tmp_path / "alles.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    ready = read_in(desk, path)
    assert states(ready) == ["geweigerd", "nieuw", "geweigerd", "nieuw"]
    assert ready.lines[0].remark == "Straat: die rij is geweigerd."


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"title": 1.5}, "enkele waarde"),
        ({"title": ["x"]}, "enkele waarde"),
        ({"title": "x", "street": {"key": "f" * 32}}, "niet bekend"),
        ({"title": "x", "latitude": 10**30}, "Vul een getal in"),
        ({"title": "x", "latitude": "53,12345678"}, "achter de komma"),
        ({"title": "x", "is_big_square": "misschien"}, "ja of nee"),
        ({"title": "x", "id": "../../etc"}, "geen sleutel"),
        ({"title": "x", "id": "c" * 32, "pos": "!!"}, "volgorde"),
        ("geen record", "Vul plaats in"),
    ],
)
def test_a_wrong_record_of_json_is_refused_with_a_sentence(desk: Desk, tmp_path: Path, record: Any, told: str) -> None:
    path = tmp_path / "plaatsen.json"
    path.write_text(json.dumps([record, {"title": "Goed"}]), encoding="utf-8")
    ready = read_in(desk, path)
    assert states(ready) == ["geweigerd", "nieuw"]
    assert told in ready.lines[0].remark
    assert titles(desk, "place") == ["Goed"]


def test_settings_and_attachments_cannot_be_spoiled_by_a_file(desk: Desk, tmp_path: Path) -> None:
    make(desk, "person", title="Anna")
    whole = {
        "tables": [
            {"kind": "setting", "records": [{"key": "organisation", "value": "geen json"}]},
            {"kind": "attachment", "records": [{"title": "x", "record_id": "Anna", "sha256": "../../etc/passwd"}]},
        ]
    }
    path = tmp_path / "alles.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert states(read_in(desk, path)) == ["geweigerd", "geweigerd"]
    assert desk.setting("organisation") is None


# --- files that are none ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("straten.csv", b""),
        ("straten.csv", b'Straat\n"nooit gesloten'),
        ("straten.xlsx", b"PK\x03\x04 geen werkboek"),
        ("straten.json", b"{"),
        ("straten.json", b"[" * 100_000),
        ("straten.json", b"42"),
        ("straten.doc", b"x"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(desk: Desk, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TableError, match=r".*\.$"):
        open_tables(desk, [path])


def test_a_table_of_which_nobody_knows_what_it_holds_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "lijst.csv", [["Foo", "Bar"], ["1", "2"]])
    with pytest.raises(Unknown) as raised:
        open_tables(desk, [path])
    assert raised.value.table.headers == ("Foo", "Bar")
    ready = prepare(desk, open_tables(desk, [path], "street"))
    assert remarks(ready) == ["Vul straat in."]


# --- nasty text ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("write", [as_csv, as_xlsx, as_json], ids=["csv", "xlsx", "json"])
def test_nasty_text_comes_back_letter_by_letter(desk: Desk, tmp_path: Path, write: Any) -> None:
    refs = [make(desk, "street", title=text, note=f"{text}\n\n  ingesprongen\nlaatste") for text in NASTY]
    refs.append(make(desk, "street", title="nul\x00, half\ud800 teken weg", note="x" * 30_000))
    before = [desk.get(ref) for ref in refs]
    kind = desk.kinds["street"]
    with desk.read() as reader:
        made = write(reader, [(kind, chosen(reader, kind))])
    path = tmp_path / f"straten.{write.__name__[3:]}"
    path.write_bytes(made.data)
    assert set(states(prepare(desk, open_tables(desk, [path])))) == {"gelijk"}
    with desk.change("Verwijderd") as tx:
        for ref in refs:
            tx.update(ref, {"title": "x", "note": ""})
    assert set(states(read_in(desk, path))) == {"gewijzigd"}
    assert [desk.get(ref) for ref in refs] == before


def test_text_that_a_cell_of_excel_cannot_hold_is_told_and_not_taken_for_a_change(desk: Desk, tmp_path: Path) -> None:
    make(desk, "street", title="Lang", note="y" * 40_000)
    made = export_table(desk, ["street"], "xlsx")
    assert "afgekapt" in made.warnings[0]
    path = tmp_path / "straten.xlsx"
    path.write_bytes(made.data)
    assert states(prepare(desk, open_tables(desk, [path]))) == ["gelijk"]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_longest_text_that_a_field_holds_comes_back(desk: Desk, tmp_path: Path, form: str) -> None:
    make(desk, "street", title="Lang", note="é;" * 100_000)
    path = tmp_path / f"straten.{form}"
    path.write_bytes(export_table(desk, ["street"], form).data)
    assert states(prepare(desk, open_tables(desk, [path]))) == ["gelijk"]
