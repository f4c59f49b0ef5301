"""Laptops for the tests of the log; in memory-backed files where the machine has them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.log.laptop import SHAPE, START, Laptop, Make
from vaartdesk.store.log.shape import Shape

_MEMORY = Path("/dev/shm")


@pytest.fixture
def room() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="vaartdesk-log-", dir=_MEMORY if _MEMORY.is_dir() else None))
    yield path
    shutil.rmtree(path)


@pytest.fixture
def laptop(room: Path) -> Iterator[Make]:
    """Opens laptops by name, each with a clock that goes on a second at each look; all must verify at the end."""
    made: list[Laptop] = []
    clocks: dict[str, int] = {}

    def make(
        name: str, *, start: int = START, fingerprint: str = "", shape: Shape = SHAPE, schema_version: int = 1
    ) -> Laptop:
        clocks.setdefault(name, start)

        def now_ms() -> int:
            clocks[name] += 1000
            return clocks[name]

        opened = Laptop(
            room / f"{name}.db",
            now_ms,
            author=name,
            shape=shape,
            fingerprint=fingerprint,
            schema_version=schema_version,
        )
        made.append(opened)
        return opened

    yield make
    for opened in made:
        if not opened.is_closed:
            assert opened.journal.verify() == []
            assert opened.all("pragma foreign_key_check") == []
            opened.close()
