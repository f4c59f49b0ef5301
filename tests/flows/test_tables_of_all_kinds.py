"""Every kind as CSV, XLSX and JSON: written, read into an empty workspace, equal; read in again, nothing happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.flows.table_export import FORMS, export_table
from vaartdesk.flows.table_import import apply, open_tables, prepare
from vaartdesk.flows.table_plan import Plan, State
from vaartdesk.kinds.events.rules.occurrences import date_id
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.ref import Refused
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.store.model import CHAIN
from vaartdesk.store.rows import read_rows
from vaartdesk.store.tx import Tx
from workspace import all_kinds, open_desk

KINDS = all_kinds()
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
every_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture
def other_desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    """A second workspace, without a record."""
    with open_desk(tmp_path / "elders", clock) as opened:
        yield opened


def filled(desk: Desk, kind: Kind) -> None:
    """Records of the kind, one with all that a person can fill in."""
    specimens = Specimens(desk.kinds)
    if kind.name in RULED:
        with desk.change("Gemaakt") as tx:
            RULED[kind.name](tx, specimens)
        return
    with desk.change("Gemaakt") as tx:
        ref = specimens.record(tx, kind.name)
        specimens.record(tx, kind.name)
    for field in kind.fields.values():
        if not (field.derived or field.auto or field.hidden):
            with suppress(Refused), desk.change("Gewijzigd") as tx:
                tx.set(ref, field.name, specimens.value(tx, field))


def _link(tx: Tx, specimens: Specimens) -> None:
    first, second = specimens.record(tx, "person"), specimens.record(tx, "organisation")
    tx.link(first, CHAIN, second)
    tx.link(second, CHAIN, first)


def _override(tx: Tx, specimens: Specimens) -> None:
    event = specimens.record(tx, "event", rrule="FREQ=DAILY;COUNT=4")
    first = tx.get(event)["starts_at"]
    for step, skipped in ((1, True), (2, False)):
        at = first + timedelta(days=step)
        values = {"event": event.id, "original_at": at, "is_skipped": skipped, "reason": "Storm", "starts_at": at}
        tx.add("event_override", values, id=date_id(event.id, at.strftime("%Y-%m-%dT%H:%M")))


RULED: dict[str, Callable[[Tx, Specimens], object]] = {
    "link": _link,
    "event_override": _override,
    "setting": lambda tx, specimens: tx.put_setting("organisation", 'Vaart; "in" Assen\n'),
}
"""Kinds whose key follows from what they say: made by the door's own verbs."""


def held(desk: Desk) -> list[Kind]:
    """The kinds of which there is a record, living or not: one question, for the others are most of sixty."""
    asked = " union all ".join(f"select '{kind.name}' where exists(select 1 from {kind.name})" for kind in KINDS)
    with desk.read() as reader:
        found = set(reader.connection.execute(text(asked)).scalars())
    return [kind for kind in KINDS if kind.name in found]


def written(desk: Desk, folder: Path, form: str) -> list[Path]:
    """A file for each kind that has records."""
    folder.mkdir()
    files = []
    for kind in held(desk):
        made = export_table(desk, [kind.name], form)
        if made.count:
            files.append(folder / f"{kind.name}.{form}")
            files[-1].write_bytes(made.data)
    return files


def read_in(desk: Desk, files: list[Path]) -> Plan:
    ready = prepare(desk, open_tables(desk, files))
    apply(desk, ready)
    return ready


def everything(desk: Desk, *, without: tuple[str, ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """All living records by kind; moments to the second, as text for people holds them."""
    found = {}
    with desk.read() as reader:
        for kind in held(desk):
            rows = read_rows(reader.connection, kind, tuple(kind.fields))
            found[kind.name] = [{n: _whole(v) for n, v in row.items() if n not in without} for row in rows]
    return found


def _whole(value: Any) -> Any:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


@every_form
@every_kind
def test_a_kind_comes_back_as_it_was_and_again_changes_nothing(
    kind: Kind, form: str, desk: Desk, other_desk: Desk, tmp_path: Path
) -> None:
    filled(desk, kind)
    for sha256 in desk.files.names():
        other_desk.files.put(desk.files.get(sha256) or b"")
    files = written(desk, tmp_path / "uit", form)
    first = read_in(other_desk, files)
    assert [line.remark for line in first.lines if line.state is State.REFUSED] == []
    assert everything(other_desk) == everything(desk)
    again = read_in(other_desk, files)
    assert [(line.ref, line.told) for line in again.lines if line.state is not State.SAME] == []
    at_home = prepare(desk, open_tables(desk, files))
    assert at_home.count(State.SAME) == len(at_home.lines)
    assert check(other_desk) == []
    assert other_desk.undo() is not None
    assert not any(everything(other_desk).values())
