"""Which lines of the acceptance list have a test, read from the tests' own text: nothing is imported or run."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Sequence
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
LIST = TESTS / "acceptance.toml"


def lines() -> dict[str, str]:
    """Code -> its line in words, in the order of the list."""
    chapters = tomllib.loads(LIST.read_text("utf-8"))
    return {code: words for chapter in chapters.values() for code, words in chapter.items()}


def marked() -> dict[str, list[str]]:
    """Code -> the tests that bear its mark, as `path::name`."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"), str(path))
        for node in ast.walk(tree):
            for code in _codes(node):
                found.setdefault(code, []).append(f"{path.relative_to(TESTS.parent).as_posix()}::{_name(node)}")
    return found


def _codes(node: ast.AST) -> list[str]:
    """The codes of `@pytest.mark.accept(...)` on a test or a class, or of `pytestmark = pytest.mark.accept(...)`."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        places: list[ast.AST] = list(node.decorator_list)
    elif isinstance(node, ast.Assign):
        places = [node.value]
    else:
        return []
    calls = [call for place in places for call in ast.walk(place) if isinstance(call, ast.Call)]
    marks = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "accept"]
    return [
        arg.value for mark in marks for arg in mark.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
    ]


def _name(node: ast.AST) -> str:
    return node.name if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else "(whole file)"


def report(codes: Sequence[str] = ()) -> str:
    """The list with a mark before each line that has a test, and the sums; with `codes` these lines and their tests."""
    tests, known = marked(), lines()
    if codes:
        rows = [[f"{code} {known.get(code, 'is not in the list')}", *tests.get(code, ["no test"])] for code in codes]
        return "\n".join("\n    ".join(row) for row in rows)
    shown = [f"{'x' if code in tests else '.'} {code:<4} {words}" for code, words in known.items()]
    shown += [f"? {code:<4} is not in the list but marks {tests[code][0]}" for code in tests if code not in known]
    without = [code for code in known if code not in tests]
    total = f"{len(known) - len(without)} of {len(known)} lines have a test; without: {' '.join(without) or 'none'}"
    return "\n".join([*shown, "", total])
