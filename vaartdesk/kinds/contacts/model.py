"""Who we know: people and organisations, their functions, what was said, what they need and what is on offer."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema import field as f
from vaartdesk.schema.column import Mapped
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

BASES = (
    Option("toestemming", _("toestemming")),
    Option("overeenkomst", _("overeenkomst")),
    Option("wettelijke_plicht", _("wettelijke plicht")),
    Option("vitaal_belang", _("vitaal belang")),
    Option("algemeen_belang", _("taak van algemeen belang")),
    Option("gerechtvaardigd_belang", _("gerechtvaardigd belang")),
)
MEDIA = (
    Option("gesprek", _("gesprek"), "message-square"),
    Option("bezoek", _("bezoek"), "map-pin"),
    Option("telefoon", _("telefoon"), "phone"),
    Option("mail", _("mail"), "mail"),
    Option("brief", _("brief"), "file-text"),
    Option("bijeenkomst", _("bijeenkomst"), "users"),
    Option("presentatie", _("presentatie"), "megaphone"),
    Option("pers", _("pers"), "megaphone"),
    Option("overig", _("overig"), "message-square"),
)
GROUP_TYPES = (
    Option("hand", _("met de hand"), "list"),
    Option("regel", _("volgens een regel"), "list-filter"),
)
NEED_STATES = (
    Option("open", _("open"), "circle", "warning"),
    Option("aangeboden", _("aangeboden"), "handshake", "info"),
    Option("geholpen", _("geholpen"), "circle-check", "success"),
    Option("niet_geholpen", _("niet geholpen"), "circle-x", "neutral"),
)
OFFER_STATES = (
    Option("open", _("open"), "circle-check", "success"),
    Option("gesloten", _("gesloten"), "lock", "neutral"),
)


class ContactSegment(Record, Base):
    """What sort of player someone is in the town centre (entrepreneur, property owner, government ...)."""

    __tablename__ = "contact_segment"
    title: Mapped[str] = f.text(_("Segment"), required=True, search=5)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Organisation(Record, Base):
    """An organisation or business. ``last_spoken_on`` follows from its contact moments."""

    __tablename__ = "organisation"
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    short: Mapped[str] = f.text(_("Korte naam"), search=8)
    segment: Mapped[str | None] = f.ref(_("Segment"), "contact_segment")
    other_segments = f.links(_("Andere segmenten"), "contact_segment", "segment")
    legal_form: Mapped[str] = f.text(_("Rechtsvorm"))
    is_partner: Mapped[bool] = f.flag(_("Partner"), hint=_("Levert een lid aan het binnenstadbestuur."))
    branch: Mapped[str] = f.text(_("Branche"), search=3)
    email: Mapped[str] = f.email(_("E-mail"), search=5)
    phone: Mapped[str] = f.phone(_("Telefoon"), search=5)
    website: Mapped[str] = f.url(_("Website"), search=2)
    address: Mapped[str] = f.text(_("Adres"), search=3)
    postcode: Mapped[str] = f.postcode(_("Postcode"), search=3)
    town: Mapped[str] = f.text(_("Plaats"), search=2)
    street: Mapped[str | None] = f.ref(_("Straat"), "street")
    premises: Mapped[str | None] = f.ref(_("Pand"), "premises")
    kvk: Mapped[str] = f.kvk(_("KvK-nummer"), search=5)
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    tags: Mapped[str] = f.text(_("Trefwoorden"), search=3)
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_unsubscribed: Mapped[bool] = f.flag(_("Afgemeld voor mailingen"))
    unsubscribed_on: Mapped[date | None] = f.day(_("Afgemeld op"))
    last_spoken_on: Mapped[date | None] = f.day(_("Laatst gesproken"), derived=True)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))


class Person(Record, Base):
    """A person, with why and since when the data are kept (AVG). ``last_spoken_on`` follows from contact moments."""

    __tablename__ = "person"
    __table_args__ = (Index(None, "organisation"),)
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    salutation: Mapped[str] = f.text(_("Aanhef"))
    function_title: Mapped[str] = f.text(_("Functie"), search=4)
    organisation: Mapped[str | None] = f.ref(_("Organisatie"), "organisation")
    segment: Mapped[str | None] = f.ref(_("Segment"), "contact_segment")
    other_segments = f.links(_("Andere segmenten"), "contact_segment", "segment")
    mobile: Mapped[str] = f.phone(_("Mobiel"), search=5)
    phone: Mapped[str] = f.phone(_("Telefoon"), search=5)
    email: Mapped[str] = f.email(_("E-mail"), search=5)
    address: Mapped[str] = f.text(_("Adres"), search=3)
    postcode: Mapped[str] = f.postcode(_("Postcode"), search=3)
    town: Mapped[str] = f.text(_("Plaats"), search=2)
    street: Mapped[str | None] = f.ref(_("Straat"), "street")
    premises: Mapped[str | None] = f.ref(_("Pand"), "premises")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    tags: Mapped[str] = f.text(_("Trefwoorden"), search=3)
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    purpose: Mapped[str] = f.text(_("Doel van het bewaren"))
    basis: Mapped[str] = f.choice(_("Grondslag"), BASES)
    source: Mapped[str] = f.text(_("Bron"))
    informed_on: Mapped[date | None] = f.day(_("Ingelicht op"))
    review_on: Mapped[date | None] = f.day(_("Herzien vóór"))
    is_unsubscribed: Mapped[bool] = f.flag(_("Afgemeld voor mailingen"))
    unsubscribed_on: Mapped[date | None] = f.day(_("Afgemeld op"))
    last_spoken_on: Mapped[date | None] = f.day(_("Laatst gesproken"), derived=True)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))


class Function(Record, Base):
    """What a person is at an organisation, from when to when. ``is_board``: sits in its board."""

    __tablename__ = "function"
    __table_args__ = (Index(None, "person"), Index(None, "organisation"))
    person: Mapped[str | None] = f.ref(_("Persoon"), "person", required=True)
    organisation: Mapped[str | None] = f.ref(_("Organisatie"), "organisation", required=True)
    title: Mapped[str] = f.text(_("Functie"), search=4)
    is_board: Mapped[bool] = f.flag(_("In het bestuur"))
    from_on: Mapped[date | None] = f.day(_("Vanaf"))
    to_on: Mapped[date | None] = f.day(_("Tot en met"))
    note: Mapped[str] = f.text(_("Notitie"), long=True)


class Interaction(Record, Base):
    """One contact moment with a person or an organisation."""

    __tablename__ = "interaction"
    __table_args__ = (Index(None, "contact"),)
    contact: Mapped[str | None] = f.any_ref(_("Met"), "person", "organisation", required=True)
    at: Mapped[datetime | None] = f.moment(_("Wanneer"), required=True)
    medium: Mapped[str] = f.choice(_("Hoe"), MEDIA, default="gesprek")
    title: Mapped[str] = f.text(_("Onderwerp"), required=True, search=5)
    text: Mapped[str] = f.text(_("Wat is besproken"), long=True, search=1)
    by: Mapped[str | None] = f.any_ref(_("Door"), "role", "person")
    others = f.links(_("Ook aanwezig"), "", "aanwezig", among=("person", "organisation"))
    subject: Mapped[str | None] = f.any_ref(_("Over"))
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    is_confidential: Mapped[bool] = f.flag(_("Vertrouwelijk"))


class ContactGroup(Record, Base):
    """A group of contacts, by hand (``members``) or by rule (the rule fields that are filled must all fit)."""

    __tablename__ = "contact_group"
    title: Mapped[str] = f.text(_("Groep"), required=True, search=10)
    type: Mapped[str] = f.choice(_("Samengesteld"), GROUP_TYPES, default="hand")
    members = f.links(_("Leden"), "", "lid", among=("person", "organisation"))
    rule_segment: Mapped[str | None] = f.ref(_("Van segment"), "contact_segment")
    rule_street: Mapped[str | None] = f.ref(_("In straat"), "street")
    rule_organisation: Mapped[str | None] = f.ref(_("Van organisatie"), "organisation")
    rule_body: Mapped[str | None] = f.any_ref(_("Lid van overleg"), "body")
    rule_line: Mapped[str | None] = f.ref(_("Met themalijn"), "theme_line")
    rule_branch: Mapped[str] = f.text(_("Van branche"))
    rule_tag: Mapped[str] = f.text(_("Met trefwoord"))
    is_mailing: Mapped[bool] = f.flag(_("Verzendlijst"))
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)


class Offer(Record, Base):
    """An instrument that helps entrepreneurs: a fund, a service of a partner organisation."""

    __tablename__ = "offer"
    title: Mapped[str] = f.text(_("Aanbod"), required=True, search=10)
    provider: Mapped[str | None] = f.any_ref(_("Aanbieder"), "organisation", "fund")
    text: Mapped[str] = f.text(_("Wat"), long=True, search=2)
    for_whom: Mapped[str] = f.text(_("Voor wie"), search=2)
    website: Mapped[str] = f.url(_("Website"))
    closes_on: Mapped[date | None] = f.day(_("Sluit op"))
    status: Mapped[str] = f.choice(_("Stand"), OFFER_STATES, default="open")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    used_by = f.links(_("Gebruikt door"), "", "gebruikt_door", among=("person", "organisation"))
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)


class Need(Record, Base):
    """What a contact or group needs help with, what was offered, and what came of it."""

    __tablename__ = "need"
    __table_args__ = (Index(None, "contact"),)
    title: Mapped[str] = f.text(_("Behoefte"), required=True, search=10)
    contact: Mapped[str | None] = f.any_ref(_("Van"), "person", "organisation", "contact_group")
    category: Mapped[str] = f.text(_("Soort"), search=2)
    since_on: Mapped[date | None] = f.day(_("Sinds"))
    status: Mapped[str] = f.choice(_("Stand"), NEED_STATES, default="open")
    owner: Mapped[str | None] = f.any_ref(_("Trekker"), "role", "person")
    offer: Mapped[str | None] = f.ref(_("Aangeboden"), "offer")
    offered_on: Mapped[date | None] = f.day(_("Aangeboden op"))
    outcome: Mapped[str] = f.text(_("Uitkomst"), long=True, search=1)
    told_on: Mapped[date | None] = f.day(_("Gemeld op"))
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
