"""Two laptops that work apart and meet: nothing is lost, what both changed is kept twice until someone chooses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.store.exchange import Taken, hand_out, take_in
from vaartdesk.store.log.wire import Damaged
from workspace import open_desk


@pytest.fixture
def laptops(tmp_path: Path, clock: FixedClock) -> Iterator[tuple[Desk, Desk]]:
    """Two open workspaces of one team."""
    with open_desk(tmp_path / "a", clock) as a, open_desk(tmp_path / "b", clock) as b:
        yield a, b


def give(giver: Desk, taker: Desk) -> Taken:
    data = hand_out(giver, taker.door.journal.have())
    assert data is not None
    return take_in(taker, data)


def shared_ticket(a: Desk, b: Desk) -> Ref:
    with a.change("Melding gemaakt") as tx:
        ref = Specimens(a.kinds).record(tx, "ticket", title="Lantaarn")
    give(a, b)
    return ref


@pytest.mark.accept("S1")
def test_taking_in_twice_changes_nothing(laptops: tuple[Desk, Desk]) -> None:
    a, b = laptops
    ref = shared_ticket(a, b)
    data = hand_out(a)
    assert data is not None
    heard: list[ChangeSet] = []
    b.bus.subscribe(heard.append)
    assert take_in(b, data).received.applied == 0
    assert heard == []
    assert b.get(ref) == a.get(ref)
    assert [hit.ref for hit in b.search("lantaarn")] == [ref]


@pytest.mark.accept("S2")
def test_both_values_are_kept_and_shown_for_choice(laptops: tuple[Desk, Desk], clock: FixedClock) -> None:
    a, b = laptops
    ref = shared_ticket(a, b)
    clock.advance(timedelta(minutes=1))
    with a.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Lantaarn Brink")
    clock.advance(timedelta(days=-4000))
    with b.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Lantaarn passage")
    clock.advance(timedelta(days=4000, minutes=1))
    assert give(a, b).choices == 1
    give(b, a)
    for desk in laptops:
        assert {head.value for head in desk.conflicts(ref)["title"]} == {"Lantaarn Brink", "Lantaarn passage"}
        assert check(desk) == []
    with b.change("Keuze gemaakt") as tx:
        tx.resolve(ref, "title", "Lantaarn passage")
    give(b, a)
    for desk in laptops:
        assert desk.conflicts(ref) == {}
        assert (desk.get(ref) or {})["title"] == "Lantaarn passage"
    assert "Lantaarn Brink" in {line.new for line in a.history(ref)}


@pytest.mark.accept("S3")
def test_numbers_given_apart_end_up_unique(laptops: tuple[Desk, Desk]) -> None:
    a, b = laptops
    shared_ticket(a, b)
    made = {}
    for name, desk in (("a", a), ("b", b)):
        with desk.change("Melding gemaakt") as tx:
            made[name] = Specimens(desk.kinds).record(tx, "ticket", title=f"van {name}")
    assert (a.get(made["a"]) or {})["number"] == (b.get(made["b"]) or {})["number"] == "M-2026-0002"
    for _round in range(3):
        for giver, taker in ((a, b), (b, a)):
            data = hand_out(giver)
            assert data is not None
            take_in(taker, data)
    numbers = {(desk.get(ref) or {})["number"] for desk in laptops for ref in made.values()}
    assert numbers == {"M-2026-0002", "M-2026-0003"}
    assert {hit.ref for hit in a.search("M-2026-0002")} == set(made.values())


def test_a_deletion_does_not_beat_an_edit_it_did_not_know_of(laptops: tuple[Desk, Desk]) -> None:
    a, b = laptops
    ref = shared_ticket(a, b)
    with a.change("Verwijderd") as tx:
        tx.delete(ref)
    with b.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Lantaarn, toch nog")
    give(a, b)
    give(b, a)
    for desk in laptops:
        assert (desk.get(ref) or {})["alive"]
        assert "alive" in desk.conflicts(ref)


def test_a_damaged_bundle_is_refused_whole(laptops: tuple[Desk, Desk]) -> None:
    a, b = laptops
    with a.change("Melding gemaakt") as tx:
        Specimens(a.kinds).record(tx, "ticket")
    data = hand_out(a)
    assert data is not None
    for broken in (data[: len(data) // 2], data[:-1] + bytes([data[-1] ^ 1]), b"geen bundel"):
        with pytest.raises(Damaged):
            take_in(b, broken)
    assert b.rows("ticket") == []
    assert check(b) == []


def test_an_erased_value_is_gone_on_both(laptops: tuple[Desk, Desk]) -> None:
    a, b = laptops
    ref = shared_ticket(a, b)
    with b.change("Omschrijving gewijzigd") as tx:
        tx.set(ref, "description", "naam van een melder")
    with a.change("Gewist") as tx:
        tx.erase(ref, ["description"])
    give(a, b)
    give(b, a)
    for desk in laptops:
        assert (desk.get(ref) or {})["description"] == ""
        assert desk.search("melder") == []
        assert check(desk) == []
