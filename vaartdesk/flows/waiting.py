"""Wacht op: everything that lies with one counterpart, whatever its kind, on paper with room for replies, and the replies
back in (X7).

A counterpart is known by the words one uses for it, folded: the municipality under all its names is one, a department or
person that a ticket was handed to is another, and the same ticket may wait for both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import or_

from vaartdesk.core.text import _, fold
from vaartdesk.kinds.actions.model import Action
from vaartdesk.kinds.actions.rules.lateness import FINISHED, is_blocked
from vaartdesk.kinds.events.model.permit import GRANT_STATUSES, PERMIT_STATUSES, PERMIT_TYPES, Grant, Permit
from vaartdesk.kinds.meetings.model.outcomes import Advice
from vaartdesk.kinds.tickets.commands.moving import move_ticket
from vaartdesk.kinds.tickets.model.contract import Contract
from vaartdesk.kinds.tickets.model.ticket import PARTIES, STATUSES, Ticket
from vaartdesk.kinds.tickets.rules.moves import CLOSED, WAITING, allowed, local_day
from vaartdesk.schema.chips import word
from vaartdesk.schema.living import living, table
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.ref import Ref, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk
    from vaartdesk.store.tx import Tx

TOWN: Final = "gemeente"
OWN: Final = "huismeester"
SENT: Final = "aangevraagd"
PEOPLE: Final = frozenset({"organisation", "person", "role", "municipality", "body"})
"""Kinds of records that can answer; what waits for another record waits for nobody by name."""
CAN_COME_BACK: Final = frozenset({"ticket", "action"})


@dataclass(frozen=True)
class Item:
    """One thing that waits. ``names``: for whom, as they are called; ``since``: None where nobody wrote it down; ``owner``:
    with whom of us it is; ``number``: '' for a kind without one.
    """

    ref: Ref
    number: str
    title: str
    where: str
    state: str
    names: tuple[str, ...]
    since: date | None = None
    owner: str = ""
    expected: date | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The counterparts by key."""
        return frozenset(party_key(name) for name in self.names)

    @property
    def can_come_back(self) -> bool:
        """Whether an answer can put it back with us."""
        return self.ref.kind in CAN_COME_BACK


