"""What the tour says: numbered chapters, a line for each thing done, and how long each chapter took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from vaartdesk.core.text import _


class Teller:
    """Prints at once, so that whoever looks on sees how far it is."""

    def __init__(self) -> None:
        self.began = monotonic()
        self._number = 0

    @contextmanager
    def chapter(self, title: str) -> Iterator[None]:
        """One part of the tour."""
        self._number += 1
        print(f"{self._number}. {title}", flush=True)
        start = monotonic()
        yield
        print(f"   ({self._seconds(start)})\n", flush=True)

    def say(self, sentence: str) -> None:
        """One thing that was done or seen."""
        print(f"   {sentence}", flush=True)

    def end(self, sentence: str) -> None:
        """The last words, with the time it all took."""
        print(f"{sentence} ({self._seconds(self.began)})", flush=True)

    @staticmethod
    def _seconds(start: float) -> str:
        seconds = f"{monotonic() - start:.1f}".replace(".", ",")
        return str(_("{n} seconden").format(n=seconds))
