"""What the program is made of, as plain data: families, tabs, and where their code lies. Imports none of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _

if TYPE_CHECKING:
    from vaartdesk.schema.kind import Kind

KIND_MODULES = (
    "vaartdesk.store.model",
    "vaartdesk.kinds.plan.kind",
    "vaartdesk.kinds.places.kind",
    "vaartdesk.kinds.contacts.kind",
    "vaartdesk.kinds.meetings.kind",
    "vaartdesk.kinds.actions.kind",
    "vaartdesk.kinds.events.kind",
    "vaartdesk.kinds.tickets.kind.family",
    "vaartdesk.kinds.signals.kind",
)


@dataclass(frozen=True)
class Tab:
    """One tab of the window. ``kinds``: what it shows, the first is what Ctrl+N makes; ``role`` opens here."""

    name: str
    object_name: str
    label: str
    icon: str
    view: str
    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


TABS = (
    Tab("today", "todayTab", _("Vandaag"), "sun", "vaartdesk.app.today.view"),
    Tab("actions", "actionsTab", _("Themalijnen"), "layers", "vaartdesk.app.themes.page",
        ("action", "goal", "measurement", "theme_line", "role", "matrix_cell", "agreement", "fund"), ()),
    Tab("events", "eventsTab", _("Evenementen"), "calendar-days", "vaartdesk.kinds.events.view.page",
        ("event", "permit", "grant", "checklist_item", "runbook_template", "runbook_item", "publication", "marker"),
        ("Event-coördinator",)),
    Tab("tickets", "ticketsTab", _("Huismeester"), "wrench", "vaartdesk.kinds.tickets.view.page",
        ("ticket", "contract", "maintenance", "inspection_round", "inspection_template", "inspection_point",
         "ticket_category", "standard_text", "signal"), ("Huismeester",)),
    Tab("contacts", "contactsTab", _("Contacten"), "users", "vaartdesk.app.untold.contacts",
        ("organisation", "person", "premises"), ("Verbinder",)),
    Tab("meetings", "meetingsTab", _("Overleg"), "messages-square", "vaartdesk.kinds.meetings.view.page",
        ("meeting", "agenda_item", "stock_topic", "decision", "body"), ("Regisseur",)),
)  # fmt: skip


FIRST_KEYS = ("vaartdesk.kinds.tickets.view.entry",)
"""Modules that the first keystroke on a tab needs, and its list does not: loaded beside the window, as the tabs are."""

RECORD_PAGES = {
    "action": "vaartdesk.kinds.actions.view.action_record",
    "contract": "vaartdesk.kinds.tickets.view.contract_record",
    "goal": "vaartdesk.kinds.plan.view.goal_record",
    "maintenance": "vaartdesk.kinds.tickets.view.upkeep_record",
    "person": "vaartdesk.kinds.contacts.view.person_record",
    "organisation": "vaartdesk.kinds.contacts.view.organisation_record",
}
"""Kinds whose record has a page of its family's own, with the module that builds it."""


def page_maker(module: str) -> Callable[..., Any]:
    """What builds the page of a record; its module is imported when the first one is built."""
    return lambda desk, stage: import_module(module).build(desk, stage)


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Every kind of the program. Imports SQLAlchemy's ORM and all models: not before the first frame."""
    commands = import_module("vaartdesk.flows.commands")
    kinds = (kind for module in KIND_MODULES for kind in import_module(module).KINDS)
    return tuple(commands.with_commands(kind) for kind in kinds)
