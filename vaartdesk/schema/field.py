"""Fields: everything the program knows about one attribute of a record, said in one line of a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from vaartdesk.core.dataclass import dataclass
from vaartdesk.core.text import _
from vaartdesk.schema.column import Mapped, column, declared_columns
from vaartdesk.schema.types.amounts import MinutesType, MoneyType, NumberType
from vaartdesk.schema.types.base import FieldType, Option
from vaartdesk.schema.types.contact import EmailType, KvkType, PhoneType, PostcodeType, UrlType
from vaartdesk.schema.types.recurrence import RuleType
from vaartdesk.schema.types.references import LinksType, RefType
from vaartdesk.schema.types.texts import ChoiceType, FlagType, LongTextType, OrderType, TextType
from vaartdesk.schema.types.times import DayType, LocalTimeType, MomentType


@dataclass(frozen=True)
class Field:
    """One attribute. ``name`` is the column's name and the editor's objectName.

    ``search``: weight of its words (0 = not searched). ``auto``: edits made at the same time on two laptops need no
    choice (order keys, numbers). ``derived``: computed after each change, never logged, never typed. ``personal``: tells
    who somebody is; it never goes on papers for others (AVG art. 5).
    """

    type: FieldType
    label: str
    name: str = ""
    required: bool = False
    search: int = 0
    hint: str = ""
    auto: bool = False
    derived: bool = False
    hidden: bool = False
    personal: bool = False
    default: Any = None

    def named(self, name: str) -> Field:
        """The same under its column's name; without the checks of ``replace``, for there are a thousand at every start."""
        made = object.__new__(Field)
        made.__dict__.update(self.__dict__, name=name)
        return made

    @property
    def target(self) -> str:
        """The kind a reference points at; '' for other types and for "any record"."""
        return self.type.target if isinstance(self.type, RefType | LinksType) else ""

    @property
    def targets(self) -> tuple[str, ...]:
        """The kinds a reference may point at; () = any kind, or no reference."""
        if not isinstance(self.type, RefType | LinksType):
            return ()
        return (self.type.target,) if self.type.target else self.type.among

    @property
    def is_links(self) -> bool:
        return isinstance(self.type, LinksType)


class Links:
    """A row of references declared on a model; no column: its values are rows of the table ``link``."""

    def __init__(self, field: Field) -> None:
        self.field = field

    def __set_name__(self, owner: type, name: str) -> None:
        self.field = replace(self.field, name=name)


def _column(field: Field, *, nullable: bool, target: str = "") -> Mapped[Any]:
    """Text is NOT NULL DEFAULT '', the rest nullable: no constraint that a merge of two laptops could break."""
    options: dict[str, Any] = {"info": {"field": field}, "nullable": nullable}
    if not nullable:
        options["server_default"] = "0" if isinstance(field.type, FlagType) else ""
        options["default"] = field.type.empty
    return column(field.type.sql(), target=target, **options)


def text(label: str, *, long: bool = False, **options: Any) -> Mapped[str]:
    """Text of one line, or of several (``long``)."""
    return _column(Field(LongTextType() if long else TextType(), label, **options), nullable=False)


def choice(label: str, options: Sequence[Option], **more: Any) -> Mapped[str]:
    """One of ``options``, stored as its slug."""
    return _column(Field(ChoiceType(options=tuple(options)), label, **more), nullable=False)


def flag(label: str, **options: Any) -> Mapped[bool]:
    """Yes or no."""
    return _column(Field(FlagType(), label, **options), nullable=False)


def day(label: str, **options: Any) -> Mapped[date | None]:
    """A date."""
    return _column(Field(DayType(), label, **options), nullable=True)


def moment(label: str, **options: Any) -> Mapped[datetime | None]:
    """A point in time (UTC inside)."""
    return _column(Field(MomentType(), label, **options), nullable=True)


def local_time(label: str, *, day_of: str = "", follows: bool = False, **options: Any) -> Mapped[datetime | None]:
    """A wall-clock time (RFC 5545); give the record a ``zone`` too. ``day_of``: the field whose day a bare time falls on;
    ``follows``: it is the first such time after it.
    """
    return _column(Field(LocalTimeType(day_of=day_of, follows=follows), label, **options), nullable=True)


