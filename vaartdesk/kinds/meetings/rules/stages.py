"""The stages of a meeting, when its papers are due, and what became of a decision."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from vaartdesk.schema.ref import Values

MOVES: dict[str, tuple[str, ...]] = {
    "concept": ("verzonden", "gehouden", "vervallen"),
    "verzonden": ("concept", "gehouden", "vervallen"),
    "gehouden": ("verslag_concept", "verzonden"),
    "verslag_concept": ("verslag_vastgesteld", "gehouden"),
    "verslag_vastgesteld": (),
    "vervallen": ("concept",),
}
"""Status of a meeting -> where it may go. An approved report is locked: it is corrected by a dated note."""

TOPIC_MOVES: dict[str, tuple[str, ...]] = {
    "voorraad": ("afgehandeld", "ingetrokken"),
    "geagendeerd": ("voorraad", "afgehandeld", "ingetrokken"),
    "afgehandeld": ("voorraad",),
    "ingetrokken": ("voorraad",),
}
DONE, DROPPED, RESTING = "gereed", "vervallen", frozenset({"", "idee", "gepland"})


def moves(status: str) -> tuple[str, ...]:
    """Where a meeting may go from here."""
    return MOVES.get(status, ())


def topic_moves(status: str) -> tuple[str, ...]:
    """Where a topic may go by hand; onto an agenda it goes by being put there."""
    return TOPIC_MOVES.get(status, ())


def is_before_meeting(status: str) -> bool:
    """True while the agenda is still being made or has only been sent."""
    return status in {"concept", "verzonden"}


def papers_due(starts_at: datetime | None, paper_days: int | None) -> date | None:
    """The day on which the papers go out: calendar days before the meeting. None without a start or a rule."""
    if starts_at is None or paper_days is None:
        return None
    return starts_at.date() - timedelta(days=paper_days)


def follow_up(outcome: str, has_no_follow_up: bool, actions: Iterable[str]) -> str:
    """open, loopt, uitgevoerd or geen_vervolg, from the statuses of the actions that came out of the decision.

    It is uitgevoerd only when its actions are done; dropped ones do not count, and all dropped is not done.
    """
    states = [status for status in actions if status != DROPPED]
    if states:
        if all(status == DONE for status in states):
            return "uitgevoerd"
        return "open" if all(status in RESTING for status in states) else "loopt"
    if has_no_follow_up or outcome in {"verworpen", "kennisgenomen"}:
        return "geen_vervolg"
    return "open"


def needs_follow_up(decision: Values) -> bool:
    """True while somebody still has to do something about a decision."""
    return decision["follow_up"] in {"open", "loopt"}


def is_held(meeting: Values, now: datetime) -> bool:
    """True once the meeting has begun; ``now`` is a naive wall-clock time in the meeting's zone."""
    return meeting["starts_at"] is not None and meeting["starts_at"] <= now


def next_of(meetings: Iterable[Values], after: datetime, skip: Collection[str] = ()) -> Values | None:
    """The first meeting that begins after ``after`` (wall clock) and is not dropped."""
    coming = [
        m
        for m in meetings
        if m["starts_at"] is not None and m["starts_at"] > after and m["status"] != "vervallen" and m["id"] not in skip
    ]
    return min(coming, key=lambda m: (m["starts_at"], m["id"]), default=None)
