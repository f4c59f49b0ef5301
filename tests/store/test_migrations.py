"""Old databases come up to date whole: no row lost, references whole, and the tables as the models declare them."""

from __future__ import annotations

import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from specimens import Specimens
from still import NOW
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.record import Base
from vaartdesk.schema.ref import Ref
from vaartdesk.store import backup, indexing, opening, search
from vaartdesk.store.check import check
from vaartdesk.store.connect import raw, sqlite_connect
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import FULL, DiskFull
from vaartdesk.store.log.tables import DDL
from vaartdesk.store.migrations import run
from vaartdesk.store.migrations.head import SCHEMA_VERSION
from vaartdesk.store.renewal import renew_after_upgrade
from vaartdesk.store.workspace import Workspace, version_of
from workspace import all_kinds, open_desk

UNMAPPED = {text.split()[2].partition("(")[0] for text in (*DDL, *indexing.DDL) if text.startswith("create table")}
UNMAPPED |= {"draft", "alembic_version"}
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "{revision:04d}"
down_revision = "{down:04d}"


def upgrade() -> None:
    with op.batch_alter_table("theme_line") as line:
        line.add_column(sa.Column("street", sa.Text(), nullable=True))
        line.create_foreign_key("fk_theme_line_street_street", "street", ["street"], ["id"])
    {more}
"""


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of today's version with records of every kind, all their references filled; one deleted, one put back."""
    folder = tmp_path_factory.mktemp("newest") / "w"
    with open_desk(folder, FixedClock(NOW)) as desk:
        specimens = Specimens(desk.kinds)
        for name, kind in desk.kinds.items():
            with desk.change("Gemaakt") as tx:
                ref = specimens.record(tx, name)
                for field in kind.fields.values():
                    if field.target and not (field.derived or field.is_links or tx.get(ref)[field.name]):
                        tx.set(ref, field.name, specimens.value(tx, field))
        for street in desk.rows("street")[:2]:
            with desk.change("Verwijderd") as tx:
                tx.delete(Ref("street", street["id"]))
        desk.undo()
        with desk.door.transaction() as connection:
            indexing.catch_up(raw(connection))  # version 1 knew of no text that lies ready
    return folder


@pytest.fixture
def old(newest: Path, tmp_path: Path) -> Workspace:
    """The same workspace as version 1 would hold it: the columns of that version, and the whole log, newer fields too."""
    old = Workspace(tmp_path / "old")
    shutil.copytree(newest, old.folder, ignore=shutil.ignore_patterns("vaartdesk.db*", "*.lock"))
    run.upgrade(old.database, sqlite_connect, 1)
    db = sqlite3.connect(old.database, isolation_level=None)
    db.execute("attach ? as newest", (str(Workspace(newest).database),))
    db.execute("begin")
    for name in tables(db):
        if name != "alembic_version":
            columns = ", ".join(f'"{row[1]}"' for row in db.execute(f'pragma main.table_info("{name}")'))
            db.execute(f'insert into main."{name}"({columns}) select {columns} from newest."{name}"')
    for name in indexing.INDEXES:
        db.execute(f"insert into {name}({name}) values('rebuild')")
    db.execute("commit")
    db.close()
    return old


def tables(db: sqlite3.Connection) -> list[str]:
    """Every table but those of the search indexes, which hold no data of their own."""
    found = db.execute("select name from main.sqlite_master where type = 'table' order by name")
    return [name for (name,) in found if not name.startswith((*indexing.INDEXES, "sqlite_"))]


