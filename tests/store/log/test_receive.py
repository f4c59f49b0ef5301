"""Exchange between laptops: order, repetition, clocks and clones; what nobody replaced is still offered."""

from __future__ import annotations

import pytest

from store.log.laptop import SHAPE, START, Laptop, Make, link_id, sync
from vaartdesk.store.log import wire
from vaartdesk.store.log.entry import Cell
from vaartdesk.store.log.history import history
from vaartdesk.store.log.shape import Shape


def blob_of(giver: Laptop, *, only_mine: bool = False) -> bytes:
    blob = giver.export(only_mine=only_mine)
    assert blob is not None
    return blob


def test_both_values_are_kept_whatever_the_clocks_say(laptop: Make) -> None:
    a, b = laptop("huismeester"), laptop("regisseur", start=START + 100_000_000_000)  # three years ahead
    a.add("ticket", "t", title="Lantaarn kapot", status="nieuw")
    sync(a, b)
    a.put("ticket", "t", title="Lantaarn Marktstraat kapot")
    b.put("ticket", "t", title="Lamp kapot")
    b.put("ticket", "t", status="uitgezet")  # another field: no choice to make
    got = a.receive(blob_of(b))
    assert got.choices == (("ticket", "t", "title"),)
    sync(a, b)
    assert a.journal.conflicts() == b.journal.conflicts() == [("ticket", "t", "title")]
    assert {head.value for head in a.journal.cell_heads("ticket", "t", "title")} == {
        "Lantaarn Marktstraat kapot",
        "Lamp kapot",
    }
    a.put("ticket", "t", title="Lamp kapot!")  # typing on the shown value swallows nothing
    assert len(a.journal.cell_heads("ticket", "t", "title")) == 2
    a.resolve("ticket", "t", "title", "Lantaarn Marktstraat kapot")
    sync(a, b)
    assert a.journal.conflicts() == b.journal.conflicts() == []
    assert b.get("ticket", "t", "title") == "Lantaarn Marktstraat kapot"
    assert a.get("ticket", "t", "status") == "uitgezet"
    assert a.state() == b.state()
    assert len(history(a.db, "ticket", "t")) == len(history(b.db, "ticket", "t")) == 8


