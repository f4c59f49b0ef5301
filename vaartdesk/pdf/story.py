"""What is printed, in order, together with its logical tree: both grow at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.lib.styles import ParagraphStyle

from vaartdesk.pdf.fonts import register
from vaartdesk.pdf.text import Bookmark, Tag, Text, typeset
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import Content


class Story:
    """The flowables and the tree of one document.

    `lost` collects the characters that no font can print; `link_titles` say where an internal link leads.
    """

    def __init__(self) -> None:
        register()
        self.root = Elem("Document")
        self.parent = self.root
        self.blocks: list[Any] = []
        self.lost: set[str] = set()
        self.link_titles: dict[str, str] = {}

    def add(self, *blocks: Any) -> None:
        """Put flowables at the end."""
        self.blocks.extend(blocks)

    @contextmanager
    def inside(self, tag: str) -> Iterator[Elem]:
        """What is made in this block belongs to a new element `tag`."""
        outer = self.parent
        self.parent = Elem(tag, outer)
        try:
            yield self.parent
        finally:
            self.parent = outer

    @contextmanager
    def collect(self) -> Iterator[list[Any]]:
        """What is added in this block is put in a list of its own instead of on the page."""
        outer = self.blocks
        self.blocks = []
        try:
            yield self.blocks
        finally:
            self.blocks = outer

    def text(
        self,
        content: Content,
        style: ParagraphStyle,
        elem: Elem | str = "P",
        *,
        bookmark: Bookmark | None = None,
        bullet: str | None = None,
        label: Elem | None = None,
    ) -> Text:
        """A paragraph that is not put on the page yet; `elem` is its element or the tag of a new one."""
        owner = Elem(elem, self.parent) if isinstance(elem, str) else elem
        return typeset(content, style, Tag(owner, label, bookmark), self.lost, bullet)

    def texts(self, paragraphs: Sequence[Content], style: ParagraphStyle, elem: str = "P") -> list[Text]:
        """A paragraph for each of `paragraphs`."""
        return [self.text(paragraph, style, elem) for paragraph in paragraphs]
