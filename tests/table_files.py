"""Tables as people hand them over, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vaartdesk.flows.table_import import apply, open_tables, prepare
from vaartdesk.flows.table_plan import Plan
from vaartdesk.formats.tables import write_csv
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk


def file(folder: Path, name: str, rows: list[list[str]], encoding: str = "") -> Path:
    path = folder / name
    data = write_csv(rows)
    path.write_bytes(data.decode("utf-8-sig").encode(encoding) if encoding else data)
    return path


def read_in(desk: Desk, path: Path, kind: str = "") -> Plan:
    ready = prepare(desk, open_tables(desk, [path], kind))
    apply(desk, ready)
    return ready


def states(ready: Plan) -> list[str]:
    return [str(line.state) for line in ready.lines]


def remarks(ready: Plan) -> list[str]:
    return [line.remark for line in ready.lines]


def titles(desk: Desk, kind: str) -> list[str]:
    return [row["title"] for row in desk.rows(kind)]


def make(desk: Desk, kind: str, **values: Any) -> Ref:
    with desk.change("Gemaakt") as tx:
        return tx.add(kind, values)