def content(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Table -> its rows, in order; without what differs from one opening to the next."""
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    found = {name: [dict(row) for row in db.execute(f'select * from "{name}"')] for name in tables(db)}
    db.close()
    del found["local"], found["alembic_version"]
    return {name: sorted(rows, key=lambda row: str(sorted(row.items()))) for name, rows in found.items()}


def schema(path: Path) -> set[tuple[str, str]]:
    db = sqlite3.connect(path)
    found = {(name, sql) for name, sql in db.execute("select name, sql from sqlite_master where sql is not null")}
    db.close()
    return found


def plant(monkeypatch: pytest.MonkeyPatch, folder: Path, more: str) -> int:
    """Let the program have one step more, which copies a table that many others refer to. Returns its version."""
    shutil.copytree(run.HERE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    step = STEP.format(revision=SCHEMA_VERSION + 1, down=SCHEMA_VERSION, more=more)
    (folder / "versions" / f"{SCHEMA_VERSION + 1:04d}_planted.py").write_text(step, encoding="utf-8")
    monkeypatch.setattr(run, "HERE", folder)
    return SCHEMA_VERSION + 1


def test_an_old_database_comes_up_to_date_without_loss(old: Workspace, newest: Path, clock: FixedClock) -> None:
    """What the old version had no column for was in its log all the time, and comes out of it."""
    assert all(row.get("agreement") is None for row in content(old.database)["fund"])
    with Desk.open(old.folder, all_kinds(), clock=clock) as desk:
        assert check(desk) == []
    assert content(old.database) == content(Workspace(newest).database)
    assert all(content(old.database)[kind.name] for kind in all_kinds())


def test_search_undo_and_history_reach_over_an_upgrade(old: Workspace, clock: FixedClock) -> None:
    with Desk.open(old.folder, all_kinds(), clock=clock) as desk:
        for name, kind in desk.kinds.items():
            ref = Ref(name, desk.rows(name)[0]["id"])
            title = kind.title_of(desk.get(ref) or {})
            assert not kind.searchable or ref in [hit.ref for hit in desk.search(title, kinds=(name,), limit=100)]
            assert desk.history(ref) or not kind.sections
        streets = len(desk.rows("street"))
        assert desk.redo() is not None
        assert len(desk.rows("street")) == streets - 1
        assert desk.undo() is not None
        assert desk.undo() is not None
        assert len(desk.rows("street")) == streets + 1
        assert check(desk) == []


def test_an_upgraded_schema_is_that_of_a_new_workspace(old: Workspace, tmp_path: Path) -> None:
    run.upgrade(old.database, sqlite_connect)
    run.upgrade(tmp_path / "fresh.db", sqlite_connect)
    assert schema(old.database) == schema(tmp_path / "fresh.db")
    assert not [name for name, _sql in schema(old.database) if name.startswith("_alembic")]


def difference(path: Path) -> list[Any]:
    """What Alembic sees to differ between a database and the models."""
    all_kinds()
    engine = create_engine(f"sqlite:///{path}")
    options = {"compare_type": True, "include_object": is_of_a_model}
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    engine.dispose()
    return list(found)


def is_of_a_model(item: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    """The tables of the log and of search are spelled out where they are used."""
    table = str(name if kind == "table" else item.table.name)
    return not (table in UNMAPPED or table.startswith(indexing.INDEXES))


def make_up(path: Path) -> dict[str, set[tuple[Any, ...]]]:
    """Table of a model -> its columns with defaults, its references, its indexes: as SQLite itself tells them."""
    db = sqlite3.connect(path)
    found: dict[str, set[tuple[Any, ...]]] = {}
    for name in Base.metadata.tables:
        sql = db.execute("select sql from sqlite_master where name = ?", (name,)).fetchone()[0]
        columns = {
            (*row[1:4], (row[4] or "").strip("()"), row[5]) for row in db.execute(f"pragma table_info({name!r})")
        }
        keys = {row[2:] for row in db.execute(f"pragma foreign_key_list({name!r})")}
        indexes = {row[1:] for row in db.execute(f"pragma index_list({name!r})")}
        deferred = {("deferrable", len(re.findall("DEFERRABLE INITIALLY DEFERRED", sql)))}
        found[name] = columns | keys | indexes | deferred
    db.close()
    return found


def test_the_newest_schema_is_what_the_models_declare(tmp_path: Path) -> None:
    run.upgrade(tmp_path / "fresh.db", sqlite_connect)
    assert difference(tmp_path / "fresh.db") == []
    engine = create_engine(f"sqlite:///{tmp_path / 'models.db'}")
    Base.metadata.create_all(engine)
    engine.dispose()
    assert make_up(tmp_path / "fresh.db") == make_up(tmp_path / "models.db")


def test_a_difference_is_seen(tmp_path: Path) -> None:
    run.upgrade(tmp_path / "older.db", sqlite_connect, 1)
    told = " ".join(map(repr, difference(tmp_path / "older.db")))
    assert "'ix_agenda_item_parent'" in told
    assert "'fund', Column('agreement'" in told


def test_a_copied_table_keeps_its_rows_and_those_that_refer_to_it(
    old: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.upgrade(old.database, sqlite_connect)
    before = content(old.database)
    run.upgrade(old.database, sqlite_connect, plant(monkeypatch, tmp_path / "steps", "pass"))
    after = content(old.database)
    assert before["theme_line"]
    assert [{**row, "street": None} for row in before.pop("theme_line")] == after.pop("theme_line")
    assert before == after


@pytest.mark.parametrize(
    ("more", "error"),
    [("raise ValueError('half-way')", "half-way"), ("op.execute('delete from theme_line')", "broke references")],
)
def test_a_step_that_fails_leaves_everything_as_it_was(
    old: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, error: str
) -> None:
    before, tables_before = content(old.database), schema(old.database)
    version = plant(monkeypatch, tmp_path / "steps", more)
    with pytest.raises((ValueError, RuntimeError), match=error):
        run.upgrade(old.database, sqlite_connect, version)
    assert version_of(old.database, sqlite_connect) == 1
    assert (content(old.database), schema(old.database)) == (before, tables_before)


@pytest.mark.accept("S5")
def test_a_checked_copy_is_laid_aside_before_an_upgrade(old: Workspace, clock: FixedClock) -> None:
    before = content(old.database)
    Desk.open(old.folder, all_kinds(), clock=clock).close()
    (made,) = backup.backups(old)
    assert made.reason == "bijwerken"
    assert version_of(made.folder / "vaartdesk.db", sqlite_connect) == 1
    assert content(made.folder / "vaartdesk.db") == before
    backup.restore(old, made.folder, clock.now(), sqlite_connect)
    with Desk.open(old.folder, all_kinds(), clock=clock) as desk:
        assert check(desk) == []


def test_without_room_for_that_copy_nothing_is_upgraded(
    old: Workspace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFull(str(FULL))

    monkeypatch.setattr(opening, "make_backup", refuse)
    with pytest.raises(DiskFull):
        Desk.open(old.folder, all_kinds(), clock=clock)
    assert version_of(old.database, sqlite_connect) == 1


def test_an_upgrade_that_was_cut_short_is_finished_at_the_next_start(old: Workspace, clock: FixedClock) -> None:
    run.upgrade(old.database, sqlite_connect)  # and then the power fails, before the log has filled the new column
    assert all(row["agreement"] is None for row in content(old.database)["fund"])
    with Desk.open(old.folder, all_kinds(), clock=clock) as desk:
        assert not renew_after_upgrade(desk.door)
        assert check(desk) == []
    assert any(row["agreement"] for row in content(old.database)["fund"])


def test_after_an_upgrade_texts_lie_ready_and_are_found(old: Workspace, clock: FixedClock) -> None:
    """The step that made ``record_due``, on a filled database of the version before it."""
    run.upgrade(old.database, sqlite_connect, 3)
    with Desk.open(old.folder, all_kinds(), clock=clock) as desk:
        ref = Ref("street", desk.rows("street")[0]["id"])
        with desk.change("Gewijzigd") as tx:
            tx.set(ref, "title", "Zuidersingel")
        with desk.read() as reader:
            ready = raw(reader.connection).execute("select folded, is_new from record_due").fetchall()
        assert [("zuidersingel" in folded, is_new) for folded, is_new in ready] == [(True, 0)]
        assert [hit.ref for hit in desk.search("singel")] == [ref]
        assert check(desk) == []


def test_a_former_number_is_found_without_reading_the_log(newest: Path) -> None:
    db = sqlite3.connect(Workspace(newest).database)
    seen: list[str] = []
    db.set_trace_callback(seen.append)
    search.find(db, "M-2026-0001", (), 20)
    db.set_trace_callback(None)
    asked = [text for text in seen if "from change" in text]
    assert asked
    plans = [row[3] for text in asked for row in db.execute(f"explain query plan {text}")]
    db.close()
    assert not [plan for plan in plans if plan.startswith("SCAN change")]
