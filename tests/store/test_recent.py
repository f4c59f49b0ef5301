"""What others changed lately, from the log."""

from __future__ import annotations

from datetime import timedelta

from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.connect import raw
from vaartdesk.store.desk import Desk
from vaartdesk.store.recent import MOST, Recent, recent


def person(desk: Desk, title: str) -> Ref:
    with desk.change("Persoon toegevoegd") as tx:
        return tx.add("person", {"title": title})


def told(desk: Desk, not_by: tuple[str, ...] = (), days: int = 7, limit: int = 10) -> tuple[list[Recent], int]:
    with desk.read() as reader:
        return recent(raw(reader.connection), desk.kinds, desk.clock.now() - timedelta(days), not_by, limit)


def test_each_record_once_newest_first_with_what_happened_last(desk: Desk, clock: FixedClock) -> None:
    role = Ref("role", "r" * 32)
    desk.set_who(role)
    first, second = person(desk, "Wijkagent"), person(desk, "Wethouder")
    clock.advance(timedelta(hours=1))
    with desk.change("Titel gewijzigd") as tx:
        tx.set(first, "title", "Agent")
    found, total = told(desk)
    assert [(change.ref, change.label, change.count) for change in found] == [
        (first, "Titel gewijzigd", 2),
        (second, "Persoon toegevoegd", 1),
    ]
    assert total == 3
    assert found[0].author == role.id
    assert abs(found[0].at - clock.now()) < timedelta(seconds=1)
    assert told(desk, limit=1)[0] == found[:1]


def test_not_by_me_not_by_the_program_and_not_longer_ago(desk: Desk, clock: FixedClock) -> None:
    desk.set_who(None)
    person(desk, "Van het programma")
    desk.set_who(Ref("role", "a" * 32))
    person(desk, "Lang geleden")
    clock.advance(timedelta(8))
    person(desk, "Van mij")
    desk.set_who(Ref("role", "b" * 32))
    theirs = person(desk, "Van een collega")
    assert [change.ref for change in told(desk, not_by=("a" * 32,))[0]] == [theirs]


def test_what_was_undone_is_not_told(desk: Desk) -> None:
    desk.set_who(Ref("role", "b" * 32))
    kept = person(desk, "Blijft")
    person(desk, "Vergissing")
    desk.undo()
    assert [change.ref for change in told(desk)[0]] == [kept]


def test_a_note_is_told_of_the_record_it_hangs_on(desk: Desk) -> None:
    desk.set_who(Ref("role", "b" * 32))
    made = person(desk, "Wijkagent")
    with desk.change("Notitie toegevoegd") as tx:
        tx.note(made, "Belt terug")
    with desk.change("Instelling gewijzigd") as tx:
        tx.put_setting("return_days", 5)
    found, _total = told(desk)
    assert [(change.ref, change.label) for change in found] == [(made, "Notitie toegevoegd")]


def test_a_large_import_is_one_line(desk: Desk) -> None:
    desk.set_who(Ref("role", "b" * 32))
    with desk.change("Contacten ingelezen") as tx:
        made = tx.add_many("person", [{"title": f"Persoon {n}"} for n in range(60)])
    found, total = told(desk)
    assert (len(found), total) == (1, 1)
    assert found[0].ref in made
    assert MOST >= 100
