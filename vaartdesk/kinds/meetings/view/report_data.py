"""A meeting in progress as its page shows it: what was said on an item, how the evening runs, and who is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.dates import time_text
from vaartdesk.core.text import _, ngettext
from vaartdesk.kinds.meetings.model.bodies import Body
from vaartdesk.kinds.meetings.model.states import ATTENDANCE_STATES, FUNCTIONS
from vaartdesk.kinds.meetings.queries import gatherings as queries
from vaartdesk.kinds.meetings.rules.people import Quorum, quorum
from vaartdesk.kinds.meetings.view.agenda_data import Agenda, AgendaRow
from vaartdesk.kinds.meetings.view.decisions import Taken, decisions_on
from vaartdesk.schema.chips import chip, word, words
from vaartdesk.schema.listing import Chip, RowParts
from vaartdesk.schema.ref import Ref, Values
from vaartdesk.schema.types.times import ZONE

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


# ------------------------------------------------------------------------------------------------ what was said
@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: a note, or a decision (``taken``)."""

    ref: Ref
    at: datetime
    text: str
    taken: Taken | None = None

    @property
    def clock(self) -> str:
        return time_text(self.at.astimezone(ZONE))


def read_lines(desk: Desk, item: Ref) -> list[Line]:
    """What was noted and decided on an item, in the order in which it happened."""
    notes = [(Ref("note", n["id"]), n["at"], n["text"]) for n in desk.notes(item)]
    said = [Line(ref, moment or _made_at(desk, ref), text) for ref, moment, text in notes]
    taken = [Line(one.ref, _made_at(desk, one.ref), one.text, one) for one in decisions_on(desk, item)]
    return sorted([*said, *taken], key=lambda line: (line.at, line.ref.id))


def _made_at(desk: Desk, ref: Ref) -> datetime:
    """When a record was made, from its log: its key only grows, also when the clock of the laptop was put back."""
    return min((line.at for line in desk.history(ref)), default=datetime.min.replace(tzinfo=UTC))


# ------------------------------------------------------------------------------------------------ how it runs
SAME_EVENING = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an item stands. ``state``: done, now or ahead; ``clock``: when it began or is expected; ``told``: line 2."""

    row: AgendaRow
    state: str
    clock: str
    told: str

    def spoken(self) -> str:
        """The item as one sentence for a screen reader."""
        states = {"done": _("behandeld"), "now": _("nu aan de orde"), "ahead": _("nog te doen")}
        return ", ".join(words(f"{self.row.number} {self.row.title}", states[self.state], self.clock, self.told))


def running(rows: Sequence[AgendaRow]) -> AgendaRow | None:
    """The item that was begun and not finished."""
    return next((row for row in rows if row.started_at is not None and row.ended_at is None), None)


def progress(agenda: Agenda, now: datetime) -> list[Progress]:
    """All items; those ahead are expected as much later as the evening runs behind. ``now``: wall clock."""
    shift = timedelta(minutes=behind(agenda) or 0)
    return [_progress(agenda, row, shift, now) for row in agenda.rows]


def _progress(agenda: Agenda, row: AgendaRow, shift: timedelta, now: datetime) -> Progress:
    state = "now" if row == running(agenda.rows) else "done" if _is_done(row) else "ahead"
    expected = agenda.starts_at + timedelta(minutes=row.offset) + shift if agenda.starts_at else None
    begins = row.started_at or expected
    return Progress(row, state, time_text(begins) if begins else "", _told(row, state, now))


def _is_done(row: AgendaRow) -> bool:
    return row.ended_at is not None or row.status != "open"


def _told(row: AgendaRow, state: str, now: datetime) -> str:
    if state == "now" and row.started_at is not None:
        passed = max(0, int((now - row.started_at).total_seconds() // 60))
        return str(_("nu, {n} van {m} min")).format(n=passed, m=row.minutes)
    if state == "ahead":
        return str(_("{n} min")).format(n=row.minutes)
    notes = ngettext("{n} notitie", "{n} notities", row.notes).format(n=row.notes) if row.notes else ""
    return ", ".join(words(*row.decided, notes)) or str(_("behandeld"))


def behind(agenda: Agenda) -> int | None:
    """Minutes by which the last item began later than planned, less than 0 for earlier.

    None before the first one, and where the report is written on another day: then the clock tells nothing of the evening.
    """
    begun = [row for row in agenda.rows if row.started_at is not None]
    if not begun or agenda.starts_at is None:
        return None
    last = max(begun, key=lambda row: row.started_at or datetime.min)  # noqa: DTZ901  wall clock
    assert last.started_at is not None
    late = last.started_at - agenda.starts_at - timedelta(minutes=last.offset)
    return None if abs(late) > SAME_EVENING else round(late.total_seconds() / 60)


def behind_chip(agenda: Agenda) -> Chip | None:
    """`2 min achter`, `3 min voor`, `op tijd`."""
    minutes = behind(agenda)
    if minutes is None:
        return None
    if minutes > 0:
        return Chip(str(_("{n} min achter")).format(n=minutes), "clock", "warning")
    return Chip(str(_("{n} min voor")).format(n=-minutes) if minutes else str(_("op tijd")), "clock", "success")


# ------------------------------------------------------------------------------------------------ who is there
ICONS = {"organisation": "building-2", "role": "id-card", "body": "messages-square"}
"""Kind of a member -> icon; a person has his own."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody of the meeting. ``parts``: how the row is painted."""

    member: str
    parts: RowParts
    status: str
    has_vote: bool
    has_interest: bool


