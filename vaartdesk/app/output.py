"""What the command line prints: plain lines for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vaartdesk.schema.kind import Kind
from vaartdesk.store.desk import Desk


def as_plain(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """A record as JSON holds it: stored values by attribute name."""
    plain: dict[str, Any] = {"kind": kind.name, "id": values["id"]}
    for name, field in kind.fields.items():
        if name in values:
            value = values[name]
            plain[name] = list(value) if field.is_links else field.type.plain(value)
    return plain


def print_json(found: Any) -> None:
    """One JSON text on standard output, in plain ASCII where that cannot hold every character."""
    is_narrow = not (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(found, ensure_ascii=is_narrow, indent=2, sort_keys=False))


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """Columns padded to the widest, two blanks apart; the last one is left as it is."""
    lines = [[str(cell) for cell in row] for row in rows]
    if not lines:
        return
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line[:-1], widths[:-1], strict=True)]
        print("  ".join([*cells, line[-1]]).rstrip())


def summary(desk: Desk, kind: Kind, values: Mapping[str, Any]) -> list[str]:
    """Number, title, state and date of a record, for one printed line."""
    status = kind.status.field_text(values.get("status")) if kind.status else ""
    names = ("due_on", "starts_at", "decided_on", "held_on")
    when = next((kind.fields[n].type.list_text(values[n], desk.today) for n in names if values.get(n)), "")
    return [str(values.get("number") or ""), kind.title_of(values), status, when]
