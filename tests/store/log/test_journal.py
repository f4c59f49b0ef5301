"""Writing on one laptop: data, log, heads and conflicts in step."""

from __future__ import annotations

import sqlite3

import pytest

from store.log.laptop import SHAPE, START, Laptop, Make, sync
from vaartdesk.store.log.entry import Cell, Value
from vaartdesk.store.log.receive import receive
from vaartdesk.store.log.shape import Shape


def test_a_new_row_and_an_edit_reach_table_and_log(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="Lantaarn kapot", weight=3)
    seq = a.put("ticket", "t", title="Lantaarn Marktstraat kapot")
    assert seq == 2
    assert a.all("select id, alive, title, weight, body, person_id from ticket") == [
        ("t", 1, "Lantaarn Marktstraat kapot", 3, "", None)
    ]
    assert [head.value for head in a.journal.cell_heads("ticket", "t", "title")] == ["Lantaarn Marktstraat kapot"]
    assert a.journal.row_state("ticket", "t").values == {"alive": 1, "title": "Lantaarn Marktstraat kapot", "weight": 3}
    assert a.journal.have() == {a.device: 2}


def test_an_unknown_row_has_no_state(laptop: Make) -> None:
    state = laptop("a").journal.row_state("ticket", "x")
    assert (state.values, state.conflicts) == ({}, frozenset())


