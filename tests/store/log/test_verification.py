"""Whatever does not agree is found and named, without personal data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.log.laptop import Laptop, Make, sync

DAMAGE = {
    "update change set value='anders' where field='title'": "chain",
    "update change set salt=zeroblob(16) where field='title'": "chain",
    "update change set parents='[[\"x\",1,0]]' where field='title'": "chain",
    "update txn set author='iemand' where seq=1": "chain",
    "update txn set hash=zeroblob(16) where seq=1": "chain",
    "delete from txn where seq=1": "chain",
    "delete from txn": "chain",
    "delete from have": "tip",
    "update have set seq=3": "tip",
    "delete from head where field='title'": "head",
    "update head set seq=1 where field='body'": "head",
    "insert into conflict values ('ticket', 't', 'title')": "conflict",
    "update ticket set title='Geheim'": "data",
    "update ticket set status='nooit gelogd'": "data",
    "update ticket set alive=0": "data",
    "delete from ticket": "data",
    "insert into ticket (id) values ('u')": "data",
}


@pytest.fixture
def row(laptop: Make) -> Iterator[Laptop]:
    a = laptop("a")
    a.add("ticket", "t", title="Jansen-Geheim", body="b")
    a.put("ticket", "t", body="c")
    yield a
    a.close()


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_is_named(row: Laptop, statement: str) -> None:
    assert row.journal.verify() == []
    row.db.execute(statement)
    found = row.journal.verify()
    assert DAMAGE[statement] in {line.split(":")[0] for line in found}
    assert "Geheim" not in "".join(found)


def test_the_state_hash_tells_laptops_apart(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    assert a.journal.state_hash() != b.journal.state_hash()
    sync(a, b)
    assert a.journal.state_hash() == b.journal.state_hash()
    b.db.execute("savepoint damage")
    b.db.execute("delete from head where field='title'")
    assert a.journal.state_hash() != b.journal.state_hash()
    b.db.execute("rollback to damage")
    b.db.execute("release damage")


def test_numbers_in_text_columns_are_no_complaint(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title=5, weight="7")
    assert a.all("select title, weight from ticket") == [("5", 7)]
    assert a.journal.verify() == []
