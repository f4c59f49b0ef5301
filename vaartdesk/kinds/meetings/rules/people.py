"""Who is invited to a meeting, as what, and whether enough votes are present."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.periods import covers
from vaartdesk.schema.ref import Values

VOTELESS = frozenset({"secretaris", "toehoorder", "adviseur"})
"""Functions that never vote, whatever a row says."""
ORDER = ("voorzitter", "lid", "secretaris", "adviseur", "toehoorder")


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody on the invitation list: a person, or the organisation, role or body while no person is known."""

    member: str
    function: str = "lid"
    has_vote: bool = False
    organisation: str | None = None
    deputy: str | None = None
    expertise: str = ""


def invitation_list(
    body: Values,
    on: date,
    seats: Iterable[Values],
    memberships: Iterable[Values],
    partner_boards: Iterable[tuple[str, str]] = (),
) -> list[Invited]:
    """Who is invited to a meeting of ``body`` on that day.

    Its seats and memberships of that day; for a body that invites the partners' boards also these, as members with a
    vote. Everybody once; who holds a vote in one capacity holds it. The chair of the body leads the list.
    """
    found: dict[str, Invited] = {}
    for one in (
        *_from_seats(seats, on),
        *(_from_boards(partner_boards) if body["invites"] == "partnerbesturen" else ()),
        *_from_memberships(memberships, on),
    ):
        found[one.member] = _merged(found[one.member], one) if one.member in found else one
    _as(found, body["secretary"], "secretaris", has_vote=False)
    _as(found, body["chair"], "voorzitter")
    return sorted(found.values(), key=lambda i: (not i.has_vote, _rank(i.function)))


def _from_seats(seats: Iterable[Values], on: date) -> Iterator[Invited]:
    for seat in seats:
        if covers(seat["from_on"], seat["to_on"], on) and (seat["holder"] or seat["organisation"]):
            member = seat["holder"] or seat["organisation"]
            function = seat["function"] or "lid"
            yield Invited(member, function, _votes(seat, function), seat["organisation"], seat["deputy"])


def _from_memberships(memberships: Iterable[Values], on: date) -> Iterator[Invited]:
    for row in memberships:
        if row["member"] and covers(row["from_on"], row["to_on"], on):
            function = row["function"] or "lid"
            yield Invited(
                row["member"], function, _votes(row, function), row["delegated_by"], expertise=row["expertise"]
            )


def _from_boards(boards: Iterable[tuple[str, str]]) -> Iterator[Invited]:
    for person, organisation in boards:
        yield Invited(person, "lid", True, organisation)


def _votes(row: Values, function: str) -> bool:
    return bool(row["has_vote"]) and function not in VOTELESS


def _merged(first: Invited, second: Invited) -> Invited:
    function = min(first.function, second.function, key=_rank)
    return replace(
        first,
        function=function,
        has_vote=first.has_vote or second.has_vote,
        deputy=first.deputy or second.deputy,
        organisation=first.organisation or second.organisation,
        expertise=first.expertise or second.expertise,
    )


def _as(found: dict[str, Invited], member: str | None, function: str, *, has_vote: bool | None = None) -> None:
    """Give somebody a function, inviting him where he is not on the list yet."""
    if member:
        known = found.get(member, Invited(member))
        found[member] = replace(known, function=function, has_vote=known.has_vote if has_vote is None else has_vote)


def _rank(function: str) -> int:
    return ORDER.index(function) if function in ORDER else len(ORDER)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Votes present out of all votes, and how many are needed."""

    present: int
    total: int
    needed: int

    @property
    def is_met(self) -> bool:
        return self.total > 0 and self.present >= self.needed


def quorum(
    attendance: Sequence[Values],
    needed: int | None = None,
    *,
    without: Collection[str] = (),
    at: datetime | None = None,
) -> Quorum:
    """Count votes only, never the secretary's; a vote is there when its holder or his deputy is.

    ``needed``: votes required, None = more than half. ``without``: members with an interest in the item at hand; they
    count neither as present nor in the total. ``at``: judge by who was in the room at that wall-clock time.
    """
    voting = [a for a in attendance if a["has_vote"] and a["function"] not in VOTELESS and a["member"] not in without]
    present = sum(a["status"] == "aanwezig" and _is_in_the_room(a, at) for a in voting)
    majority = len(voting) // 2 + 1
    return Quorum(present, len(voting), min(needed, len(voting)) if needed else majority)


def _is_in_the_room(row: Values, at: datetime | None) -> bool:
    if at is None:
        return True
    return (row["came_at"] is None or row["came_at"] <= at) and (row["left_at"] is None or at < row["left_at"])
