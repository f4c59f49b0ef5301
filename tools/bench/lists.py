"""A key in a search field: from the key to the painted list, and the same for Ctrl+K."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt

from bench.line import Line, Turn, beside, ms_of
from bench.painting import settle
from bench.screen import Screen, screen
from bench.workshop import Workshop
from vaartdesk.ui.palette import Palette

FILTER_GOALS: Final = {2_000: 2.0, 20_000: 3.0, 200_000: 20.0}
FIND_GOALS: Final = {2_000: 2.0, 200_000: 4.0}
WORD: Final = (Qt.Key.Key_F, Qt.Key.Key_I, Qt.Key.Key_E, Qt.Key.Key_T, Qt.Key.Key_S)


def filters(workshop: Workshop) -> Iterator[Line]:
    """The first letter in the search field of the list of tickets."""
    for count in workshop.sizes.lists:
        with screen(workshop.copy(count)) as shown:
            yield _filter(shown, count, workshop.sizes.rounds)


def _filter(shown: Screen, count: int, rounds: int) -> Line:
    page = shown.tickets()
    search, viewport = page.header.search, page.list.view.viewport()
    assert search is not None
    search.setFocus()
    settle()

    def ours() -> Turn:
        turn = shown.turn(viewport, lambda: shown.press(search, Qt.Key.Key_T))
        search.clear()
        settle()
        return turn

    goal = FILTER_GOALS.get(count, FILTER_GOALS[2_000])
    words = f"filter, key to paint, {len(page.list.rows):,} rows"
    return beside(words, goal, ours, lambda: ms_of(viewport.repaint), 2 * rounds, note="floor: repaint of the list")


def finds(workshop: Workshop) -> Iterator[Line]:
    """Each letter of a common word in the palette."""
    for count in workshop.sizes.finds:
        with screen(workshop.copy(count)) as shown:
            yield _find(shown, count, workshop.sizes.rounds)


def _find(shown: Screen, count: int, rounds: int) -> Line:
    shown.tab("actions")
    shown.window.find()
    settle(200)
    palette = shown.frame.findChildren(Palette)[-1]
    typed = 0

    def ours() -> Turn:
        nonlocal typed
        if typed == len(WORD):
            palette.line.clear()
            settle()
            typed = 0
        typed += 1
        return shown.turn(palette, lambda: shown.press(palette.line, WORD[typed - 1]))

    with shown.desk.read() as reader:
        records = reader.connection.exec_driver_sql("select count(*) from record").scalar()
    goal = FIND_GOALS.get(count, FIND_GOALS[2_000])
    words = f"Ctrl+K, key to paint, {records:,} records"
    return beside(words, goal, ours, lambda: ms_of(palette.repaint), len(WORD) * rounds, note="floor: its repaint")
