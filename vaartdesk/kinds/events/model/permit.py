"""Permits and grants, with the day before which they must be asked for."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.kinds.events.model.event import CATEGORIES
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

PERMIT_TYPES: Final = (
    Option("evenement", _("Evenement"), "party-popper"),
    Option("objecten", _("Objecten op straat"), "store"),
    Option("geluid", _("Geluid"), "volume-2"),
    Option("alcohol", _("Alcohol schenken"), "stamp"),
    Option("verkeer", _("Verkeersmaatregelen"), "route"),
    Option("standplaats", _("Standplaats"), "map-pin"),
    Option("bouwwerk", _("Tijdelijk bouwwerk"), "hammer"),
    Option("reclame", _("Reclame en vlaggen"), "flag"),
    Option("overig", _("Overig"), "stamp"),
)
PERMIT_STATUSES: Final = (
    Option("nog_aanvragen", _("Nog aanvragen"), "pen-line"),
    Option("aangevraagd", _("Aangevraagd"), "send", "info"),
    Option("aanvullen", _("Aanvullen"), "circle-alert", "warning"),
    Option("verleend", _("Verleend"), "check", "success"),
    Option("geweigerd", _("Geweigerd"), "circle-x", "danger"),
    Option("ingetrokken", _("Ingetrokken"), "ban"),
    Option("niet_nodig", _("Niet nodig"), "minus"),
)
GRANT_STATUSES: Final = (
    Option("idee", _("Idee"), "lightbulb"),
    Option("voorbereiden", _("Voorbereiden"), "pen-line", "accent"),
    Option("aangevraagd", _("Aangevraagd"), "send", "info"),
    Option("toegekend", _("Toegekend"), "check", "success"),
    Option("afgewezen", _("Afgewezen"), "circle-x", "danger"),
    Option("verantwoord", _("Verantwoord"), "archive"),
)


class Permit(Record, Base):
    """A permit or notice for an event, a ticket, a contract or maintenance."""

    __tablename__ = "permit"
    __table_args__ = (Index(None, "record"), Index(None, "status", "submit_by"))

    record = field.any_ref(_("Voor"), "event", "ticket", "contract", "maintenance", required=True)
    occurrence = field.text(_("Datum van de reeks"), hidden=True)
    type = field.choice(_("Soort"), PERMIT_TYPES, default="evenement")
    category = field.choice(_("Categorie"), CATEGORIES)
    authority = field.any_ref(_("Bij"), "municipality", "organisation")
    status = field.choice(_("Status"), PERMIT_STATUSES, default="nog_aanvragen")
    submitted_on = field.day(_("Aangevraagd op"))
    granted_on = field.day(_("Verleend op"))
    valid_until = field.day(_("Geldig tot en met"))
    reference = field.text(_("Kenmerk"), search=6)
    fixed_by = field.day(_("Eigen uiterste datum"))
    fee = field.money(_("Leges"))
    owner = field.any_ref(_("Van"), "role", "person")
    reason = field.text(_("Reden"))
    conditions = field.text(_("Voorwaarden"), long=True, search=1)
    note = field.text(_("Toelichting"), long=True)
    submit_by = field.day(_("Uiterlijk aanvragen"), derived=True)
    term_text = field.text(_("Termijn"), derived=True, hidden=True)


class Grant(Record, Base):
    """A subsidy for an event or action: asked, granted, accounted for."""

    __tablename__ = "grant"
    __table_args__ = (Index(None, "record"),)

    record = field.any_ref(_("Voor"), "event", "action")
    title = field.text(_("Subsidie"), required=True, search=6)
    fund = field.ref(_("Fonds"), "fund")
    provider = field.any_ref(_("Gever"), "organisation", "municipality")
    status = field.choice(_("Status"), GRANT_STATUSES, default="idee")
    deadline_on = field.day(_("Uiterlijk aanvragen"))
    asked = field.money(_("Gevraagd"))
    granted = field.money(_("Toegekend"))
    submitted_on = field.day(_("Aangevraagd op"))
    decided_on = field.day(_("Beslist op"))
    account_by = field.day(_("Verantwoorden voor"))
    accounted_on = field.day(_("Verantwoord op"))
    accounted_by = field.any_ref(_("Verantwoord door"), "role", "person")
    reference = field.text(_("Kenmerk"), search=5)
    owner = field.any_ref(_("Van"), "role", "person")
    conditions = field.text(_("Voorwaarden"), long=True, search=1)
    note = field.text(_("Toelichting"), long=True)
