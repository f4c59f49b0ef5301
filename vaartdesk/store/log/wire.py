"""One transaction as one line of JSON, and strictly back again: what comes in was not necessarily made by us."""

from __future__ import annotations

import json
from typing import Any

from vaartdesk.store.log.canon import canonical
from vaartdesk.store.log.entry import ERASE, REDACTED, SET, Change, Key, Txn

_OPS = frozenset({SET, ERASE, REDACTED + SET, REDACTED + ERASE})
_INT64 = 1 << 63
_YEAR_10000 = 253_402_300_800_000 << 12
_DIGEST = 16


class Damaged(Exception):
    """Not a whole, true bundle: nothing was taken from it."""


def line(txn: Txn) -> bytes:
    """Canonical JSON without a line break."""
    changes = [(c.tbl, c.row, c.field, c.op, c.value, c.salt.hex(), c.parents) for c in txn.changes]
    return canonical((*txn[:9], txn.prev.hex(), txn.hash.hex(), changes))


def parse(text: bytes) -> Txn:
    """The transaction of a line. Raises `Damaged` where a type, a length or a range is not what it must be."""
    raw = load(text)
    if not isinstance(raw, list) or len(raw) != len(Txn._fields):
        raise Damaged("not a transaction")
    device, seq, hlc, author, kind, label, undo_of, ctx, schema, prev, own, changes = raw
    is_right = (
        all(map(is_text, (device, author, kind, label)))
        and is_count(seq)
        and seq > 0
        and is_count(hlc)
        and hlc < _YEAR_10000
        and (undo_of is None or is_count(undo_of))
        and (ctx is None or is_text(ctx))
        and is_count(schema)
        and isinstance(changes, list)
    )
    if not is_right:
        raise Damaged("a transaction of the wrong form")
    if ctx is not None:
        context(ctx)
    before = b"" if prev == "" else _bytes(prev)
    parsed = tuple(map(_change, changes))
    return Txn(device, seq, hlc, author, kind, label, undo_of, ctx, schema, before, _bytes(own), parsed)


def context(text: str) -> dict[str, tuple[int, str]]:
    """A context: device -> (last sequence number, start of its hash in hex). Raises `Damaged`."""
    raw = load(text)
    if not isinstance(raw, dict):
        raise Damaged("a context of the wrong form")
    found = {}
    for device, upto in raw.items():
        if not (
            isinstance(upto, list) and len(upto) == 2 and is_count(upto[0]) and is_text(upto[1]) and is_text(device)
        ):
            raise Damaged("a context of the wrong form")
        found[device] = (upto[0], upto[1])
    return found


def load(text: bytes | str) -> Any:
    """Parse JSON; every way in which that can fail is `Damaged`."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Damaged("not JSON") from error


def is_text(value: object) -> bool:
    """A string that UTF-8 can hold."""
    return isinstance(value, str) and (value.isascii() or _is_whole(value))


def is_count(value: object) -> bool:
    """A whole number from 0 that SQLite can hold."""
    return type(value) is int and 0 <= value < _INT64


def _is_whole(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _change(raw: Any) -> Change:
    if not isinstance(raw, list) or len(raw) != len(Change._fields):
        raise Damaged("a change of the wrong form")
    tbl, row, field, op, value, salt, parents = raw
    if not (
        is_text(tbl) and is_text(row) and is_text(field) and is_text(op) and op in _OPS and isinstance(parents, list)
    ):
        raise Damaged("a change of the wrong form")
    if not (value is None or is_text(value) or (type(value) is int and -_INT64 <= value < _INT64)):
        raise Damaged("a value of the wrong type")
    if value is not None and op.startswith(REDACTED):
        raise Damaged("an erased change with a value")
    return Change(tbl, row, field, op, value, _bytes(salt), tuple(map(_parent, parents)))


def _parent(raw: Any) -> Key:
    if not (isinstance(raw, list) and len(raw) == 3 and is_text(raw[0]) and is_count(raw[1]) and is_count(raw[2])):
        raise Damaged("a parent of the wrong form")
    return raw[0], raw[1], raw[2]


def _bytes(text: Any) -> bytes:
    try:
        found = bytes.fromhex(text)
    except (TypeError, ValueError) as error:
        raise Damaged("not hex") from error
    if len(found) != _DIGEST:
        raise Damaged("a hash of the wrong length")
    return found
