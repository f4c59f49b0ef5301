"""``vaartdesk list`` and ``vaartdesk search``."""

from __future__ import annotations

import argparse

from vaartdesk.app.cli import LISTS
from vaartdesk.app.output import as_plain, print_json, print_table, summary
from vaartdesk.app.place import place
from vaartdesk.app.session import open_for_reading
from vaartdesk.core.clock import Clock
from vaartdesk.core.text import _
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows


def run(arguments: argparse.Namespace, clock: Clock | None) -> int:
    """List one sort of records, or find words."""
    with open_for_reading(place(arguments.data_dir, clock)) as desk:
        if arguments.verb == "search":
            return _search(desk, " ".join(arguments.words), as_json=arguments.json)
        return list_kinds(desk, LISTS[arguments.what], as_json=arguments.json)


def list_kinds(desk: Desk, names: tuple[str, ...], *, as_json: bool) -> int:
    """All living records of these kinds."""
    found = []
    with desk.read() as reader:
        for name in names:
            kind = desk.kinds[name]
            found += [(kind, row) for row in read_rows(reader.connection, kind, tuple(kind.fields))]
    if as_json:
        print_json([as_plain(kind, row) for kind, row in found])
    else:
        print_table(summary(desk, kind, row) for kind, row in found)
    return 0


def _search(desk: Desk, words: str, *, as_json: bool) -> int:
    hits = desk.search(words, limit=50)
    if as_json:
        print_json([{"kind": h.ref.kind, "id": h.ref.id, "number": h.number, "title": h.title} for h in hits])
    elif hits:
        print_table((h.number, str(desk.kinds[h.ref.kind].label), h.title) for h in hits)
    else:
        print(_("Niets gevonden."))
    return 0
