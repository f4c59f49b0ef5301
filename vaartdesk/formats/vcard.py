"""Business cards: vCard 2.1, 3.0 and 4.0 read, 4.0 (RFC 6350) written, pictures and keys left out.

Reading goes through vobject, card by card, so that a broken one costs only itself. Writing is own code: vobject
knows no 4.0 and puts a backslash before each semicolon of a name, which other programs show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from vaartdesk.core.text import _, clean
from vaartdesk.formats.decoding import decoded

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_CARDS: Final = 10_000
_LONGEST: Final = 200_000
_VALUES: Final = 50
_SHORT, _LONG = 300, 20_000
_LINE_BREAK: Final = re.compile(r"\r\n|\n|\r")
_BLOB: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT)[;:]", re.IGNORECASE)
_LINK: Final = re.compile(r"^(?:[A-Za-z0-9-]+\.)?URL[;:][^\r\n]*(?:\r\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE)
_COMMA: Final = re.compile(r"(?<!\\),")
_PHONE_KINDS: Final = ("cell", "fax", "work", "home")


class CardError(ValueError):
    """The bytes are no cards to be read; the text is a Dutch sentence for the user."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it was written; `kind` is cell, fax, work, home or empty."""

    number: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; `postcode` as it was written."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A person, or an organisation (`is_organisation`). `prefix` is the title before a name, `infix` "van der"."""

    name: str
    uid: str = ""
    is_organisation: bool = False
    given: str = ""
    infix: str = ""
    family: str = ""
    prefix: str = ""
    organisation: str = ""
    department: str = ""
    function: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    urls: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    note: str = ""
    revised_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """The cards of a file in order, and in Dutch what was left out."""

    cards: tuple[Card, ...]
    skipped: tuple[str, ...] = ()


T = TypeVar("T")
_EMPTY: Final = ("", Phone(""), Address())

# --- writing -----------------------------------------------------------------------------------------------------


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
        kind = f";TYPE={phone.kind}" if phone.kind in _PHONE_KINDS else ""
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


# --- reading -----------------------------------------------------------------------------------------------------


