"""The tables of the log. They are made once, by the first migration; the texts here never change afterwards."""

from __future__ import annotations

DEVICE_COLUMNS = ("alive", "name", "person", "letter", "public_key", "state")
"""`device` is an ordinary synced table: name it with these columns in the `Shape`."""

DDL: tuple[str, ...] = (
    "create table local (key text primary key, value text not null) without rowid",
    (
        "create table device (id text primary key not null, alive int not null default 1, name text not null default '',"
        " person text, letter text not null default '', public_key text not null default '',"
        " state text not null default 'actief')"
    ),
    (
        "create table txn (device text, seq int, hlc int, author text, kind text, label text, undo_of int, ctx text,"
        " schema int, prev blob, hash blob, primary key (device, seq)) without rowid"
    ),
    # `value` has no type on purpose: text stays text and integer stays integer, or the chain would break.
    (
        "create table change (device text, seq int, idx int, tbl text, row text, field text, op text, value, salt blob,"
        " parents text, primary key (device, seq, idx)) without rowid"
    ),
    "create index change_cell on change (tbl, row, field)",
    (
        "create table head (tbl text, row text, field text, device text, seq int, idx int,"
        " primary key (tbl, row, field, device, seq, idx)) without rowid"
    ),
    "create table have (device text primary key, seq int, hash blob, hlc int) without rowid",
    "create table ctx (device text, seq int, vec text, primary key (device, seq)) without rowid",
    "create table conflict (tbl text, row text, field text, primary key (tbl, row, field)) without rowid",
    "create table inbox (device text, seq int, hash blob, body blob, primary key (device, seq, hash)) without rowid",
    (
        "create table quarantine (device text, seq int, hash blob, body blob, why text,"
        " primary key (device, seq, hash)) without rowid"
    ),
    (
        "create table erased (tbl text, row text, field text, device text, seq int,"
        " primary key (tbl, row, field, device, seq)) without rowid"
    ),
)
