"""Named questions about tickets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import func, or_, select

from vaartdesk.core.text import fold
from vaartdesk.formats.terms import calendar_of
from vaartdesk.kinds.tickets.model.contract import Contract
from vaartdesk.kinds.tickets.model.ticket import Ticket, TicketCategory
from vaartdesk.kinds.tickets.ports import NOTE, STREET
from vaartdesk.kinds.tickets.rules import moves, privacy, rows, term
from vaartdesk.kinds.tickets.rules.moves import CLOSED, FORWARDED, local_day
from vaartdesk.schema.context import row_context
from vaartdesk.schema.kind import Need
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

SHOWN: Final = ("theme_line", "forwarded_to")
SIMILAR_DAYS: Final = 30


def categories(reader: Reader) -> Mapping[str, Values]:
    """Key -> category, deleted ones too: old tickets keep their term."""
    chosen = table(TicketCategory)
    found: Mapping[str, Values] = reader.remember(
        "ticket_categories",
        lambda: {row["id"]: dict(row) for row in reader.connection.execute(select(chosen)).mappings()},
    )
    return found


def settle(before: Values | None, after: Values, reader: Reader) -> dict[str, Any]:
    """What follows from a change: moments and pauses, and for a new ticket what its category and its words say."""
    follows = moves.settle(before, after, reader)
    if before is not None and before["status"] in CLOSED and after["status"] not in CLOSED:
        follows["keep_until"] = None
    if before is None or any(before[name] != after[name] for name in privacy.TICKET_TEXTS):
        follows["is_privacy_kept"] = privacy.is_kept(before, after, reader.settings)
    if before is not None:
        return follows
    category = categories(reader).get(after["category"] or "", {})
    if not after["theme_line"] and category.get("theme_line"):
        follows["theme_line"] = category["theme_line"]
    if after["lies_with"] == "huismeester" and category.get("lies_with", "huismeester") != "huismeester":
        follows["lies_with"] = category["lies_with"]
    if not after["street"] and (street := street_of(reader, after["place_text"])):
        follows["street"] = street
    return follows


def street_of(reader: Reader, place_text: str) -> str | None:
    """The street that the words for where begin with: `Mulderstraat 14, voor de passage`; the longest name wins."""
    statement = select(STREET.c.id, STREET.c.title).where(STREET.c.alive)
    streets: list[tuple[str, str]] = reader.remember(
        "streets", lambda: [(fold(title), key) for key, title in reader.connection.execute(statement)]
    )
    words = fold(place_text)
    found = [(title, key) for title, key in streets if title and (words + " ").startswith((title + " ", title + ","))]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None


def street_names(reader: Reader) -> list[tuple[str, str]]:
    """Key and name of every street, by name."""
    statement = select(STREET.c.id, STREET.c.title).where(STREET.c.alive, STREET.c.title != "")
    return sorted(
        ((key, str(title)) for key, title in reader.connection.execute(statement)), key=lambda row: fold(row[1])
    )


def open_tickets(reader: Reader) -> list[dict[str, Any]]:
    """Every open ticket, oldest first."""
    return living(reader, Ticket, table(Ticket).c.status.not_in(sorted(CLOSED)))


def similar_open(reader: Reader, category: str, street: str | None, place_text: str = "") -> list[dict[str, Any]]:
    """Open tickets of the same category and street (or the same words for where) of the last 30 days, newest first."""
    chosen = table(Ticket)
    since = reader.now - timedelta(SIMILAR_DAYS)
    where = chosen.c.street == street if street else func.lower(chosen.c.place_text) == place_text.strip().lower()
    conditions = (
        chosen.c.category == category,
        where,
        chosen.c.status.not_in(sorted(CLOSED)),
        chosen.c.reported_at >= since,
    )
    return living(reader, Ticket, *conditions)[::-1]


def open_parts(reader: Reader, ticket: str) -> list[dict[str, Any]]:
    """The open part-tickets of a ticket."""
    chosen = table(Ticket)
    return living(reader, Ticket, chosen.c.parent == ticket, chosen.c.status.not_in(sorted(CLOSED)))


def over_term(reader: Reader, times: int = 1) -> list[dict[str, Any]]:
    """Open tickets past ``times`` times their term, from the day after it."""
    calendar = calendar_of(reader.settings)
    return [row for row in open_tickets(reader) if term.is_over(row, reader.today, calendar, times)]


# --- Vandaag ---------------------------------------------------------------------------------------------------------


def attention(reader: Reader) -> Sequence[Need]:
    """What needs the huismeester: emergencies, what is late or due this week, and what comes back."""
    found = _perhaps_needed(reader)
    context = row_context(reader, found, SHOWN)
    noted = _last_noted(reader, [row["id"] for row in found if row["status"] == FORWARDED])
    needs = []
    for row in found:
        group = _group(row, reader, noted.get(row["id"]))
        if group:
            order = (not term.is_emergency(row), row["due_on"] or date.max, row["id"])
            needs.append(Need(Ref("ticket", row["id"]), rows.ticket_row(row, context), group, order, row["owner"]))
    return needs


def _perhaps_needed(reader: Reader) -> list[dict[str, Any]]:
    """Open tickets that may ask for work this week, by their stored days; a pause can only make the last day later."""
    chosen = table(Ticket)
    sunday = reader.today + timedelta(6 - reader.today.weekday())
    soon = (chosen.c.due_on <= sunday, chosen.c.type == term.EMERGENCY, chosen.c.returns_on <= reader.today)
    return living(reader, Ticket, chosen.c.status.not_in(sorted(CLOSED)), or_(*soon))


def _group(row: Values, reader: Reader, noted: date | None) -> str:
    calendar = calendar_of(reader.settings)
    known = term.running(row)
    if term.is_emergency(row) or term.is_over(row, reader.today, calendar):
        return "nu"
    if comes_back(row, reader.today, noted, reader.settings):
        return "opvolgen"
    if known is None or known.is_paused:
        return ""
    due = known.due(calendar, reader.today)
    if due == reader.today:
        return "nu"
    return "week" if due <= reader.today + timedelta(6 - reader.today.weekday()) else ""


def comes_back(row: Values, today: date, noted: date | None, settings: Mapping[str, Any]) -> bool:
    """True when a ticket that was handed over asks for attention again: its day is there and nothing was noted since."""
    back = row["returns_on"]
    if back is None or row["forwarded_on"] is None:
        return False
    if noted is not None and noted > row["forwarded_on"]:
        days = row["return_after"] if row["return_after"] is not None else settings.get("return_days", term.RETURN_DAYS)
        back = max(back, noted + timedelta(int(days)))
    return bool(back <= today)


def _last_noted(reader: Reader, ids: Sequence[str]) -> dict[str, date]:
    """Ticket -> the day of its last note."""
    if not ids:
        return {}
    statement = (
        select(NOTE.c.record_id, func.max(NOTE.c.at))
        .where(NOTE.c.alive, NOTE.c.record_id.in_(ids))
        .group_by(NOTE.c.record_id)
    )
    return {key: local_day(at) for key, at in reader.connection.execute(statement) if at is not None}


def contracts_near_notice(reader: Reader) -> Sequence[Need]:
    """Running contracts whose notice date comes near; each for as long as it does."""
    found = [row for row in living(reader, Contract) if rows.is_notice_near(row, reader.today)]
    context = row_context(reader, found, ("supplier", "theme_line"))
    week = reader.today + timedelta(7)
    return [
        Need(
            Ref("contract", row["id"]),
            rows.notice_row(row, context),
            "week" if row["notice_on"] <= week else "opvolgen",
            (True, row["notice_on"], row["id"]),
            row["owner"],
        )
        for row in found
    ]
