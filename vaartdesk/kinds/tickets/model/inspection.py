"""Inspection rounds (schouwronden): a template of points, and what was found on one walk."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

ROUND_STATUSES: Final = (
    Option("gepland", _("Gepland"), "calendar"),
    Option("bezig", _("Bezig"), "play", "accent"),
    Option("gereed", _("Gereed"), "check", "success"),
    Option("vervallen", _("Vervallen"), "ban"),
)
RESULTS: Final = (
    Option("open", _("Nog te bekijken"), "circle"),
    Option("ok", _("In orde"), "check", "success"),
    Option("niet_ok", _("Niet in orde"), "circle-alert", "danger"),
    Option("overgeslagen", _("Overgeslagen"), "minus"),
)


class InspectionTemplate(Record, Base):
    """A route with points to look at."""

    __tablename__ = "inspection_template"

    title = field.text(_("Schouwroute"), required=True, search=5)
    rrule = field.rule(_("Herhaling"), start="starts_on")
    starts_on = field.day(_("Eerste keer"))
    owner = field.any_ref(_("Van"), "role", "person")
    theme_line = field.ref(_("Themalijn"), "theme_line")
    note = field.text(_("Toelichting"), long=True)


class InspectionTemplatePoint(Record, Base):
    """One point of a route."""

    __tablename__ = "inspection_template_point"
    __table_args__ = (Index(None, "template"),)

    template = field.ref(_("Schouwroute"), "inspection_template", required=True)
    title = field.text(_("Punt"), required=True, search=2)
    place_text = field.text(_("Waar"), search=1)
    street = field.ref(_("Straat"), "street")
    place = field.ref(_("Plaats"), "place")
    category = field.ref(_("Categorie"), "ticket_category")
    hint = field.text(_("Waar je op let"), long=True)
    pos = field.order()


class InspectionRound(Record, Base):
    """One walk along a route."""

    __tablename__ = "inspection_round"

    title = field.text(_("Schouwronde"), required=True, search=5)
    template = field.ref(_("Schouwroute"), "inspection_template")
    status = field.choice(_("Status"), ROUND_STATUSES, default="gepland")
    held_on = field.day(_("Op"))
    inspector = field.any_ref(_("Schouwer"), "role", "person")
    companions = field.links(_("Meegelopen"), "", "meegelopen", among=("person", "organisation", "role"))
    theme_line = field.ref(_("Themalijn"), "theme_line")
    note = field.text(_("Toelichting"), long=True, search=1)


class InspectionPoint(Record, Base):
    """What was found at one point of a walk."""

    __tablename__ = "inspection_point"
    __table_args__ = (Index(None, "round"),)

    round = field.ref(_("Schouwronde"), "inspection_round", required=True)
    template_point = field.ref(_("Punt van de route"), "inspection_template_point", hidden=True)
    title = field.text(_("Punt"), required=True, search=2)
    place_text = field.text(_("Waar"), search=1)
    street = field.ref(_("Straat"), "street")
    place = field.ref(_("Plaats"), "place")
    category = field.ref(_("Categorie"), "ticket_category")
    result = field.choice(_("Bevinding"), RESULTS, default="open")
    seen_at = field.moment(_("Bekeken"))
    ticket = field.ref(_("Melding"), "ticket")
    note = field.text(_("Opmerking"), long=True, search=1)
    pos = field.order()
