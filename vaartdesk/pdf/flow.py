"""What every block of ours is: ReportLab's flowable, with the parts that its published types leave out."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable


class Block(Flowable):
    """A thing that can be laid out and painted; `canv` is the `TaggedCanvas` it is painted on."""

    canv: Any = None
    width: float
    height: float

    def frame(self) -> Any:
        """The frame that is being filled, None outside a page."""
        return getattr(getattr(self.canv, "_doctemplate", None), "frame", None)
