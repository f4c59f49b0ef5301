"""An agenda as its page shows it: every computed thing of every item as plain values, read in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, select

from vaartdesk.core.dates import time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model import states
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules import agenda as rules
from vaartdesk.kinds.meetings.rules.rows import badges
from vaartdesk.schema.chips import word, words
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import RowContext
from vaartdesk.schema.listing import Badge
from vaartdesk.schema.living import table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.store.model import Attachment

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk

NAMED = ("presenter", "theme_line")


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item as it is painted. ``starts``: clock time, '' for a meeting without a start; ``is_over``: it begins at
    or after the planned end; ``papers``: files and records that go with it; ``decided``: numbers of its decisions.
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
        papers = _papers(desk, reader, lines)
        decided = _decided(reader, meeting.id)
    planned = values["planned_minutes"]
    rows = tuple(
        _row(line, values, linked.get(line.id, line.item), context, papers.get(line.id, 0), decided.get(line.id, ()))
        for line in lines
    )
    return Agenda(values, rows, rules.total(lines), rules.overrun(lines, planned))


def _row(
    line: rules.Line, meeting: Values, linked: Values, context: RowContext, papers: int, decided: Sequence[str]
) -> AgendaRow:
    item = line.item
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
        papers=papers,
        status=item["status"],
        decided=tuple(decided),
        is_over=rules.runs_over(line, meeting["planned_minutes"]),
        lacks_proposal=rules.lacks_proposal(item) and not decided,
        is_confidential=bool(item["is_confidential"]),
    )


def _papers(desk: Desk, reader: Reader, lines: Iterable[rules.Line]) -> dict[str, int]:
    """Item -> how many papers go with it: the record it is about, linked records, and files."""
    found = {line.id: int(bool(line.item["subject"])) for line in lines}
    files = table(Attachment)
    count: Select[Any] = select(files.c.record_id, func.count()).where(
        files.c.alive, files.c.record_id.in_(list(found))
    )
    for key, number in map(tuple, reader.all(count.group_by(files.c.record_id))):
        found[key] += number
    link = table(desk.kinds["link"].model)
    related: Select[Any] = select(link.c.from_id, func.count()).where(
        link.c.alive, link.c.role == "betreft", link.c.from_id.in_(list(found))
    )
    for key, number in map(tuple, reader.all(related.group_by(link.c.from_id))):
        found[key] += number
    return found


def _decided(reader: Reader, meeting: str) -> Mapping[str, list[str]]:
    """Item -> the numbers of the decisions taken on it."""
    found: dict[str, list[str]] = {}
    for decision in queries.decisions_of(reader, meeting):
        found.setdefault(decision["agenda_item"] or "", []).append(decision["number"])
    return found
