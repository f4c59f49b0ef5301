"""The one door: data, log, search and files together or not at all; the bus once, after the commit."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from specimens import Specimens
from vaartdesk.schema.ref import Ref, Refused
from vaartdesk.store.bus import ChangeSet
from vaartdesk.store.desk import Desk


def new_ticket(desk: Desk, **given: Any) -> Ref:
    with desk.change("Melding gemaakt") as tx:
        return Specimens(desk.kinds).record(tx, "ticket", **given)


def test_a_change_is_told_once_after_the_commit(desk: Desk) -> None:
    heard: list[tuple[ChangeSet, bool]] = []
    ref = new_ticket(desk)
    desk.bus.subscribe(lambda change: heard.append((change, (desk.get(ref) or {})["title"] == "Nieuw")))
    with desk.change("Titel gewijzigd", origin="veld") as tx:
        tx.set(ref, "title", "Nieuw")
    ((change, is_committed),) = heard
    assert is_committed
    assert change.label == "Titel gewijzigd"
    assert change.origin == "veld"
    assert "title" in change.changed[ref]


def test_a_change_without_a_difference_is_no_change(desk: Desk) -> None:
    ref = new_ticket(desk, title="Zelfde")
    heard: list[ChangeSet] = []
    desk.bus.subscribe(heard.append)
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Zelfde")
    assert heard == []
    assert desk.undoing.undo_label == "Melding gemaakt"


def test_a_change_inside_another_joins_it(desk: Desk) -> None:
    with desk.change("Samen") as outer:
        first = Specimens(desk.kinds).record(outer, "ticket")
        with desk.change("Binnenin") as inner:
            assert inner is outer
            inner.set(first, "title", "Ook")
    assert (desk.get(first) or {})["title"] == "Ook"
    assert desk.undoing.undo_label == "Samen"
    desk.undo()
    assert not (desk.get(first) or {"alive": True})["alive"]


def test_a_failing_block_leaves_nothing_and_no_number_is_spent(desk: Desk) -> None:
    first = new_ticket(desk)
    number = desk.coming_number("ticket")
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(desk, first)
    assert len(desk.rows("ticket")) == 1
    assert desk.attachments(first) == []
    assert desk.coming_number("ticket") == number


def _fail_halfway(desk: Desk, ticket: Ref) -> None:
    with desk.change("Half") as tx:
        Specimens(desk.kinds).record(tx, "ticket")
        tx.attach(ticket, b"inhoud", "half.txt")
        raise ZeroDivisionError


def test_wrong_values_are_all_told_at_once_beside_their_fields(desk: Desk) -> None:
    ref = new_ticket(desk)
    with pytest.raises(Refused) as refused, desk.change("Fout") as tx:
        tx.update(ref, {"type": "bestaat_niet", "urgency": "ook_niet"})
    assert [p.field for p in refused.value.problems] == ["type", "urgency"]
    assert all(p.sentence.startswith("Kies een van") for p in refused.value.problems)


def test_a_required_field_may_not_be_emptied(desk: Desk) -> None:
    ref = new_ticket(desk, title="Blijft")
    with pytest.raises(Refused) as refused, desk.change("Leeg") as tx:
        tx.set(ref, "title", "  ")
    assert refused.value.problems[0].field == "title"
    assert (desk.get(ref) or {})["title"] == "Blijft"


def test_writing_past_the_door_fails(desk: Desk) -> None:
    with desk.read() as reader, pytest.raises(DBAPIError):
        reader.connection.execute(text("update ticket set title = 'achterom'"))


def test_a_listener_that_fails_loses_no_change(desk: Desk, log_errors: list[str]) -> None:
    def fail(change: ChangeSet) -> None:
        raise RuntimeError("kapot")

    ref = new_ticket(desk)
    desk.bus.subscribe(fail)
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "Toch")
    assert (desk.get(ref) or {})["title"] == "Toch"
    assert log_errors.pop().startswith("vaartdesk.store.bus")


def test_nul_bytes_emoji_markup_and_long_text_come_back_as_typed(desk: Desk) -> None:
    nasty = "<b>&amp; 🦭 \u202eomgekeerd\u202c é ĳ " + "a" * 20_000
    ref = new_ticket(desk)
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "description", "nul\x00" + nasty)
    assert (desk.get(ref) or {})["description"] == "nul" + nasty
    assert desk.search("amp")[0].ref == ref


def test_numbers_go_on_in_their_year(desk: Desk) -> None:
    refs = [new_ticket(desk) for _again in range(3)]
    assert [(desk.get(r) or {})["number"] for r in refs] == ["M-2026-0001", "M-2026-0002", "M-2026-0003"]


def test_order_is_kept_by_writing_only_the_moved_record(desk: Desk) -> None:
    specimens = Specimens(desk.kinds)
    with desk.change("Agenda") as tx:
        meeting = specimens.record(tx, "meeting")
        items = [specimens.record(tx, "agenda_item", meeting=meeting.id) for _again in range(3)]
        for item in items:
            tx.place(item, items)
    heard: list[ChangeSet] = []
    desk.bus.subscribe(heard.append)
    with desk.change("Verplaatst") as tx:
        tx.place(items[2], items, before=items[0])
    rows = sorted((desk.get(i) or {} for i in items), key=lambda r: r["pos"])
    assert [r["id"] for r in rows] == [items[2].id, items[0].id, items[1].id]
    assert {ref for change in heard for ref in change.changed} == {items[2]}


def test_a_rule_makes_its_record_once(desk: Desk) -> None:
    for _again in range(2):
        with desk.change("Regel") as tx:
            tx.add("theme_line", {"code": "A", "title": "Compact"}, id="0" * 32)
    assert len(desk.rows("theme_line")) == 1


def test_the_rows_a_change_sees_are_its_own(desk: Desk) -> None:
    with desk.change("Straat") as tx:
        street = tx.add("street", {"title": "Brink"})
        tx.add("street", {"title": "Kruisstraat"})
        assert [v["id"] for v in tx.where("street", "title", "Brink")] == [street.id]
        tx.set(street, "title", "Brinkje")
        assert tx.where("street", "title", "Brink") == []


def test_what_is_erased_stays_away_after_undo(desk: Desk) -> None:
    ref = new_ticket(desk)
    with desk.change("Omschrijving gewijzigd") as tx:
        tx.set(ref, "description", "naam van een melder")
    with desk.change("Gewist") as tx:
        tx.erase(ref, ["description"])
    assert (desk.get(ref) or {})["description"] == ""
    desk.undo()
    assert (desk.get(ref) or {})["description"] == ""
    assert desk.search("melder") == []
    desk.drafts.close()
    raw = sqlite3.connect(desk.workspace.database)
    assert raw.execute("select count(*) from change where value like '%melder%'").fetchone()[0] == 0
    raw.close()


def test_undo_skips_what_a_later_change_took_over(desk: Desk) -> None:
    ref = new_ticket(desk, title="een")
    with desk.change("Titel gewijzigd") as tx:
        tx.set(ref, "title", "twee")
    label = desk.undoing.undo_label
    assert label == "Titel gewijzigd"
    told = desk.undo()
    assert told is not None
    assert told.sentence == "Ongedaan gemaakt: Titel gewijzigd, een"
    assert desk.undoing.redo_label == "Titel gewijzigd"


def test_who_sits_here_signs_the_change(planned_desk: Desk) -> None:
    role = next(row["id"] for row in planned_desk.rows("role"))
    planned_desk.set_who(Ref("role", role))
    ref = new_ticket(planned_desk)
    assert {line.who for line in planned_desk.history(ref)} == {planned_desk.title(Ref("role", role))}


def test_a_day_reads_back_as_a_day(desk: Desk) -> None:
    ref = new_ticket(desk)
    with desk.change("Verwacht gewijzigd") as tx:
        tx.set(ref, "expected_on", date(2026, 12, 1))
    assert (desk.get(ref) or {})["expected_on"] == date(2026, 12, 1)


def test_each_change_reads_the_settings_as_they_are_then(desk: Desk) -> None:
    """They are kept from one change to the next: not past a change of them, its undo, or one that failed."""

    def now() -> Any:
        with desk.change("Gelezen") as tx:
            return tx.reader.settings.get("holidays")

    def put(value: str, *, fails: bool = False) -> None:
        with desk.change("Instelling gewijzigd") as tx:
            tx.put_setting("holidays", value)
            if fails:
                raise LookupError

    assert now() is None
    put("alle")
    assert (now(), now()) == ("alle", "alle")
    put("geen")
    assert now() == "geen"
    desk.undo()
    assert now() == "alle"
    with pytest.raises(LookupError):
        put("geen", fails=True)
    assert now() == "alle"