@dataclass(frozen=True, order=True)
class Party:
    """A counterpart: its key, what it is called, and how much waits for it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True)
class Reply:
    """What a counterpart answered about one record; ``comes_back``: it is our turn again."""

    ref: Ref
    text: str
    comes_back: bool = False


def party_key(name: str) -> str:
    """By what a counterpart is known: `Gemeente Assen` and `gemeente` are the same."""
    words = fold(name).split()
    return TOWN if words[:1] == [TOWN] else " ".join(words)


# --- what waits ------------------------------------------------------------------------------------------------------


def waiting(reader: Reader) -> list[Item]:
    """Everything that waits for somebody outside, what waits longest first."""
    found = [item for ask in _ASKS for item in ask(reader)]
    return sorted(found, key=lambda item: (item.since or date.max, item.number, item.ref.id))


def parties(items: Iterable[Item]) -> list[Party]:
    """For whom things wait, most first. Of several names for one the shortest is used."""
    names: dict[str, list[str]] = {}
    for item in items:
        for key in item.keys:
            names.setdefault(key, []).append(min((n for n in item.names if party_key(n) == key), key=len))
    found = [Party(key, _upper(min(called, key=len)), len(called)) for key, called in names.items()]
    return sorted(found, key=lambda party: (-party.count, party.key))


def waiting_for(reader: Reader, key: str) -> list[Item]:
    """What waits for one counterpart."""
    return [item for item in waiting(reader) if key in item.keys]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tickets(reader: Reader) -> list[Item]:
    chosen = table(Ticket)
    rows = living(
        reader,
        Ticket,
        chosen.c.status.not_in(sorted(CLOSED)),
        or_(chosen.c.lies_with != OWN, chosen.c.status == WAITING),
    )
    suppliers = {row["id"]: row["supplier"] for row in living(reader, Contract)}
    told = _titles(reader, rows, "forwarded_to", "owner") | reader.titles(s for s in suppliers.values() if s)
    return [_ticket(row, told, suppliers) for row in rows if row["lies_with"] or row["waits_for"]]


def _ticket(row: Values, told: Mapping[str, str], suppliers: Mapping[str, str | None]) -> Item:
    names = [told.get(row["forwarded_to"] or "", ""), row["forwarded_text"], row["waits_for"]]
    names.append(told.get(suppliers.get(row["contract"] or "") or "", ""))
    if row["lies_with"] == TOWN or _mentions_town(row["waits_for"]):
        names.append(word(PARTIES, TOWN))
    named = [name for name in names if name.strip()]
    since = row["paused_since"] if row["status"] == WAITING else row["forwarded_on"]
    if since is None and row["reported_at"] is not None:
        since = local_day(row["reported_at"])
    return Item(
        Ref("ticket", row["id"]),
        row["number"],
        row["title"],
        row["place_text"],
        word(STATUSES, row["status"]).lower(),
        tuple(dict.fromkeys(named)) or (word(PARTIES, row["lies_with"]) or str(_("Iemand anders")),),
        since,
        told.get(row["owner"] or "", "") or word(PARTIES, OWN),
        row["expected_on"],
    )


def _actions(reader: Reader) -> list[Item]:
    rows = [row for row in living(reader, Action, table(Action).c.status.not_in(sorted(FINISHED))) if is_blocked(row)]
    told = _titles(reader, rows, "waits_for", "owner")
    kinds = reader.refs(row["waits_for"] for row in rows if row["waits_for"])
    found = []
    for row in rows:
        names = [row["waits_text"].strip()]
        if row["waits_for"] in kinds and kinds[row["waits_for"]].kind in PEOPLE:
            names.append(told.get(row["waits_for"], ""))
        if _mentions_town(row["waits_text"]) or (not any(names) and row["lead"] == TOWN):
            names.append(word(PARTIES, TOWN))
        named = tuple(name for name in names if name)
        if named:
            owner = told.get(row["owner"] or "", "")
            item = Item(Ref("action", row["id"]), row["number"], row["title"], "", str(_("actie wacht")), named)
            found.append(_with(item, row["waits_since"], owner, row["due_on"]))
    return found


def _with(item: Item, since: date | None, owner: str, expected: date | None = None) -> Item:
    return replace(item, since=since, owner=owner, expected=expected)


def _permits(reader: Reader) -> list[Item]:
    rows = living(reader, Permit, table(Permit).c.status == SENT)
    told = _titles(reader, rows, "record", "authority", "owner")
    found = []
    for row in rows:
        title = _("Vergunning {type}: {record}").format(
            type=word(PERMIT_TYPES, row["type"]).lower(), record=told.get(row["record"] or "", "")
        )
        state = word(PERMIT_STATUSES, row["status"]).lower()
        name = told.get(row["authority"] or "", "") or word(PARTIES, TOWN)
        name = word(PARTIES, TOWN) if _is_town(reader, row["authority"]) else name
        item = Item(Ref("permit", row["id"]), row["reference"], title, "", state, (name,))
        found.append(_with(item, row["submitted_on"], told.get(row["owner"] or "", "")))
    return found


def _grants(reader: Reader) -> list[Item]:
    rows = living(reader, Grant, table(Grant).c.status == SENT)
    told = _titles(reader, rows, "provider", "owner")
    found = []
    for row in rows:
        name = told.get(row["provider"] or "", "")
        name = word(PARTIES, TOWN) if _is_town(reader, row["provider"]) else name
        if name:
            title = _("Subsidie: {title}").format(title=row["title"])
            state = word(GRANT_STATUSES, row["status"]).lower()
            item = Item(Ref("grant", row["id"]), row["reference"], title, "", state, (name,))
            found.append(_with(item, row["submitted_on"], told.get(row["owner"] or "", "")))
    return found


def _advice(reader: Reader) -> list[Item]:
    rows = living(reader, Advice, table(Advice).c.status == "open")
    told = _titles(reader, rows, "addressee", "body")
    found = []
    for row in rows:
        name = told.get(row["addressee"] or "", "")
        if name:
            title = _("Advies: {title}").format(title=row["title"])
            item = Item(Ref("advice", row["id"]), "", title, "", str(_("wacht op antwoord")), (name,))
            found.append(_with(item, row["given_on"], told.get(row["body"] or "", ""), row["reply_by_on"]))
    return found


def _is_town(reader: Reader, key: str | None) -> bool:
    """A municipality is called by the name of its town."""
    ref = reader.refs([key]).get(key) if key else None
    return ref is not None and ref.kind == "municipality"


def _mentions_town(words: str) -> bool:
    """`ontwerp van de gemeente` waits for the municipality too."""
    return TOWN in fold(words).split()


def _titles(reader: Reader, rows: Sequence[Values], *names: str) -> dict[str, str]:
    return reader.titles(row[name] for row in rows for name in names if row[name])


_ASKS: Final[tuple[Callable[[Reader], list[Item]], ...]] = (_tickets, _actions, _permits, _grants, _advice)


# --- what they answered ----------------------------------------------------------------------------------------------


def save_replies(desk: Desk, name: str, replies: Sequence[Reply]) -> int:
    """Note every answer with its record, in one change; returns how many. Raises Refused, and then nothing is kept."""
    given = [reply for reply in replies if reply.text.strip() or reply.comes_back]
    if not given:
        return 0
    with desk.change(str(_("Antwoorden van {name}").format(name=name))) as tx:
        for reply in given:
            if reply.text.strip():
                tx.note(reply.ref, str(_("Antwoord van {name}: {text}").format(name=name, text=reply.text.strip())))
            if reply.comes_back:
                _take_back(desk, tx, reply.ref)
    return len(given)


def _take_back(desk: Desk, tx: Tx, ref: Ref) -> None:
    """It is our turn again: the ticket lies with the huismeester, the action goes on."""
    before = tx.get(ref)
    if ref.kind == "ticket":
        if "in_behandeling" in allowed(before["status"]):
            move_ticket(desk, ref, "in_behandeling", {"lies_with": OWN})
        else:
            tx.update(ref, {"lies_with": OWN})
    elif ref.kind == "action":
        status = {"status": "loopt"} if before["status"] == "wacht" else {}
        tx.update(ref, {"waits_for": None, "waits_text": "", "waits_since": None} | status)
