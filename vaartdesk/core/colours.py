"""Every colour of screen and paper, as `#RRGGBB`, in a light and a dark scheme.

The values and the contrast they must reach come from the project's design page; a test computes each ratio again.
Never white text on a `base` colour: use `ink`. A and F are both blue: never show either without its letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from vaartdesk.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """`fg` on `soft` makes a chip, `fg` alone colours text, `solid` fills bars and pins."""

    fg: str
    soft: str
    solid: str


@dataclass(frozen=True, slots=True)
class Line:
    """A theme line: `base` for bars and rules, `ink` for text and the badge fill, `soft` for spans."""

    base: str
    ink: str
    soft: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One set of tokens; `badge_letter` is the letter on a badge filled with a line's ink; `water` and `green` are the map's."""

    is_dark: bool
    rail: str
    window: str
    surface: str
    raised: str
    sunken: str
    groove: str
    seg_on: str
    hover: str
    selection: str
    border: str
    line: str
    text1: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_ink: str
    accent_soft: str
    focus: str
    badge_letter: str
    water: str
    green: str
    neutral: State
    info: State
    success: State
    warning: State
    danger: State
    lines: Mapping[str, Line]

    def theme_line(self, letter: str) -> Line:
        """The colours of line A to F; anything else (Organisatie, no line) is neutral."""
        found = self.lines.get(letter)
        return found or Line(self.neutral.solid, self.neutral.fg, self.neutral.soft)

    def state(self, name: str) -> State:
        """The state called neutral, info, success, warning or danger; KeyError for another name."""
        states = dict(zip(STATES, (self.neutral, self.info, self.success, self.warning, self.danger), strict=True))
        return states[name]


STATES: Final = ("neutral", "info", "success", "warning", "danger")

LIGHT: Final = Scheme(
    is_dark=False,
    rail="#EFEFEC",
    window="#F7F7F5",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F3F3F0",
    groove="#ECEDEA",
    seg_on="#FFFFFF",
    hover="#F1F1EE",
    selection="#DCEBEB",
    border="#E3E3DE",
    line="#868E92",
    text1="#1A2124",
    text2="#4C575C",
    text3="#5D676C",
    accent="#0B6B70",
    accent_hover="#095A5F",
    accent_press="#074A4E",
    on_accent="#FFFFFF",
    accent_ink="#0A5F64",
    accent_soft="#E3F0F0",
    focus="#0B6B70",
    badge_letter="#FFFFFF",
    water="#BFD9E0",
    green="#DCE8D6",
    neutral=State("#4C575C", "#ECEDEA", "#868E92"),
    info=State("#1B5690", "#E5EEF8", "#2F78BF"),
    success=State("#1D6637", "#E2F1E6", "#2E8B50"),
    warning=State("#855000", "#FBEDD2", "#B87400"),
    danger=State("#B0241C", "#FBE5E3", "#D13A30"),
    lines=MappingProxyType(
        {
            "A": Line("#0072B2", "#005C91", "#E2EFF7"),
            "B": Line("#009E73", "#00684C", "#DFF3EC"),
            "C": Line("#B8860B", "#775600", "#F8EFD8"),
            "D": Line("#A6478A", "#8A3572", "#F6E6F1"),
            "E": Line("#C4511B", "#9E3D0F", "#FAE8DF"),
            "F": Line("#3A8FC4", "#1C6594", "#E4F1F9"),
        }
    ),
)

DARK: Final = Scheme(
    is_dark=True,
    rail="#101314",
    window="#14181A",
    surface="#1A1F22",
    raised="#232A2E",
    sunken="#15191B",
    groove="#0F1315",
    seg_on="#2A3236",
    hover="#21272B",
    selection="#1A3A3D",
    border="#2C3438",
    line="#727D82",
    text1="#E9EDEE",
    text2="#B1BBBF",
    text3="#949FA4",
    accent="#4DB6B9",
    accent_hover="#66C5C8",
    accent_press="#3BA3A6",
    on_accent="#06282A",
    accent_ink="#6ECBCE",
    accent_soft="#163537",
    focus="#6ECBCE",
    badge_letter="#101416",
    water="#1C3A42",
    green="#1F3024",
    neutral=State("#B8C1C5", "#2A3236", "#727D82"),
    info=State("#8FC2F3", "#1B3046", "#5AA2E6"),
    success=State("#82D29D", "#193526", "#4DB873"),
    warning=State("#F1BF66", "#3B2D13", "#DDA23A"),
    danger=State("#FF9D94", "#45211E", "#F0665C"),
    lines=MappingProxyType(
        {
            "A": Line("#4BA6DE", "#7CC1EC", "#16303F"),
            "B": Line("#2FC297", "#62D6B2", "#12352B"),
            "C": Line("#D9AE45", "#E4C26E", "#382D12"),
            "D": Line("#D584BD", "#E2A3CF", "#3A2133"),
            "E": Line("#EC8B5B", "#F2A681", "#402417"),
            "F": Line("#7FC5F0", "#A2D6F5", "#1B3443"),
        }
    ),
)


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue (0 to 255) of `#RRGGBB`; ValueError for another form."""
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"not #RRGGBB: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
