"""What all families share: links between records, attachments, notes, settings and saved filters."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index

from vaartdesk.core.text import _
from vaartdesk.schema.column import Mapped
from vaartdesk.schema.field import any_ref, flag, moment, number, order, text
from vaartdesk.schema.kind import Kind
from vaartdesk.schema.record import Base, Record

CHAIN = "keten"
"""Role of the links signal -> ticket -> topic -> agenda item -> decision -> action."""


class Link(Record, Base):
    """One directed reference; its key is blake2b(from | role | to), so the same link is one row on every laptop."""

    __tablename__ = "link"
    __table_args__ = (Index(None, "from_id", "role"), Index(None, "to_id", "role"))
    from_id: Mapped[str | None] = any_ref(_("Van"))
    role: Mapped[str] = text(_("Soort"))
    to_id: Mapped[str | None] = any_ref(_("Naar"))
    pos: Mapped[str] = order()


class Attachment(Record, Base):
    """A file of a record, kept by content in ``files/``."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "record_id"),)
    record_id: Mapped[str | None] = any_ref(_("Hoort bij"))
    title: Mapped[str] = text(_("Naam"), search=5)
    sha256: Mapped[str] = text(_("Inhoud"), hidden=True)
    mime: Mapped[str] = text(_("Soort"))
    size: Mapped[int | None] = number(_("Grootte"))
    is_photo: Mapped[bool] = flag(_("Foto"))
    taken_at: Mapped[datetime | None] = moment(_("Gemaakt op"))
    pos: Mapped[str] = order()


class Note(Record, Base):
    """A line of a record's log (logboek), written by a person."""

    __tablename__ = "note"
    __table_args__ = (Index(None, "record_id"),)
    record_id: Mapped[str | None] = any_ref(_("Hoort bij"))
    text: Mapped[str] = text(_("Notitie"), long=True, search=2, required=True)
    at: Mapped[datetime | None] = moment(_("Op"))
    author: Mapped[str | None] = any_ref(_("Door"), "person", "role")


class Setting(Record, Base):
    """A setting of the team; ``value`` is JSON text."""

    __tablename__ = "setting"
    key: Mapped[str] = text(_("Instelling"))
    value: Mapped[str] = text(_("Waarde"), long=True)


class SavedFilter(Record, Base):
    """A filter kept under a name; ``spec`` is JSON text: search words and the names of chosen filters."""

    __tablename__ = "saved_filter"
    title: Mapped[str] = text(_("Naam"), required=True)
    tab: Mapped[str] = text(_("Tabblad"))
    spec: Mapped[str] = text(_("Filter"), long=True)
    owner: Mapped[str | None] = any_ref(_("Van"), "person", "role")
    is_pinned: Mapped[bool] = flag(_("Vastgezet"))


KINDS: tuple[Kind, ...] = (
    Kind(
        model=Link,
        label=_("koppeling"),
        plural=_("koppelingen"),
        the=_("de koppeling"),
        icon="link",
        title=lambda values: str(values.get("role") or ""),
        searchable=False,
    ),
    Kind(
        model=Attachment,
        label=_("bijlage"),
        plural=_("bijlagen"),
        the=_("de bijlage"),
        icon="paperclip",
        parent="record_id",
    ),
    Kind(
        model=Note,
        label=_("notitie"),
        plural=_("notities"),
        the=_("de notitie"),
        icon="message-square",
        title=lambda values: " ".join(str(values.get("text") or "").split())[:80],
        parent="record_id",
    ),
    Kind(
        model=Setting,
        label=_("instelling"),
        plural=_("instellingen"),
        the=_("de instelling"),
        icon="settings",
        title="key",
        searchable=False,
    ),
    Kind(
        model=SavedFilter,
        label=_("filter"),
        plural=_("filters"),
        the=_("het filter"),
        icon="list-filter",
        searchable=False,
    ),
)
