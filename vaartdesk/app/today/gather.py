"""Vandaag asks every kind what needs a person, and knows none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from vaartdesk.schema.kind import Attention, Need
from vaartdesk.schema.ref import Ref
from vaartdesk.store.desk import Desk

GROUPS = ("nu", "week", "opvolgen", "signalen")
"""In this order on the page."""


def gather(desk: Desk, roles: Collection[str]) -> list[Need]:
    """What needs whoever has these roles, in order of group and urgency; each record once, where it is most urgent.

    A need with an owner is for that owner; one without is for the roles its question names, or for everybody.
    """
    found = [need for answer in questions(desk, roles) for need in answer]
    found.sort(key=lambda need: (GROUPS.index(need.group), *_place(need.order)))
    first: dict[Ref, Need] = {}
    for need in found:
        first.setdefault(need.ref, need)
    return list(first.values())


def questions(desk: Desk, roles: Collection[str]) -> Iterator[list[Need]]:
    """What each question of each kind finds for these roles, one by one, in no order; a record may be in several."""
    mine = _my_keys(desk, roles)
    for kind in desk.kinds.values():
        for attention in kind.attention:
            with desk.read() as reader:
                needs = attention.query(reader)
            yield [need for need in needs if _concerns(need, attention, roles, mine)]


def _place(order: Any) -> tuple[bool, date, str]:
    """Where a need stands in its group: what goes first, then by day, then as its kind says. Kinds differ in what they
    give: a day or moment, a place in their own order, or (goes first is False, day, rest).
    """
    if isinstance(order, tuple):
        first, day, *rest = order
        return bool(first), _day(day), " ".join(str(part) for part in rest)
    if isinstance(order, int):
        return True, date.max, f"{order:08}"
    return True, _day(order), str(order)


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.max


def _my_keys(desk: Desk, roles: Collection[str]) -> set[str]:
    """Keys of who sits here and of the roles held."""
    keys = {row["id"] for row in desk.rows("role") if desk.kinds["role"].title_of(row) in roles}
    return keys | ({desk.who.id} if desk.who else set())


def _concerns(need: Need, attention: Attention, roles: Collection[str], mine: set[str]) -> bool:
    if need.owner is not None and need.owner in mine:
        return True
    if attention.roles:
        return bool(set(attention.roles) & set(roles)) or not roles
    return need.owner is None or not mine
