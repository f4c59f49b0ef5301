"""Reading the shipped SVG icons and giving them a colour; bytes in, bytes out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from vaartdesk.core.resources import resource

STROKE: Final = 1.75
STROKE_SMALL: Final = 2.0


@cache
def _source(name: str) -> str:
    """The text of an icon; FileNotFoundError names the missing file."""
    return Path(resource("icons", f"{name}.svg")).read_text(encoding="utf-8")


def coloured(name: str, colour: str, *, stroke: float = STROKE, fill: str = "none") -> bytes:
    """The icon with `currentColor` replaced by `colour` (#RRGGBB) and lines `stroke` units of 24 wide."""
    text = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return text.replace('fill="none"', f'fill="{fill}"').encode()
