"""What one row of a list shows: plain values that a kind fills and the window paints.

Every row answers the same questions in the same place: what, where, whose, which state, how late. A kind maps its
records to `RowParts`; it never sees a widget. Texts are ready to show; icons are names of files in `resources/icons`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from vaartdesk.core.dataclass import dataclass

Tone = Literal["neutral", "info", "success", "warning", "danger", "accent"]
TONES: tuple[Tone, ...] = ("neutral", "info", "success", "warning", "danger", "accent")


@dataclass(frozen=True, slots=True)
class Chip:
    """A state: always a word, mostly with an icon, never a bare colour."""

    label: str
    icon: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Due:
    """How late, in words ("nog 2 werkdagen"). Neutral is a plain date; `is_done` mutes it."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """A theme line by its letter, A to F; `name` is its full name for tooltip and screen reader."""

    letter: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Gauge:
    """How far a figure is on its way from ``start`` to ``end``; ``share`` in percent, None where that is not known."""

    value: str
    unit: str = ""
    told: str = ""
    share: int | None = None
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class RowParts:
    """One list row.

    The left slot shows the first of `day` (weekday, day of the month), `initials`, `badge` (a letter) and `icon` that
    is filled. `badges` are the small ones on line 2, between `number` and `meta`. `meta` parts are joined by a middle
    dot; the last one is the "bij wie". `icon_tone` colours the icon (danger only for a calamiteit). `is_square` shows
    initials in a square (organisations) instead of a disc (persons). `accessible` replaces the spoken sentence.
    `is_past` mutes the title of what is over.
    `gauge` shows in lists with high rows (`Kind.has_gauge`) in place of the second line.
    """

    title: str
    number: str = ""
    icon: str = ""
    badge: str = ""
    initials: str = ""
    day: tuple[str, str] | None = None
    meta: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    due: Due | None = None
    chip: Chip | None = None
    accessible: str = ""
    icon_tone: Tone = "neutral"
    is_square: bool = False
    gauge: Gauge | None = None
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """A group header between rows: its name, how many rows follow, and a tone for the name.

    `line` is a theme-line letter when the group is a theme line; it then gives the colour.
    """

    text: str
    count: int
    tone: Tone = "neutral"
    line: str = ""


def spoken(row: RowParts | Header) -> str:
    """The row as one sentence for a screen reader: title, number, place, state, lateness."""
    if isinstance(row, Header):
        return f"{row.text}, {row.count}"
    return str(row.accessible) or ", ".join(_said(row))


def _said(row: RowParts) -> Iterator[str]:
    """The filled parts of a row in reading order."""
    parts = (row.title, row.number, *(badge.name or badge.letter for badge in row.badges), *row.meta)
    yield from (str(part) for part in parts if part)
    if row.chip is not None:
        yield str(row.chip.label)
    if row.due is not None:
        yield str(row.due.text)
