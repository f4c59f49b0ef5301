"""What is worked out again when something changes, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.store.desk import Desk
from workspace import all_kinds, open_desk


class Read(dict[str, Any]):
    """Settings that note which of them are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_read: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.keys_read.add(key)
        return default


class Counted:
    """The tickets' kind, counting how often the derived fields are worked out."""

    def __init__(self, kind: Kind) -> None:
        assert kind.derive is not None
        self._derive, self.times = kind.derive, 0
        self.kind = replace(kind, derive=self.derive)

    def derive(self, values: Values, reader: Reader) -> dict[str, Any]:
        self.times += 1
        return self._derive(values, reader)


@pytest.fixture
def counted(tmp_path: Path, clock: FixedClock) -> Iterator[tuple[Desk, Counted]]:
    ticket = Counted(next(kind for kind in all_kinds() if kind.name == "ticket"))
    kinds = [ticket.kind if kind.name == "ticket" else kind for kind in all_kinds()]
    with open_desk(tmp_path / "werkmap", clock, kinds=kinds) as desk:
        with desk.change("Meldingen") as tx:
            for _again in range(3):
                Specimens(desk.kinds).record(tx, "ticket")
        ticket.times = 0
        yield desk, ticket


def put(desk: Desk, key: str, value: Any) -> None:
    with desk.change("Instelling gewijzigd") as tx:
        tx.put_setting(key, value)


def test_a_setting_that_no_term_follows_from_leaves_the_tickets_alone(counted: tuple[Desk, Counted]) -> None:
    desk, ticket = counted
    put(desk, "organisation", "Stichting Vaart")
    put(desk, "privacy_words", ["junk"])
    assert ticket.times == 0


@pytest.mark.parametrize(("key", "value"), [("holidays", "alle"), ("free_days", ["2026-12-24"]), ("return_days", 3)])
def test_a_setting_that_terms_follow_from_works_all_out_again(
    counted: tuple[Desk, Counted], key: str, value: Any
) -> None:
    desk, ticket = counted
    put(desk, key, value)
    assert ticket.times == len(desk.rows("ticket"))


def test_a_title_costs_no_derivation_and_a_status_costs_one(counted: tuple[Desk, Counted]) -> None:
    desk, ticket = counted
    ref = desk.search("M-2026-0001")[0].ref
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Anders")
    assert ticket.times == 0
    with desk.change("Status gewijzigd") as tx:
        tx.set(ref, "status", "in_behandeling")
    assert ticket.times == 1


def variants(kind: Kind, values: Values) -> Iterator[Values]:
    """A record in each of its states, whole and with up to two of its days and numbers empty."""
    empty = [name for name, field in kind.fields.items() if field.type.empty is None]
    for status in kind.status.options if kind.status else ():
        for pair in combinations([*empty, ""], 2):
            yield {**values, "status": status.slug, **{name: None for name in pair if name}}


@pytest.mark.parametrize("kind", [kind for kind in all_kinds() if kind.derive], ids=lambda kind: kind.name)
def test_every_setting_that_derived_fields_follow_from_is_declared(desk: Desk, kind: Kind) -> None:
    read = Read()
    assert kind.derive is not None
    with desk.change("Een van de soort") as tx:
        specimens = Specimens(desk.kinds)
        columns = [field for field in kind.fields.values() if not (field.is_links or field.derived)]
        ref = specimens.record(tx, kind.name)
        filled = {field.name: specimens.value(tx, field) for field in columns}
        for values in variants(kind, {**tx.get(ref), **filled}):
            kind.derive(values, Reader(tx.reader.connection, tx.today, tx.now, known_settings=read))
    assert {f"setting:{key}" for key in read.keys_read} <= set(kind.rederive_on)
