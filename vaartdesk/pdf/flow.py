"""What every block of ours is: ReportLab's flowable, with the parts that its published types leave out."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import NullActionFlowable


def apart(blocks: list[Any]) -> list[Any]:
    """What `split` answers for a block that falls apart into `blocks`, each of which finds its own place; ReportLab takes
    the first one of a split for a piece that fits, unless it is an action.
    """
    return [NullActionFlowable(), *blocks]


def is_apart(pieces: list[Any]) -> bool:
    """Whether `pieces` come from `apart`."""
    return bool(pieces) and isinstance(pieces[0], NullActionFlowable)


class Block(Flowable):
    """A thing that can be laid out and painted; `canv` is the `TaggedCanvas` it is painted on."""

    canv: Any = None
    width: float
    height: float

    def frame(self) -> Any:
        """The frame that is being filled, None outside a page."""
        return getattr(getattr(self.canv, "_doctemplate", None), "frame", None)
