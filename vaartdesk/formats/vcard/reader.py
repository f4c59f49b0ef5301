"""vCard 2.1, 3.0 and 4.0 read, card by card, so that a broken one costs only itself. What is not plain is read by vobject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar

from vaartdesk.core.progress import Progress, told, unheard
from vaartdesk.core.text import _, clean
from vaartdesk.formats.decoding import decoded
from vaartdesk.formats.vcard.blocks import card_blocks, with_whole_values
from vaartdesk.formats.vcard.card import PHONE_KINDS, Address, Card, CardError, Phone, Reading
from vaartdesk.formats.vcard.plain import NotPlain, plain_card

Contents = Mapping[str, Sequence[Any]]
"""The lines of a card by name, each with a value and parameters."""
T = TypeVar("T")

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_CARDS: Final = 10_000
_LONGEST: Final = 200_000
_VALUES: Final = 50
_LONG: Final = 20_000
_EMPTY: Final = ("", Phone(""), Address())


def read_cards(data: bytes, progress: Progress = unheard) -> Reading:
    """The cards of a `.vcf` file. Raises CardError for what holds none, or too much, and Cancelled when `progress` does."""
    if len(data) > MAX_BYTES:
        raise CardError(
            _("Het bestand met kaartjes is te groot: hoogstens {n} MB.").format(n=MAX_BYTES // 1024 // 1024)
        )
    cards: list[Card] = []
    skipped: list[str] = []
    blocks, is_cut = card_blocks(decoded(data), MAX_CARDS + 1)
    if len(blocks) > MAX_CARDS:
        raise CardError(_("Het bestand heeft meer dan {n} kaartjes.").format(n=MAX_CARDS))
    for n, block in enumerate(told(blocks, progress, 0.2, 1.0), start=1):
        card = _card(block)
        if card is None:
            skipped.append(_("Kaartje {n} is niet te lezen.").format(n=n))
        elif not card.name:
            skipped.append(_("Kaartje {n} heeft geen naam.").format(n=n))
        else:
            cards.append(card)
            if any(len(line) > _LONG for line in block):
                skipped.append(
                    _("Kaartje {n}: een tekst van meer dan {most} tekens is daar afgekapt.").format(n=n, most=_LONG)
                )
    if is_cut:
        skipped.append(_("Het bestand houdt midden in een kaartje op; dat is niet gelezen."))
    if not blocks:
        raise CardError(_("In dit bestand staan geen kaartjes (.vcf)."))
    return Reading(tuple(cards), tuple(skipped))


def _card(block: Sequence[str]) -> Card | None:
    if sum(map(len, block)) > _LONGEST:
        return None
    try:
        return card_of(plain_card(block))
    except NotPlain:
        pass
    try:
        return card_of(by_library(block))
    except Exception:  # noqa: BLE001 - what the parser raises on hostile lines is not documented
        return None


def by_library(block: Sequence[str]) -> Contents:
    """What these lines of a card hold, whatever they look like; raises many things."""
    # Imported here: only who reads odd cards needs it.
    import vobject

    text = "\r\n".join(["BEGIN:VCARD", *with_whole_values(block), "END:VCARD", ""])
    # Without `allowQP` a 2.1 card with soft line breaks is refused.
    contents: Contents = vobject.readOne(text, allowQP=True).contents
    return contents


def card_of(contents: Contents) -> Card:
    """The card that these lines tell."""
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
        note="\n".join(_plain(line.value, is_long=True) for line in contents.get("note", []))[:_LONG],
    )


def _plain(value: object, *, is_long: bool = False) -> str:
    text = " ".join(str(part) for part in value) if isinstance(value, list) else str(value)
    text = clean(text).strip()[:_LONG]
    return text if is_long else " ".join(text.split())


def _text(contents: Contents, name: str) -> str:
    return _plain(contents[name][0].value) if name in contents else ""


def _part_text(value: object, part: str) -> str:
    return _plain(getattr(value, part, ""))


def _units(contents: Contents) -> list[str]:
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
    return Phone(number, next((kind for kind in PHONE_KINDS if kind in types), "") if number else "")


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