@dataclass(frozen=True, slots=True)
class Presence:
    """Everybody, votes first, and the votes: of the whole meeting, and of the item at hand when that differs."""

    people: tuple[Attendee, ...]
    votes: Quorum
    for_item: Quorum | None
    left_out: tuple[str, ...]


def read_presence(desk: Desk, meeting: Values, item: Ref | None) -> Presence:
    """Who is there, and whether there are votes enough for the meeting and for this item."""
    on = desk.get(item) if item is not None else None
    interested = tuple(on["with_interest"]) if on else ()
    with desk.read() as reader:
        rows = queries.people(reader, meeting["id"])
        body = queries.one(reader, Body, meeting["body"])
        keys = {row[key] for row in rows for key in ("member", "organisation") if row[key]}
        names, kinds = reader.titles(keys), {key: ref.kind for key, ref in reader.refs(keys).items()}
    needed = body["quorum"] if body else None
    people = tuple(_attendees(rows, names, kinds, interested))
    voting = {one.member for one in people if one.has_vote}
    left_out = tuple(names.get(key, "") for key in interested if key in voting)
    for_item = quorum(rows, needed, without=interested) if left_out else None
    return Presence(people, quorum(rows, needed), for_item, left_out)


def _attendees(
    rows: list[dict[str, object]], names: dict[str, str], kinds: dict[str, str], interested: tuple[str, ...]
) -> Iterator[Attendee]:
    for row in sorted(rows, key=lambda row: not row["has_vote"]):
        member, has_vote = str(row["member"]), bool(row["has_vote"])
        has_interest = member in interested
        behalf = names.get(str(row["organisation"] or ""), "") if row["organisation"] != member else ""
        told = words(
            word(FUNCTIONS, row["function"]),
            "" if has_vote else _("geen stem"),
            behalf,
            row["is_guest"] and _("te gast"),
            _hours(row),
        )
        look = Chip(str(_("belang")), "scale", "warning") if has_interest else chip(ATTENDANCE_STATES, row["status"])
        icon = ICONS.get(kinds.get(member, ""), "user")
        parts = RowParts(names.get(member) or str(_("nog niet bekend")), icon=icon, meta=(", ".join(told),), chip=look)
        yield Attendee(member, parts, str(row["status"]), has_vote, has_interest)


def _hours(row: dict[str, object]) -> str:
    """`20:15 – 21:00`, as far as it is known."""
    came, left = row["came_at"], row["left_at"]
    found = [time_text(at) if isinstance(at, datetime) else "" for at in (came, left)]
    return " – ".join(found).strip() if any(found) else ""