def read_cards(data: bytes) -> Reading:
    """The cards of a `.vcf` file. Raises CardError for what holds none, or too much."""
    if len(data) > MAX_BYTES:
        raise CardError(
            _("Het bestand met kaartjes is te groot: hoogstens {n} MB.").format(n=MAX_BYTES // 1024 // 1024)
        )
    cards: list[Card] = []
    skipped: list[str] = []
    n = 0
    for n, block in enumerate(_blocks(decoded(data)), start=1):
        if n > MAX_CARDS:
            raise CardError(_("Het bestand heeft meer dan {n} kaartjes.").format(n=MAX_CARDS))
        card = _card(block)
        if card is None:
            skipped.append(_("Kaartje {n} is niet te lezen.").format(n=n))
        elif not card.name:
            skipped.append(_("Kaartje {n} heeft geen naam.").format(n=n))
        else:
            cards.append(card)
    if n == 0:
        raise CardError(_("In dit bestand staan geen kaartjes (.vcf)."))
    return Reading(tuple(cards), tuple(skipped))


def _blocks(text: str) -> Iterator[str]:
    """Each card as text, without pictures, keys and cards inside it."""
    depth, dropping = 0, False
    block: list[str] = []
    for line in _LINE_BREAK.split(text):
        mark = line.strip().upper()
        if mark == "BEGIN:VCARD":
            depth += 1
            block = block if depth > 1 else ["BEGIN:VCARD"]
        elif mark == "END:VCARD":
            if depth == 1:
                yield "\r\n".join([*block, "END:VCARD", ""])
            depth = max(0, depth - 1)
        elif depth == 1:
            # A blob goes on over folded lines, and in 2.1 up to an empty one.
            dropping = bool(_BLOB.match(line)) or (dropping and line[:1] in {" ", "\t"})
            if not dropping and mark:
                block.append(line)


def _card(block: str) -> Card | None:
    # Imported here: only who reads cards needs it.
    import vobject

    if len(block) > _LONGEST:
        return None
    try:
        # An address of the web is no list, but vobject would keep only what stands before its first comma.
        block = _LINK.sub(lambda link: _COMMA.sub(r"\,", link.group()), block)
        # Without `allowQP` a 2.1 card with soft line breaks is refused.
        return _read(vobject.readOne(block, allowQP=True).contents)
    except Exception:  # noqa: BLE001 - what the parser raises on hostile lines is not documented
        return None


def _read(contents: dict[str, list[Any]]) -> Card:
    name = contents["n"][0].value if "n" in contents else None
    family, given, infix, prefix = (_part_text(name, part) for part in ("family", "given", "additional", "prefix"))
    organisation, department = [*_units(contents), "", ""][:2]
    whole = _text(contents, "fn") or " ".join(part for part in (given, infix, family) if part) or organisation
    is_organisation = _text(contents, "kind").lower() == "org" or _text(contents, "x-abshowas").upper() == "COMPANY"
    return Card(
        name=whole,
        uid=_text(contents, "uid"),
        is_organisation=is_organisation or not (family or given or _text(contents, "fn")),
        given=given,
        infix=infix,
        family=family,
        prefix=prefix,
        organisation=organisation,
        department=department,
        function=_text(contents, "title") or _text(contents, "role"),
        phones=_unique(_phone(line) for line in contents.get("tel", [])),
        emails=_unique(_plain(line.value).removeprefix("mailto:") for line in contents.get("email", [])),
        addresses=_unique(_address(line.value) for line in contents.get("adr", [])),
        urls=_unique(url for line in contents.get("url", []) if _is_web(url := _plain(line.value))),
        categories=_unique(_plain(name) for line in contents.get("categories", []) for name in _listed(line.value)),
        note="\n".join(_plain(line.value, _LONG) for line in contents.get("note", []))[:_LONG],
    )


def _plain(value: object, length: int = _SHORT) -> str:
    text = " ".join(str(part) for part in value) if isinstance(value, list) else str(value)
    text = clean(text).strip()[:length]
    return text if length > _SHORT else " ".join(text.split())


def _text(contents: dict[str, list[Any]], name: str) -> str:
    return _plain(contents[name][0].value) if name in contents else ""


def _part_text(value: object, part: str) -> str:
    return _plain(getattr(value, part, ""))


def _units(contents: dict[str, list[Any]]) -> list[str]:
    return [_plain(unit) for unit in _listed(contents["org"][0].value)] if "org" in contents else []


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else str(value).split(",")


def _phone(line: Any) -> Phone:
    number = _plain(line.value)
    if number.lower().startswith("tel:"):
        number = number[4:].partition(";")[0]
    # `TYPE="voice,work"` comes as one text, and 2.1 has its types without a name.
    types = {
        kind.strip().lower()
        for text in (*line.params.get("TYPE", []), *line.singletonparams)
        for kind in text.split(",")
    }
    return Phone(number, next((kind for kind in _PHONE_KINDS if kind in types), "") if number else "")


def _address(value: object) -> Address:
    street = " ".join(part for part in (_part_text(value, "street"), _part_text(value, "extended")) if part)
    box = _part_text(value, "box")
    return Address(
        street=street or box,
        postcode=_part_text(value, "code"),
        city=_part_text(value, "city"),
        country=_part_text(value, "country"),
    )


def _is_web(url: str) -> bool:
    return url.lower().startswith(("https://", "http://")) or bool(re.fullmatch(r"[\w.-]+\.[a-z]{2,}(?:/\S*)?", url))


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    """Each value once, in order, without empty ones, at most fifty."""
    return tuple(value for value in dict.fromkeys(values) if value not in _EMPTY)[:_VALUES]
