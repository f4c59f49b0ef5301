"""From a choice to what a list row shows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from vaartdesk.schema.listing import Chip, Tone
from vaartdesk.schema.types.base import Option


def word(options: Iterable[Option], slug: object) -> str:
    """The label of the option with that slug; '' for none, the slug itself when it is a newer version's."""
    return next((str(o.label) for o in options if o.slug == slug), str(slug or ""))


def chip(options: Iterable[Option], slug: object) -> Chip | None:
    """The chip of the option with that slug; None when nothing is chosen."""
    found = next((o for o in options if o.slug == slug), None)
    if found is None:
        return Chip(str(slug)) if slug else None
    return Chip(found.label, found.icon, cast("Tone", found.tone))


def state_chip(options: Iterable[Option], slug: object) -> Chip | None:
    """As ``chip``, with a capital: a state stands by itself, also where its word is written small in a sentence."""
    found = chip(options, slug)
    return None if found is None else replace(found, label=str(found.label)[:1].upper() + str(found.label)[1:])


def words(*parts: object) -> tuple[str, ...]:
    """The parts that say something, as text, in order: the meta line of a row."""
    return tuple(str(part) for part in parts if part)
