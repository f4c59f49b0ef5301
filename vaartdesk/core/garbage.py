"""No looking for garbage while much is made at once.

Python looks through all that was made whenever enough came along. Of a file of thousands of rows all of it is still needed: the
looking finds nothing, takes a fifth of the time, and each look holds every thread, the window's too, for a tenth of a second.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()


class _Holders:
    """How many hold it off, and whether it was on before the first did; one per process, as the collector is."""

    count = 0
    was_on = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it garbage waits; on whatever thread, and as often within itself as one likes."""
    with _lock:
        if _Holders.count == 0:
            _Holders.was_on = gc.isenabled()
            gc.disable()
        _Holders.count += 1
    try:
        yield
    finally:
        with _lock:
            _Holders.count -= 1
            if _Holders.count == 0 and _Holders.was_on:
                gc.enable()
