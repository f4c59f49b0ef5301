"""The lines of each card in a file, unfolded, before any of them is given a meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_LINE_BREAK: Final = re.compile(r"\r\n|\n|\r")
_BLOB: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT)[;:]", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"(?:[A-Za-z0-9-]+\.)?(?:URL|FN|NOTE|TITLE|ROLE|TEL|EMAIL|UID|KIND|X-ABSHOWAS)(?:;(?:\"[^\"]*\"|[^\":])*)?:",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r"(?<!\\),")
_QUOTED: Final = "quoted-printable"


def card_blocks(text: str, most: int) -> tuple[list[list[str]], bool]:
    """The lines of each card, at most so many, without those that begin and end it, and without pictures, keys and cards inside
    it; then whether the text breaks off in the middle of one.
    """
    depth = 0
    block = _Block()
    found: list[list[str]] = []
    for line in _LINE_BREAK.split(text):
        mark = line.strip().upper()
        if mark == "BEGIN:VCARD":
            depth += 1
            block = block if depth > 1 else _Block()
        elif mark == "END:VCARD":
            if depth == 1:
                found.append(block.lines())
            if len(found) == most:
                return found, False
            depth = max(0, depth - 1)
        elif depth == 1:
            block.add(line, is_empty=not mark)
    return found, depth > 0


class _Block:
    """The card that is being gathered, each of its lines in pieces."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = []
        self._is_blob = self._is_soft = self._is_quoted = False

    def add(self, line: str, *, is_empty: bool) -> None:
        """One line of the file."""
        is_folded = line[:1] in {" ", "\t"}
        # A blob goes on over folded lines, and in 2.1 up to an empty one.
        self._is_blob = bool(_BLOB.match(line)) or (self._is_blob and is_folded)
        if self._is_blob or is_empty:
            return
        if self._is_soft:  # quoted-printable of 2.1 breaks its lines in a way of its own, which its decoder undoes
            self._lines[-1] += ["\r\n", line]
        elif is_folded and self._lines:
            self._lines[-1].append(line[1:])
        else:
            self._lines.append([line])
            self._is_quoted = _QUOTED in line.lower()
        self._is_soft = self._is_quoted and line.endswith("=")

    def lines(self) -> list[str]:
        return ["".join(pieces) for pieces in self._lines]


def with_whole_values(block: Sequence[str]) -> Iterator[str]:
    """Lines that hold one text with their commas escaped: many programs do not, and vobject keeps only what stands before the
    first.
    """
    for line in block:
        head = _WHOLE.match(line)
        yield line if head is None else head.group() + _COMMA.sub(r"\,", line[head.end() :])
