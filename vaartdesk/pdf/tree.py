"""The logical structure of a document, as a screen reader follows it (PDF structure tree).

The tree comes from the story, not from the order of drawing; drawing only adds the places where an element was painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.pdf.words import clean

# Attributes that PDF/UA asks of every element with this tag.
_ATTRIBUTES: Final = {"TH": "<</O /Table /Scope /Column>>"}
ROW_HEAD: Final = "<</O /Table /Scope /Row>>"
"""Of a TH that heads its row."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A stretch of page content that shows the element: 1-based page and marked-content number on it."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A link annotation that belongs to the element."""

    page: int
    annotation: str


class Elem:
    """One element: `P`, `H1`, `Table`, `Link`... An element without content is left out, unless `keep`.

    `number` is its place in the finished tree, given when the file is written.
    """

    __slots__ = ("alt", "attributes", "keep", "kids", "number", "parent", "tag")

    def __init__(
        self, tag: str, parent: Elem | None = None, *, alt: str = "", keep: bool = False, attributes: str = ""
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.alt = clean(alt)
        self.keep = keep
        self.attributes = attributes or _ATTRIBUTES.get(tag, "")
        self.kids: list[Elem | Painted | Noted] = []
        self.number = -1
        if parent is not None:
            parent.kids.append(self)

    def prune(self) -> bool:
        """Drop what was not painted and holds nothing that was; whether anything is left."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Elem) or kid.prune()]
        return self.keep or bool(self.kids)

    def walk(self) -> Iterator[Elem]:
        """This element and all below it, parents first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Elem):
                yield from kid.walk()


def inside(elem: Elem | None, tag: str) -> bool:
    """Whether `elem` or one of its ancestors bears `tag`."""
    while elem is not None:
        if elem.tag == tag:
            return True
        elem = elem.parent
    return False
