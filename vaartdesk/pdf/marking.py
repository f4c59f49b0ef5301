"""Page code that is marked: which stretches show an element, and that all the rest is decoration."""

from __future__ import annotations

import re
from typing import Any, Final

from reportlab.pdfgen.textobject import PDFTextObject

from vaartdesk.pdf.tree import Elem

_PAINTS: Final = re.compile(r"(?:^|\s)(?:f\*?|F|B\*?|b\*?|S|s|Do|Tj|TJ|'|\"|sh|EI)(?:\s|$)|Tj|TJ")


class Balanced(str):
    """Page code that is marked content from begin to end."""

    __slots__ = ()


class Open(str):
    """The begin of marked content."""

    __slots__ = ()


class Close(str):
    """The end of marked content."""

    __slots__ = ()


class MarkedText(PDFTextObject):
    """The text object of a paragraph."""

    _canvas: Any
    _code: list[str]
    elem: Elem

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N803 - ReportLab calls them so
        # A blank ends each line: readers glue the words of two lines together otherwise.
        words = text + " " if TStar and text else text
        super()._textOut(words, TStar)  # type: ignore[misc]  # not in the published types

    def _linkRecord(self, link: Any, what: str) -> None:
        self._canvas.mark_link(self, link[1], what)


def with_artifacts(code: list[str]) -> list[str]:
    """`code` with what is painted outside an element marked as decoration."""
    found: list[str] = []
    is_artifact, depth = False, 0
    for piece in code:
        is_tagged = isinstance(piece, (Balanced, Open))
        if is_artifact and is_tagged:
            found.append("EMC")
            is_artifact = False
        if not (is_tagged or depth or is_artifact or isinstance(piece, Close)) and _PAINTS.search(piece):
            found.append("/Artifact BMC")
            is_artifact = True
        depth += isinstance(piece, Open) - isinstance(piece, Close)
        found.append(piece)
    if is_artifact:
        found.append("EMC")
    return found
