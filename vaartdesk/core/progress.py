"""How long work tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Progress = Callable[[float], None]
"""Called with the share that is done, 0 to 1, on the thread of the work; raises `Cancelled` to stop it."""


class Cancelled(Exception):
    """The person stopped the work; nothing of it was written."""


def unheard(_share: float) -> None:
    """For work that nobody watches."""


_listener: ContextVar[Progress] = ContextVar("listener", default=unheard)


@contextmanager
def heard(progress: Progress) -> Iterator[None]:
    """What is said by `tell` in here, on this thread, reaches ``progress``: for work that goes through many hands, as a
    paper does from its records to its pages.
    """
    before = _listener.set(progress)
    try:
        yield
    finally:
        _listener.reset(before)


def tell(share: float) -> None:
    """Say to whoever listens how far it is; raises `Cancelled` where that one wants it stopped."""
    _listener.get()(share)


def within(progress: Progress, begin: float, end: float) -> Progress:
    """For a part of the work that takes from ``begin`` to ``end`` of the whole."""
    return lambda share: progress(begin + (end - begin) * share)


T = TypeVar("T")


def told(items: Sequence[T], progress: Progress, begin: float, end: float) -> Iterator[T]:
    """The items one by one, telling now and then how far between ``begin`` and ``end`` it is."""
    every = max(1, len(items) // 100)
    for n, item in enumerate(items):
        if n % every == 0:
            progress(begin + (end - begin) * n / len(items))
        yield item
    progress(end)
