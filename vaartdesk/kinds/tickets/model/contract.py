"""Contracts with suppliers and the maintenance planned under them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.kinds.tickets.model.ticket import UNITS
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

SUBJECTS: Final = (
    Option("kerstverlichting", _("Kerstverlichting"), "star"),
    Option("groen", _("Groenvoorziening"), "leaf"),
    Option("vlaggen", _("Vlaggen en aankleding"), "flag"),
    Option("anti_graffiti", _("Anti-graffiti"), "brush-cleaning"),
    Option("schoonmaak", _("Schoonmaak"), "sparkles"),
    Option("overig", _("Overig"), "wrench"),
)
CONTRACT_STATUSES: Final = (
    Option("offerte", _("Offerte"), "file-text"),
    Option("onderhandeling", _("Onderhandeling"), "messages-square", "info"),
    Option("lopend", _("Lopend"), "play", "accent"),
    Option("opgezegd", _("Opgezegd"), "log-out", "warning"),
    Option("afgelopen", _("Afgelopen"), "archive"),
    Option("afgewezen", _("Afgewezen"), "ban"),
)
PRICE_PERIODS: Final = (
    Option("jaar", _("per jaar")),
    Option("kwartaal", _("per kwartaal")),
    Option("maand", _("per maand")),
    Option("keer", _("per keer")),
    Option("eenmalig", _("eenmalig")),
)
MAINTENANCE_STATUSES: Final = (
    Option("actief", _("Actief"), "repeat", "accent"),
    Option("onderbroken", _("Onderbroken"), "pause", "warning"),
    Option("gestopt", _("Gestopt"), "ban"),
)


class Contract(Record, Base):
    """What a supplier does for the town centre, until when, and when it must be ended in time."""

    __tablename__ = "contract"

    title = field.text(_("Contract"), required=True, search=8)
    supplier = field.ref(_("Leverancier"), "organisation")
    contact = field.ref(_("Contactpersoon"), "person")
    subject = field.choice(_("Onderwerp"), SUBJECTS, default="overig")
    object = field.text(_("Waarover"), long=True, search=2)
    status = field.choice(_("Status"), CONTRACT_STATUSES, default="offerte")
    alternative_to = field.ref(_("Naast offerte"), "contract")
    reference = field.text(_("Kenmerk"), search=5)
    starts_on = field.day(_("Vanaf"))
    ends_on = field.day(_("Tot en met"))
    renewal_months = field.number(_("Verlengt met"), lowest=0, highest=240, unit=_("maanden"))
    notice_on = field.day(_("Opzegdatum"))
    notice_days = field.number(_("Opzegtermijn"), lowest=0, highest=1000, unit=_("dagen"))
    warn_days = field.number(_("Waarschuwen vooraf"), lowest=0, highest=1000, unit=_("dagen"), default=60)
    price = field.money(_("Prijs"))
    price_period = field.choice(_("Per"), PRICE_PERIODS, default="jaar")
    is_indexed = field.flag(_("Geïndexeerd"))
    term = field.number(_("Reactietermijn"), lowest=0, highest=365)
    term_unit = field.choice(_("Reactietermijn in"), UNITS, default="werkdagen")
    terms = field.text(_("Voorwaarden"), long=True, search=1)
    fault_phone = field.phone(_("Storingsnummer"), search=1)
    fault_email = field.email(_("Storingsmail"), search=1)
    owner = field.any_ref(_("Van"), "role", "person")
    theme_line = field.ref(_("Themalijn"), "theme_line")
    budget = field.money(_("Begroot"))
    committed = field.money(_("Verplicht"))
    spent = field.money(_("Besteed"))
    fund = field.ref(_("Fonds"), "fund")
    note = field.text(_("Toelichting"), long=True)


class Maintenance(Record, Base):
    """Work that comes back, as a series (RFC 5545) that makes tickets."""

    __tablename__ = "maintenance"
    __table_args__ = (Index(None, "contract"),)

    title = field.text(_("Onderhoud"), required=True, search=8)
    subject = field.choice(_("Onderwerp"), SUBJECTS, default="overig")
    status = field.choice(_("Status"), MAINTENANCE_STATUSES, default="actief")
    contract = field.ref(_("Contract"), "contract")
    category = field.ref(_("Categorie"), "ticket_category")
    starts_on = field.day(_("Eerste keer"))
    ends_on = field.day(_("Laatste keer"))
    rrule = field.rule(_("Herhaling"), start="starts_on")
    lead_days = field.number(_("Melding vooraf"), lowest=0, highest=365, unit=_("dagen"), default=7)
    place_text = field.text(_("Waar"), search=3)
    street = field.ref(_("Straat"), "street")
    place = field.ref(_("Plaats"), "place")
    places = field.links(_("Plaatsen"), "place", "plaats")
    season = field.text(_("Seizoen"), search=1)
    stays_days = field.number(_("Hangt of staat"), lowest=1, highest=366, unit=_("dagen"))
    duration = field.minutes(_("Duur"))
    cost = field.money(_("Kosten per keer"))
    owner = field.any_ref(_("Van"), "role", "person")
    theme_line = field.ref(_("Themalijn"), "theme_line")
    description = field.text(_("Wat er gebeurt"), long=True, search=2)
