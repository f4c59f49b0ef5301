"""A kind of record, declared once: list, form, filter, history, search, export and command line follow from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.clock_face import TermFace
from vaartdesk.schema.command import Command
from vaartdesk.schema.field import Field, fields_of
from vaartdesk.schema.listing import Header, RowParts
from vaartdesk.schema.reader import Reader
from vaartdesk.schema.record import Record
from vaartdesk.schema.ref import Problem, Ref, Values
from vaartdesk.schema.types.references import RefType
from vaartdesk.schema.types.texts import ChoiceType


@dataclass(frozen=True)
class NumberRule:
    """Human numbers. With ``yearly``: ``M-2026-0042``; without: ``A-012``. ``prefix`` may follow from the record.

    Later laptops of a team insert their letter before the digits (data.md: M-2026-B007, A-B012).
    """

    prefix: str | Callable[[Values, Reader], str]
    digits: int = 4
    yearly: bool = True


@dataclass(frozen=True)
class RowContext:
    """What a list row may show besides its own fields. ``titles``: of referenced records; ``letters``: of theme lines;
    ``shorts``: short names of referenced records that have one; ``own``: keys and folded names of who sits here;
    ``beside``: what ``Kind.beside`` gave, by the key of the row's record.
    """

    today: date
    now: datetime
    titles: Mapping[str, str]
    letters: Mapping[str, str]
    settings: Mapping[str, Any]
    shorts: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    beside: Mapping[str, Any] = field(default_factory=dict)

    def title(self, key: str | None) -> str:
        return self.titles.get(key or "", "")

    def short(self, key: str | None) -> str:
        """The short name of a record, where it has one; else its title."""
        return self.shorts.get(key or "") or self.title(key)

    def letter(self, key: str | None) -> str:
        """A to F, 'O' for what belongs to no theme line."""
        return self.letters.get(key or "", "O")


@dataclass(frozen=True)
class Grouping:
    """``key(values, context)`` gives (order, Header). Rows in that order; neighbours with an equal header share it, so that an
    order may also say who stands first below one header.
    """

    name: str
    label: str
    key: Callable[[Values, RowContext], tuple[Any, Header]]


@dataclass(frozen=True)
class Filter:
    """A named yes/no question about a row; ``preset`` filters are on at first, ``icon`` is shown where it is pinned."""

    name: str
    label: str
    test: Callable[[Values, RowContext], bool]
    preset: bool = False
    pinned: bool = False
    icon: str = "list-filter"


@dataclass(frozen=True)
class Section:
    """A part of the record's page: its field names in order. ``label`` '' = the head part, without a title."""

    label: str
    fields: tuple[str, ...]
    folded: bool = False
    optional: tuple[str, ...] = ()
    """Shown only when filled; else offered under "+ veld"."""


@dataclass(frozen=True)
class Subtitle:
    """The line under a record's title: what ``fields`` say together ("zaterdag 19 december 2026, 18.30 – 21.00 uur"); '' shows
    none. A click on it goes to the first of them; on paper it stands for them under ``label``.
    """

    label: str
    text: Callable[[Values, Reader], str]
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Check:
    """A rule over the whole record, run in the change when one of ``fields`` changed (() = any)."""

    rule: Callable[[Values, Reader], Problem | None]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Need:
    """One line of Vandaag: something that needs a person. ``group``: nu, week, opvolgen or signalen."""

    ref: Ref
    parts: RowParts
    group: str
    order: Any
    owner: str | None = None
    """Key of the role or person it lies with; None = everybody's."""


