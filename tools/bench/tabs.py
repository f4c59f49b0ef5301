"""Opening a tab, choosing a record, beginning a new one: what is built and filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bench.line import Line, Turn, beside, line_of, ms_of, numbered
from bench.painting import settle
from bench.screen import Screen, screen
from bench.workshop import Workshop
from vaartdesk.app.registry import TABS
from vaartdesk.ui.quick_entry import QuickEntry
from vaartdesk.ui.scrim import Scrim

FIELDS: Final = 35
"""Of the plain form that a tab and a record are measured against."""


def tabs(workshop: Workshop) -> Iterator[Line]:
    """Each tab for the first time in a window, and again."""
    folder = workshop.copy()
    first: dict[str, list[Turn]] = {tab.name: [] for tab in TABS}
    again: dict[str, list[Turn]] = {tab.name: [] for tab in TABS}
    forms, repaints = list[float](), {tab.name: list[float]() for tab in TABS}
    for number in numbered(workshop.sizes.rounds + 1):  # the first one imports
        with screen(folder) as shown:
            turns = {tab.name: _open(shown, tab.name) for tab in TABS}
            form = workshop.plain.build(FIELDS)
            if number == 0:
                continue
            forms.append(form)
            for name, turn in turns.items():
                first[name].append(turn)
                again[name].append(_open(shown, name))
                page = shown.frame.page(name)
                assert page is not None
                repaints[name].append(ms_of(page.repaint))
    for tab in TABS:
        note = f"floor: {FIELDS} plain fields"
        yield line_of(f"open {tab.label} first", 4, first[tab.name], forms, note=note)
    for tab in TABS:
        yield line_of(f"open {tab.label} again", 2, again[tab.name], repaints[tab.name], note="floor: its repaint")


def _open(shown: Screen, name: str) -> Turn:
    return shown.first_turn(lambda: shown.frame.show_tab(name))


def select(workshop: Workshop) -> Iterator[Line]:
    """Another row: its record is on the screen. What hangs on it comes after, and is in the gap."""
    with screen(workshop.copy()) as shown:
        page = shown.tickets()

        def ours() -> Turn:
            return shown.turn(page.slot.page, lambda: shown.press(page.list.view, Qt.Key.Key_Down))

        yield beside(
            "select a record", 3, ours, lambda: workshop.plain.fill(FIELDS), 4 * workshop.sizes.rounds,
            note=f"floor: {FIELDS} plain fields filled",
        )  # fmt: skip


def entry(workshop: Workshop) -> Iterator[Line]:
    """Ctrl+N: from the key to a form that can be typed in."""
    with screen(workshop.copy()) as shown:
        page = shown.tickets()
        count = 0

        def act() -> QWidget:
            page.make_new()
            return shown.frame.findChildren(QuickEntry)[-1]

        def ours() -> Turn:
            nonlocal count
            turn = shown.first_turn(act)
            dialog = shown.frame.findChildren(QuickEntry)[-1]
            count = len(dialog.boxes)
            dialog.reject()
            settle()
            assert not shown.frame.findChildren(Scrim)
            return turn

        ours()
        yield beside(
            "begin a ticket", 10, ours, lambda: workshop.plain.build(count), 2 * workshop.sizes.rounds,
            note=f"floor: {count} plain fields built",
        )  # fmt: skip
