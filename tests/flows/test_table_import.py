"""Reading tables in: columns, doubles, refusals, undo. Files as people hand them over, wrong ones among them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from table_files import file, make, read_in, remarks, states
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.progress import Cancelled
from vaartdesk.flows.table_columns import with_column
from vaartdesk.flows.table_export import export_table
from vaartdesk.flows.table_import import (
    apply,
    open_tables,
    prepare,
)
from vaartdesk.flows.table_plan import State
from vaartdesk.formats.tables import read_csv
from vaartdesk.schema.ref import Ref
from vaartdesk.store.backup import backups
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import NotWritable


def ninety_actions(folder: Path) -> Path:
    head = ["Nr", "Wat gaan we doen?", "Themalijn", "Trekker", "Wanneer klaar", "Budget", "Opmerking"]
    lines, owners = "ABCDE", ("Regisseur", "Huismeester", "Verbinder")
    rows = [
        [str(n), f"Actie {n} uit de lijst", lines[n % 5], owners[n % 3], f"{n % 28 + 1}-11-2026", f"{n}.000,50", "x;y"]
        for n in range(1, 91)
    ]
    return file(folder, "Actielijst team.csv", [["Actielijst 2026"], head, *rows])


# --- columns and a whole list ----------------------------------------------------------------------------------------


@pytest.mark.accept("A4")
def test_ninety_actions_are_read_in_by_chosen_columns_and_again_change_nothing(
    planned_desk: Desk, tmp_path: Path
) -> None:
    path = ninety_actions(tmp_path)
    [table] = open_tables(planned_desk, [path], "action")
    assert table.table.headers[1] == "Wat gaan we doen?"
    assert table.columns == ("", "", "theme_line", "owner", "", "budget", "")
    for at, name in ((1, "title"), (4, "due_on"), (6, "description")):
        table = with_column(table, at, name)
    before = len(planned_desk.rows("action"))
    ready = prepare(planned_desk, [table])
    assert ready.count(State.NEW) == 90, remarks(ready)[:3]
    assert len(planned_desk.rows("action")) == before
    assert apply(planned_desk, ready).created == 90
    found = next(v for v in planned_desk.rows("action") if v["title"] == "Actie 7 uit de lijst")
    values = planned_desk.get(Ref("action", found["id"])) or {}
    assert planned_desk.title(Ref("role", values["owner"])) == "Huismeester"
    assert values["due_on"] == date(2026, 11, 8)
    assert values["budget"] == 700050
    assert values["description"] == "x;y"
    assert values["number"].startswith("C-")

    [again] = open_tables(planned_desk, [path], "action")
    assert again.columns == table.columns
    second = prepare(planned_desk, [again])
    assert set(states(second)) == {"gelijk"}
    done = apply(planned_desk, second)
    assert (done.created, done.changed, done.same) == (0, 0, 90)
    undone = planned_desk.undo()
    assert undone is not None
    assert len(planned_desk.rows("action")) == before


def test_undone_and_read_in_again_the_same_records_come_back(desk: Desk, tmp_path: Path) -> None:
    make(desk, "street", title="Mulderstraat")
    path = tmp_path / "straten.csv"
    path.write_bytes(export_table(desk, ["street"], "csv").data)
    [ref] = [Ref("street", row["id"]) for row in desk.rows("street")]
    with desk.change("Verwijderd") as tx:
        tx.delete(ref)
    ready = read_in(desk, path)
    assert states(ready) == ["nieuw"]
    assert "prullenbak" in ready.lines[0].remark
    assert [row["id"] for row in desk.rows("street")] == [ref.id]


def test_an_import_is_one_change_in_the_history_with_a_backup_before(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "straten.csv", [["Straat", "Notitie"], ["Gedempte Singel", ""], ["Kruisstraat", "smal"]])
    read_in(desk, path)
    assert desk.undoing.undo_label == "Ingelezen"
    assert [copy.reason for copy in backups(desk.workspace)] == ["import"]
    [line] = [row for row in desk.rows("street") if row["title"] == "Kruisstraat"]
    assert {entry.kind for entry in desk.history(Ref("street", line["id"]))} == {"import"}


def test_nothing_is_written_when_there_is_nothing_to_do(desk: Desk, tmp_path: Path) -> None:
    make(desk, "street", title="Kruisstraat")
    label = desk.undoing.undo_label
    done = apply(
        desk, prepare(desk, open_tables(desk, [file(tmp_path, "straten.csv", [["Straat"], ["kruisstraat "]])]))
    )
    assert (done.created, done.changed, done.same, done.backup) == (0, 0, 1, "")
    assert desk.undoing.undo_label == label
    assert backups(desk.workspace) == []


def test_a_workspace_that_is_only_read_takes_nothing_in(desk: Desk, tmp_path: Path, clock: FixedClock) -> None:
    path = file(tmp_path, "straten.csv", [["Straat"], ["Kruisstraat"]])
    with Desk.open(desk.folder, tuple(desk.kinds.values()), clock=clock, read_only=True) as reading:
        ready = prepare(reading, open_tables(reading, [path]))
        assert states(ready) == ["nieuw"]
        with pytest.raises(NotWritable):
            apply(reading, ready)
    assert backups(desk.workspace) == []


def test_stopping_halfway_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "straten.csv", [["Straat"], *[[f"Straat {n}"] for n in range(300)]])
    ready = prepare(desk, open_tables(desk, [path]))

    def stop(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        apply(desk, ready, stop)
    assert desk.rows("street") == []
    with pytest.raises(Cancelled):
        prepare(desk, open_tables(desk, [path]), progress=stop)


# --- who is who ------------------------------------------------------------------------------------------------------


def test_a_row_changes_the_record_with_its_number_and_empty_cells_keep_what_is_there(
    planned_desk: Desk, tmp_path: Path
) -> None:
    ref = make(planned_desk, "action", title="Lichtjes ophangen", phase="Voorbereiding", budget=5000)
    number = (planned_desk.get(ref) or {})["number"]
    path = file(
        tmp_path, "acties.csv", [["Nummer", "Actie", "Fase", "Begroot"], [number, "Lichtjes weghalen", "", "75"]]
    )
    ready = read_in(planned_desk, path)
    assert states(ready) == ["gewijzigd"]
    assert [(d.label, d.old, d.new) for d in ready.lines[0].differences] == [
        ("Actie", "Lichtjes ophangen", "Lichtjes weghalen"),
        ("Begroot", "€\xa050,00", "€\xa075,00"),
    ]
    values = planned_desk.get(ref) or {}
    assert (values["title"], values["phase"], values["budget"]) == ("Lichtjes weghalen", "Voorbereiding", 7500)


def test_a_cell_emptied_in_an_own_export_empties_the_field(desk: Desk, tmp_path: Path) -> None:
    ref = make(desk, "street", title="Kruisstraat", note="weg ermee")
    rows = read_csv(export_table(desk, ["street"], "csv").data)
    rows[1][rows[0].index("Notitie")] = ""
    assert states(read_in(desk, file(tmp_path, "straten.csv", rows))) == ["gewijzigd"]
    assert (desk.get(ref) or {})["note"] == ""


def test_people_with_one_name_and_other_addresses_stay_two(desk: Desk, tmp_path: Path) -> None:
    rows = [["Naam", "E-mail"], ["Jan Jansen", "jan@bakker.nl"], ["Jan Jansen", "jan@slager.nl"]]
    path = file(tmp_path, "personen.csv", rows)
    assert states(read_in(desk, path)) == ["nieuw", "nieuw"]
    assert states(read_in(desk, path)) == ["gelijk", "gelijk"]
    with_phone = [["Naam", "E-mail", "Mobiel"], ["Jan Jansen", "jan@slager.nl", "0612345678"]]
    ready = read_in(desk, file(tmp_path, "personen.csv", with_phone))
    assert states(ready) == ["gewijzigd"]
    assert ready.lines[0].ref == Ref("person", desk.rows("person")[1]["id"])


def test_a_row_that_stands_there_twice_is_refused(desk: Desk, tmp_path: Path) -> None:
    ready = read_in(desk, file(tmp_path, "straten.csv", [["Straat"], ["Kruisstraat"], ["Markt"], ["Kruisstraat"]]))
    assert states(ready) == ["nieuw", "nieuw", "geweigerd"]
    assert ready.lines[2].remark == "Gelijk aan rij 2."


def test_new_items_keep_the_order_of_the_file_behind_what_is_there(planned_desk: Desk, tmp_path: Path) -> None:
    last = max(row["pos"] for row in planned_desk.rows("street"))
    read_in(planned_desk, file(tmp_path, "straten.csv", [["Straat"], *[[f"Zandpad {n}"] for n in (3, 1, 2)]]))
    new = sorted((row for row in planned_desk.rows("street") if row["title"][:3] == "Zan"), key=lambda row: row["pos"])
    assert [row["title"] for row in new] == ["Zandpad 3", "Zandpad 1", "Zandpad 2"]
    assert new[0]["pos"] > last


def test_numbers_given_and_brought_do_not_meet(planned_desk: Desk, tmp_path: Path) -> None:
    rows = [["Nummer", "Actie"], ["", "Zonder"], ["O-900", "Met"], ["", "Ook zonder"]]
    ready = read_in(planned_desk, file(tmp_path, "acties.csv", rows))
    assert states(ready) == ["nieuw"] * 3
    found = {row["title"]: row["number"] for row in planned_desk.rows("action")}
    assert found["Met"] == "O-900"
    assert len({found["Zonder"], found["Met"], found["Ook zonder"]}) == 3
