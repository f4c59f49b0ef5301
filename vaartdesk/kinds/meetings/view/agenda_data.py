"""An agenda as its page shows it: every computed thing of every item as plain values, read in a handful of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, func, select

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model import states
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules import agenda as rules
from vaartdesk.schema.chips import word, words
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Badge
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.theme import badges
from vaartdesk.store.model import Attachment, Link, Note

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

NAMED = ("presenter", "theme_line")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item as it is painted. ``starts``: clock time, '' for a meeting without a start; ``is_over``: it begins at
    or after the planned end; ``papers``: files and records that go with it; ``decided``: numbers of its decisions;
    ``notes``: lines of its report; ``started_at`` and ``ended_at``: wall clock, during the meeting.
    """

    ref: Ref
    parent: str | None
    number: str
    depth: int
    title: str
    starts: str
    offset: int
    minutes: int
    purpose: str
    presenter: str = ""
    badges: tuple[Badge, ...] = ()
    papers: int = 0
    status: str = "open"
    decided: tuple[str, ...] = ()
    is_over: bool = False
    lacks_proposal: bool = False
    is_confidential: bool = False
    notes: int = 0
    started_at: datetime | None = None
    ended_at: datetime | None = None

    def spoken(self) -> str:
        """The item as one sentence for a screen reader."""
        parts = words(
            f"{self.number} {self.title}",
            self.starts,
            str(_("{n} minuten")).format(n=self.minutes),
            word(states.PURPOSES, self.purpose),
            self.presenter,
            *(badge.name or badge.letter for badge in self.badges),
            self.papers and ngettext("{n} bijlage", "{n} bijlagen", self.papers).format(n=self.papers),
            self.is_confidential and _("vertrouwelijk"),
            self.lacks_proposal and _("voorstel ontbreekt"),
            self.is_over and _("na het geplande einde"),
            *self.decided,
        )
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting with its items. ``over``: minutes beyond the planned end."""

    meeting: Values
    rows: tuple[AgendaRow, ...]
    total: int
    over: int

    @property
    def ref(self) -> Ref:
        return Ref("meeting", self.meeting["id"])

    @property
    def starts_at(self) -> datetime | None:
        start: datetime | None = self.meeting["starts_at"]
        return start

    @property
    def planned(self) -> int:
        """Planned minutes, 0 when no end is planned."""
        return int(self.meeting["planned_minutes"] or 0)

    def clock(self, offset: int) -> str:
        """The clock time so many minutes after the start; '' without a start."""
        return clock(self.starts_at, offset)

    def row(self, key: str) -> AgendaRow | None:
        return next((row for row in self.rows if row.ref.id == key), None)


def clock(start: datetime | None, offset: int) -> str:
    """``20:15``; '' without a start."""
    return "" if start is None else time_text(start + timedelta(minutes=offset))


def read_agenda(desk: Desk, meeting: Ref) -> Agenda | None:
    """The agenda of a meeting; None when there is no such meeting (any more)."""
    values = desk.get(meeting)
    if values is None or not values["alive"]:
        return None
    with desk.read() as reader:
        lines = queries.agenda(reader, meeting.id)
        keys = [line.id for line in lines]
        linked = {row["id"]: row for row in desk.rows("agenda_item", keys)} if keys else {}
        context = row_context(reader, linked.values(), NAMED)
        around = _Around(
            _papers(reader, lines), _counted(reader, table(Note).c.record_id, keys), _decided(reader, meeting.id)
        )
    rows = tuple(_row(line, values, linked.get(line.id, line.item), context, around) for line in lines)
    return Agenda(values, rows, rules.total(lines), rules.overrun(lines, values["planned_minutes"]))


@dataclass(frozen=True, slots=True)
class _Around:
    """What hangs on the items, by key."""

    papers: Mapping[str, int]
    notes: Mapping[str, int]
    decided: Mapping[str, Sequence[str]]


def _row(line: rules.Line, meeting: Values, linked: Values, context: RowContext, around: _Around) -> AgendaRow:
    item, decided = line.item, around.decided.get(line.id, ())
    return AgendaRow(
        ref=Ref("agenda_item", line.id),
        parent=item["parent"] if line.depth else None,
        number=line.number,
        depth=line.depth,
        title=item["title"],
        starts=clock(meeting["starts_at"], line.offset),
        offset=line.offset,
        minutes=line.minutes,
        purpose=item["purpose"],
        presenter=context.title(item["presenter"]),
        badges=badges(linked, context),
        papers=around.papers.get(line.id, 0),
        notes=around.notes.get(line.id, 0),
        started_at=item["started_at"],
        ended_at=item["ended_at"],
        status=item["status"],
        decided=tuple(decided),
        is_over=rules.runs_over(line, meeting["planned_minutes"]),
        lacks_proposal=rules.lacks_proposal(item) and not decided,
        is_confidential=bool(item["is_confidential"]),
    )


def _papers(reader: Reader, lines: Sequence[rules.Line]) -> dict[str, int]:
    """Item -> how many papers go with it: the record it is about, linked records, and files."""
    keys, link = [line.id for line in lines], table(Link)
    files = _counted(reader, table(Attachment).c.record_id, keys)
    related = _counted(reader, link.c.from_id, keys, link.c.role == "betreft")
    return {line.id: bool(line.item["subject"]) + files.get(line.id, 0) + related.get(line.id, 0) for line in lines}


def _counted(
    reader: Reader, column: ColumnElement[Any], keys: Sequence[str], *conditions: ColumnElement[bool]
) -> dict[str, int]:
    """Key -> how many living rows name it in ``column``."""
    alive = column.table.c.alive
    asked: Select[Any] = select(column, func.count()).where(alive, column.in_(keys), *conditions).group_by(column)
    return dict(map(tuple, reader.all(asked)))


def _decided(reader: Reader, meeting: str) -> Mapping[str, list[str]]:
    """Item -> the numbers of the decisions taken on it."""
    found: dict[str, list[str]] = {}
    for decision in queries.decisions_of(reader, meeting):
        found.setdefault(decision["agenda_item"] or "", []).append(decision["number"])
    return found
