"""Run-books: templates, the points of an event, where it is made known, and marked days of the calendar."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.kinds.events.model.event import CATEGORIES, TYPES
from vaartdesk.schema import field
from vaartdesk.schema.record import Base, Record
from vaartdesk.schema.types.base import Option

MARKER_TYPES: Final = (
    Option("schoolvakantie", _("Schoolvakantie"), "book-open"),
    Option("marktdag", _("Marktdag"), "store"),
    Option("koopzondag", _("Koopzondag"), "store"),
    Option("werk", _("Werk aan de weg"), "hammer"),
    Option("eigen", _("Eigen markering"), "flag"),
)
PUBLICATION_STATUSES: Final = (
    Option("te_maken", _("Te maken"), "pen-line"),
    Option("verstuurd", _("Verstuurd"), "send", "info"),
    Option("verschenen", _("Verschenen"), "check", "success"),
    Option("vervallen", _("Vervallen"), "ban"),
)


class ChecklistItem(Record, Base):
    """A point of an event's run-book, due a number of days before (negative) or after the event begins.

    A finished or pinned point keeps its day in ``fixed_on`` when the event moves.
    """

    __tablename__ = "checklist_item"
    __table_args__ = (Index(None, "event"), Index(None, "is_done", "due_on"))

    event = field.ref(_("Evenement"), "event", required=True)
    title = field.text(_("Draaiboekpunt"), required=True, search=3)
    offset_days = field.number(_("Dagen voor of na"), lowest=-3650, highest=3650, unit=_("dagen"))
    is_done = field.flag(_("Gereed"))
    done_on = field.day(_("Gereed op"))
    is_pinned = field.flag(_("Datum vastgezet"))
    fixed_on = field.day(_("Vaste datum"))
    time_text = field.text(_("Tijd op de dag"))
    owner = field.any_ref(_("Van"), "role", "person")
    phase = field.text(_("Onderdeel"))
    action = field.ref(_("Actie"), "action")
    template_item = field.ref(_("Uit draaiboek"), "runbook_item", hidden=True)
    note = field.text(_("Toelichting"), long=True, search=1)
    pos = field.order()
    due_on = field.day(_("Uiterlijk"), derived=True)


class RunbookTemplate(Record, Base):
    """A run-book to start from."""

    __tablename__ = "runbook_template"

    title = field.text(_("Draaiboek"), required=True, search=4)
    type = field.choice(_("Soort evenement"), TYPES)
    category = field.choice(_("Categorie"), CATEGORIES)
    note = field.text(_("Toelichting"), long=True)


class RunbookItem(Record, Base):
    """A point of a run-book to start from."""

    __tablename__ = "runbook_item"
    __table_args__ = (Index(None, "template"),)

    template = field.ref(_("Draaiboek"), "runbook_template", required=True)
    title = field.text(_("Punt"), required=True, search=1)
    offset_days = field.number(_("Dagen voor of na"), lowest=-3650, highest=3650, unit=_("dagen"))
    time_text = field.text(_("Tijd op de dag"))
    owner = field.any_ref(_("Van"), "role", "person")
    phase = field.text(_("Onderdeel"))
    note = field.text(_("Toelichting"), long=True)
    pos = field.order()


class Publication(Record, Base):
    """Where an event is made known, and by when the copy must be there."""

    __tablename__ = "publication"
    __table_args__ = (Index(None, "event"),)

    event = field.ref(_("Evenement"), "event", required=True)
    medium = field.text(_("Medium"), required=True, search=1)
    status = field.choice(_("Status"), PUBLICATION_STATUSES, default="te_maken")
    deadline_on = field.day(_("Kopij voor"))
    sent_on = field.day(_("Verstuurd op"))
    url = field.url(_("Webadres"))
    note = field.text(_("Toelichting"), long=True)


class Marker(Record, Base):
    """Days of the calendar that people should see while planning: school holidays, market days, road works."""

    __tablename__ = "marker"
    __table_args__ = (Index(None, "from_on", "to_on"),)

    title = field.text(_("Naam"), required=True, search=2)
    from_on = field.day(_("Vanaf"), required=True)
    to_on = field.day(_("Tot en met"))
    type = field.choice(_("Soort"), MARKER_TYPES, default="eigen")
    place = field.ref(_("Plaats"), "place")
    region = field.text(_("Regio"))
    is_warning = field.flag(_("Meetellen bij botsingen"))
    source = field.text(_("Bron"))
    rrule = field.text(_("Herhaling"), hidden=True)
