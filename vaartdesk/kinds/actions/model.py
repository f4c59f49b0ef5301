"""Actions of the theme lines, and the yearly plan they belong to."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

STATUSES: Final = (
    Option("idee", _("Idee"), "lightbulb"),
    Option("gepland", _("Gepland"), "calendar"),
    Option("loopt", _("Loopt"), "play", "accent"),
    Option("wacht", _("Wacht"), "hourglass", "warning"),
    Option("gereed", _("Gereed"), "check", "success"),
    Option("vervallen", _("Vervallen"), "ban"),
)
TYPES: Final = (
    Option("actie", _("Actie"), "circle-check"),
    Option("aandachtspunt", _("Aandachtspunt"), "eye"),
    Option("lobbypunt", _("Lobbypunt"), "megaphone"),
)
LEADS: Final = (
    Option("via", _("Vaart in Assen")),
    Option("gemeente", _("Gemeente")),
    Option("samen", _("Samen")),
    Option("partner", _("Partner")),
)
PRIORITIES: Final = (
    Option("hoog", _("Hoog"), "arrow-up", "warning"),
    Option("gewoon", _("Gewoon")),
    Option("laag", _("Laag"), "arrow-down"),
)
PLAN_STATUSES: Final = (
    Option("concept", _("Concept"), "pen-line"),
    Option("afgestemd", _("Afgestemd"), "handshake", "info"),
    Option("vastgesteld", _("Vastgesteld"), "badge-check", "success"),
    Option("bevroren", _("Bevroren"), "lock"),
)


class Action(Record, Base):
    """Something the team, the municipality or a partner does for a theme line."""

    __tablename__ = "action"
    __table_args__ = (Index(None, "theme_line", "status"), Index(None, "owner"), Index(None, "parent"))

    number = field.numbered()
    title = field.text(_("Actie"), required=True, search=8)
    type = field.choice(_("Soort"), TYPES, default="actie")
    status = field.choice(_("Status"), STATUSES, default="gepland")
    description = field.text(_("Omschrijving"), long=True, search=3)
    theme_line = field.ref(_("Themalijn"), "theme_line")
    other_lines = field.links(_("Andere themalijnen"), "theme_line", "themalijn")
    owner = field.any_ref(_("Trekker"), "role", "person")
    second_owner = field.any_ref(_("Tweede trekker (gemeente)"), "person", "organisation", "role")
    co_workers = field.links(_("Medewerkers"), "", "medewerker", among=("role", "person"))
    partners = field.links(_("Partners"), "organisation", "partner")
    lead = field.choice(_("Wie is aan zet"), LEADS, default="via")
    priority = field.choice(_("Prioriteit"), PRIORITIES, default="gewoon")
    priority_board = field.choice(_("Prioriteit bestuur"), PRIORITIES)
    priority_council = field.choice(_("Prioriteit college"), PRIORITIES)
    year = field.year(_("Jaar"))
    phase = field.text(_("Fase"))
    starts_on = field.day(_("Begin"))
    due_on = field.day(_("Deadline"))
    visible_from = field.day(_("Tonen vanaf"))
    finished_on = field.day(_("Gereed op"))
    progress = field.number(_("Voortgang"), lowest=0, highest=100, unit="%")
    result = field.text(_("Resultaat"), long=True, search=2)
    parent = field.ref(_("Deelactie van"), "action")
    pos = field.order()

    budget = field.money(_("Begroot"))
    committed = field.money(_("Verplicht"))
    spent = field.money(_("Besteed"))
    fund = field.ref(_("Fonds"), "fund")

    waits_for = field.any_ref(_("Wacht op"))
    waits_text = field.text(_("Wacht op, in woorden"))
    waits_since = field.day(_("Wacht sinds"))

    goals = field.links(_("Doelen"), "goal", "doel")
    chances = field.links(_("Koppelkansen"), "action", "koppelkans")
    repeat = field.text(_("Herhaling"))
    previous = field.ref(_("Vorige keer"), "action")
    origin = field.ref(_("Overgenomen uit"), "action")

    plan = field.ref(_("Uitvoeringsagenda"), "year_plan")
    change_reason = field.text(_("Reden van de wijziging"))
    source = field.ref(_("Bron"), "agreement")
    source_text = field.text(_("Document of artikel"), search=1)
    source_page = field.text(_("Bladzijde"))

    addressee = field.any_ref(_("Gericht aan"), "organisation", "person", "role")
    wish = field.text(_("Wens"), long=True, search=2)
    moment_text = field.text(_("Moment"))
    is_example = field.flag(_("Voorbeeld"))


class YearPlan(Record, Base):
    """The uitvoeringsagenda of a year: tuned with the municipality, adopted, frozen."""

    __tablename__ = "year_plan"

    title = field.text(_("Uitvoeringsagenda"), required=True, search=5)
    year = field.year(_("Jaar"), required=True)
    status = field.choice(_("Status"), PLAN_STATUSES, default="concept")
    tuned_with = field.any_ref(_("Afgestemd met"), "organisation", "person", "role")
    tuned_on = field.day(_("Afgestemd op"))
    decision = field.ref(_("Vastgesteld bij besluit"), "decision")
    adopted_on = field.day(_("Vastgesteld op"))
    frozen_on = field.day(_("Bevroren op"))
    version = field.number(_("Versie"), lowest=1, default=1)
    note = field.text(_("Toelichting"), long=True)
