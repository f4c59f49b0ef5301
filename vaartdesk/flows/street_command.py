"""Wat speelt er in deze straat, from any record that lies in one (X14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from vaartdesk.core.text import _
from vaartdesk.schema.command import Command, Outcome
from vaartdesk.schema.ref import Ref, Values

if TYPE_CHECKING:
    from vaartdesk.store.desk import Desk


def _street_of(desk: Desk, ref: Ref) -> str:
    values = desk.get(ref) or {}
    return ref.id if ref.kind == "street" else str(values["street"])


def _run(desk: Desk, refs: Sequence[Ref], answers: Mapping[str, Any]) -> Outcome:
    """The paper is made when it is looked at, of how things are then."""
    from vaartdesk.flows.street_paper import street_paper  # reportlab, only when something is printed

    return Outcome("", paper=street_paper(desk, _street_of(desk, refs[0])))


def _has_street(values: Values) -> bool:
    """A street has no field of that name: it is one."""
    return "street" not in values or bool(values["street"])


STREET_PAGE: Final = Command(
    "street_page", _("Wat speelt er in deze straat"), _run, icon="route", fits=_has_street, in_menu=True
)
