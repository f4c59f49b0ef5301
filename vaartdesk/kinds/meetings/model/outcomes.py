"""What meetings bring forth: decisions that are followed up, and advice that waits for a reply."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.kinds.meetings.model import states
from vaartdesk.schema import field as f
from vaartdesk.schema.column import Mapped
from vaartdesk.schema.record import Base, Record


class Decision(Record, Base):
    """A decision of a body. ``follow_up`` follows from the actions that come out of it, or from ``is_closed``."""

    __tablename__ = "decision"
    __table_args__ = (Index(None, "meeting"), Index(None, "agenda_item"), Index(None, "body"))
    number: Mapped[str] = f.numbered(_("Nummer"))
    title: Mapped[str] = f.text(_("Besluit"), required=True, search=10)
    text: Mapped[str] = f.text(_("Tekst"), long=True, search=5)
    outcome: Mapped[str] = f.choice(_("Uitkomst"), states.OUTCOMES, default="aangenomen", required=True)
    follow_up: Mapped[str] = f.choice(_("Vervolg"), states.FOLLOW_UPS, derived=True)
    has_no_follow_up: Mapped[bool] = f.flag(_("Geen vervolg nodig"))
    owner: Mapped[str | None] = f.any_ref(_("Trekker"), "role", "person")
    due_on: Mapped[date | None] = f.day(_("Uiterlijk"))
    decided_on: Mapped[date | None] = f.day(_("Genomen op"))
    body: Mapped[str | None] = f.ref(_("Overleg"), "body")
    meeting: Mapped[str | None] = f.ref(_("Vergadering"), "meeting")
    agenda_item: Mapped[str | None] = f.ref(_("Agendapunt"), "agenda_item")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    goals = f.links(_("Doelen"), "goal", "doel")
    votes_for: Mapped[int | None] = f.number(_("Stemmen voor"), lowest=0, highest=1000)
    votes_against: Mapped[int | None] = f.number(_("Stemmen tegen"), lowest=0, highest=1000)
    votes_blank: Mapped[int | None] = f.number(_("Onthoudingen"), lowest=0, highest=1000)
    reason: Mapped[str] = f.text(_("Overwegingen"), long=True, search=1)
    agreement: Mapped[str | None] = f.ref(_("Op grond van"), "agreement")
    article: Mapped[str] = f.text(_("Artikel of bladzijde"))
    is_confidential: Mapped[bool] = f.flag(_("Vertrouwelijk"))
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)


class Advice(Record, Base):
    """Advice of a body to someone, with the reply and its reason."""

    __tablename__ = "advice"
    __table_args__ = (Index(None, "body"),)
    title: Mapped[str] = f.text(_("Advies"), required=True, search=10)
    text: Mapped[str] = f.text(_("Tekst"), long=True, search=3)
    body: Mapped[str | None] = f.ref(_("Van"), "body", required=True)
    addressee: Mapped[str | None] = f.any_ref(_("Aan"), "body", "organisation", "role", "person")
    given_on: Mapped[date | None] = f.day(_("Gegeven op"))
    is_recommendation: Mapped[bool] = f.flag(_("Aanbeveling voor uitvoering"))
    status: Mapped[str] = f.choice(_("Antwoord"), states.REPLIES, default="open")
    reply: Mapped[str] = f.text(_("Reden"), long=True, search=1)
    replied_on: Mapped[date | None] = f.day(_("Beantwoord op"))
    reply_by_on: Mapped[date | None] = f.day(_("Antwoord vóór"))
    meeting: Mapped[str | None] = f.ref(_("Vergadering"), "meeting")
    decision: Mapped[str | None] = f.ref(_("Besluit"), "decision")
    theme_line: Mapped[str | None] = f.ref(_("Themalijn"), "theme_line")
    other_lines = f.links(_("Andere themalijnen"), "theme_line", "themalijn")
    note: Mapped[str] = f.text(_("Notitie"), long=True, search=1)
