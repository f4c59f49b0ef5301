"""Meetings: their agenda, who was there, what was put forward for them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model import states
from vaartdesk.schema import field as f
from vaartdesk.schema.column import Mapped
from vaartdesk.schema.record import Base, Record


class Meeting(Record, Base):
    """One meeting of a body. ``papers_due_on`` follows from the start and the body's days for papers."""

    __tablename__ = "meeting"
    __table_args__ = (Index(None, "body"),)
    number: Mapped[str] = f.numbered(_("Nummer"))
    body: Mapped[str | None] = f.ref(_("Overleg"), "body", required=True)
    title: Mapped[str] = f.text(_("Naam"), required=True, search=10)
    starts_at: Mapped[datetime | None] = f.local_time(_("Begint"), required=True)
    planned_minutes: Mapped[int | None] = f.minutes(_("Duur"), default=120)
    zone: Mapped[str] = f.zone()
    place: Mapped[str] = f.text(_("Plaats"), search=2)
    online: Mapped[str] = f.url(_("Online via"))
    status: Mapped[str] = f.choice(_("Stand"), states.MEETING_STATES, default="concept")
    version: Mapped[int | None] = f.number(_("Versie"), lowest=1, default=1)
    papers_due_on: Mapped[date | None] = f.day(_("Stukken versturen op"), derived=True)
    sent_on: Mapped[date | None] = f.day(_("Verzonden op"))
    chair: Mapped[str | None] = f.any_ref(_("Voorzitter"), "person", "role", "organisation")
    secretary: Mapped[str | None] = f.any_ref(_("Secretaris"), "role", "person")
    explanation: Mapped[str] = f.text(_("Bij de uitnodiging"), long=True, search=1)
    report: Mapped[str] = f.text(_("Verslag, algemeen"), long=True, search=1)
    approved_in: Mapped[str | None] = f.ref(_("Verslag vastgesteld in"), "meeting")
    approved_on: Mapped[date | None] = f.day(_("Verslag vastgesteld op"))
    internal_note: Mapped[str] = f.text(_("Interne notitie"), long=True)


class AgendaItem(Record, Base):
    """One item of a meeting. Its number and clock time are computed from the order, the parent and the minutes."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index(None, "meeting"), Index(None, "parent"), Index(None, "subject"))
    meeting: Mapped[str | None] = f.ref(_("Vergadering"), "meeting", required=True)
    parent: Mapped[str | None] = f.ref(_("Onder punt"), "agenda_item")
    title: Mapped[str] = f.text(_("Agendapunt"), required=True, search=10)
    purpose: Mapped[str] = f.choice(_("Doel"), states.PURPOSES, default="bespreking")
    minutes: Mapped[int | None] = f.minutes(_("Minuten"), default=10)
    presenter: Mapped[str | None] = f.any_ref(_("Toelichter"), "role", "person", "organisation")
    presenters = f.links(_("Ook toegelicht door"), "", "toelichter", among=("role", "person", "organisation"))
    portfolio_holder: Mapped[str | None] = f.any_ref(_("Portefeuillehouder"), "person", "role", "organisation")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    explanation: Mapped[str] = f.text(_("Toelichting"), long=True, search=2)
    proposed_decision: Mapped[str] = f.text(_("Voorgesteld besluit"), long=True, search=2)
    subject: Mapped[str | None] = f.any_ref(_("Over"))
    related = f.links(_("Gekoppeld"), "", "betreft")
    is_standing: Mapped[bool] = f.flag(_("Vast punt"))
    is_closing: Mapped[bool] = f.flag(_("Blijft onderaan"))
    source: Mapped[str] = f.choice(_("Gevuld met"), states.SOURCES, default="vast")
    is_confidential: Mapped[bool] = f.flag(_("Vertrouwelijk"))
    internal_note: Mapped[str] = f.text(_("Interne notitie"), long=True)
    status: Mapped[str] = f.choice(_("Stand"), states.ITEM_STATES, default="open")
    report: Mapped[str] = f.text(_("Verslag"), long=True, search=2)
    started_at: Mapped[datetime | None] = f.local_time(_("Begonnen"))
    ended_at: Mapped[datetime | None] = f.local_time(_("Klaar"))
    with_interest = f.links(_("Met een belang"), "", "belang", among=("person", "role", "organisation"))
    pos: Mapped[str] = f.order()


class StockTopic(Record, Base):
    """A topic put forward for a body, waiting for a meeting. ``meeting_item``: where it was put on an agenda."""

    __tablename__ = "stock_topic"
    __table_args__ = (Index(None, "body"), Index(None, "meeting_item"), Index(None, "subject"))
    body: Mapped[str | None] = f.ref(_("Voor overleg"), "body", required=True)
    title: Mapped[str] = f.text(_("Onderwerp"), required=True, search=10)
    purpose: Mapped[str] = f.choice(_("Doel"), states.PURPOSES, default="bespreking")
    minutes: Mapped[int | None] = f.minutes(_("Minuten"), default=10)
    origin: Mapped[str] = f.choice(_("Herkomst"), states.TOPIC_GROUPS, default="aangedragen")
    subject: Mapped[str | None] = f.any_ref(_("Over"))
    related = f.links(_("Gekoppeld"), "", "betreft")
    explanation: Mapped[str] = f.text(_("Toelichting"), long=True, search=2)
    proposed_decision: Mapped[str] = f.text(_("Voorgesteld besluit"), long=True, search=1)
    presenter: Mapped[str | None] = f.any_ref(_("Toelichter"), "role", "person", "organisation")
    proposed_by: Mapped[str | None] = f.any_ref(_("Aangedragen door"), "role", "person", "body", "organisation")
    proposed_on: Mapped[date | None] = f.day(_("Aangedragen op"))
    from_body: Mapped[str | None] = f.ref(_("Van overleg"), "body")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    status: Mapped[str] = f.choice(_("Stand"), states.TOPIC_STATES, default="voorraad")
    meeting_item: Mapped[str | None] = f.ref(_("Op de agenda als"), "agenda_item")
    is_confidential: Mapped[bool] = f.flag(_("Vertrouwelijk"))
    internal_note: Mapped[str] = f.text(_("Interne notitie"), long=True)
    pos: Mapped[str] = f.order()


class Attendance(Record, Base):
    """Someone invited to a meeting: as what, with a vote or not, and whether he came. A copy of that day's facts."""

    __tablename__ = "attendance"
    __table_args__ = (Index(None, "meeting"),)
    meeting: Mapped[str | None] = f.ref(_("Vergadering"), "meeting", required=True)
    member: Mapped[str | None] = f.any_ref(_("Wie"), "person", "role", "organisation", "body", required=True)
    organisation: Mapped[str | None] = f.ref(_("Namens"), "organisation")
    function: Mapped[str] = f.choice(_("Als"), states.FUNCTIONS, default="lid")
    has_vote: Mapped[bool] = f.flag(_("Heeft stem"))
    is_guest: Mapped[bool] = f.flag(_("Te gast"))
    status: Mapped[str] = f.choice(_("Presentie"), states.ATTENDANCE_STATES, default="uitgenodigd")
    deputy: Mapped[str | None] = f.any_ref(_("Vervangen door"), "person", "role")
    came_at: Mapped[datetime | None] = f.local_time(_("Binnen om"))
    left_at: Mapped[datetime | None] = f.local_time(_("Weg om"))
    note: Mapped[str] = f.text(_("Notitie"))
    pos: Mapped[str] = f.order()
