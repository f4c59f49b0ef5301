"""A paper that a command made ready: shown before it is printed or saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from vaartdesk.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """``name``: of the file to propose, with its ending; ``make`` gives the PDF and warnings in Dutch, on any thread.

    ``beside``: once it is made, what goes beside it under the same name: ending -> content.
    """

    name: str
    make: Callable[[], tuple[bytes, tuple[str, ...]]]
    beside: Mapping[str, bytes] = field(default_factory=dict)
