"""Bodies that meet, who sits in them, and the template of their agenda."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model import states
from vaartdesk.schema import field as f
from vaartdesk.schema.column import Mapped
from vaartdesk.schema.record import Base, Record


class Body(Record, Base):
    """A body that meets. ``paper_days``: calendar days before a meeting that its papers go out.

    ``quorum``: votes needed; empty = more than half of the votes.
    """

    __tablename__ = "body"
    title: Mapped[str] = f.text(_("Overleg"), required=True, search=10)
    short: Mapped[str] = f.text(_("Korte naam"), search=5)
    type: Mapped[str] = f.choice(_("Soort"), states.BODY_TYPES)
    status: Mapped[str] = f.choice(_("Stand"), states.BODY_STATES, default="actief")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    place: Mapped[str] = f.text(_("Vaste plaats"), search=1)
    usual_time: Mapped[str] = f.text(_("Vaste tijd"), hint=_("Bijvoorbeeld 19:30."), default="19:30")
    duration: Mapped[int | None] = f.minutes(_("Duur"), default=120)
    paper_days: Mapped[int | None] = f.number(_("Stukken dagen vooraf"), lowest=0, highest=90, default=7)
    rrule: Mapped[str] = f.text(_("Jaarplanning"), hidden=True)
    times_a_year: Mapped[int | None] = f.number(_("Keer per jaar"), lowest=0, highest=366)
    invites: Mapped[str] = f.choice(_("Uitnodigen"), states.INVITES, default="leden")
    quorum: Mapped[int | None] = f.number(_("Quorum"), lowest=0, highest=1000)
    chair: Mapped[str | None] = f.any_ref(_("Voorzitter"), "person", "role", "organisation")
    secretary: Mapped[str | None] = f.any_ref(_("Secretaris"), "role", "person")
    feeds: Mapped[str | None] = f.ref(_("Bereidt voor"), "body")
    advises = f.links(_("Adviseert"), "", "adviseert", among=("body", "organisation"))
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class Seat(Record, Base):
    """A partner's seat in a body over a period: its holder and deputy. Another holder is another row."""

    __tablename__ = "seat"
    __table_args__ = (Index(None, "body"),)
    body: Mapped[str | None] = f.ref(_("Overleg"), "body", required=True)
    organisation: Mapped[str | None] = f.ref(_("Zetel van"), "organisation", required=True)
    holder: Mapped[str | None] = f.ref(_("Houder"), "person")
    deputy: Mapped[str | None] = f.ref(_("Plaatsvervanger"), "person")
    function: Mapped[str] = f.choice(_("Als"), states.FUNCTIONS, default="lid")
    has_vote: Mapped[bool] = f.flag(_("Heeft stem"), default=True)
    from_on: Mapped[date | None] = f.day(_("Vanaf"))
    to_on: Mapped[date | None] = f.day(_("Tot en met"))
    note: Mapped[str] = f.text(_("Notitie"), long=True)
    pos: Mapped[str] = f.order()


class Membership(Record, Base):
    """A person, organisation or role in a body over a period, as what, and why."""

    __tablename__ = "membership"
    __table_args__ = (Index(None, "body"),)
    body: Mapped[str | None] = f.ref(_("Overleg"), "body", required=True)
    member: Mapped[str | None] = f.any_ref(_("Lid"), "person", "organisation", "role", "body", required=True)
    function: Mapped[str] = f.choice(_("Als"), states.FUNCTIONS, default="lid", required=True)
    has_vote: Mapped[bool] = f.flag(_("Heeft stem"))
    expertise: Mapped[str] = f.text(_("Deskundigheid"), search=2)
    asked_by: Mapped[str | None] = f.ref(_("Gevraagd bij besluit"), "decision")
    delegated_by: Mapped[str | None] = f.ref(_("Afgevaardigd door"), "organisation")
    from_on: Mapped[date | None] = f.day(_("Vanaf"))
    to_on: Mapped[date | None] = f.day(_("Tot en met"))
    note: Mapped[str] = f.text(_("Notitie"), long=True)
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()


class TemplateItem(Record, Base):
    """A standing item of a body's agenda; a meeting copies it when it is made and is free of it afterwards."""

    __tablename__ = "template_item"
    __table_args__ = (Index(None, "body"),)
    body: Mapped[str | None] = f.ref(_("Overleg"), "body", required=True)
    title: Mapped[str] = f.text(_("Agendapunt"), required=True)
    purpose: Mapped[str] = f.choice(_("Doel"), states.PURPOSES, default="informatie")
    minutes: Mapped[int | None] = f.minutes(_("Minuten"), default=5)
    presenter: Mapped[str | None] = f.any_ref(_("Toelichter"), "role", "person", "organisation")
    source: Mapped[str] = f.choice(_("Gevuld met"), states.SOURCES, default="vast")
    explanation: Mapped[str] = f.text(_("Toelichting"), long=True)
    proposed_decision: Mapped[str] = f.text(_("Voorgesteld besluit"), long=True)
    is_closing: Mapped[bool] = f.flag(_("Blijft onderaan"), hint=_("Nieuwe punten komen hierboven."))
    is_assumed: Mapped[bool] = f.flag(_("Aanname"), hint=_("Dit staat niet in het werkplan."))
    pos: Mapped[str] = f.order()
