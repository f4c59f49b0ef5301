"""The documents name only what exists: files, jobs, verbs, options, keys; and every tab has its page of help."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import dev
from vaartdesk.app import cli
from vaartdesk.app.registry import TABS

ROOT = Path(__file__).resolve().parent.parent
HELP = sorted((ROOT / "resources/help").glob("*.md"))
DOCS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
every_doc = pytest.mark.parametrize("path", [*DOCS, *HELP], ids=lambda path: path.relative_to(ROOT).as_posix())

OF_A_WORKSPACE = {"vaartdesk.db", "files", "backups", "SHA256SUMS", "vaartdesk.lock", "venster.ini", "vaartdesk.log"}
OF_AN_EXAMPLE = {"0003_keep_the_keys.py"}
SUFFIXES = (".py", ".md", ".toml", ".sql", ".txt", ".in", ".ini", ".db", ".icc", ".ttf")
LONGEST_HELP = 120
"""Lines: what one looks through in a minute, also for the tab with the most views."""
WORDS = {"Enter": "Return", "Esc": "Escape", "Del": "Delete", "Ins": "Insert", "PgUp": "PageUp", "PgDn": "PageDown"}
"""Keys as people read them, where Qt calls them otherwise."""
ELSEWHERE = {"Tab", "Ctrl+V", "Ctrl+Enter"}
"""Keys that Qt's own widgets know, or that the code puts together from a key and a modifier."""
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|[A-Z0-9]|[A-Z][a-z]+[A-Z]?[a-z]*)")


def code(text: str) -> Iterator[str]:
    """What stands between backticks, fenced blocks left out."""
    plain = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return (found.group(1) for found in re.finditer(r"`([^`\n]+)`", plain))


def lines_of_code(text: str) -> Iterator[str]:
    """The lines of fenced blocks, without the remark at their right."""
    for block in re.finditer(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from (re.split(r"\s{2,}", line.strip())[0] for line in block.group(1).splitlines() if line.strip())


def commands(text: str, program: str) -> list[list[str]]:
    """What follows ``program`` wherever it is called, as words; a quoted text is one word."""
    calls = [line for line in (*code(text), *lines_of_code(text)) if program in line]
    return [re.findall(r'"[^"]*"|\S+', line.partition(program)[2]) for line in calls]


# --- files -----------------------------------------------------------------------------------------------------------


def is_path(token: str) -> bool:
    """Does it look like a file or folder of the repository?"""
    if re.search(r"[\s<>=(){}|:]", token) or token.startswith(("~", "http", ".", "-")):
        return False
    return (token.endswith(SUFFIXES) or "/" in token) and token.rstrip("/") not in OF_A_WORKSPACE | OF_AN_EXAMPLE


def exists(token: str) -> bool:
    """In the repository, or in the package, as the documents say; a star stands for anything."""
    return any(next(base.glob(token.rstrip("/")), None) is not None for base in (ROOT, ROOT / "vaartdesk"))


@every_doc
def test_files_that_are_named_exist(path: Path) -> None:
    named = {token for token in code(path.read_text("utf-8")) if is_path(token)}
    assert sorted(token for token in named if not exists(token)) == []


@every_doc
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8"))
    ours = [target for target in targets if "://" not in target]
    assert [target for target in ours if not (path.parent / target).exists()] == []


@pytest.mark.parametrize(
    ("token", "is_there"),
    [("store/door.py", True), ("tests/pdf/", True), ("resources/fonts/*.ttf", True), ("store/window.py", False)],
)
def test_a_file_that_is_not_there_is_seen(token: str, is_there: bool) -> None:
    assert is_path(token)
    assert exists(token) == is_there


# --- commands --------------------------------------------------------------------------------------------------------


def source_of_job(name: str) -> str:
    """Where the options of a job are spelled out."""
    tools = (ROOT / "tools" / f"{name}.py", ROOT / "tools" / name / "__main__.py", ROOT / "installer/dev.py")
    return next(tool for tool in tools if tool.exists()).read_text("utf-8")


@every_doc
def test_jobs_that_are_named_exist(path: Path) -> None:
    calls = [words for words in commands(path.read_text("utf-8"), "installer/dev.py") if words]
    assert sorted({words[0] for words in calls} - set(dev.JOBS)) == []
    for job, *words in calls:
        if job not in {"run", "test"}:  # their arguments are the program's and pytest's
            wrong = [word for word in words if word.startswith("--") and word not in source_of_job(job)]
            assert wrong == [], job


@every_doc
def test_verbs_that_are_named_exist(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = path.read_text("utf-8")
    calls = [words[1:] for words in commands(text, "installer/dev.py") if words[:1] == ["run"]]
    calls += [line.split()[1:] for line in (*code(text), *lines_of_code(text)) if line.startswith("vaartdesk ")]
    for words in calls:
        if words and words != ["ARGS"]:
            assert words[0] in cli.VERBS
            told = help_of(words, capsys)
            assert [word for word in words if word.startswith("--") and word not in told] == [], words


def help_of(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What ``--help`` says of this verb (and of what it does, where it does more than one thing)."""
    acts = words[:2] if words[0] in {"ticket", "report"} else words[:1]
    with pytest.raises(SystemExit) as ended:
        cli.main([*acts, "--help"])
    assert ended.value.code == 0, acts
    return capsys.readouterr().out


def test_the_readme_names_every_verb() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    verbs = set(cli.VERBS) - {"window"}
    assert sorted(verb for verb in verbs if f"vaartdesk {verb}" not in text) == []


def test_contributing_names_every_job() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert sorted(job for job in dev.JOBS if f"installer/dev.py {job}" not in text) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need other packages")
def test_the_licences_are_those_of_what_is_installed() -> None:
    command = [sys.executable, str(ROOT / "tools/licences.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# --- help ------------------------------------------------------------------------------------------------------------


@cache
def keys_in_code() -> frozenset[str]:
    """Every key that the window's code spells out: as a text (`Ctrl+K`) or as one of Qt's (`Key_Return`)."""
    found: set[str] = set()
    for path in (ROOT / "vaartdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.Attribute) and node.attr.startswith("Key_"):
                found.add(node.attr.removeprefix("Key_"))
    return frozenset(found | {f"Ctrl+{number}" for number in range(1, len(TABS) + 1)})


def test_every_tab_has_its_page_and_every_page_its_tab() -> None:
    assert {path.stem for path in HELP} == {tab.name for tab in TABS}
    for tab in TABS:
        text = (ROOT / "resources/help" / f"{tab.name}.md").read_text("utf-8")
        assert text.startswith(f"# {tab.label}\n")
        assert len(text.splitlines()) <= LONGEST_HELP


@pytest.mark.parametrize("path", [*HELP, ROOT / "README.md"], ids=lambda path: path.stem)
def test_keys_that_are_named_do_something(path: Path) -> None:
    named = [token for token in code(path.read_text("utf-8")) if KEY.fullmatch(token)]
    assert named
    known = keys_in_code() | ELSEWHERE
    assert sorted({key for key in named if key not in known and WORDS.get(key) not in known}) == []


@pytest.mark.parametrize("key", ["Ctrl+J", "F11", "Ctrl+9"])
def test_a_key_that_does_nothing_is_seen(key: str) -> None:
    assert KEY.fullmatch(key)
    assert key not in keys_in_code()
