"""What time is counted: that of the wall, or that of the processor, where others keep the machine busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

_COUNTED: Final[list[Callable[[], float]]] = [time.perf_counter]


def now() -> float:
    """Seconds from some moment."""
    return _COUNTED[-1]()


def count_processor() -> None:
    """From now on only what this process itself works counts; what waits for a disk is measured by the wall still."""
    _COUNTED.append(time.process_time)


def is_processor() -> bool:
    """Whether it is the processor's."""
    return _COUNTED[-1] is time.process_time
