"""Damage is found and told; what nobody names is tidied up only on request; drafts outlive the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.schema.ref import Ref
from vaartdesk.store.check import check, reindex, tidy
from vaartdesk.store.desk import Desk
from vaartdesk.store.files import FileStore
from workspace import open_desk


def ticket_with_file(desk: Desk) -> tuple[Ref, Path]:
    with desk.change("Bijlage") as tx:
        ref = Specimens(desk.kinds).record(tx, "ticket", title="Lantaarn")
        tx.attach(ref, b"inhoud", "brief.pdf")
    (row,) = desk.attachments(ref)
    return ref, desk.file(row["sha256"])


@pytest.mark.accept("S6")
@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_missing_or_changed_file_is_reported_with_its_record(desk: Desk, damage: str) -> None:
    _ref, path = ticket_with_file(desk)
    path.unlink()
    if damage == "changed":
        path.write_bytes(b"anders")
    (finding,) = check(desk)
    assert finding.where == "bijlagen"
    assert "brief.pdf" in finding.sentence
    assert "Lantaarn" in finding.sentence
    assert ("ontbreekt" if damage == "gone" else "gewijzigd") in finding.sentence


def test_tidying_removes_only_what_no_log_names(desk: Desk) -> None:
    ref, path = ticket_with_file(desk)
    stray = desk.file(desk.files.put(b"los"))
    with desk.change("Verwijderd") as tx:
        tx.delete(Ref("attachment", desk.attachments(ref)[0]["id"]))
    assert tidy(desk) == 1
    assert path.exists()
    assert not stray.exists()
    desk.undo()
    assert desk.attachments(ref)
    assert check(desk) == []


def test_a_search_register_that_lies_is_found_and_mended(desk: Desk) -> None:
    ref, _path = ticket_with_file(desk)
    with desk.door.transaction() as connection:
        connection.exec_driver_sql("update record set title = 'iets anders' where id = ?", (ref.id,))
    assert {f.where for f in check(desk)} == {"zoeken"}
    reindex(desk)
    assert check(desk) == []


def test_a_log_that_was_tampered_with_is_found(desk: Desk) -> None:
    ref, _path = ticket_with_file(desk)
    with desk.door.transaction() as connection:
        connection.exec_driver_sql("update change set value = 'gesjoemel' where row = ? and field = 'title'", (ref.id,))
    assert "logboek" in {f.where for f in check(desk)}


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files")
    assert store.put(b"een") == store.put(b"een")
    assert len(list(store.names())) == 1
    assert store.get("../" * 20 + "etc/passwd") is None


def test_a_draft_outlives_the_program_and_ends_with_saving(desk: Desk, clock: FixedClock) -> None:
    desk.drafts.keep("ticket", "", "title", "half getyp")
    desk.drafts.keep("ticket", "", "title", "half getypt 🦭")
    folder = desk.folder
    desk.close()
    with open_desk(folder, clock) as again:
        assert again.drafts.of("ticket")["title"].text == "half getypt 🦭"
        again.drafts.drop("ticket", "", "title")
        assert again.drafts.all() == []


def test_a_draft_waits_for_a_long_write_instead_of_holding_up_typing(desk: Desk) -> None:
    with desk.door.transaction() as connection:
        connection.exec_driver_sql("insert into local values('lang', 'bezig')")
        desk.drafts.keep("ticket", "", "title", "tijdens het schrijven")
    assert desk.drafts.of("ticket")["title"].text == "tijdens het schrijven"
