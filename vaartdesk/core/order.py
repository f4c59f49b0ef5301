"""Order keys: short strings that sort, with always room for another between any two.

Only the moved row gets a new key, and one digit of it is random, so that two laptops that put different rows at the
same spot rarely make the same key. Rows are read by key and then id, so that an equal key does no harm.
"""

from __future__ import annotations

import secrets
from typing import Final

from vaartdesk.core.ids import Randomness

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONG: Final = 60
"""A list with a key longer than this is given new keys by `spread`, in one change."""


def between(a: str | None, b: str | None, rnd: Randomness = secrets) -> str:
    """A key strictly between `a` and `b`; None is the start or the end of the list.

    ValueError when `a` is not before `b` (equal keys come from a merge: give the list new keys with `spread`).
    """
    low, high = a or "", b
    _check(low, high)
    appending, prepending = high is None, not low
    out, i = "", 0
    while True:
        lo = DIGITS.index(low[i]) if i < len(low) else 0
        hi = DIGITS.index(high[i]) if high is not None and i < len(high) else len(DIGITS)
        if hi - lo > 1:
            return out + DIGITS[_pick(lo, hi, appending, prepending, rnd)] + DIGITS[1 + rnd.randbelow(61)]
        out += DIGITS[lo]
        if hi > lo:
            high = None
        i += 1


def _pick(lo: int, hi: int, appending: bool, prepending: bool, rnd: Randomness) -> int:
    """A digit between; near the neighbour at both ends of the list, as most rows are added there (short keys)."""
    if appending and not prepending:
        return lo + 1
    if prepending and not appending:
        return hi - 1
    return lo + 1 + rnd.randbelow(hi - lo - 1)


def _check(a: str, b: str | None) -> None:
    for key in (a, b or ""):
        if key.endswith("0") or not all(char in DIGITS for char in key):
            raise ValueError(f"not an order key: {key!r}")
    if b is not None and a >= b:
        raise ValueError(f"no room between {a!r} and {b!r}")


def spread(n: int) -> list[str]:
    """`n` keys in order, evenly spread and as short as leaves room between; the same on every laptop."""
    width = 1
    while len(DIGITS) ** width < 4 * (n + 1):
        width += 1
    whole = len(DIGITS) ** width
    return [_written((i + 1) * whole // (n + 1), width) for i in range(n)]


def _written(value: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        digits = DIGITS[digit] + digits
    # A key is read as a fraction: a last zero says nothing and would leave no room below it.
    return digits.rstrip("0")
