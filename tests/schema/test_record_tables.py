"""The table of a class is made when it is first asked for; whoever asks for all of them gets all."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import TableClause

from vaartdesk.app.registry import load_kinds
from vaartdesk.schema.field import ref, text
from vaartdesk.schema.record import Base, Record

UNMADE = """
from vaartdesk.app.registry import load_kinds
from vaartdesk.schema.record import Base
kinds = load_kinds()
assert all(kind.fields and kind.columns for kind in kinds)
made = [kind.name for kind in kinds if "__table__" in vars(kind.model)]
assert len(made) < len(kinds) / 4, made
assert {kind.name for kind in kinds} <= Base.metadata.tables.keys()
"""


def test_knowing_all_fields_makes_no_tables_and_asking_for_all_tables_makes_each() -> None:
    subprocess.run([sys.executable, "-c", UNMADE], check=True)


def test_a_table_is_made_once_whoever_asks_first() -> None:
    class Probe(Record, Base):
        __tablename__ = "table_probe"

        title = text("Titel")
        parent = ref("Bij", "table_probe")

    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _number: Probe.__table__, range(64)))
        assert len({id(table) for table in found}) == 1
        assert [column.name for column in found[0].columns] == ["title", "parent", "id", "alive"]
        assert vars(Probe)["__table__"] is found[0]
        whole = Base.metadata.tables["table_probe"]
        assert [column.name for column in whole.primary_key] == ["id"]
        assert [key.target_fullname for key in whole.foreign_keys] == ["table_probe.id"]
    finally:
        Base.declared.remove(Probe)
        Base.metadata.remove(Base.metadata.tables["table_probe"])


def test_every_kind_has_a_table_of_its_own() -> None:
    tables = [kind.model.__table__ for kind in load_kinds()]  # type: ignore[attr-defined]
    assert all(isinstance(table, TableClause) for table in tables)
    assert len({table.name for table in tables}) == len(tables)
