"""A bundle that is not whole, not ours or not true is refused before anything is touched."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.log.laptop import START, Laptop, Make
from vaartdesk.store.log import bundle, wire
from vaartdesk.store.log.bundle import Header, Newer, pack, unpack
from vaartdesk.store.log.canon import canonical, digest, txn_hash
from vaartdesk.store.log.entry import Change, Txn
from vaartdesk.store.log.wire import Damaged

HEADER = Header(1, "aa", 1, {"aa": 1}, "00", START)
BARE = Txn(
    device="aa",
    seq=1,
    hlc=START << 12,
    author="",
    kind="edit",
    label="",
    undo_of=None,
    ctx=None,
    schema=1,
    prev=b"",
    hash=b"",
    changes=(Change("ticket", "t", "title", "set", "é", bytes(16), ()),),
)
TXN = BARE._replace(hash=txn_hash(BARE))
LINE = (
    '["aa",1,7372800000000000,"","edit","",null,null,1,"","HASH",'
    '[["ticket","t","title","set","é","00000000000000000000000000000000",[]]]]'
)


def sealed(text: bytes) -> bytes:
    body = zlib.compress(text)
    return b"VDX1P" + digest(body) + body


def test_a_transaction_as_a_line_and_back() -> None:
    assert wire.line(TXN).decode() == LINE.replace("HASH", TXN.hash.hex())
    assert wire.parse(wire.line(TXN)) == TXN


def test_a_bundle_and_back() -> None:
    assert unpack(pack(HEADER, [TXN])) == (HEADER, [TXN])


def test_damage_leaves_the_log_alone(laptop: Make) -> None:
    a, b = laptop("a"), laptop("b")
    a.add("ticket", "t", title="x")
    blob = a.export()
    assert blob is not None
    before = b.state()
    for bad in (blob[:-1], blob[:10], b"", blob[:50] + b"\0" + blob[51:], b"PK" + blob, blob + b"x"):
        with pytest.raises(Damaged):
            b.receive(bad)
    assert b.state() == before
    assert b.receive(blob).applied == 1


@given(st.data())
def test_any_flipped_bit_and_any_cut_is_noticed(data: st.DataObject) -> None:
    whole = pack(HEADER, [TXN])
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    with pytest.raises(Damaged):
        unpack(whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :])
    with pytest.raises(Damaged):
        unpack(whole[:at])


def test_a_forged_value_inside_a_well_sealed_bundle() -> None:
    forged = TXN._replace(changes=(TXN.changes[0]._replace(value="iets anders"),))
    with pytest.raises(Damaged, match="does not fit its hash"):
        unpack(pack(HEADER, [forged]))


def test_a_later_format_is_not_called_damaged() -> None:
    with pytest.raises(Newer):
        unpack(sealed(canonical({"format": 2, "anything": True})))
    with pytest.raises(Newer):
        unpack(b"VDX1E" + bytes(40))


def test_a_bundle_may_not_unfold_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "MAX_TEXT", 1000)
    with pytest.raises(Damaged, match="too large"):
        unpack(sealed(bytes(1001)))


GOOD = json.loads(wire.line(TXN))


def spoiled(at: int, value: object) -> bytes:
    return json.dumps([*GOOD[:at], value, *GOOD[at + 1 :]]).encode()


def spoiled_change(at: int, value: object) -> bytes:
    change = GOOD[11][0]
    return spoiled(11, [[*change[:at], value, *change[at + 1 :]]])


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{}",
        b"[1,2]",
        b"[" * 100_000,
        b"[" + b"1" * 5000 + b"]",
        spoiled(0, None),
        spoiled(0, "\ud800"),
        spoiled(1, 0),
        spoiled(1, True),
        spoiled(1, 1.0),
        spoiled(1, 1 << 63),
        spoiled(2, 253_402_300_800_000 << 12),
        spoiled(6, "1"),
        spoiled(7, "[]"),
        spoiled(7, '{"x":[1]}'),
        spoiled(7, '{"x":[-1,"00000000"]}'),
        spoiled(8, None),
        spoiled(9, "00"),
        spoiled(10, "zz" * 16),
        spoiled(10, 5),
        spoiled(11, None),
        spoiled(11, [[]]),
        spoiled_change(0, 5),
        spoiled_change(3, "drop"),
        spoiled_change(3, "Rset"),
        spoiled_change(3, ["set"]),
        spoiled_change(4, 1.5),
        spoiled_change(4, True),
        spoiled_change(4, ["x"]),
        spoiled_change(4, 1 << 63),
        spoiled_change(5, "00"),
        spoiled_change(6, [["x", 1]]),
        spoiled_change(6, [["x", 1, "0"]]),
        spoiled_change(6, None),
    ],
)
def test_a_line_of_the_wrong_form(text: bytes) -> None:
    with pytest.raises(Damaged):
        wire.parse(text)


@pytest.mark.parametrize(
    "header",
    [
        b"[]",
        b"{}",
        b'{"format":true}',
        canonical(HEADER._asdict() | {"have": {"a": -1}}),
        canonical(HEADER._asdict() | {"device": 1}),
    ],
)
def test_a_header_of_the_wrong_form(header: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(sealed(header))


def test_names_that_are_not_ours_do_no_harm(laptop: Make) -> None:
    """Table and field names of a bundle never become SQL."""
    nasty = 'ticket"; drop table ticket; --'
    changes = (
        Change(nasty, "t", "alive", "set", 1, bytes(16), ()),
        Change("ticket", "t", "alive", "set", 1, bytes(16), ()),
        Change("ticket", "t", nasty, "set", "x", bytes(16), ()),
        Change("ticket", "t", "weight", "set", "geen getal", bytes(16), ()),
    )
    made = BARE._replace(changes=changes)
    a: Laptop = laptop("a")
    a.receive(pack(HEADER, [made._replace(hash=txn_hash(made))]))
    assert a.all("select id, weight from ticket") == [("t", "geen getal")]


@settings(max_examples=30)
@given(st.lists(st.none() | st.integers() | st.text(max_size=4) | st.lists(st.none(), max_size=2), max_size=13))
def test_anything_else_is_damaged(value: object) -> None:
    with pytest.raises(Damaged):
        wire.parse(json.dumps(value).encode())
