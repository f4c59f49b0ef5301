"""No sequence number is used twice, whatever is copied where."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from store.log.laptop import Laptop, Make, sync


def copy(a: Laptop, to: Path) -> None:
    other = sqlite3.connect(to)
    a.db.backup(other)
    other.close()


def put_back(room: Path, name: str, backup: Path) -> None:
    for ending in ("-wal", "-shm"):
        (room / f"{name}.db{ending}").unlink(missing_ok=True)
    shutil.copy(backup, room / f"{name}.db")


def test_opening_again_keeps_the_id(laptop: Make) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="1")
    a.close()
    again = laptop("a")
    assert again.device == a.device
    assert again.put("ticket", "t", title="2") == 2


def test_an_older_file_copied_back_gets_a_new_id(laptop: Make, room: Path) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="1")
    copy(a, room / "backup.db")
    a.put("ticket", "t", title="2")
    sync(a, b)
    a.close()
    put_back(room, "a", room / "backup.db")
    restored = laptop("a")
    assert restored.device != a.device
    assert restored.journal.identity.mine == {a.device, restored.device}
    assert restored.get("ticket", "t", "title") == "1"
    restored.put("ticket", "t", body="na herstel")
    sync(restored, b)  # what had been sent comes back
    assert (restored.get("ticket", "t", "title"), b.get("ticket", "t", "body")) == ("2", "na herstel")
    assert restored.state() == b.state()


def test_two_old_files_put_back_in_turn(laptop: Make, room: Path) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="1")
    copy(a, room / "one.db")
    a.close()
    put_back(room, "a", room / "one.db")
    second = laptop("a")
    assert second.device == a.device  # nothing was exchanged: still one uninterrupted life
    copy(second, room / "two.db")
    second.put("ticket", "t", title="2")
    second.close()
    put_back(room, "a", room / "one.db")
    third = laptop("a")
    assert third.device != second.device


def test_a_newer_file_put_back_after_an_older_one_contradicts_nothing(laptop: Make, room: Path) -> None:
    a, b = laptop("a"), laptop("b")
    copy(a, room / "older.db")
    a.add("ticket", "t", title="alleen in de nieuwe kopie")
    copy(a, room / "newer.db")
    a.close()
    put_back(room, "a", room / "older.db")
    second = laptop("a")
    second.add("ticket", "u", title="na het terugzetten")
    sync(second, b)
    second.close()
    put_back(room, "a", room / "newer.db")
    third = laptop("a")
    third.put("ticket", "t", body="verder gewerkt")
    sync(third, b)
    assert b.all("select * from quarantine") == third.all("select * from quarantine") == []
    assert b.state() == third.state()
    assert {row for (row,) in b.all("select id from ticket")} == {"t", "u"}


def test_another_machine_gets_an_id_of_its_own(laptop: Make, room: Path) -> None:
    a = laptop("a")
    a.add("ticket", "t", title="1")
    a.close()
    for ending in ("db", "json"):
        shutil.copy(room / f"a.{ending}", room / f"clone.{ending}")
    clone = laptop("clone", fingerprint="een andere machine")
    assert clone.device != a.device
    assert laptop("a").device == a.device


@pytest.mark.parametrize("content", [None, "", "[]", '{"device": 1}', '{"device": "x", "mine": 5}', "\0\xff"])
def test_a_side_file_that_is_gone_or_spoiled_gives_a_new_id(laptop: Make, content: str | None) -> None:
    a = laptop("a")
    a.close()
    if content is None:
        a.sidecar.unlink()
    else:
        a.sidecar.write_text(content, encoding="latin-1")
    assert laptop("a").device != a.device


def test_predecessors_on_this_machine_are_remembered_beside_a_new_file(laptop: Make) -> None:
    a = laptop("a")
    a.close()
    a.path.unlink()
    again = laptop("a")
    assert again.device != a.device
    assert a.device in again.journal.identity.mine


def test_the_letter(laptop: Make) -> None:
    a = laptop("a")
    assert a.journal.identity.letter == ""
    a.journal.identity.take_letter("B")
    a.close()
    assert laptop("a").journal.identity.letter == "B"
    for wrong in ("b", "BB", "É", "1"):
        with pytest.raises(ValueError, match="letter"):
            a.journal.identity.take_letter(wrong)
