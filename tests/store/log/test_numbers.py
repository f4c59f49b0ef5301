"""Numbers are given at once; a double is cured by the laptop that made the later row, and the old number still finds it."""

from __future__ import annotations

import pytest

from store.log.laptop import Laptop, Make, sync
from vaartdesk.store.log.numbers import Renumbered, next_number, next_numbers, renumber, rows_with_number

PREFIX = "M-2026-"


def cure(a: Laptop, orphans: tuple[str, ...] = ()) -> list[Renumbered]:
    with a.act() as journal:
        return renumber(journal, "ticket", orphans=orphans, label="number.double")


@pytest.mark.parametrize(
    ("prefix", "width", "letter", "first", "next_one"),
    [
        ("M-2026-", 4, "", "M-2026-0001", "M-2026-0002"),
        ("B-2026-", 3, "", "B-2026-001", "B-2026-002"),
        ("M-2026-", 4, "B", "M-2026-B001", "M-2026-B002"),
        ("A-", 3, "", "A-001", "A-002"),
        ("A-", 3, "B", "A-B001", "A-B002"),
    ],
)
def test_the_form_of_a_number(laptop: Make, prefix: str, width: int, letter: str, first: str, next_one: str) -> None:
    a = laptop("a")
    assert next_number(a.db, "ticket", prefix, width=width, letter=letter) == first
    a.add("ticket", "t", number=first)
    a.add("ticket", "other", number=f"{prefix}C900")
    a.add("ticket", "free", number=f"{prefix}{letter}12 oud")
    assert next_number(a.db, "ticket", prefix, width=width, letter=letter) == next_one


def test_many_at_once_and_past_the_width(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", number="M-2026-9999")
    assert next_numbers(a.db, "ticket", PREFIX, 2) == ["M-2026-10000", "M-2026-10001"]
    a.put("ticket", "t", alive=0)
    assert next_number(a.db, "ticket", PREFIX) == "M-2026-10000"  # a deleted row keeps its number


def test_doubles_settle_on_all_laptops(laptop: Make) -> None:
    a, b, c = laptop("a"), laptop("b"), laptop("c")
    made = {}
    for x in (a, b):
        for at in range(3):
            number = next_number(x.db, "ticket", PREFIX)
            made[x.add("ticket", f"{x.author}{at}", title="x", number=number)] = number
    for _ in range(3):
        for one, other in ((a, b), (b, c), (a, c)):
            sync(one, other)
        for x in (a, b, c):
            cure(x)
    for one, other in ((a, b), (b, c), (a, c)):
        sync(one, other)
    assert a.state() == b.state() == c.state()
    assert len(set(a.all("select number from ticket"))) == 6
    for row, number in made.items():
        assert row in rows_with_number(c.db, "ticket", number)  # what was printed still finds it
    assert c.all("select count(*) from txn where kind='auto'") == [(1,)]


def test_the_row_made_first_keeps_it_and_only_its_maker_renumbers(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b", start=1_800_000_500_000)
    a.add("ticket", "vroeg", number="M-2026-0001")
    b.add("ticket", "laat", number="M-2026-0001")
    sync(a, b)
    assert cure(a) == []
    assert cure(b) == [Renumbered("laat", "M-2026-0001", "M-2026-0002")]
    assert a.get("ticket", "vroeg", "number") == "M-2026-0001"
    assert b.journal.conflicts() == []
    assert cure(b) == []


def test_a_device_out_of_use_is_stood_in_for(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b", start=1_800_000_500_000)
    a.add("ticket", "vroeg", number="M-2026-B001")
    b.add("ticket", "laat", number="M-2026-B001")
    sync(a, b)
    assert cure(a, orphans=(b.device,)) == [Renumbered("laat", "M-2026-B001", "M-2026-B002")]


def test_rows_in_the_bin_and_empty_numbers_are_no_doubles(laptop: Make) -> None:
    a = laptop("a")
    for row in "xyz":
        a.add("ticket", row, number="M-2026-0001" if row != "z" else "")
    a.add("ticket", "w", number="")
    a.put("ticket", "y", alive=0)
    a.add("ticket", "v", number="zonder telling")
    a.add("ticket", "u", number="zonder telling")
    assert cure(a) == []
