"""The house rules that no linter knows: who may import whom, how large things may grow, and what names may not appear."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "vaartdesk"
SOURCES = [
    path for name in ("vaartdesk", "tests", "installer", "tools") for path in sorted((ROOT / name).rglob("*.py"))
]
TREES = {path: ast.parse(path.read_text("utf-8"), str(path)) for path in SOURCES}

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 50
MAX_METHODS = 25

# What the low packages may use from outside the standard library; the others are free.
OUTSIDE = {"core": set(), "schema": {"sqlalchemy", "babel", "phonenumbers", "stdnum"}}
EMPTY_NAMES = {"utils", "util", "misc", "helpers", "helper", "manager", "managers", "common", "legacy", "v2"}
# Kinds whose name is also an everyday word of programming, of looks and of the person at the keyboard, and the theme
# line, whose six colours are tokens of the kit: these words prove nothing.
EVERYDAY = {
    "action",
    "body",
    "decision",
    "event",
    "function",
    "goal",
    "group",
    "marker",
    "need",
    "note",
    "offer",
    "person",
    "place",
}
EVERYDAY |= {"role", "round", "seat", "segment", "signal", "street", "theme_line"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", code, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def in_packages(*names: str) -> Iterator[tuple[Path, ast.Module]]:
    folders = [PACKAGE / name for name in names]
    return ((path, tree) for path, tree in TREES.items() if any(path.is_relative_to(folder) for folder in folders))


# --- imports ---------------------------------------------------------------------------------------------------------


def test_imports_keep_the_contracts() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_notices_what_it_forbids(tmp_path: Path) -> None:
    planted = {
        "core/planted.py": "import vaartdesk.schema.listing",
        "stray/__init__.py": "",
        "kinds/one/__init__.py": "",
        "kinds/one/model.py": "import vaartdesk.kinds.one.rules\nimport vaartdesk.ui.planted",
        "kinds/one/rules.py": "import PySide6.QtCore",
        "kinds/two/__init__.py": "",
        "kinds/two/rules.py": "import vaartdesk.kinds.one.rules",
        "schema/planted.py": "import vaartdesk.core.planted\nimport vaartdesk.schema.ref",
        "ui/planted.py": "",
    }
    shutil.copytree(PACKAGE, tmp_path / "vaartdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ring = tmp_path / "vaartdesk/schema/ref.py"
    ring.write_text(f"{ring.read_text('utf-8')}\nimport vaartdesk.schema.planted\n", "utf-8")
    for name, text in planted.items():
        path = tmp_path / "vaartdesk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    done = lint_imports(tmp_path)

    contracts = re.findall(r"^.+ (KEPT|BROKEN)$", done.stdout, re.MULTILINE)
    assert contracts, done.stdout + done.stderr
    assert set(contracts) == {"BROKEN"}, done.stdout
    assert "vaartdesk.stray" in done.stdout


def test_low_packages_use_only_the_libraries_they_may() -> None:
    found = []
    for name, allowed in OUTSIDE.items():
        for path, tree in in_packages(name):
            for node in ast.walk(tree):
                tops = _imported(node) - set(sys.stdlib_module_names) - {"vaartdesk"} - allowed
                found += [f"{shown(path)} imports {top}" for top in sorted(tops)]
    assert not found, "\n".join(found)


def _imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()


def test_classes_of_values_are_declared_by_the_cheap_decorator() -> None:
    """The standard library's compiles six functions at every start; it is for what orders its members alone."""
    ours = PACKAGE / "core" / "dataclass.py"
    dear = [
        f"{shown(path)}:{node.lineno}"
        for path, tree in TREES.items()
        if path.is_relative_to(PACKAGE) and path != ours and "order=True" not in path.read_text("utf-8")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses" and _names(node) & {"dataclass"}
    ]
    assert dear == []


def _names(node: ast.ImportFrom) -> set[str]:
    return {alias.name for alias in node.names}


def test_package_files_hold_nothing() -> None:
    full = [
        shown(path)
        for path, tree in TREES.items()
        if path.name == "__init__.py" and path.parent != PACKAGE and not all(map(_is_docstring, tree.body))
    ]
    assert full == []


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# --- sizes and names -------------------------------------------------------------------------------------------------


def test_nothing_has_grown_too_large() -> None:
    large = []
    for path, tree in TREES.items():
        count = len(path.read_text("utf-8").splitlines())
        if count > MAX_FILE_LINES:
            large.append(f"{shown(path)} has {count} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    large.append(f"{shown(path)}: {node.name} has {length} lines")
            elif isinstance(node, ast.ClassDef):
                methods = sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
                if methods > MAX_METHODS:
                    large.append(f"{shown(path)}: {node.name} has {methods} methods")
    assert not large, "\n".join(large)


def test_names_of_modules_say_something() -> None:
    parts = {path: {path.stem, path.parent.name} for path in SOURCES}
    assert [shown(path) for path, names in parts.items() if names & EMPTY_NAMES] == []


def kinds() -> set[str]:
    """The tables of the mapped classes of the families, which are the names of their kinds."""
    return {
        node.value.value
        for path, tree in in_packages("kinds")
        if "model" in path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "__tablename__"
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def test_the_kit_and_the_store_name_no_kind() -> None:
    names = kinds() - EVERYDAY
    assert {"ticket", "meeting", "permit"} <= names
    spoken = re.compile(rf"(?:^|_)(?:{'|'.join(sorted(names))})s?(?:_|$)")
    found = []
    for path, tree in in_packages("ui", "store", "schema"):
        if path.parent.name == "versions":  # a migration spells the tables it changes
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node.value in names:
                found.append(f"{shown(path)}:{node.lineno} has the string {node.value!r}")
            found += [f"{shown(path)} names {name}" for name in _named(node) if spoken.search(_snake(name))]
    assert not found, "\n".join(found)


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.arg):
        return [node.arg]
    return [node.attr] if isinstance(node, ast.Attribute) else []


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize(
    ("name", "speaks"), [("TicketRow", "ticket_row"), ("ticketTab", "ticket_tab"), ("plain", "plain")]
)
def test_names_are_read_word_by_word(name: str, speaks: str) -> None:
    assert _snake(name) == speaks
