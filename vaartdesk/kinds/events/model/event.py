"""Events, their exceptions, who takes part, and the derived table of dates that clashes are looked up in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from sqlalchemy import Boolean, Index, Text

from vaartdesk.core.text import _
from vaartdesk.schema import field
from vaartdesk.schema.column import Mapped, column
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option
from vaartdesk.schema.types.times import DayColumn, LocalColumn

STATUSES: Final = (
    Option("idee", _("Idee"), "lightbulb"),
    Option("optie", _("Optie"), "circle-help"),
    Option("aangevraagd", _("Aangevraagd"), "send", "info"),
    Option("bevestigd", _("Bevestigd"), "check", "success"),
    Option("geweest", _("Geweest"), "history"),
    Option("afgelast", _("Afgelast"), "calendar-x"),
)
CATEGORIES: Final = (
    Option("kennisgeving", _("Kennisgeving (0)"), "bell"),
    Option("a", _("Categorie A, regulier"), "stamp"),
    Option("b", _("Categorie B, aandacht"), "stamp"),
    Option("c", _("Categorie C, risico"), "stamp"),
)
TYPES: Final = (
    Option("markt", _("Markt"), "store"),
    Option("festival", _("Festival"), "party-popper"),
    Option("optocht", _("Optocht"), "route"),
    Option("muziek", _("Muziek"), "volume-2"),
    Option("cultuur", _("Cultuur"), "book-open"),
    Option("sport", _("Sport"), "trophy"),
    Option("winkelen", _("Koopzondag of koopavond"), "store"),
    Option("borrel", _("Binnenstadborrel"), "handshake"),
    Option("overig", _("Overig"), "calendar-days"),
)
AUDIENCES: Final = (
    Option("iedereen", _("Iedereen")),
    Option("gezinnen", _("Gezinnen met kinderen")),
    Option("jongeren", _("Jongeren")),
    Option("ouderen", _("Ouderen")),
    Option("cultuurliefhebbers", _("Cultuurliefhebbers")),
    Option("sporters", _("Sporters")),
    Option("ondernemers", _("Ondernemers")),
    Option("toeristen", _("Toeristen")),
)
CALENDAR_STATUSES: Final = (
    Option("niet_aangemeld", _("Niet aangemeld"), "circle"),
    Option("aangemeld", _("Aangemeld"), "send", "info"),
    Option("geplaatst", _("Geplaatst"), "check", "success"),
    Option("afgewezen", _("Afgewezen"), "circle-x", "danger"),
    Option("niet_nodig", _("Niet nodig"), "minus"),
)
RELATIONS: Final = (
    Option("zelf", _("Organiseert zelf")),
    Option("in_opdracht", _("In opdracht")),
    Option("ondersteund", _("Ondersteund")),
)


class Event(Record, Base):
    """Something that happens in the town centre, once or as a series."""

    __tablename__ = "event"
    __table_args__ = (Index(None, "starts_at"), Index(None, "uid"))

    number = field.numbered()
    title = field.text(_("Evenement"), required=True, search=8)
    status = field.choice(_("Status"), STATUSES, default="idee")
    starts_at = field.local_time(_("Begin"), required=True)
    ends_at = field.local_time(_("Einde"), day_of="starts_at", follows=True)
    setup_at = field.local_time(_("Opbouw vanaf"), day_of="starts_at")
    breakdown_at = field.local_time(_("Afbouw tot"), day_of="starts_at", follows=True)
    zone = field.zone()
    is_whole_day = field.flag(_("Hele dag"))
    place = field.ref(_("Plaats"), "place")
    places = field.links(_("Andere plaatsen"), "place", "plaats")
    place_text = field.text(_("Plaats in woorden"), search=3)
    type = field.choice(_("Soort"), TYPES, default="overig")
    category = field.choice(_("Categorie"), CATEGORIES)
    organiser = field.any_ref(_("Organisator"), "organisation", "person", "role")
    contact = field.any_ref(_("Contactpersoon"), "person", "role")
    owner = field.any_ref(_("Van"), "role", "person")
    visitors = field.number(_("Bezoekers verwacht"), lowest=0, highest=10_000_000)
    audience = field.choice(_("Doelgroep"), AUDIENCES)
    is_large = field.flag(_("Beeldbepalend"))
    theme_line = field.ref(_("Themalijn"), "theme_line")
    other_lines = field.links(_("Andere themalijnen"), "theme_line", "themalijn")
    description = field.text(_("Omschrijving"), long=True, search=2)
    internal_note = field.text(_("Interne notitie"), long=True, search=1)

    confirm_reason = field.text(_("Bevestigd zonder vergunning, omdat"))
    cancel_reason = field.text(_("Afgelast omdat"))
    calendar_status = field.choice(_("Gemeentelijke kalender"), CALENDAR_STATUSES, default="niet_aangemeld")
    calendar_on = field.day(_("Op de kalender sinds"))
    calendar_reference = field.text(_("Kenmerk kalender"), search=3)
    calendar_by = field.day(_("Aanmelden voor"))

    is_public = field.flag(_("Openbaar"))
    is_confidential = field.flag(_("Vertrouwelijk"))
    public_text = field.text(_("Tekst voor publiek"), long=True, search=2)
    public_url = field.url(_("Webadres"))
    picture = field.ref(_("Beeld"), "attachment")
    price_text = field.text(_("Toegang"))

    budget = field.money(_("Begroot"))
    committed = field.money(_("Verplicht"))
    spent = field.money(_("Besteed"))
    fund = field.ref(_("Fonds"), "fund")

    emergency_text = field.text(_("Bij calamiteiten"), long=True)
    visitors_counted = field.number(_("Bezoekers geteld"), lowest=0, highest=10_000_000)
    cost = field.money(_("Kosten"))
    mark = field.number(_("Cijfer"), 1, lowest=10, highest=100)
    lessons = field.text(_("Wat leren we ervan"), long=True, search=1)
    evaluated_on = field.day(_("Geëvalueerd op"))
    copied_from = field.ref(_("Vorige editie"), "event")

    rrule = field.rule(_("Herhaling"), start="starts_at")
    dates = field.text(_("Losse data"), hidden=True)
    uid = field.text(_("UID"), hidden=True)
    source = field.text(_("Agenda van herkomst"), hidden=True)
    sequence = field.number(_("Versie"), hidden=True)


class EventOverride(Record, Base):
    """One date of a series that is skipped or moved. Its key is `core.ids.rule_id("date", event, original start)`."""

    __tablename__ = "event_override"
    __table_args__ = (Index(None, "event"),)

    event = field.ref(_("Evenement"), "event", required=True)
    original_at = field.local_time(_("Oorspronkelijk"), required=True)
    is_skipped = field.flag(_("Overgeslagen"))
    starts_at = field.local_time(_("Begin"))
    ends_at = field.local_time(_("Einde"), day_of="starts_at", follows=True)
    setup_at = field.local_time(_("Opbouw vanaf"), day_of="starts_at")
    breakdown_at = field.local_time(_("Afbouw tot"), day_of="starts_at", follows=True)
    place = field.ref(_("Plaats"), "place")
    title = field.text(_("Andere naam"), search=2)
    reason = field.text(_("Reden"))


class ClashAcceptance(Record, Base):
    """A clash that somebody accepted, with the reason; it holds as long as date, time and place stay the same."""

    __tablename__ = "clash_acceptance"
    __table_args__ = (Index(None, "event"), Index(None, "other"))

    event = field.ref(_("Evenement"), "event", required=True)
    other = field.any_ref(_("Botst met"))
    reason = field.text(_("Reden"), required=True)
    fingerprint = field.text(_("Data, tijden en plaats"), hidden=True)
    accepted_at = field.moment(_("Aanvaard"))
    accepted_by = field.any_ref(_("Door"), "role", "person")


class EventMember(Record, Base):
    """Who is in the project group of an event, and for what."""

    __tablename__ = "event_member"
    __table_args__ = (Index(None, "event"),)

    event = field.ref(_("Evenement"), "event", required=True)
    member = field.any_ref(_("Lid"), "person", "organisation", "role", required=True)
    task = field.text(_("Taak"), search=1)
    phone = field.phone(_("Telefoon op de dag"))
    is_on_card = field.flag(_("Op de draaiboekkaart"))
    pos = field.order()


class EventPartner(Record, Base):
    """How a partner organisation stands to an event."""

    __tablename__ = "event_partner"
    __table_args__ = (Index(None, "event"),)

    event = field.ref(_("Evenement"), "event", required=True)
    organisation = field.ref(_("Partner"), "organisation", required=True)
    relation = field.choice(_("Verhouding"), RELATIONS, default="ondersteund")
    note = field.text(_("Toelichting"))


class Occurrence(Base):
    """Derived: one date on which an event happens. ``id`` is `rule_id("date", event, original start)`.

    Local times are those of the event's zone; ``first_on`` to ``last_on`` are the public days that a calendar shows.
    """

    __tablename__ = "occurrence"
    __table_args__ = (Index(None, "event"), Index(None, "first_on", "last_on"))

    id: Mapped[str] = column(Text(), primary_key=True)
    event: Mapped[str] = column(Text())
    original: Mapped[str] = column(Text())
    starts_at: Mapped[datetime] = column(LocalColumn())
    ends_at: Mapped[datetime] = column(LocalColumn())
    first_on: Mapped[date] = column(DayColumn())
    last_on: Mapped[date] = column(DayColumn())
    is_moved: Mapped[bool] = column(Boolean(create_constraint=False))


class OccurrencePlace(Base):
    """Derived: a place that a date takes up, from set-up to break-down, as UTC moments in stored form.

    Clashes are one look-up: the same ``place``, ``begins`` before the other's end, ``ends`` after its begin.
    """

    __tablename__ = "occurrence_place"
    __table_args__ = (Index(None, "place", "begins", "ends"), Index(None, "event"))

    occurrence: Mapped[str] = column(Text(), primary_key=True)
    place: Mapped[str] = column(Text(), primary_key=True)
    event: Mapped[str] = column(Text())
    begins: Mapped[str] = column(Text())
    ends: Mapped[str] = column(Text())
