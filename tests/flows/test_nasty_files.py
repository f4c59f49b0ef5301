"""Whatever is handed over: one clear sentence in Dutch or rows that can be looked at, and nothing of what was here is lost."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from nasty_files import BYTES, PLACES, TEXTS, put, sample
from table_files import make
from vaartdesk.app.cli import main
from vaartdesk.core.clock import FixedClock
from vaartdesk.core.text import clean
from vaartdesk.flows import file_import
from vaartdesk.flows.file_import import ENDINGS, open_files
from vaartdesk.flows.table_import import apply, refused_csv, refused_tables
from vaartdesk.flows.table_plan import Plan, State
from vaartdesk.store.check import check
from vaartdesk.store.desk import Desk
from vaartdesk.store.errors import WorkspaceError

ENGLISH = re.compile(r"Errno|Traceback|Error|codec|expected|invalid|None\b|0x[0-9a-f]{6}|decode|\bis not\b")
WHOLE = re.compile(r"[^\n]{10,700}", re.DOTALL)


def is_clear(sentence: str) -> bool:
    """One line of Dutch, not the words of a library."""
    return bool(WHOLE.fullmatch(sentence)) and sentence.endswith(".") and not ENGLISH.search(sentence)


def read_in(desk: Desk, path: Path) -> Plan | str:
    """The plan, done; or the sentence that says why not."""
    try:
        plan = open_files(desk, [path], else_kind="action").plan(desk)
        apply(desk, plan)
    except WorkspaceError as error:
        return str(error)
    return plan


def told(plan: Plan) -> list[str]:
    """All that is said of a file that was read."""
    refused = [line.remark for line in plan.lines if line.state is State.REFUSED]
    for at in refused_tables(plan):
        assert refused_csv(plan, at)
    return [*refused, *plan.remarks]


def here(desk: Desk) -> list[object]:
    """What was there before any file came."""
    return [
        dict(row)
        for kind in ("action", "event", "person")
        for row in desk.rows(kind)
        if "stond hier al" in str(row["title"])
    ]


@pytest.fixture
def kept(desk: Desk) -> Desk:
    """A workspace in which something stands."""
    for kind, more in (("action", {}), ("event", {"starts_at": datetime(2026, 12, 5, 10)}), ("person", {})):  # noqa: DTZ001
        make(desk, kind, title=f"{kind} stond hier al", **more)
    return desk


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_no_such_file_is_told_in_one_sentence_and_nothing_is_lost(
    kept: Desk, tmp_path: Path, ending: str
) -> None:
    before = here(kept)
    assert len(before) == 3
    for name in BYTES:
        path = put(tmp_path, name, ending)
        found = read_in(kept, path)
        if isinstance(found, str):
            assert is_clear(found), (name, found)
            assert path.name in found, (name, found)
        else:
            assert all(map(is_clear, told(found))), (name, told(found))
            assert found.lines or found.remarks, name
        assert here(kept) == before, name
        assert path.read_bytes() == BYTES[name](ending), name
    assert check(kept) == []


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", PLACES)
def test_what_is_no_file_at_all_is_told_in_one_sentence(kept: Desk, tmp_path: Path, ending: str, name: str) -> None:
    before, path = here(kept), tmp_path / f"bestand{ending}"
    try:
        PLACES[name](path)
    except (OSError, AttributeError) as error:  # Windows: no pipes, and links for administrators only
        pytest.skip(f"a {name} cannot be made here: {error}")
    found = read_in(kept, path)
    assert isinstance(found, str)
    assert is_clear(found), found
    assert here(kept) == before


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_may_not_be_read_is_told_so(
    kept: Desk, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"geheim{ending}"
    path.write_bytes(sample(ending, "Iets"))

    def refuse(*_rest: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # whoever runs the tests may perhaps read all
    assert read_in(kept, path) == f"{path} mag niet gelezen worden. Er is niets gewijzigd."


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", TEXTS)
def test_nasty_text_comes_in_as_it_stands_or_its_row_is_refused(
    desk: Desk, tmp_path: Path, ending: str, name: str
) -> None:
    path = tmp_path / f"acties{ending}"
    path.write_bytes(sample(ending, TEXTS[name]))
    found = read_in(desk, path)
    if isinstance(found, str):
        assert is_clear(found), found
        return
    [line] = found.lines
    if line.state is State.REFUSED:
        assert is_clear(line.remark), line.remark
        return
    assert line.ref is not None
    title = (desk.get(line.ref) or {})["title"]
    as_typed, in_one_line = clean(TEXTS[name]).strip(), " ".join(clean(TEXTS[name]).split())
    assert title in (as_typed, in_one_line) or (len(title) >= 300 and in_one_line.startswith(title[:-1])), title
    assert check(desk) == []
    again = open_files(desk, [path], else_kind="action").plan(desk)
    assert [line.state for line in again.lines] == [State.SAME]


def test_every_kind_of_file_that_can_be_chosen_has_a_sample() -> None:
    assert all(sample(ending, "Iets") for ending in ENDINGS)
    assert set(file_import.READERS) - {".ical", ".ifb", ".vcard"} <= set(ENDINGS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_command_line_tells_it_too(
    tmp_path: Path, clock: FixedClock, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, "binary", ending)
    code = main(["--data-dir", str(tmp_path / "werkmap"), "import", str(path), "--kind", "actie"], clock)
    said = capsys.readouterr()
    assert code in (0, 1, 2)
    assert "Traceback" not in said.out + said.err
    assert all(not ENGLISH.search(line) for line in said.err.splitlines()), said.err
