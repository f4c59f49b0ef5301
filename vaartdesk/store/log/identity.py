"""Which laptop this is, and why it never uses a sequence number twice.

The device id lives in the database and in a side file on this machine. Every opening writes a new token in both. Whatever
makes them disagree (an older file copied back, another machine, a missing side file) gives a new id, and a needless new id
does no harm. The order of commit and side file therefore does not matter either.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol


class Entropy(Protocol):
    """What `secrets` offers and a seeded source in a test can imitate."""

    def token_bytes(self, nbytes: int, /) -> bytes: ...

    def token_hex(self, nbytes: int, /) -> str: ...


class Identity:
    """This laptop in the log. `mine` holds its former ids too: it answers for what they wrote."""

    def __init__(
        self, db: sqlite3.Connection, sidecar: Path | None, fingerprint: str, device: str, mine: list[str], token: str
    ) -> None:
        self._db = db
        self._sidecar = sidecar
        self._fingerprint = fingerprint
        self._token = token
        self.device = device
        self.mine = frozenset(mine)

    @classmethod
    def open(cls, db: sqlite3.Connection, sidecar: Path | None, fingerprint: str, rnd: Entropy = secrets) -> Identity:
        """Read who we are, or become someone new; writes to `local` and, when `sidecar` is given, to that file.

        `fingerprint` tells one machine from another. The side file is replaced whole; an unreadable one counts as missing.
        """
        local = dict(db.execute("select key, value from local where key in ('device', 'mine', 'token')").fetchall())
        beside = _read(sidecar)
        device, mine = local.get("device", ""), json.loads(local.get("mine", "[]"))
        found = db.execute("select seq from have where device=?", (device,)).fetchone()
        if not device or (sidecar is not None and not agrees(local, found[0] if found else 0, beside, fingerprint)):
            if beside is not None and beside["fingerprint"] == fingerprint:
                mine += [old for old in beside["mine"] if old not in mine]
            device = rnd.token_hex(8)
            mine.append(device)
        token = rnd.token_hex(8)
        db.executemany(
            "insert or replace into local values (?,?)",
            [("device", device), ("mine", json.dumps(mine)), ("token", token)],
        )
        identity = cls(db, sidecar, fingerprint, device, mine, token)
        identity.mark()
        return identity

    @property
    def letter(self) -> str:
        """The letter in this laptop's numbers; the first laptop of a team has none."""
        found = self._db.execute("select value from local where key='letter'").fetchone()
        return str(found[0]) if found else ""

    def take_letter(self, letter: str) -> None:
        """Use `letter` (one of A to Z, or none) in numbers from now on; the invitation says which."""
        if letter and not (len(letter) == 1 and letter.isascii() and letter.isupper()):
            raise ValueError(f"not a letter from A to Z: {letter!r}")
        self._db.execute("insert or replace into local values ('letter', ?)", (letter,))

    def mark(self) -> None:
        """Write the side file. Call it before anything leaves this machine, and when the workspace is closed: whatever was
        numbered by then is never numbered again, not even when an older file comes back first and a newer one after it.
        """
        if self._sidecar is None:
            return
        found = self._db.execute("select seq from have where device=?", (self.device,)).fetchone()
        content = {
            "device": self.device,
            "seq": found[0] if found else 0,
            "token": self._token,
            "mine": sorted(self.mine),
            "fingerprint": self._fingerprint,
        }
        draft = self._sidecar.with_name(self._sidecar.name + ".new")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._sidecar)


def agrees(local: Mapping[str, str], seq: int, beside: Mapping[str, Any] | None, fingerprint: str) -> bool:
    """Do database (its `local` and its own last `seq`) and side file tell of the same, uninterrupted life?"""
    return (
        beside is not None
        and beside["device"] == local.get("device")
        and beside["token"] == local.get("token")
        and beside["fingerprint"] == fingerprint
        and beside["seq"] <= seq
    )


def _read(sidecar: Path | None) -> dict[str, Any] | None:
    if sidecar is None:
        return None
    try:
        found = json.loads(sidecar.read_text(encoding="utf-8"))
        mine = [str(old) for old in found["mine"]]
        return {
            "device": str(found["device"]),
            "token": str(found["token"]),
            "fingerprint": str(found["fingerprint"]),
            "seq": int(found["seq"]),
            "mine": mine,
        }
    except (OSError, ValueError, TypeError, KeyError):
        return None
