"""Canonical JSON and the hashes over it. Changing one byte here breaks every log there is: golden vectors hold it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b

from vaartdesk.store.log.entry import REDACTED, Change, Key, Txn, Value

_quote = json.encoder.encode_basestring
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode
PREFIX = 4
"""Bytes of a hash that a context names."""
_SLICE = 2_000


def canonical_text(value: object) -> str:
    """`value` as JSON with sorted keys, no spaces, nothing escaped that need not be."""
    return _encode(value)


def canonical(value: object) -> bytes:
    """The same in UTF-8. Raises ValueError on a lone surrogate (UnicodeEncodeError) or on a NaN."""
    return _encode(value).encode("utf-8")


def digest(data: bytes) -> bytes:
    """BLAKE2b, 16 bytes."""
    return blake2b(data, digest_size=16).digest()


def commitment(salt: bytes, value: Value) -> bytes:
    """What the chain holds of a value: it proves the value while both are there, and tells nothing once they are gone.

    Over canonical JSON [salt in hex, value], put together by hand: this is the innermost loop of import and exchange.
    """
    text = "null" if value is None else _quote(value) if isinstance(value, str) else int.__repr__(value)
    return blake2b(f'["{salt.hex()}",{text}]'.encode(), digest_size=16).digest()


def commitment_of(change: Change) -> bytes:
    """The commitment of a change; a redacted one carries it in place of its salt."""
    return change.salt if change.op.startswith(REDACTED) else commitment(change.salt, change.value)


def txn_hash(txn: Txn) -> bytes:
    """Covers everything but the values themselves, so that an erased value keeps its place in the chain.

    Over canonical JSON [prev in hex, head, rows], put together by hand as in `commitment`, and in slices: the encoder would
    write the rows of an import in one go, and nothing else in the program could move meanwhile.
    """
    named = f"{_quote(txn.device)},{txn.seq},{txn.hlc},{_quote(txn.author)},{_quote(txn.kind)},{_quote(txn.label)}"
    undo_of = "null" if txn.undo_of is None else txn.undo_of
    ctx = "null" if txn.ctx is None else _quote(txn.ctx)
    whole = blake2b(f'["{txn.prev.hex()}",[{named},{undo_of},{ctx},{txn.schema}],['.encode(), digest_size=16)
    for at in range(0, len(txn.changes), _SLICE):
        rows = ",".join([_row_text(at + n, change) for n, change in enumerate(txn.changes[at : at + _SLICE])])
        whole.update(f",{rows}".encode() if at else rows.encode())
    whole.update(b"]]")
    return whole.digest()


def _row_text(idx: int, change: Change) -> str:
    tbl, row, field, op, _, _, parents = change
    named = f"{_quote(tbl)},{_quote(row)},{_quote(field)},{_quote(op.removeprefix(REDACTED))}"
    return f'[{idx},{named},{parents_text(parents)},"{commitment_of(change).hex()}"]'


def parents_text(parents: Sequence[Key]) -> str:
    """Parents as they are stored: canonical JSON."""
    if len(parents) == 1:
        ((device, seq, idx),) = parents
        return f"[[{_quote(device)},{seq},{idx}]]"
    return f"[{','.join([f'[{_quote(device)},{seq},{idx}]' for device, seq, idx in parents])}]"


def parents_from(text: str) -> tuple[Key, ...]:
    """Parents as they were stored."""
    if text == "[]":
        return ()
    return tuple([(device, seq, idx) for device, seq, idx in json.loads(text)])
