"""What one laptop hands to another: a header and whole transactions, every hash of them checked before anything is touched.

"VDX1" | "P" | BLAKE2b-16 of the rest | zlib( one JSON line for the header, one for each transaction )
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from vaartdesk.store.log import ledger, wire
from vaartdesk.store.log.canon import canonical, digest, txn_hash
from vaartdesk.store.log.entry import Txn
from vaartdesk.store.log.journal import Journal
from vaartdesk.store.log.wire import Damaged

MAGIC = b"VDX1"
PLAIN = b"P"
FORMAT = 1
_HASH = 16
_START = len(MAGIC) + len(PLAIN) + _HASH
MAX_TEXT = 1 << 30
"""Bytes a bundle may unfold to; ten years of a team are under a twentieth of it."""
_LEVEL = 6


class Newer(Damaged):
    """Made by a version whose bundles this one cannot read: keep the file, update the program."""


class Header(NamedTuple):
    """Who made the bundle, and how far his log goes. `have`: device -> last sequence number. `created`: Unix time in ms."""

    format: int
    device: str
    schema: int
    have: dict[str, int]
    state_hash: str
    created: int


def pack(header: Header, txns: Iterable[Txn]) -> bytes:
    """The bytes of a bundle."""
    lines = [canonical(header._asdict()), *(wire.line(txn) for txn in txns)]
    body = zlib.compress(b"\n".join(lines), _LEVEL)
    return MAGIC + PLAIN + digest(body) + body


def unpack(bundle: bytes) -> tuple[Header, list[Txn]]:
    """Header and transactions. Raises `Damaged` when the bytes are no whole, true bundle, `Newer` when it is of a later format.

    Bundles come from outside: size, nesting, types and numbers are all held within bounds here.
    """
    if bundle[: len(MAGIC)] != MAGIC or len(bundle) < _START:
        raise Damaged("not a bundle, or cut off")
    if bundle[len(MAGIC) : len(MAGIC) + 1] != PLAIN:
        raise Newer("a form of bundle that this version does not know")
    body = bundle[_START:]
    if digest(body) != bundle[_START - _HASH : _START]:
        raise Damaged("the bytes changed on the way")
    first, *rest = _inflate(body).split(b"\n")
    header = _header(first)
    if header.format > FORMAT:
        raise Newer(f"format {header.format}")
    txns = [wire.parse(line) for line in rest]
    for txn in txns:
        if txn_hash(txn) != txn.hash:
            raise Damaged(f"transaction {txn.device} {txn.seq} does not fit its hash")
    return header, txns


def export(journal: Journal, since: Mapping[str, int] | None = None, *, only_mine: bool = False) -> bytes | None:
    """All that a colleague lacks, or None when he lacks nothing.

    `since`: his vector, device -> last sequence number; None when nothing is known of him. `only_mine`: leave out what
    others wrote, as in a folder that everybody reads. The side file is marked first: what leaves is never numbered again.
    """
    known = since or {}
    journal.identity.mark()
    have = journal.have()
    devices = [device for device in have if not only_mine or device in journal.identity.mine]
    txns = [txn for device in devices for txn in ledger.read(journal.db, device, known.get(device, 0))]
    if not txns:
        return None
    header = Header(
        format=FORMAT,
        device=journal.identity.device,
        schema=journal.schema_version,
        have=have,
        state_hash=journal.state_hash(),
        created=journal.tips.now_ms(),
    )
    return pack(header, txns)


def _inflate(body: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(body, MAX_TEXT)
    except zlib.error as error:
        raise Damaged("the bytes do not unfold") from error
    if not stream.eof or stream.unused_data:
        raise Damaged("too large, or cut off")
    return text


def _header(line: bytes) -> Header:
    raw = wire.load(line)
    if not isinstance(raw, dict) or type(raw.get("format")) is not int:
        raise Damaged("no header")
    if raw["format"] > FORMAT:
        return Header(raw["format"], "", 0, {}, "", 0)
    header = _typed(raw)
    if not all(wire.is_text(device) and wire.is_count(seq) for device, seq in header.have.items()):
        raise Damaged("header: vector")
    return header


def _typed(raw: Mapping[str, Any]) -> Header:
    for name, kind in (("device", str), ("schema", int), ("have", dict), ("state_hash", str), ("created", int)):
        if type(raw.get(name)) is not kind:
            raise Damaged(f"header: {name}")
    return Header(**{name: raw[name] for name in Header._fields})
