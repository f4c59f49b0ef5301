"""Cards as vCard 4.0 (RFC 6350), pictures and keys left out: vobject knows no 4.0, and puts a backslash before each semicolon
of a name, which other programs show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC

from vaartdesk.core.text import clean
from vaartdesk.formats.vcard.card import PHONE_KINDS, Card


def write_cards(cards: Iterable[Card]) -> bytes:
    """The cards as vCard 4.0; equal input gives equal bytes. `revised_at` must be aware."""
    return b"".join(_folded(line) for card in cards for line in _lines(card))


def _lines(card: Card) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"KIND:{'org' if card.is_organisation else 'individual'}"
    if card.uid:
        yield f"UID:{_escaped(card.uid)}"
    yield f"FN:{_escaped(card.name)}"
    if not card.is_organisation:
        # Dutch cards keep "van der" in the place of further given names.
        yield "N:" + ";".join(map(_part, (card.family, card.given, card.infix, card.prefix, "")))
    if card.organisation or card.department:
        yield "ORG:" + ";".join(map(_part, filter(None, (card.organisation, card.department))))
    if card.function:
        yield f"TITLE:{_escaped(card.function)}"
    for phone in card.phones:
        kind = f";TYPE={phone.kind}" if phone.kind in PHONE_KINDS else ""
        number = re.sub(r"[^+0-9]", "", phone.number)
        is_uri = phone.number.startswith("+") and number.count("+") == 1
        yield f"TEL;VALUE=uri{kind}:tel:{number}" if is_uri else f"TEL;VALUE=text{kind}:{_escaped(phone.number)}"
    yield from (f"EMAIL:{_escaped(email)}" for email in card.emails)
    for address in card.addresses:
        parts = ("", "", address.street, address.city, "", address.postcode, address.country)
        yield "ADR:" + ";".join(map(_part, parts))
    yield from (f"URL:{''.join(clean(url).split())}" for url in card.urls)
    if card.categories:
        yield "CATEGORIES:" + ",".join(_escaped(category) for category in card.categories)
    if card.note:
        yield f"NOTE:{_escaped(card.note)}"
    if card.revised_at is not None:
        yield f"REV:{card.revised_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    return clean(text).replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,")


def _part(text: str) -> str:
    return _escaped(text).replace(";", "\\;")


def _folded(line: str) -> bytes:
    """The line with CRLF, broken so that none has more than 75 octets and no letter is split."""
    pieces: list[bytes] = []
    piece = b""
    for char in line:
        octets = char.encode(errors="replace")
        if len(piece) + len(octets) > 75:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
