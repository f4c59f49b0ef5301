"""Every icon that a kind or a line of code names is shipped: a missing one would end the painting of its page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from cli_terminal import ROOT
from vaartdesk.app.registry import TABS
from vaartdesk.core.resources import resource
from vaartdesk.schema.types.texts import ChoiceType
from workspace import all_kinds

SHIPPED = {path.stem for path in Path(resource("icons")).glob("*.svg")}
PLACE = {"icon": 0, "IconButton": 0, "pixmap": 0, "Zone": 0, "Button": 1, "Option": 2, "Segment": 2, "paint_icon": 2}
"""Call -> which of its arguments names an icon."""
KEYWORDS = {"icon", "icon_name"}


def test_kinds_their_commands_and_options_have_icons_that_are_shipped() -> None:
    named = {f"kind {kind.name}": kind.icon for kind in all_kinds()}
    named |= {f"{kind.name}.{command.name}": command.icon for kind in all_kinds() for command in kind.commands}
    named |= {
        f"{kind.name}.{field.name}={option.slug}": option.icon
        for kind in all_kinds()
        for field in kind.fields.values()
        if isinstance(field.type, ChoiceType)
        for option in field.type.options
    }
    named |= {f"tab {tab.name}": tab.icon for tab in TABS}
    assert {who: icon for who, icon in named.items() if icon and icon not in SHIPPED} == {}


def test_code_names_icons_that_are_shipped() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno} {name}"
        for path in sorted((ROOT / "vaartdesk").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        for name in icons_of(call)
        if name and name not in SHIPPED
    ]
    assert found == []


def icons_of(call: ast.Call) -> Iterator[str]:
    """The icons that a call names outright: a text, or a choice between two."""
    function = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = PLACE.get(function, -1)
    named = [call.args[place]] if 0 <= place < len(call.args) else []
    named += [keyword.value for keyword in call.keywords if keyword.arg in KEYWORDS]
    for value in named:
        for part in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_the_search_finds_what_is_named() -> None:
    call = ast.parse("Button('x', 'wrench' if a else 'lost', kind='link')").body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert list(icons_of(call.value)) == ["wrench", "lost"]
