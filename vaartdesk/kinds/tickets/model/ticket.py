"""Tickets (meldingen), their categories with a term, and who else reported the same."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

ASPECTS: Final = (
    Option("schoon", _("Schoon"), "sparkles"),
    Option("heel", _("Heel"), "hammer"),
    Option("veilig", _("Veilig"), "shield"),
    Option("aankleding", _("Aankleding"), "flag"),
    Option("gebruik", _("Gebruik"), "store"),
    Option("overig", _("Overig"), "ellipsis"),
)
UNITS: Final = (
    Option("werkdagen", _("werkdagen")),
    Option("kalenderdagen", _("kalenderdagen")),
)
TYPES: Final = (
    Option("calamiteit", _("Calamiteit"), "triangle-alert", "danger"),
    Option("klacht", _("Klacht"), "message-square-warning"),
    Option("wens", _("Wens"), "lightbulb"),
    Option("overlast", _("Overlast"), "volume-2"),
    Option("onderhoud", _("Onderhoud"), "wrench"),
    Option("vraag", _("Vraag"), "circle-help"),
    Option("overig", _("Overig"), "message-square"),
)
URGENCIES: Final = (
    Option("laag", _("Laag"), "arrow-down"),
    Option("gewoon", _("Gewoon")),
    Option("hoog", _("Hoog"), "arrow-up", "warning"),
)
STATUSES: Final = (
    Option("nieuw", _("Nieuw"), "circle-dot", "info"),
    Option("in_behandeling", _("In behandeling"), "loader", "accent"),
    Option("ingepland", _("Ingepland"), "calendar-check-2", "accent"),
    Option("doorgezet", _("Doorgezet"), "share", "info"),
    Option("wacht_op_reactie", _("Wacht op reactie"), "hourglass", "warning"),
    Option("afgehandeld", _("Afgehandeld"), "check", "success"),
    Option("heropend", _("Heropend"), "rotate-ccw", "warning"),
    Option("geannuleerd", _("Geannuleerd"), "ban"),
    Option("dubbel", _("Dubbel"), "copy"),
)
PARTIES: Final = (
    Option("huismeester", _("Huismeester"), "wrench"),
    Option("gemeente", _("Gemeente"), "building-2"),
    Option("leverancier", _("Leverancier"), "handshake"),
    Option("overig", _("Iemand anders"), "user"),
)
CHANNELS: Final = (
    Option("zelf_gezien", _("Zelf gezien"), "eye"),
    Option("langs", _("Kwam langs"), "user"),
    Option("telefoon", _("Telefoon"), "phone"),
    Option("mail", _("Mail"), "mail"),
    Option("appbericht", _("Appbericht"), "message-circle"),
    Option("schouw", _("Schouwronde"), "clipboard-check"),
)


class TicketCategory(Record, Base):
    """What a ticket is about, and within how many days it should be solved."""

    __tablename__ = "ticket_category"

    aspect = field.choice(_("Aspect"), ASPECTS, required=True, default="overig")
    title = field.text(_("Naam"), required=True, search=5)
    term = field.number(_("Termijn"), lowest=0, highest=3650)
    term_unit = field.choice(_("In"), UNITS, default="werkdagen")
    lies_with = field.choice(_("Ligt eerst bij"), PARTIES, default="huismeester")
    forward_to = field.any_ref(_("Doorzetten naar"), "organisation", "person")
    icon = field.text(_("Pictogram"), hidden=True)
    theme_line = field.ref(_("Themalijn"), "theme_line")
    is_assumed = field.flag(_("Aanname"))
    is_retired = field.flag(_("Niet meer gebruiken"))
    note = field.text(_("Toelichting"), long=True)
    pos = field.order()


class Ticket(Record, Base):
    """One thing in the streets that somebody wants solved."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index(None, "status", "due_on"),
        Index(None, "street", "category"),
        Index(None, "parent"),
        Index(None, "contract"),
    )

    number = field.numbered()
    title = field.text(_("Wat"), required=True, search=8)
    place_text = field.text(_("Waar"), required=True, search=4)
    category = field.ref(_("Categorie"), "ticket_category", required=True)
    urgency = field.choice(_("Urgentie"), URGENCIES, default="gewoon")
    type = field.choice(_("Soort"), TYPES, default="klacht")
    status = field.choice(_("Status"), STATUSES, default="nieuw")
    description = field.text(_("Omschrijving"), long=True, search=2)
    reported_at = field.moment(_("Gemeld"))
    street = field.ref(_("Straat"), "street")
    place = field.ref(_("Plaats"), "place")
    premises = field.ref(_("Pand"), "premises")
    latitude = field.number(_("Breedtegraad"), 6, lowest=-90_000_000, highest=90_000_000, hidden=True)
    longitude = field.number(_("Lengtegraad"), 6, lowest=-180_000_000, highest=180_000_000, hidden=True)
    owner = field.any_ref(_("Van"), "role", "person")
    theme_line = field.ref(_("Themalijn"), "theme_line")
    other_lines = field.links(_("Andere themalijnen"), "theme_line", "themalijn")

    channel = field.choice(_("Hoe gemeld"), CHANNELS)
    reporter = field.any_ref(_("Melder"), "person", "organisation", personal=True)
    reporter_name = field.text(_("Naam melder"), search=2, personal=True)
    reporter_email = field.email(_("E-mail melder"), search=1, personal=True)
    reporter_phone = field.phone(_("Telefoon melder"), search=1, personal=True)
    wants_answer = field.flag(_("Wil antwoord"))
    told_on = field.day(_("Melder ingelicht"))
    message_id = field.text(_("Kenmerk van de mail"), hidden=True)

    lies_with = field.choice(_("Ligt bij"), PARTIES, default="huismeester")
    contract = field.ref(_("Contract"), "contract")
    forwarded_to = field.any_ref(_("Doorgezet naar"), "organisation", "person")
    forwarded_text = field.text(_("Afdeling of persoon"), search=1)
    forwarded_on = field.day(_("Op"))
    reference = field.text(_("Hun kenmerk"), search=6)
    expected_on = field.day(_("Verwacht"))
    return_after = field.number(_("Komt terug na"), lowest=0, highest=365, unit=_("dagen"))
    planned_at = field.moment(_("Ingepland"))

    paused_since = field.day(_("Staat stil sinds"))
    pauses = field.text(_("Eerder stilgestaan"), hidden=True)
    waits_for = field.text(_("Wacht op"))

    result = field.text(_("Resultaat"), long=True, search=2)
    closed_at = field.moment(_("Gesloten"))
    duplicate_of = field.ref(_("Dubbel van"), "ticket")
    parent = field.ref(_("Deel van"), "ticket")
    maintenance = field.ref(_("Onderhoud"), "maintenance")
    cost = field.money(_("Kosten"))

    is_privacy_kept = field.flag(_("Toch bewaren"), hidden=True)
    keep_until = field.day(_("Melder bewaren tot"))
    anonymised_on = field.day(_("Melder gewist"), hidden=True)

    term = field.number(_("Termijn"), derived=True)
    term_unit = field.choice(_("Termijn in"), UNITS, derived=True)
    due_on = field.day(_("Uiterlijk"), derived=True)
    returns_on = field.day(_("Komt terug"), derived=True)
    icon = field.text(_("Pictogram"), derived=True, hidden=True)


