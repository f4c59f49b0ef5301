"""Pictures in the tree of a document: each has a sentence that says what it shows."""

from __future__ import annotations

from typing import Any

from vaartdesk.core.text import _
from vaartdesk.pdf.flow import Block
from vaartdesk.pdf.tree import Elem
from vaartdesk.pdf.words import clean


class Figure(Block):
    """A picture, chart or logo with the sentence that says what it shows; `inner` is any flowable."""

    def __init__(self, inner: Any, alt: str, parent: Elem, *, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self.inner = inner
        # A picture without a word is a fault of a paper: it has at least this one.
        self.elem = Elem("Figure", parent, alt=clean(alt).strip() or str(_("Afbeelding")))
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """The size of the picture."""
        self.inner.canv = self.canv
        self.width, self.height = self.inner.wrap(wide, high)
        return self.width, self.height

    def draw(self) -> None:
        """Paint it and note its box."""
        x, y = self.canv.absolutePosition(0, 0)
        box = f"{x:.2f} {y:.2f} {x + self.width:.2f} {y + self.height:.2f}"
        self.elem.attributes = f"<</O /Layout /Placement /Block /BBox [{box}]>>"
        self.canv.open(self.elem)
        self.inner.drawOn(self.canv, 0, 0)
        self.canv.close()
