"""The bodies of the work plan: their seats, members and standing items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vaartdesk.flows.first_facts import Facts

Fact = Mapping[str, Any]
WHO = ("role", "person", "organisation", "body")
"""Kinds among which a member is looked for by name."""


def write_bodies(facts: Facts, plan: Fact, assumed: Fact) -> None:
    """Bodies first, then what names them."""
    bodies = list(_bodies(plan))
    facts.add_all("body", [(name, _body(facts, name, fact)) for name, fact in bodies])
    for name, fact in bodies:
        ref = ("body", facts.known["body", name])
        facts.tx.update(_ref(ref), _named_bodies(facts, fact))
        _write_members(facts, plan, name, fact)
        _write_template(facts, assumed, name, fact)


def _ref(pair: tuple[str, str]) -> Any:
    from vaartdesk.schema.ref import Ref

    return Ref(*pair)
