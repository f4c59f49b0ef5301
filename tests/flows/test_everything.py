"""Alles exporteren: what is written is whole, and a workspace made of it is the same one."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from specimens import Specimens
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.progress import Cancelled
from vaartdesk.flows.everything import export_everything
from vaartdesk.flows.rebuild import is_everything, rebuild
from vaartdesk.flows.table_export import as_json, chosen
from vaartdesk.formats.tables import read_csv
from vaartdesk.schema.ref import Ref
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError
from vaartdesk.store.log import wire
from workspace import all_kinds, open_desk

KINDS = all_kinds()


@pytest.fixture
def lived(planned_desk: Desk) -> Desk:
    """A workspace where something happened: all kinds, edits, undo, a deletion, an erasure, photos."""
    specimens = Specimens(planned_desk.kinds)
    with planned_desk.change("Gemaakt") as tx:
        refs = [specimens.record(tx, kind.name) for kind in KINDS]
    with planned_desk.change("Titel gewijzigd") as tx:
        person = specimens.record(tx, "person", note="Wordt gewist")
        tx.attach(person, b"\xff\xd8 een foto \x00", "foto.jpg", is_photo=True)
    with planned_desk.change("Gewist") as tx:
        tx.erase(person, ["note"])
    with planned_desk.change("Verwijderd") as tx:
        tx.delete(refs[-1])
    with planned_desk.change("Gemaakt") as tx:
        tx.add("street", {"title": "=Teruggenomen"})
    planned_desk.undo()
    return planned_desk


def state(desk: Desk) -> str:
    with desk.door.quiet():
        return desk.door.journal.state_hash()


def all_json(desk: Desk) -> list[bytes]:
    with desk.read() as reader:
        return [as_json(reader, [(kind, chosen(reader, kind))]).data for kind in desk.kinds.values()]


@pytest.mark.accept("S7")
@pytest.mark.parametrize("name", ["alles", "alles.zip"])
def test_a_workspace_is_rebuilt_from_what_was_exported(
    lived: Desk, tmp_path: Path, clock: FixedClock, name: str
) -> None:
    made = export_everything(lived, tmp_path / name)
    assert made.missing == ()
    assert is_everything(tmp_path / name)
    done = rebuild(tmp_path / name, tmp_path / "nieuw", KINDS, clock=clock)
    assert done.transactions == made.transactions
    with open_desk(tmp_path / "nieuw", clock) as again:
        assert state(again) == state(lived) == done.state_hash
        assert all_json(again) == all_json(lived)
        assert [again.files.get(name) for name in again.files.names()] == [
            lived.files.get(name) for name in lived.files.names()
        ]
        assert check(again) == []
        ref = Ref("street", next(row["id"] for row in again.rows("street")))
        assert again.history(ref) == lived.history(ref)
        with again.change("Verder") as tx:
            tx.set(ref, "note", "er kan gewoon verder gewerkt worden")
        assert check(again) == []


def test_the_folder_holds_a_table_for_each_kind_and_tells_what_is_in_it(lived: Desk, tmp_path: Path) -> None:
    made = export_everything(lived, tmp_path / "alles")
    folder = tmp_path / "alles"
    contents = json.loads((folder / "inhoud.json").read_text())
    assert contents["records"] == made.counts
    assert {path.stem for path in (folder / "csv").iterdir()} == {kind.name for kind in KINDS}
    for kind in KINDS:
        assert len(read_csv((folder / f"csv/{kind.name}.csv").read_bytes())) == made.counts[kind.name] + 1
        [table] = json.loads((folder / f"json/{kind.name}.json").read_text())["tables"]
        assert len(table["records"]) == made.counts[kind.name]
    assert "Wordt gewist" not in (folder / "log.jsonl").read_text()
    assert "persoonsgegevens" in (folder / "LEESMIJ.txt").read_text()


def test_the_same_state_gives_the_same_zip(lived: Desk, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        export_everything(lived, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_missing_file_is_told_and_the_rest_comes_along(lived: Desk, tmp_path: Path, clock: FixedClock) -> None:
    [*_others, last] = lived.files.names()
    lived.files.path(last).unlink()
    made = export_everything(lived, tmp_path / "alles.zip")
    assert made.missing == (last,)
    assert rebuild(tmp_path / "alles.zip", tmp_path / "nieuw", KINDS, clock=clock).files == made.files


def test_stopping_leaves_nothing(lived: Desk, tmp_path: Path, clock: FixedClock) -> None:
    def stop(share: float) -> None:
        if share > 0.6:
            raise Cancelled

    for name in ("alles", "alles.zip"):
        with pytest.raises(Cancelled):
            export_everything(lived, tmp_path / name, stop)
    export_everything(lived, tmp_path / "heel.zip")
    with pytest.raises(Cancelled):
        rebuild(tmp_path / "heel.zip", tmp_path / "nieuw", KINDS, clock=clock, progress=stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["heel.zip", "werkmap"]


@pytest.mark.parametrize("place", ["werkmap/alles", "er/niet/alles", "vol", "bestand.txt", "werkmap"])
def test_a_place_that_will_not_do_is_refused(lived: Desk, tmp_path: Path, place: str) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/iets.txt").write_text("van mij")
    (tmp_path / "bestand.txt").write_text("van mij")
    with pytest.raises(WorkspaceError):
        export_everything(lived, tmp_path / place)
    assert (tmp_path / "vol/iets.txt").read_text() == "van mij"
    assert (tmp_path / "bestand.txt").read_text() == "van mij"


# --- what comes in may be damaged or hostile -------------------------------------------------------------------------


def _drop_line(folder: Path) -> None:
    lines = (folder / "log.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "log.jsonl").write_bytes(b"".join(lines[:-1]))


def _change_value(folder: Path) -> None:
    whole = (folder / "log.jsonl").read_text()
    (folder / "log.jsonl").write_text(whole.replace("Mulderstraat", "Malderstraat", 1))


def _forge(folder: Path) -> None:
    *_rest, last = (folder / "log.jsonl").read_bytes().splitlines()
    forged = wire.parse(last)._replace(label="vervalst")
    with (folder / "log.jsonl").open("ab") as file:
        file.write(wire.line(forged) + b"\n")


def _change_file(folder: Path) -> None:
    next(folder.glob("files/??/*")).write_bytes(b"iets anders")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no log": lambda folder: (folder / "log.jsonl").unlink(),
    "no contents": lambda folder: (folder / "inhoud.json").unlink(),
    "contents of nothing": lambda folder: (folder / "inhoud.json").write_text("[]"),
    "contents without numbers": lambda folder: (folder / "inhoud.json").write_text('{"format": "vaartdesk-alles"}'),
    "a line short": _drop_line,
    "no json": lambda folder: (folder / "log.jsonl").write_text("[1, 2"),
    "another value": _change_value,
    "a forged line": _forge,
    "another file": _change_file,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_export_is_refused_whole(
    lived: Desk, tmp_path: Path, clock: FixedClock, damage: Callable[[Path], object]
) -> None:
    folder = tmp_path / "alles"
    export_everything(lived, folder)
    damage(folder)
    with pytest.raises(WorkspaceError, match=r"niet heel"):
        rebuild(folder, tmp_path / "nieuw", KINDS, clock=clock)
    assert not (tmp_path / "nieuw").exists()


def test_paths_in_a_zip_lead_nowhere(lived: Desk, tmp_path: Path, clock: FixedClock) -> None:
    export_everything(lived, tmp_path / "alles.zip")
    with zipfile.ZipFile(tmp_path / "alles.zip", "a") as archive:
        archive.writestr("../kwaad.txt", "x")
        archive.writestr("files/../../kwaad.txt", "x")
        archive.writestr("/kwaad.txt", "x")
    rebuild(tmp_path / "alles.zip", tmp_path / "diep" / "nieuw", KINDS, clock=clock)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alles.zip", "diep", "werkmap"]
    assert [path.name for path in (tmp_path / "diep").iterdir()] == ["nieuw"]


def test_an_existing_workspace_or_folder_is_left_alone(lived: Desk, tmp_path: Path, clock: FixedClock) -> None:
    export_everything(lived, tmp_path / "alles.zip")
    (tmp_path / "mijn").mkdir()
    (tmp_path / "mijn/brief.txt").write_text("van mij")
    for place in (lived.folder, tmp_path / "mijn"):
        with pytest.raises(WorkspaceError):
            rebuild(tmp_path / "alles.zip", place, KINDS, clock=clock)
    assert (tmp_path / "mijn/brief.txt").read_text() == "van mij"
    assert check(lived) == []


def test_a_newer_export_asks_for_a_newer_program(lived: Desk, tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "alles"
    export_everything(lived, folder)
    contents = json.loads((folder / "inhoud.json").read_text())
    (folder / "inhoud.json").write_text(json.dumps(contents | {"schema": 10_000}))
    with pytest.raises(WorkspaceError, match="nieuwere versie"):
        rebuild(folder, tmp_path / "nieuw", KINDS, clock=clock)
