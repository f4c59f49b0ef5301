"""How wide the columns of a table become: as their texts ask, no word broken while there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vaartdesk.pdf.fonts import REGULAR, SEMIBOLD, width
from vaartdesk.pdf.styles import WIDTH
from vaartdesk.pdf.words import hold

SIZE: Final = 9.0
"""Points of a cell's letters (`styles.CELL`)."""
GAP: Final = 9.0
"""Points between a column and the next."""
USUAL: Final = 0.9
"""So many of the texts fit on one line, where there is room; the few longest need not widen a column for all."""
LONGEST: Final = 110.0
"""Points of a word that is not broken: "communicatiemedewerker"."""
LOOKED_AT: Final = 400
"""Rows that are measured."""


def shares(columns: Sequence[Sequence[str]], *, wide: int = 0, room: float = WIDTH) -> list[float]:
    """The width in points of each column of texts (its head first), together ``room``. Column ``wide`` takes what is left.

    Every column is as wide as its longest word; what remains goes to the columns whose texts are longer than that.
    """
    least = [_least(texts) for texts in columns]
    wanted = [max(low, _usual(texts)) for low, texts in zip(least, columns, strict=True)]
    if sum(wanted) <= room:
        wanted[wide] += room - sum(wanted)
        return wanted
    if sum(least) >= room:
        return [low * room / sum(least) for low in least]
    spare = (room - sum(least)) / sum(want - low for want, low in zip(wanted, least, strict=True))
    return [low + (want - low) * spare for want, low in zip(wanted, least, strict=True)]


def _least(texts: Sequence[str]) -> float:
    """Of the longest word, or date, within reason: an address of the web may break."""
    words = {word for text in texts[:LOOKED_AT] for word in hold(text).split(" ")}
    return min(max((_wide(word) for word in words), default=0.0), LONGEST) + GAP


def _usual(texts: Sequence[str]) -> float:
    found = sorted(_wide(text) for text in texts[:LOOKED_AT])
    return found[min(len(found) - 1, int(len(found) * USUAL))] + GAP if found else GAP


def _wide(text: str) -> float:
    """Some cells are semibold."""
    return max(width(text, SEMIBOLD, SIZE), width(text, REGULAR, SIZE))