def rule(label: str, *, start: str = "", **options: Any) -> Mapped[str]:
    """How often it comes back, as a recurrence rule (RFC 5545). ``start``: the field that says when it begins."""
    return _column(Field(RuleType(start=start), label, **options), nullable=False)


def zone() -> Mapped[str]:
    """The IANA zone of a record's local times."""
    return _column(Field(TextType(), _("Tijdzone"), hidden=True, default="Europe/Amsterdam"), nullable=False)


def money(label: str, **options: Any) -> Mapped[int | None]:
    """Euro, in cents."""
    return _column(Field(MoneyType(), label, **options), nullable=True)


def number(
    label: str,
    decimals: int = 0,
    *,
    lowest: int | None = None,
    highest: int | None = None,
    unit: str = "",
    grouped: bool = True,
    **options: Any,
) -> Mapped[int | None]:
    """A number, as a whole number of 10**-decimals; ``lowest`` and ``highest`` in that unit."""
    kind = NumberType(decimals=decimals, lowest=lowest, highest=highest, unit=unit, grouped=grouped)
    return _column(Field(kind, label, **options), nullable=True)


def year(label: str, **options: Any) -> Mapped[int | None]:
    """A calendar year."""
    return number(label, lowest=1900, highest=2200, grouped=False, **options)


def minutes(label: str, **options: Any) -> Mapped[int | None]:
    """A duration in whole minutes."""
    return _column(Field(MinutesType(), label, **options), nullable=True)


def email(label: str, **options: Any) -> Mapped[str]:
    """An e-mail address."""
    return _column(Field(EmailType(), label, **options), nullable=False)


def phone(label: str, **options: Any) -> Mapped[str]:
    """A phone number, stored as E.164."""
    return _column(Field(PhoneType(), label, **options), nullable=False)


def postcode(label: str, **options: Any) -> Mapped[str]:
    """A Dutch postcode."""
    return _column(Field(PostcodeType(), label, **options), nullable=False)


def kvk(label: str, **options: Any) -> Mapped[str]:
    """A number of the Dutch trade register."""
    return _column(Field(KvkType(), label, **options), nullable=False)


def url(label: str, **options: Any) -> Mapped[str]:
    """A web address."""
    return _column(Field(UrlType(), label, **options), nullable=False)


def order() -> Mapped[str]:
    """The order key among the records of one parent (``core.order``)."""
    return _column(Field(OrderType(), _("Volgorde"), auto=True, hidden=True), nullable=False)


def numbered(label: str = "Nummer") -> Mapped[str]:
    """The human number, given once by the door; see Kind.number."""
    return _column(Field(TextType(), label, auto=True, search=10, hidden=True), nullable=False)


def ref(label: str, target: str, **options: Any) -> Mapped[str | None]:
    """A reference to one record of kind ``target``, named by string; deferrable, so that order of arrival is free."""
    return _column(Field(RefType(target=target), label, **options), nullable=True, target=target)


def any_ref(label: str, *among: str, **options: Any) -> Mapped[str | None]:
    """A reference to one record of any kind (or of the kinds ``among``); no foreign key, ``record`` tells what it is."""
    return _column(Field(RefType(among=among), label, **options), nullable=True)


def links(label: str, target: str, role: str, *, among: tuple[str, ...] = (), **options: Any) -> Links:
    """References to any number of records of kind ``target`` ('' = any kind, or those ``among``), in order."""
    return Links(Field(LinksType(target=target, role=role, among=among), label, **options))


def fields_of(model: type) -> dict[str, Field]:
    """The fields of a model by name, columns first in their order, then rows of references."""
    found: dict[str, Field] = {}
    for name, declared in declared_columns(model).items():
        if "field" in declared.info:
            found[name] = declared.info["field"].named(name)
    for base in reversed(model.__mro__):
        for attribute in vars(base).values():
            if isinstance(attribute, Links):
                found[attribute.field.name] = attribute.field
    return found
