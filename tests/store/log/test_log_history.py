"""The history of a record."""

from __future__ import annotations

from datetime import UTC, datetime

from store.log.laptop import Make, sync
from vaartdesk.store.log.entry import Cell
from vaartdesk.store.log.history import history, moment


def test_every_change_with_who_when_and_what_it_replaced(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1")
    sync(a, b)
    a.put("ticket", "t", title="2")
    b.put("ticket", "t", title="3")
    sync(a, b)
    a.resolve("ticket", "t", "title", "4")
    a.add("ticket", "u", title="een ander")
    rows = [row for row in history(a.db, "ticket", "t") if row.field == "title"]
    # The two edits bear one stamp: the device decides, so their order is taken from there.
    told = [(row.author, row.kind, row.label, row.new, sorted(map(str, row.old))) for row in rows]
    assert [told[0], *sorted(told[1:3], reverse=True), told[3]] == [
        ("a", "edit", "edit", "1", []),
        ("b", "edit", "edit", "3", ["1"]),
        ("a", "edit", "edit", "2", ["1"]),
        ("a", "resolve", "resolve", "4", ["2", "3"]),
    ]
    ((hlc,),) = a.db.execute("select hlc from txn where device=? and seq=1", (a.device,))
    assert rows[0].at == moment(hlc)
    assert history(a.db, "ticket", "nergens") == []


def test_an_undo_is_part_of_it(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="1")
    a.put("ticket", "t", title="2")
    a.undo()
    last = history(a.db, "ticket", "t")[-1]
    assert (last.kind, last.new, last.old, last.key) == ("undo", "1", ("2",), (a.device, 3, 0))


def test_the_moment_in_a_stamp() -> None:
    assert moment((1_800_000_000_123 << 12) | 7) == datetime(2027, 1, 15, 8, 0, 0, 123_000, UTC)


def test_the_same_field_twice_in_one_row_of_cells_keeps_its_order(laptop: Make) -> None:
    a = laptop("a")
    a.write([Cell("ticket", "t", "alive", 1), Cell("ticket", "t", "title", "x"), Cell("ticket", "t", "body", "y")])
    assert [row.field for row in history(a.db, "ticket", "t")] == ["alive", "title", "body"]