def test_equal_values_are_no_choice(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    sync(a, b)
    for x in (a, b):
        x.put("ticket", "t", title="y")
    sync(a, b)
    assert a.journal.conflicts() == b.journal.conflicts() == []
    assert len(a.journal.cell_heads("ticket", "t", "title")) == 2


def test_the_same_file_twice_changes_nothing(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    blob = blob_of(a)
    first = b.receive(blob)
    assert (first.applied, dict(first.touched_rows)) == (1, {("ticket", "t"): frozenset({"alive", "title"})})
    assert (first.waiting, first.quarantined, first.is_diverged) == ((), 0, False)
    before = b.state()
    again = b.receive(blob)
    assert (again.applied, dict(again.touched_rows)) == (0, {})
    assert b.state() == before


def test_nothing_to_send_gives_no_file(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    assert a.export() is None
    a.add("ticket", "t", title="x")
    sync(a, b)
    assert a.export(b.journal.have()) is None


def test_what_builds_on_an_unknown_change_waits(laptop: Make) -> None:
    a, b, c = laptop("a"), laptop("b"), laptop("c")
    a.add("ticket", "t", title="x")
    sync(a, b)
    b.put("ticket", "t", title="y")
    b.put("ticket", "t", title="z")
    waits = c.receive(blob_of(b, only_mine=True))
    assert (waits.applied, waits.waiting) == (0, ((a.device, 1),))
    assert c.get("ticket", "t", "title") is None
    assert c.receive(blob_of(b, only_mine=True)).waiting == ((a.device, 1),)
    done = c.receive(blob_of(a))
    assert (done.applied, done.waiting) == (3, ())
    assert c.get("ticket", "t", "title") == "z"
    assert c.all("select * from inbox") == []


def test_a_gap_in_one_device_waits(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    a.put("ticket", "t", title="y")
    later = a.export({a.device: 1})
    assert later is not None
    assert b.receive(later).waiting == ((a.device, 1),)
    assert b.receive(blob_of(a)).applied == 2
    assert a.state() == b.state()


def test_a_failure_on_the_way_leaves_nothing_behind(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    blob = blob_of(a)
    before = b.state()
    b.db.execute("create trigger no before insert on person begin select raise(abort, 'power cut'); end")
    b.db.execute("create trigger full before insert on head begin select raise(abort, 'power cut'); end")
    with pytest.raises(Exception, match="power cut"):
        b.receive(blob)
    assert b.state() == before
    b.db.execute("drop trigger no")
    b.db.execute("drop trigger full")
    b.receive(blob)
    assert a.state() == b.state()


def test_deleting_against_editing(laptop: Make) -> None:
    a, b, c = laptop("a"), laptop("b"), laptop("c")
    a.add("ticket", "t", title="x", body="b")
    sync(a, b)
    sync(a, c)
    a.put("ticket", "t", alive=0)
    b.put("ticket", "t", title="y")
    sync(a, c)
    assert c.get("ticket", "t", "alive") == 0
    sync(a, b)
    sync(b, c)
    sync(a, c)
    for x in (a, b, c):  # "verwijderd door a, gewijzigd door b"
        assert x.get("ticket", "t", "alive") == 1
        assert x.journal.conflicts() == [("ticket", "t", "alive")]
    b.resolve("ticket", "t", "alive", 0)
    sync(a, b)
    sync(b, c)
    assert (a.get("ticket", "t", "alive"), c.get("ticket", "t", "alive"), a.journal.conflicts()) == (0, 0, [])
    a.put("ticket", "t", alive=1)
    assert a.get("ticket", "t", "title") == "y"


def test_a_deleted_person_that_a_colleague_refers_to(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("person", "p", name="Bakker")
    sync(a, b)
    a.put("person", "p", alive=0)
    b.add("ticket", "t", title="x", person_id="p")
    sync(a, b)
    assert b.get("person", "p", "alive") == 0
    assert a.get("ticket", "t", "person_id") == "p"


def test_the_same_link_made_twice_is_one_row(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    a.add("tag", "g", name="glas")
    sync(a, b)
    key = link_id("t", "tag", "g")
    for x in (a, b):
        x.add("ticket_tag", key, ticket_id="t", tag_id="g")
    sync(a, b)
    assert a.journal.conflicts() == []
    assert a.all("select count(*) from ticket_tag") == [(1,)]
    a.put("ticket_tag", key, alive=0)  # removed and put back, while b removes: it stays
    a.put("ticket_tag", key, alive=1)
    b.put("ticket_tag", key, alive=0)
    sync(a, b)
    assert (a.get("ticket_tag", key, "alive"), b.get("ticket_tag", key, "alive")) == (1, 1)
    assert a.journal.conflicts() == []


def test_two_moves_in_one_list(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    for at, title in enumerate("ABCDE"):
        a.add("agenda_item", title, title=title, pos=f"{at + 1}0")
    sync(a, b)
    a.put("agenda_item", "E", pos="05")
    b.put("agenda_item", "D", pos="15")
    a.put("agenda_item", "C", pos="99")
    b.put("agenda_item", "C", pos="98")
    sync(a, b)
    order = "select group_concat(title, '') from (select title from agenda_item order by pos, id)"
    assert a.all(order) == b.all(order) == [("EADBC",)]
    assert a.journal.conflicts() == []  # the same item twice: the later move is shown, the other is in the history


def test_two_machines_with_one_identity_are_noticed_and_nothing_is_lost(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1")
    sync(a, b)
    clone = laptop("clone")
    clone.receive(blob_of(a))
    a.put("ticket", "t", title="van a")
    # A clone that carries the same device id and went its own way.
    clone.db.execute("update local set value=? where key='device'", (a.device,))
    clone.journal.identity.device = a.device
    clone.journal.tips.device = a.device
    clone.journal.reset()
    clone.put("ticket", "t", title="van de kloon")
    clone.put("ticket", "t", body="b")
    b.receive(blob_of(a))
    got = b.receive(blob_of(clone))
    assert got.applied == 0
    assert b.get("ticket", "t", "title") == "van a"
    assert b.get("ticket", "t", "title") == "van a"
    assert b.all("select seq, why from quarantine order by seq") == [(2, "fork"), (3, "chain")]
    assert b.all("select * from inbox") == []
    a.put("ticket", "t", title="verder")
    b.receive(blob_of(a))
    assert b.get("ticket", "t", "title") == "verder"
    assert [
        wire.parse(body).changes[0].value for (body,) in b.db.execute("select body from quarantine order by seq")
    ] == [
        "van de kloon",
        "b",
    ]


def test_a_newer_version_travels_through_an_old_laptop(laptop: Make) -> None:
    wide = Shape(
        {**SHAPE.tables, "ticket": (*SHAPE.tables["ticket"], "street"), "survey": ("alive", "name")}, SHAPE.auto
    )
    new, old, third = (
        laptop("new", shape=wide, schema_version=2),
        laptop("old"),
        laptop("third", shape=wide, schema_version=2),
    )
    new.add("ticket", "t", title="x", street="Markt")
    new.add("survey", "s", name="enquete")
    sync(new, old)
    old.put("ticket", "t", title="y")
    sync(old, third)
    sync(old, new)
    assert third.all("select title, street from ticket") == [("y", "Markt")]
    assert third.get("survey", "s", "name") == "enquete"
    assert third.state() == new.state()
    # The old laptop is upgraded in place: a migration adds column and table, the log fills them.
    old.db.execute("alter table ticket add column street text not null default ''")
    old.db.execute(
        "create table survey (id text primary key, alive int not null default 1, name text not null default '')"
    )
    old.close()
    upgraded = laptop("old", shape=wide, schema_version=2)
    with upgraded.act() as journal:
        journal.rematerialise()
    assert upgraded.all("select street from ticket") == [("Markt",)]
    assert upgraded.all("select name from survey") == [("enquete",)]


def test_ten_thousand_changes_in_two_transactions(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    rows = [f"r{at:04d}" for at in range(5000)]
    a.write([Cell("tag", row, name, value) for row in rows for name, value in (("alive", 1), ("name", row))], "import")
    a.write([Cell("tag", row, "name", f"{row}!") for row in rows])
    got = b.receive(blob_of(a))
    assert (got.applied, len(got.touched_rows)) == (2, 5000)
    assert a.state() == b.state()


def test_a_different_state_at_the_same_vector_is_told(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    sync(a, b)
    a.add("ticket", "u", title="y")
    b.db.execute("delete from head where field='alive' and row='t'")
    assert b.receive(blob_of(a)).is_diverged
    b.db.execute("insert into head values ('ticket', 't', 'alive', ?, 1, 0)", (a.device,))
    assert not b.receive(blob_of(a)).is_diverged
