"""A business card in plain values, whatever version of vCard it came from."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from typing import Final

from vaartdesk.core.dataclass import dataclass

PHONE_KINDS: Final = ("cell", "fax", "work", "home")


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
