"""Where things are: streets, places, premises; and the municipality with its filing terms."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema import field as f
from vaartdesk.schema.column import Mapped
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

CATEGORIES = (
    Option("kennisgeving", _("kennisgeving (0)"), "file-text"),
    Option("a", _("A, regulier"), "stamp"),
    Option("b", _("B, aandacht"), "stamp", "warning"),
    Option("c", _("C, risico"), "stamp", "danger"),
)
UNITS = (
    Option("werkdagen", _("werkdagen")),
    Option("dagen", _("kalenderdagen")),
    Option("weken", _("weken")),
    Option("maanden", _("maanden")),
)
USES = (
    Option("winkel", _("winkel"), "store"),
    Option("horeca", _("horeca"), "store"),
    Option("dienst", _("dienstverlening"), "store"),
    Option("cultuur", _("cultuur"), "building-2"),
    Option("kantoor", _("kantoor"), "building-2"),
    Option("wonen", _("wonen"), "house"),
    Option("overig", _("overig"), "building-2"),
)
PREMISES_STATES = (
    Option("in_gebruik", _("in gebruik"), "circle-check", "success"),
    Option("leeg", _("leeg"), "circle-dot", "warning"),
    Option("in_transformatie", _("in transformatie"), "refresh-cw", "info"),
)
LOWEST, HIGHEST = -180_000_000, 180_000_000


class Municipality(Record, Base):
    """A municipality: who grants permits, and from which terms its filing dates follow."""

    __tablename__ = "municipality"
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    holiday_region: Mapped[str] = f.text(_("Regio schoolvakanties"))
    email: Mapped[str] = f.email(_("E-mail evenementen"), search=2)
    website: Mapped[str] = f.url(_("Website"))
    organisation: Mapped[str | None] = f.ref(_("Contact"), "organisation")
    preannounce_before: Mapped[str] = f.text(
        _("Vooraankondiging vóór"), hint=_("Dag en maand, bijvoorbeeld 1 oktober.")
    )
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))


class PermitTerm(Record, Base):
    """How long ahead a category must be filed with a municipality. An empty ``amount``: not known yet."""

    __tablename__ = "permit_term"
    __table_args__ = (Index(None, "municipality"),)
    municipality: Mapped[str | None] = f.ref(_("Gemeente"), "municipality", required=True)
    category: Mapped[str] = f.choice(_("Categorie"), CATEGORIES, required=True)
    amount: Mapped[int | None] = f.number(_("Termijn"), lowest=0, highest=1000)
    unit: Mapped[str] = f.choice(_("Eenheid"), UNITS, default="werkdagen")
    handling: Mapped[int | None] = f.number(_("Behandeltijd"), lowest=0, highest=1000)
    handling_unit: Mapped[str] = f.choice(_("Eenheid behandeltijd"), UNITS, default="weken")
    max_visitors: Mapped[int | None] = f.number(_("Hoogstens bezoekers"), lowest=0)
    note: Mapped[str] = f.text(_("Voorwaarden"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Street(Record, Base):
    """A street of the town centre."""

    __tablename__ = "street"
    title: Mapped[str] = f.text(_("Straat"), required=True, search=10)
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Place(Record, Base):
    """A spot where something can be or take place. Coordinates are WGS 84 in millionths of a degree."""

    __tablename__ = "place"
    title: Mapped[str] = f.text(_("Plaats"), required=True, search=10)
    street: Mapped[str | None] = f.ref(_("Straat"), "street")
    latitude: Mapped[int | None] = f.number(_("Breedtegraad"), 6, lowest=LOWEST // 2, highest=HIGHEST // 2)
    longitude: Mapped[int | None] = f.number(_("Lengtegraad"), 6, lowest=LOWEST, highest=HIGHEST)
    is_big_square: Mapped[bool] = f.flag(_("Groot plein"), hint=_("Weegt mee bij botsende evenementen."))
    capacity: Mapped[int | None] = f.number(_("Hoogstens bezoekers"), lowest=0)
    owner: Mapped[str | None] = f.any_ref(_("Beheerder"), "organisation", "person")
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Premises(Record, Base):
    """A building or unit with an address: who owns it, who uses it, and whether it stands empty since when."""

    __tablename__ = "premises"
    __table_args__ = (Index(None, "street"),)
    title: Mapped[str] = f.text(_("Adres"), required=True, search=10)
    street: Mapped[str | None] = f.ref(_("Straat"), "street")
    house_number: Mapped[str] = f.text(_("Huisnummer"), search=3)
    postcode: Mapped[str] = f.postcode(_("Postcode"), search=3)
    latitude: Mapped[int | None] = f.number(_("Breedtegraad"), 6, lowest=LOWEST // 2, highest=HIGHEST // 2)
    longitude: Mapped[int | None] = f.number(_("Lengtegraad"), 6, lowest=LOWEST, highest=HIGHEST)
    status: Mapped[str] = f.choice(_("Stand"), PREMISES_STATES, default="in_gebruik")
    since_on: Mapped[date | None] = f.day(_("Sinds"))
    use: Mapped[str] = f.choice(_("Gebruik"), USES)
    owner: Mapped[str | None] = f.any_ref(_("Eigenaar"), "organisation", "person")
    user: Mapped[str | None] = f.any_ref(_("Gebruiker"), "organisation", "person")
    floor_area: Mapped[int | None] = f.number(_("Vloeroppervlak"), lowest=0, unit="m²")
    wanted_use: Mapped[str] = f.text(_("Gewenst gebruik"), long=True, search=1)
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
