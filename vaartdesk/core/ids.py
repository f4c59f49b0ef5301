"""Keys of records: 32 lower-case hex digits, either new (UUIDv7, RFC 9562) or made by a rule (BLAKE2b)."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from threading import Lock
from typing import Final, Protocol


class Randomness(Protocol):
    """What `secrets` offers and a seeded source in a test can imitate."""

    def randbelow(self, exclusive_upper_bound: int, /) -> int:
        """An integer from 0 up to, not including, the bound."""


_RANDOM_BITS: Final = 74
_LOW_BITS: Final = 62
_STEP: Final = 1 << 32


class IdSource:
    """Makes UUIDv7 keys, each greater than the one before, also within a millisecond and when the clock goes back."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ms = -1
        self._tail = 0

    def next(self, ms: int, rnd: Randomness) -> str:
        """A key for the Unix time `ms` in milliseconds (0 up to 2**48)."""
        if not 0 <= ms < 1 << 48:
            raise ValueError(f"time outside UUIDv7: {ms}")
        with self._lock:
            if ms > self._ms:
                self._ms, self._tail = ms, rnd.randbelow(1 << _RANDOM_BITS)
            else:
                self._tail += 1 + rnd.randbelow(_STEP)
                if self._tail >> _RANDOM_BITS:
                    self._ms, self._tail = self._ms + 1, rnd.randbelow(1 << _RANDOM_BITS)
            ms, tail = self._ms, self._tail
        high, low = tail >> _LOW_BITS, tail & ((1 << _LOW_BITS) - 1)
        return f"{ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low:032x}"


_SHARED: Final = IdSource()


def new_id(ms: int, rnd: Randomness = secrets) -> str:
    """A new key for the Unix time `ms` in milliseconds; keys of one process only go up."""
    return _SHARED.next(ms, rnd)


def rule_id(rule: str, source: str, period: str = "") -> str:
    """The key of a row that a rule makes: the same rule, source and period give the same key on every laptop.

    `rule` and `source` may not hold a bar, which is what keeps two different triples apart.
    """
    return _digest(rule, source, period)


def link_id(from_id: str, role: str, to_id: str) -> str:
    """The key of the link row that says `from_id` has `to_id` as `role`; no bar in the first two."""
    return _digest(from_id, role, to_id)


def _digest(first: str, second: str, third: str) -> str:
    if "|" in first or "|" in second:
        raise ValueError(f"a bar inside a part of a key: {first!r}, {second!r}")
    return blake2b(f"{first}|{second}|{third}".encode(), digest_size=16).hexdigest()
