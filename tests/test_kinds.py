"""One suite over every kind: made, edited field by field, undone, redone, reopened, found, deleted, put back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.kind import Kind, Section
from vaartdesk.schema.record import Base
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from workspace import all_kinds, open_desk

KINDS = all_kinds()
OWN = [kind for kind in KINDS if kind.sections]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_page = pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.name)


def make(desk: Desk, kind: Kind) -> tuple[Specimens, Ref]:
    specimens = Specimens(desk.kinds)
    with desk.change("Gemaakt") as tx:
        ref = specimens.record(tx, kind.name)
    return specimens, ref


def edit_all(desk: Desk, kind: Kind, ref: Ref, specimens: Specimens) -> dict[str, Any]:
    """Set every field that a person can set, each in its own change; a rule may refuse one. Returns what was taken."""
    taken: dict[str, Any] = {}
    for field in kind.fields.values():
        if field.derived or field.hidden or field.auto:
            continue
        refusals: list[Refused] = []
        try:
            with desk.change("Gewijzigd") as tx:
                value = specimens.value(tx, field)
                is_new = tx.get(ref).get(field.name) != value
                tx.set(ref, field.name, value)
            if is_new and (desk.get(ref) or {}).get(field.name) == value:
                taken[field.name] = value
        except Refused as refused:
            refusals.append(refused)
        assert all(str(p.sentence).strip().endswith((".", "?", "!")) for r in refusals for p in r.problems)
    if kind.settle is not None:  # a later field may settle an earlier one: a reopened point loses its day
        now = desk.get(ref) or {}
        return {name: value for name, value in taken.items() if now[name] == value}
    return taken


@every_kind
def test_a_kind_is_declared_whole(kind: Kind) -> None:
    assert kind.label
    assert kind.plural
    assert kind.the.split()[0] in ("de", "het")
    assert kind.icon
    for section in kind.sections:
        assert isinstance(section, Section)
        for name in (*section.fields, *section.optional):
            assert kind.has(name), f"{kind.name} has no field {name}"
    for name in (*kind.list_fields, *kind.quick):
        assert kind.has(name), f"{kind.name} has no field {name}"
    for field in kind.fields.values():
        assert field.label
        for target in field.targets:
            assert target in {k.name for k in KINDS}, f"{kind.name}.{field.name} points at {target}"


@every_kind
def test_a_record_is_made_edited_and_all_of_it_undone(kind: Kind, desk: Desk) -> None:
    specimens, ref = make(desk, kind)
    made = desk.get(ref)
    taken = edit_all(desk, kind, ref, specimens)
    edited = desk.get(ref)
    assert edited is not None
    for name, value in taken.items():
        assert edited[name] == value, name
    steps = 0
    while desk.undo() is not None:
        steps += 1
    gone = desk.get(ref)
    assert steps >= len(taken)
    assert gone is not None
    assert not gone["alive"]
    assert desk.redo() is not None
    assert desk.get(ref) == made
    while desk.redo() is not None:
        pass
    assert desk.get(ref) == edited
    assert check(desk) == []


@every_kind
def test_a_record_is_there_after_reopening(kind: Kind, desk: Desk, clock: FixedClock) -> None:
    specimens, ref = make(desk, kind)
    edit_all(desk, kind, ref, specimens)
    kept, folder = desk.get(ref), desk.folder
    desk.close()
    with open_desk(folder, clock) as again:
        assert again.get(ref) == kept
        assert again.undo() is not None


@every_kind
def test_a_record_is_found_by_its_title_and_number(kind: Kind, desk: Desk) -> None:
    _specimens, ref = make(desk, kind)
    values = desk.get(ref)
    assert values is not None
    if not kind.searchable:
        return
    title = kind.title_of(values)
    assert ref in [hit.ref for hit in desk.search(title, kinds=(kind.name,), limit=50)]
    if kind.number is not None:
        assert desk.find_number(values["number"]) == ref


@every_kind
@pytest.mark.accept("G5")
def test_a_deleted_record_comes_back_with_its_links(kind: Kind, desk: Desk) -> None:
    specimens, ref = make(desk, kind)
    edit_all(desk, kind, ref, specimens)
    with desk.change("Notitie") as tx:
        tx.note(ref, "Blijft erbij")
    before = desk.get(ref)
    with desk.change("Verwijderd") as tx:
        tx.delete(ref)
    assert ref.id not in {row["id"] for row in desk.rows(kind.name)}
    assert ref not in [hit.ref for hit in desk.search(kind.title_of(before or {}), limit=50)]
    with desk.change("Teruggezet") as tx:
        tx.restore(ref)
    assert desk.get(ref) == before
    assert [note["text"] for note in desk.notes(ref)] == ["Blijft erbij"]


@every_page
@pytest.mark.accept("G6")
def test_history_tells_each_change(kind: Kind, desk: Desk) -> None:
    specimens, ref = make(desk, kind)
    taken = edit_all(desk, kind, ref, specimens)
    told = {line.field for line in desk.history(ref)}
    shown = {n for n, v in taken.items() if not kind.fields[n].is_links and not kind.fields[n].type.is_empty(v)}
    assert shown <= told


@every_page
def test_a_row_of_a_list_says_what_it_is(kind: Kind, desk: Desk) -> None:
    from vaartdesk.schema.kind import RowContext

    specimens, ref = make(desk, kind)
    edit_all(desk, kind, ref, specimens)
    rows = desk.rows(kind.name, [ref.id])
    assert len(rows) == 1
    if kind.row is not None:
        with desk.read() as reader:
            titles = reader.titles(key for row in rows for key in row.values() if isinstance(key, str))
        context = RowContext(desk.today, desk.clock.now(), titles, {}, {})
        parts = kind.row(rows[0], context)
        assert parts.title
        for grouping in kind.groupings:
            order, header = grouping.key(rows[0], context)
            assert header.text
            assert order is not None
        for chosen in kind.filters:
            assert chosen.test(rows[0], context) in (True, False)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_column_holds_what_a_merge_could_break(kind: Kind) -> None:
    table = Base.metadata.tables[kind.name]
    assert [c.name for c in table.primary_key] == ["id"]
    for column in table.columns:
        assert not column.unique, column.name
        assert column.nullable or column.primary_key or column.server_default is not None, column.name
        for key in column.foreign_keys:
            assert key.deferrable
            assert key.initially == "DEFERRED"


def test_the_workspace_lies_in_one_folder(desk: Desk) -> None:
    names = {path.name for path in Path(desk.folder).iterdir()}
    assert names <= {"vaartdesk.db", "vaartdesk.db-wal", "vaartdesk.db-shm", "files", "backups", "vaartdesk.lock"}
