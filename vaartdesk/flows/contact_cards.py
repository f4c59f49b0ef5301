"""Contacts as cards (vCard 4) and back (C13, C18): persons with their organisation, organisations by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.progress import Progress, unheard
from vaartdesk.core.text import ngettext
from vaartdesk.flows.table_columns import Mapped
from vaartdesk.flows.table_source import ABSENT, Row, Table
from vaartdesk.formats.vcard.card import Address, Card, Phone
from vaartdesk.formats.vcard.reader import read_cards
from vaartdesk.formats.vcard.writer import write_cards
from vaartdesk.schema.ref import Values
from vaartdesk.store.desk import Desk
from vaartdesk.store.rows import read_rows

OWN_UID: Final = "@vaartdesk"
INFIXES: Final = frozenset(
    {"van", "de", "der", "den", "het", "'t", "te", "ten", "ter", "op", "in", "von", "la", "le", "du"}
)


@dataclass(frozen=True)
class Cards:
    """A file of cards: its bytes, how many there are, and what was left out (Dutch)."""

    data: bytes
    count: int
    warnings: tuple[str, ...] = ()


def export_cards(
    desk: Desk, kinds: Sequence[str] = ("organisation", "person"), ids: Sequence[str] | None = None
) -> Cards:
    """All contacts of these kinds, or of one kind those of ``ids``. Who signed off from mailings is left out."""
    cards: list[Card] = []
    gone = 0
    with desk.read() as reader:
        names = {row["id"]: row["title"] for row in _rows(desk, reader, "organisation", None)}
        for kind in kinds:
            rows = _rows(desk, reader, kind, ids)
            kept = [row for row in rows if not row["is_unsubscribed"]]
            gone += len(rows) - len(kept)
            cards += [_organisation(row) if kind == "organisation" else _person(row, names) for row in kept]
    told = ngettext("{n} afgemeld contact is weggelaten.", "{n} afgemelde contacten zijn weggelaten.", gone).format(
        n=gone
    )
    return Cards(write_cards(cards), len(cards), (told,) if gone else ())


def _rows(desk: Desk, reader: Any, kind: str, ids: Sequence[str] | None) -> list[dict[str, Any]]:
    declared = desk.kinds[kind]
    return read_rows(reader.connection, declared, tuple(declared.columns), ids)


def _organisation(row: Values) -> Card:
    return Card(
        name=row["title"],
        uid=row["id"] + OWN_UID,
        is_organisation=True,
        organisation=row["title"],
        phones=_phones((row["phone"], "work")),
        emails=_filled(row["email"]),
        addresses=_address(row),
        urls=_filled(row["website"]),
        categories=_tags(row["tags"]),
    )


def _person(row: Values, organisations: Mapping[str, str]) -> Card:
    given, infix, family = _name_parts(row["title"])
    return Card(
        name=row["title"],
        uid=row["id"] + OWN_UID,
        given=given,
        infix=infix,
        family=family,
        organisation=organisations.get(row["organisation"] or "", ""),
        function=row["function_title"],
        phones=_phones((row["mobile"], "cell"), (row["phone"], "work")),
        emails=_filled(row["email"]),
        addresses=_address(row),
        categories=_tags(row["tags"]),
    )


def _name_parts(name: str) -> tuple[str, str, str]:
    """`Jan`, `van der`, `Berg`. The first word is the given name, small words before the last name are its infix."""
    given, _blank, rest = name.partition(" ")
    if not rest:
        return "", "", given
    words = rest.split()
    at = next((n for n, word in enumerate(words) if word.lower() not in INFIXES), 0)
    return given, " ".join(words[:at]), " ".join(words[at:])


def _phones(*numbers: tuple[str, str]) -> tuple[Phone, ...]:
    return tuple(Phone(number, kind) for number, kind in numbers if number)


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _address(row: Values) -> tuple[Address, ...]:
    found = Address(street=row["address"], postcode=row["postcode"], city=row["town"])
    return (found,) if found != Address() else ()


def _tags(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())


# --- reading ---------------------------------------------------------------------------------------------------------


def card_tables(
    desk: Desk, name: str, data: bytes, progress: Progress = unheard
) -> tuple[list[Mapped], tuple[str, ...]]:
    """The cards of a file as tables of organisations and persons; then what was left out (Dutch).

    What a card does not say is not in the row, so that nothing that is here is emptied. Raises CardError, and Cancelled
    when ``progress`` does.
    """
    reading = read_cards(data, progress)
    organisations: dict[str, dict[str, Any]] = {}
    persons = []
    for card in reading.cards:
        if card.is_organisation:
            organisations[card.name] = organisations.get(card.name, {}) | _organisation_row(card)
        else:
            persons.append(_person_row(card))
            if card.organisation:
                organisations.setdefault(card.organisation, {"title": card.organisation})
    tables = [_table(desk, name, "organisation", organisations.values()), _table(desk, name, "person", persons)]
    return [table for table in tables if table.table.rows], reading.skipped


def _table(desk: Desk, name: str, kind: str, records: Iterable[Mapping[str, Any]]) -> Mapped:
    known = [{key: value for key, value in record.items() if value} for record in records]
    headers = tuple(dict.fromkeys(key for record in known for key in record))
    rows = tuple(Row(n, tuple(record.get(h, ABSENT) for h in headers)) for n, record in enumerate(known, 1))
    return Mapped(Table(name, kind, headers, rows, is_plain=True), desk.kinds[kind], headers)


def _organisation_row(card: Card) -> dict[str, Any]:
    return {**_shared(card), "website": next(iter(card.urls), ""), "phone": next((p.number for p in card.phones), "")}


def _person_row(card: Card) -> dict[str, Any]:
    mobile = next((phone.number for phone in card.phones if phone.kind == "cell"), "")
    return {
        **_shared(card),
        "function_title": card.function,
        "organisation": {"title": card.organisation} if card.organisation else None,
        "mobile": mobile,
        "phone": next((phone.number for phone in card.phones if phone.number != mobile), ""),
    }


def _shared(card: Card) -> dict[str, Any]:
    address = next(iter(card.addresses), Address())
    return {
        "id": card.uid.removesuffix(OWN_UID) if card.uid.endswith(OWN_UID) else "",
        "title": " ".join(card.name.split()),
        "email": next(iter(card.emails), ""),
        "address": " ".join(address.street.split()),
        "postcode": address.postcode,
        "town": " ".join(address.city.split()),
        "tags": ", ".join(card.categories),
        "note": card.note,
    }
