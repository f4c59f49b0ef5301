"""Golden vectors: if one of these changes, logs of released versions no longer fit."""

from __future__ import annotations

from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.log.laptop import START
from vaartdesk.store.log.canon import (
    canonical,
    commitment,
    commitment_of,
    digest,
    parents_from,
    parents_text,
    txn_hash,
)
from vaartdesk.store.log.entry import Change, Txn, Value

SALT = bytes(range(16))
FIRST = Txn(
    device="a1b2c3d4e5f60718",
    seq=1,
    hlc=START << 12,
    author="0190163d8694739b8cb5b1f0b2f1a5c1",
    kind="edit",
    label="ticket.add",
    undo_of=None,
    ctx=None,
    schema=1,
    prev=b"",
    hash=b"",
    changes=(
        Change("ticket", "0190163d8694739b8cb5b1f0b2f1a5c2", "alive", "set", 1, SALT, ()),
        Change("ticket", "0190163d8694739b8cb5b1f0b2f1a5c2", "title", "set", "Café ‘De Vaart’ 🚤\n", SALT[::-1], ()),
    ),
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": [1, None, "é"], "a": {}}, '{"a":{},"b":[1,null,"é"]}'),
        (("tuple", 9223372036854775807), '["tuple",9223372036854775807]'),
        ('regel 1\nregel 2 "x" \\ \x01', '"regel 1\\nregel 2 \\"x\\" \\\\ \\u0001"'),
    ],
)
def test_canonical_json(value: object, text: str) -> None:
    assert canonical(value) == text.encode()


@pytest.mark.parametrize(
    ("value", "hexes"),
    [
        (None, "1345de09160933b625320644dead0f9b"),
        (0, "d8d9c11900ee54bc598daa378b77445a"),
        (1, "8d6f1015b594d2ee22d59c940b431216"),
        ("", "b2eeacfae22d6cbab4f4eee9f53b9ec0"),
        ("1", "bb4145433c093f90d7306c6c11f5549d"),
        ("Café ‘De Vaart’ 🚤\n", "9c31fab165b8f3e546cd289ffa9c5dd0"),
    ],
)
def test_commitments(value: Value, hexes: str) -> None:
    assert commitment(SALT, value).hex() == hexes


def test_hash_of_transactions() -> None:
    assert txn_hash(FIRST).hex() == "d28bdaefca08cc621d89abedac7fc561"
    second = FIRST._replace(
        seq=2,
        hlc=(START << 12) + 1,
        kind="undo",
        label="",
        undo_of=1,
        ctx='{"ffffffffffffffff":[3,"01020304"]}',
        prev=txn_hash(FIRST),
        changes=(Change("ticket", "0190163d8694739b8cb5b1f0b2f1a5c2", "alive", "set", 0, SALT, (FIRST.key(0),)),),
    )
    assert txn_hash(second).hex() == "a0ac2b99debe19e8ca9e18723ae083c0"


def test_a_redacted_value_keeps_the_hash() -> None:
    kept, erased = FIRST.changes
    redacted = erased._replace(op="Rset", value=None, salt=commitment_of(erased))
    assert txn_hash(FIRST._replace(changes=(kept, redacted))) == txn_hash(FIRST)


def test_the_bytes_under_the_hash_are_these() -> None:
    """Spelled out once, so that another program could check a log."""
    one = FIRST._replace(changes=FIRST.changes[:1], author="ik")
    text = (
        '["",["a1b2c3d4e5f60718",1,7372800000000000,"ik","edit","ticket.add",null,null,1],'
        '[[0,"ticket","0190163d8694739b8cb5b1f0b2f1a5c2","alive","set",[],"8d6f1015b594d2ee22d59c940b431216"]]]'
    )
    assert txn_hash(one) == blake2b(text.encode(), digest_size=16).digest()
    salted = '["000102030405060708090a0b0c0d0e0f",1]'
    assert commitment(SALT, 1) == blake2b(salted.encode(), digest_size=16).digest()


OTHERS = [
    FIRST._replace(device="x"),
    FIRST._replace(seq=7),
    FIRST._replace(hlc=7),
    FIRST._replace(author="x"),
    FIRST._replace(kind="x"),
    FIRST._replace(label="x"),
    FIRST._replace(undo_of=7),
    FIRST._replace(ctx="{}"),
    FIRST._replace(schema=7),
    FIRST._replace(prev=SALT),
    FIRST._replace(changes=FIRST.changes[:1]),
    FIRST._replace(changes=FIRST.changes[::-1]),
    *(
        FIRST._replace(changes=(change, FIRST.changes[1]))
        for change in (
            FIRST.changes[0]._replace(tbl="x"),
            FIRST.changes[0]._replace(row="x"),
            FIRST.changes[0]._replace(field="x"),
            FIRST.changes[0]._replace(op="erase"),
            FIRST.changes[0]._replace(value=2),
            FIRST.changes[0]._replace(value="1"),
            FIRST.changes[0]._replace(salt=SALT[::-1]),
            FIRST.changes[0]._replace(parents=(("x", 1, 0),)),
        )
    ),
]


def test_every_part_is_covered() -> None:
    assert len({txn_hash(txn) for txn in [FIRST, *OTHERS]}) == 1 + len(OTHERS)


def test_a_lone_surrogate_and_nan_are_refused() -> None:
    with pytest.raises(ValueError):
        canonical("\ud800")
    with pytest.raises(ValueError):
        canonical(float("nan"))


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0), st.integers(0))))
def test_parents_come_back(parents: list[tuple[str, int, int]]) -> None:
    text = parents_text(tuple(parents))
    assert parents_from(text) == tuple(parents)
    assert text.encode() == canonical(parents)


@given(
    st.binary(min_size=16, max_size=16),
    st.none() | st.integers() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_a_commitment_is_over_canonical_json(salt: bytes, value: str | int | None) -> None:
    plain = int(value) if isinstance(value, bool) else value
    assert commitment(salt, value) == digest(canonical([salt.hex(), plain]))


def test_digest_is_blake2b_of_16_bytes() -> None:
    assert digest(b"").hex() == "cae66941d9efbd404e4d88758ea67670"