@dataclass(frozen=True)
class Attention:
    """A question that Vandaag asks of a kind. ``roles``: names of roles that see it first (() = all)."""

    name: str
    query: Callable[[Reader], Sequence[Need]]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kind:
    """See the module. ``model`` is the mapped class; its table's name is the kind's name everywhere."""

    model: type[Record]
    label: str
    plural: str
    the: str
    """With its article: "de melding", "het evenement"."""
    icon: str
    title: str | Callable[[Values], str] = "title"
    number: NumberRule | None = None
    line: str = ""
    """The field that names its theme line, for badges."""
    list_fields: tuple[str, ...] = ()
    row: Callable[[Values, RowContext], RowParts] | None = None
    beside: Callable[[Reader], Mapping[str, Any]] | None = None
    """What rows look at besides their own fields, by key (the next date of an event): asked once for a list, and again after a
    change of this kind or of one of ``beside_on``."""
    beside_on: tuple[str, ...] = ()
    on_paper: Callable[[Values, RowContext], Values] | None = None
    """The values that a printed list shows, where they are not the record's own: the next date of a series."""
    has_gauge: bool = False
    """Its list has high rows that show how far each is (`listing.Gauge`)."""
    groupings: tuple[Grouping, ...] = ()
    filters: tuple[Filter, ...] = ()
    sections: tuple[Section, ...] = ()
    quick: tuple[str, ...] = ()
    """Fields of the quick entry, in Tab order; () = the record opens empty."""
    checks: tuple[Check, ...] = ()
    moves: Callable[[str], tuple[str, ...]] | None = None
    """Status -> statuses that are offered from there."""
    derive: Callable[[Values, Reader], dict[str, Any]] | None = None
    rederive_on: tuple[str, ...] = ()
    """Kinds whose change makes this kind's derived fields stale: ``"permit_term"`` those of all records, ``"event.record"`` those
    of the records whose field ``record`` names one of the changed, ``"setting:holidays"`` those of all when that setting changed."""
    derive_on: tuple[str, ...] = ()
    """Own fields whose change makes the derived ones stale; () = any. A change of title then costs no derivation."""
    materialise: Callable[[Sequence[Values], Connection], None] | None = None
    """Writes the derived rows beside a record (the dates of an event), after ``derive``; for a deleted one it takes them away."""
    settle: Callable[[Values | None, Values, Reader], Mapping[str, Any]] | None = None
    """Logged fields that follow from what a change did, ``(before, after, reader) -> fields``: the moment of a new record
    (``before`` is None), the pause that a status begins. Joined to the change before the checks; must be idempotent."""
    attention: tuple[Attention, ...] = ()
    commands: tuple[Command, ...] = ()
    parent: str = ""
    """The field naming the record whose page shows this one (an agenda item's meeting)."""
    searchable: bool = True
    facts: Callable[[Values, Reader], Sequence[tuple[str, str]]] | None = None
    """Computed lines of the record's page: (label, value)."""
    subtitle: Subtitle | None = None
    clock: Callable[[Values, Reader], TermFace | None] | None = None
    """The term clock of the record's page, or None."""
    opens: str = field(default="")
    """Tab that shows this kind, where it is not the tab of its family."""

    @property
    def name(self) -> str:
        return str(self.model.__tablename__)  # type: ignore[attr-defined]

    @cached_property
    def fields(self) -> dict[str, Field]:
        """Every field by name, in the order of declaration."""
        return fields_of(self.model)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the fields that are columns and are logged."""
        return tuple(n for n, f in self.fields.items() if not f.is_links and not f.derived)

    @cached_property
    def derived(self) -> tuple[str, ...]:
        return tuple(n for n, f in self.fields.items() if f.derived)

    @cached_property
    def link_fields(self) -> tuple[str, ...]:
        return tuple(n for n, f in self.fields.items() if f.is_links)

    @cached_property
    def empty_row(self) -> Mapping[str, Any]:
        """Every field as it is of a record that says nothing."""
        return {name: field.type.empty for name, field in self.fields.items()}

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """The fields that a new record has a value in, if nothing else is said."""
        return {name: field.default for name, field in self.fields.items() if field.default is not None}

    @cached_property
    def reference_fields(self) -> frozenset[str]:
        """The fields that name other records, one or several."""
        return frozenset(n for n, f in self.fields.items() if f.is_links or isinstance(f.type, RefType))

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields that may not be empty."""
        return tuple(f for f in self.fields.values() if f.required)

    @cached_property
    def searched(self) -> tuple[Field, ...]:
        """The fields whose words find a record, the weightiest first."""
        return tuple(sorted((f for f in self.fields.values() if f.search), key=lambda f: -f.search))

    @property
    def status(self) -> ChoiceType | None:
        """The type of the field ``status``, where the kind has one."""
        found = self.fields.get("status")
        return found.type if found is not None and isinstance(found.type, ChoiceType) else None

    def title_of(self, values: Values) -> str:
        """What the record is called in lists, links and sentences; never empty."""
        made = self.title(values) if callable(self.title) else str(values.get(self.title) or "")
        return made.strip() or str(_("zonder titel"))

    def has(self, name: str) -> bool:
        return name in self.fields


def part_kinds(kinds: Mapping[str, Kind], kind: Kind) -> list[Kind]:
    """The kinds whose records have one of ``kind`` as parent, in their order."""
    found = []
    for other in kinds.values():
        field = other.fields.get(other.parent)
        if field is not None and other.list_fields and (kind.name in field.targets or not field.targets):
            found.append(other)
    return found
