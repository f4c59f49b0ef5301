"""The repository itself: the lock, the acceptance list, the launcher's promises, and the one library that must stay old."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import acceptance
import dev
import environment
import system

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "installer/requirements-dev.txt").read_text("utf-8")
WANTED = (ROOT / "installer/dev.in").read_text("utf-8")
CHAPTERS = {"A": 17, "K": 20, "T": 24, "C": 18, "M": 22, "S": 7, "D": 8, "X": 15, "G": 11}

# Spelled in pieces, or this file would be the one that names them.
HOSTS = [
    "".join(parts)
    for parts in (("py", "pi", ".org"), ("python", "hosted", ".org"), ("npm", "js", ".org"), ("py", "pi", ".python"))
]
OURS = re.compile(r"\.(py|toml|md|txt|in|cfg|yml|yaml|json|html|svg|ts|po)$|/run$|^LICENSE$|^\.git")


def own_files() -> list[Path]:
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout: cannot tell our files from others")
    return [ROOT / name for name in done.stdout.splitlines() if OURS.search(name) and (ROOT / name).is_file()]


def test_no_file_names_a_registry() -> None:
    texts = {path: path.read_text("utf-8", "replace") for path in own_files()}
    assert [path.name for path, text in texts.items() if any(host in text for host in HOSTS)] == []


# --- the lock --------------------------------------------------------------------------------------------------------


def test_the_lock_holds_hashes_and_no_address() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [entry.partition("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in LOCK


def test_the_lock_holds_all_that_is_wanted() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name).lower()

    wanted = {plain(name) for name in re.findall(r"^([A-Za-z][\w.-]*)", WANTED, re.MULTILINE)}
    locked = {plain(name) for name in re.findall(r"^([A-Za-z][\w.-]*)==", LOCK, re.MULTILINE)}
    assert wanted - locked == set()


def test_qt_is_pinned_to_the_sound_version() -> None:
    assert re.search(r"^PySide6-Essentials==6\.11\.3\b", WANTED, re.MULTILINE)
    assert re.search(r"^pyside6-essentials==6\.11\.3\b", LOCK, re.MULTILINE)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from 3.12 on None is immortal and not counted")
def test_qt_keeps_its_references_to_none(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    before = sys.getrefcount(None)
    for number in range(500):
        field.setText(str(number))
    assert sys.getrefcount(None) > before - 100


def test_every_library_that_is_shipped_is_named_with_its_licence() -> None:
    shipped = re.findall(r"^([A-Za-z][\w.-]*)", WANTED.partition("# --- tests")[0], re.MULTILINE)
    named = (ROOT / "THIRD-PARTY.md").read_text("utf-8").lower()
    assert [name for name in shipped if name.lower() not in named] == []


# --- the acceptance list ---------------------------------------------------------------------------------------------


def test_the_acceptance_list_is_whole() -> None:
    assert set(acceptance.lines()) == {f"{chapter}{n + 1}" for chapter, count in CHAPTERS.items() for n in range(count)}


def test_tests_bear_only_codes_of_the_list() -> None:
    assert set(acceptance.marked()) - set(acceptance.lines()) == set()


def test_marks_are_found_wherever_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
import pytest
pytestmark = [pytest.mark.accept("G1")]
@pytest.mark.accept("K1", "K2")
def test_a(): ...
class TestB:
    @pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.accept("T1"))])
    def test_b(self, n): ...
"""
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_marks.py").write_text(text)
    monkeypatch.setattr(acceptance, "TESTS", folder)
    assert {code: names[0].partition("::")[2] for code, names in acceptance.marked().items()} == {
        "G1": "(whole file)",
        "K1": "test_a",
        "K2": "test_a",
        "T1": "test_b",
    }


# --- dev.py ----------------------------------------------------------------------------------------------------------


def test_an_unknown_job_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["fly"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no job fly" in told.err


def test_help_names_every_job(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [name for name in dev.JOBS if f"\n  {name} " not in shown] == []


def test_without_rights_one_line_to_type_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" if name.startswith("apt") else None)
    monkeypatch.setattr(system, "_known", lambda names: names[-1])
    needs = {"libnot-there.so.9": ("new-name", "old-name"), "libnor-this.so.1": ("other",)}
    with pytest.raises(system.Missing) as told:
        system.require(needs, {"pdftotext": ("poppler-utils",)})
    assert str(told.value).splitlines()[1:] == ["  sudo apt-get install old-name other poppler-utils"]


def test_an_environment_for_another_lock_is_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.is_ready()
    other = tmp_path / "lock.txt"
    other.write_text("nothing\n")
    monkeypatch.setattr(environment, "LOCK", other)
    assert not environment.is_ready()
