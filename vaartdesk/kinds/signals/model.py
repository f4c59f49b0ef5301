"""Signals from the field, and notes on trends."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

STATUSES: Final = (
    Option("nieuw", _("Nieuw"), "circle-dot", "info"),
    Option("bekeken", _("Bekeken"), "eye"),
    Option("omgezet", _("Omgezet"), "arrow-right", "success"),
    Option("afgesloten", _("Afgesloten"), "check"),
)
TREND_STATUSES: Final = (
    Option("genoteerd", _("Genoteerd"), "notebook-pen"),
    Option("besproken", _("Besproken"), "messages-square", "info"),
    Option("opgepakt", _("Opgepakt"), "play", "accent"),
    Option("vervallen", _("Vervallen"), "ban"),
)


class Signal(Record, Base):
    """Something heard or seen in the field, written down in five seconds. Without a title its first line is the title."""

    __tablename__ = "signal"
    __table_args__ = (Index(None, "status"), Index(None, "street", "category"))

    number = field.numbered()
    text = field.text(_("Signaal"), long=True, required=True, search=6)
    title = field.text(_("Kort"), search=6)
    status = field.choice(_("Status"), STATUSES, default="nieuw")
    noted_at = field.moment(_("Genoteerd"))
    noted_by = field.any_ref(_("Genoteerd door"), "role", "person")
    reported_by = field.any_ref(_("Van wie"), "person", "organisation", "role")
    reporter_text = field.text(_("Van wie, in woorden"), search=2)
    street = field.ref(_("Straat"), "street")
    place = field.ref(_("Plaats"), "place")
    place_text = field.text(_("Waar"), search=3)
    category = field.ref(_("Categorie"), "ticket_category")
    theme_line = field.ref(_("Themalijn"), "theme_line")
    other_lines = field.links(_("Andere themalijnen"), "theme_line", "themalijn")
    owner = field.any_ref(_("Van"), "role", "person")
    wants_answer = field.flag(_("Wil antwoord"))
    outcome = field.text(_("Wat ervan werd"), long=True, search=1)
    closed_on = field.day(_("Afgesloten op"))
    told_on = field.day(_("Terugverteld op"))


class TrendNote(Record, Base):
    """A trend in the economy of the town centre, with what it means and the wished-for picture."""

    __tablename__ = "trend_note"

    title = field.text(_("Trend"), required=True, search=6)
    status = field.choice(_("Status"), TREND_STATUSES, default="genoteerd")
    noted_on = field.day(_("Genoteerd op"))
    source = field.text(_("Bron"), search=2)
    source_url = field.url(_("Webadres"))
    theme_line = field.ref(_("Themalijn"), "theme_line")
    other_lines = field.links(_("Andere themalijnen"), "theme_line", "themalijn")
    consequence = field.text(_("Gevolg voor de binnenstad"), long=True, search=2)
    vision = field.text(_("Wensbeeld"), long=True, search=1)
    vision_year = field.year(_("Jaar van het wensbeeld"))
    milestone = field.text(_("Tussenstadium"), long=True, search=1)
    milestone_year = field.year(_("Jaar van het tussenstadium"))
    owner = field.any_ref(_("Van"), "role", "person")
