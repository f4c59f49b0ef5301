"""Erasing reaches history, colleagues, and what is still on its way; the chain stays whole."""

from __future__ import annotations

from pathlib import Path

from store.log.laptop import Make, sync
from vaartdesk.store.log.entry import REDACTED
from vaartdesk.store.log.history import history


def test_erased_everywhere_also_what_was_typed_offline(laptop: Make, room: Path) -> None:
    a, b, c = laptop("a"), laptop("b"), laptop("c")
    a.add("person", "p", name="Jansen-Geheim", phone="0592-GEHEIM")
    a.add("ticket", "t", title="x", body="gebeld door Jansen-Geheim", person_id="p")
    a.put("person", "p", phone="06-GEHEIM")
    sync(a, b)
    sync(a, c)
    c.put("person", "p", phone="06-OFFLINE-GEHEIM")  # a colleague who does not know yet
    a.erase(
        ("person", "p", "name", None), ("person", "p", "phone", None), ("ticket", "t", "body", "gebeld door [gewist]")
    )
    a.undo()
    assert (a.get("person", "p", "phone"), a.get("person", "p", "name")) == ("", "")
    sync(a, b)
    sync(b, c)
    sync(c, a)
    sync(a, b)
    assert a.state() == b.state() == c.state()
    assert (c.get("person", "p", "phone"), c.journal.conflicts()) == ("", [])
    assert a.get("ticket", "t", "body") == "gebeld door [gewist]"
    assert a.get("ticket", "t", "person_id") == "p"
    for x in (a, b, c):
        assert x.journal.verify() == []
        x.db.execute("pragma wal_checkpoint(truncate)").fetchall()
        for path in room.glob(f"{x.author}.db*"):
            assert b"GEHEIM" not in path.read_bytes(), path
            assert b"Geheim" not in path.read_bytes(), path
    a.put("person", "p", name="Jansen-Geheim terug")  # entered again on purpose: that is new data
    sync(a, b)
    assert b.get("person", "p", "name") == "Jansen-Geheim terug"


def test_a_log_that_was_redacted_before_it_travelled(laptop: Make) -> None:
    a, b, c = laptop("a"), laptop("b"), laptop("c")
    a.add("person", "p", name="Geheim")
    a.erase(("person", "p", "name", None))
    a.erase(("person", "p", "name", "[gewist]"))
    sync(a, b)  # b sees the value never, and the erasures only redacted
    sync(b, c)
    assert a.state() == b.state() == c.state()
    assert c.all("select op, value from change where field='name'") == [
        ("Rset", None),
        ("Rerase", None),
        ("erase", "[gewist]"),
    ]
    assert c.all("select count(*) from erased") == [(2,)]


def test_two_erasures_at_once_leave_neither_value(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("person", "p", name="Geheim")
    sync(a, b)
    a.erase(("person", "p", "name", "van a"))
    b.erase(("person", "p", "name", "van b"))
    sync(a, b)
    assert a.state() == b.state()
    assert a.get("person", "p", "name") == ""
    assert a.journal.conflicts() == []


def test_emptying_the_bin_wipes_a_row_but_keeps_it(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("person", "p", name="Geheim", phone="1")
    a.add("ticket", "t", title="x", person_id="p")
    a.put("person", "p", alive=0)
    a.write(a.journal.erase_row_cells("person", "p"), "erase")
    sync(a, b)
    assert b.all("select alive, name, phone from person") == [(0, "", "")]
    assert b.get("ticket", "t", "person_id") == "p"


def test_history_says_that_a_value_was_erased(laptop: Make) -> None:
    a = laptop("a")
    a.add("person", "p", name="Geheim")
    a.erase(("person", "p", "name", None))
    rows = [found for found in history(a.db, "person", "p") if found.field == "name"]
    assert [(found.is_erased, found.old, found.new, found.kind) for found in rows] == [
        (True, (), None, "edit"),
        (False, (None,), None, "erase"),
    ]
    assert rows[0].op == REDACTED + "set"
