"""Undo and redo are new transactions: they survive a restart, travel, and leave alone what others changed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.log.laptop import Laptop, Make, sync
from vaartdesk.store.log.entry import Cell
from vaartdesk.store.log.undo import Reason, Skipped, stacks, top


def shown(a: Laptop) -> tuple[object, ...]:
    return tuple(a.get("ticket", "t", name) for name in ("title", "status", "alive"))


def test_undo_and_redo_survive_a_restart(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="1")
    a.put("ticket", "t", title="2")
    a.put("ticket", "t", title="3", status="s")
    a.put("ticket", "t", alive=0)
    assert stacks(a.journal) == ([1, 2, 3, 4], [])
    for _ in range(3):
        a.undo()
    assert shown(a) == ("1", "", 1)
    a.close()
    a = laptop("a")
    assert stacks(a.journal) == ([1], [5, 6, 7])
    a.undo(redo=True)
    assert shown(a) == ("2", "", 1)
    a.undo(redo=True)
    assert shown(a) == ("3", "s", 1)
    a.undo()
    assert shown(a) == ("2", "", 1)
    a.put("ticket", "t", status="n")
    assert stacks(a.journal)[1] == []  # a new change leaves nothing to redo


def test_undoing_a_creation_puts_the_row_in_the_bin_with_its_values(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="1", status="s")
    a.undo()
    assert shown(a) == ("1", "s", 0)
    a.undo(redo=True)
    assert shown(a) == ("1", "s", 1)
    assert a.journal.conflicts() == []
    a.undo()
    assert shown(a) == ("1", "s", 0)
    assert a.undo() is None


def test_an_import_is_undone_as_one(laptop: Make) -> None:
    a = laptop("a")
    rows = [f"r{at}" for at in range(300)]
    a.write([Cell("tag", row, name, value) for row in rows for name, value in (("alive", 1), ("name", row))], "import")
    a.undo()
    assert a.all("select count(*) from tag where alive") == [(0,)]
    a.undo(redo=True)
    assert a.all("select count(*) from tag where alive and name=id") == [(300,)]


def test_a_cell_that_a_colleague_changed_since_is_left_alone(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1", body="b")
    a.put("ticket", "t", title="4", body="c")
    sync(a, b)
    b.put("ticket", "t", title="5")
    sync(a, b)
    made = a.undo()
    assert made is not None
    assert made.skipped == [Skipped("ticket", "t", "title", Reason.CHANGED)]
    assert (a.get("ticket", "t", "title"), a.get("ticket", "t", "body")) == ("5", "b")
    a.undo(redo=True)
    assert (a.get("ticket", "t", "title"), a.get("ticket", "t", "body")) == ("5", "c")
    # "Toch terugzetten": the user insists.
    forced = a.undo(force=frozenset({("ticket", "t", "title")}))
    assert forced is not None
    assert a.get("ticket", "t", "title") == "5"  # the redo had nothing to say about the title
    sync(a, b)
    assert a.state() == b.state()


def test_putting_back_all_the_same(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1")
    a.put("ticket", "t", title="2")
    sync(a, b)
    b.put("ticket", "t", title="3")
    sync(a, b)
    a.undo(force=frozenset({("ticket", "t", "title")}))
    sync(a, b)
    assert a.get("ticket", "t", "title") == b.get("ticket", "t", "title") == "1"
    assert a.journal.conflicts() == []


def test_a_new_row_that_a_colleague_worked_on_is_not_undone_silently(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1")
    sync(a, b)
    b.put("ticket", "t", body="werk van b")
    sync(a, b)
    made = a.undo()
    assert made is not None
    assert made.skipped == [Skipped("ticket", "t", "alive", Reason.CHANGED)]
    assert a.get("ticket", "t", "alive") == 1


def test_undoing_a_choice_opens_it_again(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1")
    sync(a, b)
    a.put("ticket", "t", title="2")
    b.put("ticket", "t", title="3")
    sync(a, b)
    a.resolve("ticket", "t", "title", "2")
    a.undo()
    assert a.journal.conflicts() == [("ticket", "t", "title")]
    sync(a, b)
    assert b.journal.conflicts() == a.journal.conflicts()
    assert a.state() == b.state()
    a.undo(redo=True)
    assert a.journal.conflicts() == []
    assert [head.value for head in a.journal.cell_heads("ticket", "t", "title")] == ["2"]


def test_automatic_changes_and_erasures_are_not_undone(laptop: Make) -> None:
    a = laptop("a")
    a.add("person", "p", name="Jansen", phone="1")
    a.write([Cell("person", "p", "phone", "2")], "auto")
    a.erase(("person", "p", "name", None))
    assert stacks(a.journal) == ([1], [])


def test_an_erased_value_never_comes_back(laptop: Make) -> None:
    a = laptop("a")
    a.add("person", "p", name="Jansen")
    a.put("person", "p", name="Janssen")
    a.erase(("person", "p", "name", None))
    everything = frozenset({("person", "p", "name")})
    made = a.undo(force=everything)
    assert made is not None
    assert (made.cells, made.skipped) == ([], [Skipped("person", "p", "name", Reason.ERASED)])
    assert a.get("person", "p", "name") == ""


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["edit", "undo", "redo", "resolve", "import", "auto"]), max_size=25))
def test_the_next_is_the_end_of_the_stack(laptop: Make, room: Path, steps: list[str]) -> None:
    a = laptop(f"a{len(list(room.iterdir()))}")
    a.add("ticket", "t", title="1")
    for at, step in enumerate(steps):
        if step in {"undo", "redo"}:
            a.undo(redo=step == "redo")
        else:
            a.write([Cell("ticket", "t", "title", f"{at}")], step)
        undoable, redoable = stacks(a.journal)
        assert top(a.journal) == (undoable[-1] if undoable else None, redoable[-1] if redoable else None)


ACTS = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from("xyz"), st.sampled_from(["title", "status", "alive"]), st.sampled_from(["a", "b", None])
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda act: act[:2],
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=ACTS)
def test_undoing_everything_gives_the_start_and_redoing_the_end(
    laptop: Make, room: Path, changes: list[list[tuple[str, str, str | None]]]
) -> None:
    a = laptop(f"a{len(list(room.iterdir()))}")
    for row in "xyz":
        a.add("ticket", row, title=row)
    start = a.all("select * from ticket order by id")
    states = []
    for change in changes:
        states.append(a.all("select * from ticket order by id"))
        a.write(
            [Cell("ticket", row, name, int(value == "a") if name == "alive" else value) for row, name, value in change]
        )
    end = a.all("select * from ticket order by id")
    for before in reversed(states):
        a.undo()
        assert a.all("select * from ticket order by id") == before
    assert a.all("select * from ticket order by id") == start
    for _ in changes:
        a.undo(redo=True)
    assert a.all("select * from ticket order by id") == end
    assert stacks(a.journal)[1] == []
