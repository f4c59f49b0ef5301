"""Any list on paper as the screen shows it: the same records, order and groups, in the columns that its kind lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import day_long
from vaartdesk.core.text import _
from vaartdesk.flows.sender import sender
from vaartdesk.flows.table_names import GONE, is_reference, keys_of
from vaartdesk.pdf.fitting import shares
from vaartdesk.pdf.parts import Listing, Part
from vaartdesk.pdf.report import ReportPaper, print_report
from vaartdesk.pdf.tables import Cell, Column, toned
from vaartdesk.pdf.words import NBSP
from vaartdesk.schema.context import row_context
from vaartdesk.schema.field import Field
from vaartdesk.schema.kind import Kind, RowContext
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Values
from vaartdesk.schema.shown import ShownList
from vaartdesk.schema.types.amounts import NumberType
from vaartdesk.schema.types.texts import ChoiceType, FlagType, LongTextType
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows

MOST: Final = 2_000
"""Rows on paper; who needs more needs a filter or a file."""
COLUMNS: Final = 6
WIDEST: Final = 2
"""Of a calendar's columns: behind day and time, what it is."""
LATE: Final = ("warning", "danger")
STATES: Final = ("info", "success", *LATE)
"""Tones that paper prints in colour."""
FIRST: Final = ("number", "status", "due_on", "starts_at", "owner", "place_text", "place", "theme_line")
"""Attributes that people look for before others, where a kind lists them."""


PLACES: Final = ("place_text", "place", "street")
"""Attributes that say the same in other ways: the one that is filled most will do."""


@dataclass(frozen=True)
class _Paper:
    """A kind's list with what its rows need. ``titles``: of the rows and of what they refer to; ``without``: a field that is
    said already.
    """

    kind: Kind
    rows: Mapping[str, Values]
    titles: Mapping[str, str]
    context: RowContext
    without: str = ""


@dataclass(frozen=True)
class _Table:
    """The columns, and the cells of each row by its key."""

    columns: tuple[Column, ...]
    cells: Mapping[str, tuple[Cell, ...]]


def print_list(desk: Desk, shown: ShownList) -> tuple[bytes, tuple[str, ...]]:
    """(PDF, warnings)."""
    kind = desk.kinds[shown.kind]
    parts, count = _dates(shown) if shown.heads else _records(desk, kind, shown)
    cut = _cut(count)
    lead = " ".join(part for part in (_count(kind, len(shown.keys)), shown.told, cut) if part)
    day = day_long(desk.today)
    report = ReportPaper(
        sender=sender(desk),
        kind=str(_("Lijst")),
        title=shown.title,
        subtitle=day,
        made_at=desk.clock.now(),
        lead=lead,
        parts=parts,
        footer=f"{shown.title[:80]}, {day}",
    )
    result = print_report(report)
    return result.data, (*result.warnings, *([cut] if cut else []))


def parts_listing(kind: Kind, keys: Sequence[str], reader: Reader) -> Listing:
    """Records that belong to one that is printed, under the name of their kind."""
    plural = str(kind.plural)
    table = _table(_paper(kind, keys[:MOST], reader, without=kind.parent))
    return _part(table, plural[:1].upper() + plural[1:], keys)


def _records(desk: Desk, kind: Kind, shown: ShownList) -> tuple[tuple[Part, ...], int]:
    """A table for each group of records, and how many rows there are in all."""
    groups, count = _within(shown)
    with desk.read() as reader:
        table = _table(_paper(kind, [key for _heading, keys in groups for key in keys], reader))
    return tuple(_part(table, heading, keys) for heading, keys in groups if keys), count


def _dates(shown: ShownList) -> tuple[tuple[Part, ...], int]:
    """A table for each group of a calendar's lines."""
    every = [line for _heading, lines in shown.lines for line in lines]
    texts = [[head, *(line[n] for line in every)] for n, head in enumerate(shown.heads)]
    widths = shares(texts, wide=WIDEST)
    columns = tuple(Column(head, width) for head, width in zip(shown.heads, widths, strict=True))
    room, found = MOST, list[Part]()
    for heading, lines in shown.lines:
        if kept := lines[:room]:
            found.append(Listing(f"{heading} ({len(lines)})" if heading else "", columns, kept))
        room -= len(kept)
    return tuple(found), len(every)


def _within(shown: ShownList) -> tuple[list[tuple[str, Sequence[str]]], int]:
    """The groups as far as paper goes, and how many rows there are in all; only the chosen rows where several are."""
    chosen = set(shown.selected)
    found: list[tuple[str, Sequence[str]]] = []
    count = 0
    for heading, every in shown.groups:
        keys = [key for key in every if not chosen or key in chosen]
        found.append((heading, keys[: max(0, MOST - count)]))
        count += len(keys)
    return found, count


def _count(kind: Kind, count: int) -> str:
    words = kind.label if count == 1 else kind.plural
    return f"{count} {words}." if count else str(_("Geen {plural}.").format(plural=kind.plural))