class TicketReporter(Record, Base):
    """Somebody else who reported the same ticket."""

    __tablename__ = "ticket_reporter"
    __table_args__ = (Index(None, "ticket"),)

    ticket = field.ref(_("Melding"), "ticket", required=True)
    contact = field.any_ref(_("Melder"), "person", "organisation")
    name = field.text(_("Naam"), search=2)
    email = field.email(_("E-mail"), search=1)
    phone = field.phone(_("Telefoon"), search=1)
    reported_at = field.moment(_("Gemeld"))
    channel = field.choice(_("Hoe gemeld"), CHANNELS)
    wants_answer = field.flag(_("Wil antwoord"))
    told_on = field.day(_("Ingelicht"))
    text = field.text(_("Wat de melder zei"), long=True, search=1)


class Mediation(Record, Base):
    """A complaint between two parties: what each says, and what they agreed."""

    __tablename__ = "mediation"
    __table_args__ = (Index(None, "ticket"),)

    ticket = field.ref(_("Melding"), "ticket", required=True)
    first_party = field.any_ref(_("Eerste partij"), "person", "organisation")
    first_name = field.text(_("Naam eerste partij"), search=1)
    first_says = field.text(_("Wat de eerste partij zegt"), long=True, search=1)
    second_party = field.any_ref(_("Tweede partij"), "person", "organisation")
    second_name = field.text(_("Naam tweede partij"), search=1)
    second_says = field.text(_("Wat de tweede partij zegt"), long=True, search=1)
    agreement = field.text(_("Afspraak"), long=True, search=1)
    agreed_on = field.day(_("Afgesproken op"))
    review_on = field.day(_("Opnieuw bekijken"))
    outcome = field.text(_("Hoe het ging"), long=True)