def test_one_field_costs_few_statements(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x")
    a.put("ticket", "t", title="y")
    seen: list[str] = []
    a.db.set_trace_callback(seen.append)
    a.put("ticket", "t", title="z")
    a.db.set_trace_callback(None)
    assert len([text for text in seen if not text.startswith(("begin", "commit", "pragma", "--"))]) <= 7, seen


def test_an_empty_text_is_the_default_of_the_column(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x", weight=1)
    a.put("ticket", "t", title=None, weight=None)
    assert a.all("select title, weight from ticket") == [("", None)]


def test_a_truth_value_is_kept_as_a_number(laptop: Make) -> None:
    a = laptop("a")
    a.write([Cell("ticket", "t", "alive", True)])
    assert a.all("select typeof(value), value from change") == [("integer", 1)]
    assert a.journal.verify() == []


@pytest.mark.parametrize(
    ("value", "error"), [(1.5, TypeError), (b"x", TypeError), (1 << 63, ValueError), ("\ud800", ValueError)]
)
def test_what_the_log_cannot_keep_is_refused_whole(laptop: Make, value: Value, error: type[Exception]) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x")
    before = a.state()
    with pytest.raises(error):
        a.put("ticket", "t", body="y", title=value)
    assert a.state() == before
    a.put("ticket", "t", title="y")


def test_nothing_to_write_and_the_same_cell_twice_are_faults(laptop: Make) -> None:
    a = laptop("a")
    with pytest.raises(ValueError, match="without changes"):
        a.write([])
    with pytest.raises(ValueError, match="twice"):
        a.write([Cell("ticket", "t", "alive", 1), Cell("ticket", "t", "alive", 0)])


def test_a_row_that_is_not_there_needs_alive(laptop: Make) -> None:
    a = laptop("a")
    with pytest.raises(ValueError, match="alive"):
        a.put("ticket", "t", title="x")
    with pytest.raises(ValueError, match="alive"):
        a.write([Cell("ticket", row, "title", "x") for row in "pq"])
    assert a.state()["change"] == []


def test_many_cells_old_and_new_rows_in_one_change(laptop: Make) -> None:
    a = laptop("a")
    for row in "abc":
        a.add("ticket", row, title="oud")
    a.put("ticket", "b", alive=0)
    a.write(
        [Cell("ticket", row, "title", "nieuw") for row in "abc"]
        + [
            Cell("ticket", f"n{at}", name, value)
            for at in range(3000)
            for name, value in (("alive", 1), ("title", f"{at}"))
        ]
        + [Cell("person", "p", "alive", 1), Cell("person", "p", "name", "Bakker")],
        "import",
    )
    assert a.all("select count(*), min(title) from ticket where id like 'n%'") == [(3000, "0")]
    assert a.get("ticket", "a", "title") == "nieuw"
    assert a.get("person", "p", "name") == "Bakker"
    # The deletion of b had not seen the edit: the row lives on, and asks.
    assert a.get("ticket", "b", "alive") == 1
    assert a.journal.conflicts() == [("ticket", "b", "alive")]
    assert a.journal.verify() == []


def test_editing_a_deleted_row_alone_asks_too(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x")
    a.put("ticket", "t", alive=0)
    assert a.get("ticket", "t", "alive") == 0
    a.put("ticket", "t", title="y")
    assert (a.get("ticket", "t", "alive"), a.journal.conflicts()) == (1, [("ticket", "t", "alive")])
    a.put("ticket", "t", alive=0)
    assert (a.get("ticket", "t", "alive"), a.journal.conflicts()) == (0, [])


def test_a_rolled_back_write_leaves_no_hole_even_without_reset(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x")
    a.db.execute("begin")
    a.journal.append([Cell("ticket", "t", "title", "y")])
    a.db.execute("rollback")  # and nobody calls reset
    assert a.put("ticket", "t", title="z") == 2
    assert a.journal.verify() == []


def test_a_rolled_back_receipt_leaves_no_false_context_even_without_reset(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    b.add("ticket", "u", title="x")
    blob = a.export()
    assert blob is not None
    b.db.execute("begin")
    receive(b.journal, blob)
    b.db.execute("rollback")
    b.put("ticket", "u", title="y")
    assert b.all("select * from ctx") == []
    assert b.journal.verify() == []


def test_a_failed_statement_leaves_the_journal_right(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x")
    with pytest.raises(sqlite3.IntegrityError):
        a.put("ticket", "t", person_id="nobody")
    assert a.put("ticket", "t", title="y") == 2


def test_the_context_is_written_only_when_it_changed(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    sync(a, b)
    b.put("ticket", "t", title="1")
    b.put("ticket", "t", title="2")
    sync(a, b)
    a.put("ticket", "t", title="3")
    a.put("ticket", "t", title="4")
    assert a.all("select device, seq from ctx where device=?", a.device) == [(a.device, 2)]
    assert a.all("select device, seq from ctx where device=?", b.device) == [(b.device, 1)]


def test_stamps_follow_others_but_not_a_clock_that_is_years_ahead(laptop: Make) -> None:
    a, b, c = laptop("a"), laptop("b", start=START + 3_600_000), laptop("c", start=START + 400_000_000_000)
    for x in (b, c):
        x.add("ticket", x.author, title="x")
    sync(a, b)
    sync(a, c)
    a.add("ticket", "a", title="x")
    stamps = {author: hlc >> 12 for author, hlc in a.db.execute("select author, hlc from txn")}
    assert stamps["b"] <= stamps["a"] < START + 7_200_000 < stamps["c"]


def test_fields_of_a_newer_version_stay_in_the_log(laptop: Make) -> None:
    a = laptop("a")
    a.write([Cell("ticket", "t", "alive", 1), Cell("ticket", "t", "street", "Markt"), Cell("survey", "s", "name", "x")])
    assert a.get("ticket", "t", "alive") == 1
    assert a.journal.row_state("survey", "s").values == {"name": "x"}
    assert a.journal.verify() == []


def test_rematerialise_repairs_the_data_tables(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="x", body="b")
    a.db.execute("update ticket set title='door een ander'")
    a.db.execute("insert into conflict values ('ticket', 't', 'title')")
    assert a.journal.verify() == ["conflict: ticket t title", "data: ticket t title"]
    with a.act() as journal:
        journal.rematerialise()
    assert a.get("ticket", "t", "title") == "x"


def test_a_shape_without_the_table_writes_the_log_only(laptop: Make) -> None:
    bare = Shape({tbl: names for tbl, names in SHAPE.tables.items() if tbl != "agenda_item"})
    a: Laptop = laptop("a", shape=bare)
    a.write([Cell("agenda_item", "i", "alive", 1)])
    assert a.journal.row_state("agenda_item", "i").values == {"alive": 1}