def _cut(count: int) -> str:
    if count <= MOST:
        return ""
    told = _("Hier staan de eerste {n}. Kies een filter, of exporteer de lijst voor de rest.")
    return told.format(n=f"{MOST:,}".replace(",", "."))


def _paper(kind: Kind, keys: Sequence[str], reader: Reader, without: str = "") -> _Paper:
    rows: dict[str, Values] = {row["id"]: row for row in read_rows(reader.connection, kind, kind.list_fields, keys)}
    refs = [name for name in kind.list_fields if is_reference(kind.fields[name])]
    context = row_context(reader, rows.values(), [name for name in refs if not kind.fields[name].is_links], kind)
    if kind.on_paper is not None:
        rows = {key: kind.on_paper(row, context) for key, row in rows.items()}
    named = {key for row in rows.values() for name in refs for key in keys_of(row[name])}
    return _Paper(kind, rows, reader.titles(rows) | reader.titles(named), context, without)


def columns_of(paper: _Paper) -> tuple[Field, ...]:
    """The fields of the list that go on paper beside the title: the telling ones that hold something else, in their order."""
    kind, rows = paper.kind, list(paper.rows.values())
    filled = {name: sum(not kind.fields[name].type.is_empty(row[name]) for row in rows) for name in kind.list_fields}
    place = max((name for name in PLACES if filled.get(name)), key=lambda name: filled[name], default="")
    able = [field for name in kind.list_fields if _is_able(field := kind.fields[name], kind) and filled[name]]
    able = [field for field in able if field.name not in PLACES or field.name == place]
    able = [field for field in able if field.name != paper.without and not _repeats(paper, field)]
    chosen = sorted(able, key=_telling)[: COLUMNS - 1]
    return tuple(sorted((field for field in able if field in chosen), key=lambda field: field.name != "number"))


def _is_able(field: Field, kind: Kind) -> bool:
    is_seen = not field.hidden or field.name == "number"
    return is_seen and field.name != kind.title and not isinstance(field.type, LongTextType)


def _repeats(paper: _Paper, field: Field) -> bool:
    """Whether a column would only say what the title says: of a membership what somebody is, of a meeting its body."""
    return all(_text(paper, field, row) in ("", _title(paper, row)) for row in paper.rows.values())


def _title(paper: _Paper, row: Values) -> str:
    return " ".join(paper.titles.get(row["id"], "").removesuffix(GONE).split())


def _telling(field: Field) -> tuple[int, int]:
    if field.name in FIRST:
        return 0, FIRST.index(field.name)
    return (2 if isinstance(field.type, FlagType) or field.is_links else 1), 0


def _table(paper: _Paper) -> _Table:
    """The title stands behind the number, or first."""
    fields = columns_of(paper)
    at = int(bool(fields) and fields[0].name == "number")
    heads = [str(field.label) for field in fields]
    heads.insert(at, str(paper.kind.label).capitalize())
    cells = {row["id"]: _cells(paper, fields, row, at) for row in paper.rows.values()}
    texts = [[head, *(_plain(row[n]) for row in cells.values())] for n, head in enumerate(heads)]
    numeric = [isinstance(field.type, NumberType) for field in fields]
    numeric.insert(at, False)
    columns = (
        Column(head, share, "right" if is_number else "left")
        for head, share, is_number in zip(heads, shares(texts, wide=at), numeric, strict=True)
    )
    return _Table(tuple(columns), cells)


def _part(table: _Table, heading: str, keys: Sequence[str]) -> Listing:
    """One group."""
    body = tuple(table.cells[key] for key in keys if key in table.cells)
    return Listing(f"{heading} ({len(body)})" if heading else "", table.columns, body)


def _cells(paper: _Paper, fields: Sequence[Field], row: Values, at: int) -> tuple[Cell, ...]:
    """State and lateness in their colour, as on the screen."""
    due = paper.kind.row(row, paper.context).due if paper.kind.row is not None else None
    found: list[Cell] = []
    for field in fields:
        text = _text(paper, field, row)
        if field.name == "status" and isinstance(field.type, ChoiceType) and text:
            tone = field.type.option(row["status"]).tone
            found.append(toned(text, tone if tone in STATES else ""))
        elif field.name == "due_on" and text and due is not None and due.tone in LATE:
            told = text if due.text in text else f"{text}, {due.text.replace(' ', NBSP)}"
            found.append(toned(told, due.tone))
        else:
            found.append(text)
    found.insert(at, _title(paper, row))
    return tuple(found)


def _text(paper: _Paper, field: Field, row: Values) -> str:
    value = row[field.name]
    if is_reference(field):
        return ", ".join(paper.titles[key] for key in keys_of(value) if key in paper.titles)
    if isinstance(field.type, FlagType):
        return field.type.field_text(value) if value else ""
    return field.type.list_text(value, paper.context.today)


def _plain(cell: Cell) -> str:
    return cell if isinstance(cell, str) else str(getattr(cell, "text", ""))
